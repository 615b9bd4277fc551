import { useSearchParams } from "wouter";
import { kindHeadings, sayCount, sayDay } from "#domain/model/say.ts";
import { dayWanted, Owner, StepKind, stepKinds } from "#domain/model/step.ts";
import { Day } from "#domain/model/time.ts";
import { steps, type StepFilter, type StepListed } from "#questions/steps.ts";
import { Button } from "../parts/button.tsx";
import { useToday } from "../parts/day-said.tsx";
import { Empty } from "../parts/empty.tsx";
import { ListPane, useChosen } from "../parts/list-pane.tsx";
import { Pick } from "../parts/pick.tsx";
import { StepChosen } from "../parts/step-chosen.tsx";
import { StepList, type StepSection } from "../parts/step-list.tsx";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./steps.module.css";

const whose = [
  { id: "all", words: "All" },
  { id: "me", words: "Mine" },
  { id: "them", words: "Theirs" },
  { id: "colleague", words: "Colleagues'" },
  { id: "vague", words: "Without a day" },
  { id: "closed", words: "Closed" },
] as const;
type Whose = (typeof whose)[number]["id"];

/** Every step, by whose, by kind, by day; the vague ones are a list that wants to be empty (ST1). */
export function StepsScreen() {
  const [params, setParams] = useSearchParams();
  const [chosen, choose] = useChosen("step");
  const today = useToday();
  const who = whoOf(params);
  const kind = StepKind.safeParse(params.get("kind")).data;
  const on = Day.safeParse(params.get("on")).data;
  const filter: StepFilter = {
    kind,
    wantedOn: on,
    owner: Owner.safeParse(who).data,
    isVague: who === "vague",
    state: who === "closed" ? "all" : "open",
  };
  const all = useQuestion((replica, asking) => steps(replica, filter, asking), [who, kind, on]);
  const listed = who === "closed" ? all.filter(({ step }) => step.state !== "open").toReversed() : all;
  const say = (name: string, value: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        next.delete("step");
        return next;
      },
      { replace: true },
    );
  const setWho = (next: Whose) => {
    setParams(
      (now) => {
        const params = new URLSearchParams(now);
        for (const name of ["who", "vague", "step"]) params.delete(name);
        if (next !== "all") params.set("who", next);
        return params;
      },
      { replace: true },
    );
  };
  return (
    <ListPane
      title="Steps"
      list={
        <>
          <div className={styles["filters"]}>
            <Pick label="Whose" isLabelUnseen value={who} onChange={setWho} from={whose} />
            <Pick
              label="Kind"
              isLabelUnseen
              value={kind ?? "any"}
              onChange={(next) => say("kind", next === "any" ? null : next)}
              from={[{ id: "any", words: "Any kind" }, ...stepKinds.map((id) => ({ id, words: kindHeadings[id] }))]}
            />
            {on !== undefined && (
              <p>
                Wanted on {sayDay(on, today)}.{" "}
                <Button look="bare" onPress={() => say("on", null)}>
                  Show every day
                </Button>
              </p>
            )}
          </div>
          {listed.length === 0 ? (
            <Empty title={who === "vague" ? "Every step has its day" : "No step fits"}>
              {who === "vague" ? "That is as it should be." : "Steps come from your notes, or from a captured line."}
            </Empty>
          ) : (
            <StepList label="Steps" sections={sectionsOf(listed, today, who)} chosen={chosen} onChoose={choose} />
          )}
        </>
      }
      detail={chosen === null ? null : <StepChosen stepId={chosen} />}
      onBack={() => choose(null)}
      nothing={<p>{sayCount(listed.length, "step")}</p>}
    />
  );
}

function whoOf(params: URLSearchParams): Whose {
  if (params.has("vague")) return "vague";
  return whose.find(({ id }) => id === params.get("who"))?.id ?? "all";
}

function sectionsOf(listed: readonly StepListed[], today: Day, who: Whose): StepSection[] {
  if (who === "closed") return [{ id: "closed", title: "Closed", rows: listed.map((shown) => ({ shown })) }];
  const titled = [
    ["missed", "Missed"],
    ["today", "Today"],
    ["later", "Later"],
    ["none", "Without a day"],
  ] as const;
  const byTime = Map.groupBy(listed, ({ step, daysMissed }) => {
    const wanted = dayWanted(step);
    if (wanted === null) return "none";
    if (daysMissed > 0) return "missed";
    return wanted <= today ? "today" : "later";
  });
  return titled.flatMap(([id, title]) => {
    const rows = byTime.get(id);
    if (rows === undefined) return [];
    return [{ id, title, note: String(rows.length), rows: rows.map((shown) => ({ shown })) }];
  });
}
