import { Columns3, List, Plus, SlidersHorizontal } from "lucide-react";
import { useRef, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import type { LeadId } from "#domain/model/id.ts";
import type { Stage } from "#domain/model/lead.ts";
import { sayCount } from "#domain/model/say.ts";
import type { LeadShown } from "#questions/lead-shown.ts";
import { type LeadFilter, leadFilters, leads } from "#questions/leads.ts";
import { Button } from "../parts/button.tsx";
import { EditLead } from "../parts/edit-lead.tsx";
import { EditStages } from "../parts/edit-stages.tsx";
import { Empty } from "../parts/empty.tsx";
import { Filters } from "../parts/filters.tsx";
import { useKeys } from "../parts/keys.ts";
import { LeadColumn, LeadRows } from "../parts/lead-rows.tsx";
import { asksFirst, moveLead, MoveLead } from "../parts/move-lead.tsx";
import { NewLead } from "../parts/new-lead.tsx";
import { paths } from "../parts/paths.ts";
import { fromRow, rowOf, showRow } from "../parts/rows.ts";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./leads.module.css";

const filters = {
  open: { words: "Going on" },
  stuck: { words: "Stuck" },
  cold: { words: "Cold" },
  resting: { words: "Resting" },
  all: { words: "All" },
} as const satisfies Record<LeadFilter, { words: string }>;

const nothing: Record<LeadFilter, string> = {
  open: "Nothing is going on",
  stuck: "Nothing is stuck",
  cold: "Nothing has gone cold",
  resting: "Nothing rests",
  all: "Nothing is here",
};

/** What is asked about one lead: to change it, or to move it, to a stage that was chosen or not. */
type Asked = { asks: "edit" | "move"; shown: LeadShown; to: Stage | null };

/** Leads as a board by stage and as a list: those that are stuck first (LD5). j and k go through them, m moves one, e changes it. */
export function LeadsScreen() {
  const { leads: all, stages } = useQuestion(leads, []);
  const run = useRun();
  const [, navigate] = useLocation();
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isMaking, setMaking] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const isList = params.get("as") === "list";
  const filter = filterOf(params.get("show"), isList);
  const shown = all.filter((one) => leadFilters[filter](one));
  const say = (name: string, value: string) =>
    setParams((now) => ({ ...Object.fromEntries(now), [name]: value }), { replace: true });
  const open = (id: LeadId) => navigate(paths.lead(id));
  const onFocused = (act: (shown: LeadShown) => void) => () => {
    const one = shown.find(({ lead }) => lead.id === focused.current);
    if (one !== undefined) act(one);
  };
  const go = (by: 1 | -1) => () => {
    const list = place.current;
    if (list === null) return;
    const active = document.activeElement;
    if (active !== null && active !== list && list.contains(active)) fromRow(list, active, by);
    else showRow(rowOf(list, focused.current ?? shown[0]?.lead.id ?? ""));
  };
  useKeys({
    j: { does: "Next lead", act: go(1) },
    k: { does: "Lead before", act: go(-1) },
    m: { does: "Move to a stage", act: onFocused((one) => setAsked({ asks: "move", shown: one, to: null })) },
    e: { does: "Change", act: onFocused((one) => setAsked({ asks: "edit", shown: one, to: null })) },
    n: { does: "Make a lead", act: () => setMaking(true) },
  });
  const drop = (stage: Stage) => (id: LeadId) => {
    const one = all.find(({ lead }) => lead.id === id);
    if (one === undefined || one.lead.stage === stage.key) return;
    if (asksFirst(stage)) setAsked({ asks: "move", shown: one, to: stage });
    else void moveLead(run, one.lead, { stage });
  };
  const make = (
    <Button look="main" icon={Plus} keyName="n" onPress={() => setMaking(true)}>
      Make a lead
    </Button>
  );
  return (
    <>
      <div className={styles["head"]}>
        <h1>Leads</h1>
        {all.length > 0 && (
          <div className={styles["acts"]}>
            <Button icon={isList ? Columns3 : List} onPress={() => say("as", isList ? "board" : "list")}>
              {isList ? "As a board" : "As a list"}
            </Button>
            <Button icon={SlidersHorizontal} onPress={() => setChoosing(true)}>
              Stages
            </Button>
            {make}
          </div>
        )}
      </div>
      {all.length === 0 ? (
        <Empty title="No lead is here yet" act={make}>
          A connection that may become something: with whom, what we do and what they do, and always a next step.
        </Empty>
      ) : (
        <>
          <Filters label="Show" choices={filters} chosen={filter} onChoose={(key) => say("show", key)} />
          <p role="status" className="unseen">
            {sayCount(shown.length, "lead")}
          </p>
          <div
            ref={place}
            className={styles[isList ? "list" : "board"]}
            onFocus={({ target }) => {
              focused.current = target.closest<HTMLElement>("[role=row]")?.dataset["key"] ?? focused.current;
            }}
          >
            {isList ? (
              shown.length === 0 ? (
                <p className={styles["none"]}>{nothing[filter]}.</p>
              ) : (
                <LeadRows label="Leads" rows={shown} onOpen={open} withStage />
              )
            ) : (
              stages.map((stage) => {
                const rows = shown.filter((one) => one.stage.key === stage.key);
                return (
                  <section key={stage.key} aria-labelledby={`stage-${stage.key}`}>
                    <h2 id={`stage-${stage.key}`}>
                      {stage.name} <span>{rows.length}</span>
                    </h2>
                    <LeadColumn label={stage.name} rows={rows} onOpen={open} onDrop={drop(stage)} />
                  </section>
                );
              })
            )}
          </div>
        </>
      )}
      {isMaking && <NewLead onClose={() => setMaking(false)} />}
      {isChoosing && <EditStages stages={stages} onClose={() => setChoosing(false)} />}
      {asked?.asks === "edit" && <EditLead lead={asked.shown.lead} onClose={() => setAsked(null)} />}
      {asked?.asks === "move" && (
        <MoveLead lead={asked.shown.lead} stages={stages} to={asked.to} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** A board shows its last columns too, unless something else is asked for. */
function filterOf(words: string | null, isList: boolean): LeadFilter {
  const known = Object.keys(filters) as LeadFilter[]; // the keys of a record of them
  return known.find((one) => one === words) ?? (isList ? "open" : "all");
}
