import { CircleAlert, GripVertical } from "lucide-react";
import { Button as Press, GridList, GridListItem } from "react-aria-components/GridList";
import { type DragAndDropHooks, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import type { LeadId } from "#domain/model/id.ts";
import { sayMoney } from "#domain/model/money.ts";
import { sayDayFrom } from "#domain/model/say.ts";
import { dayWanted } from "#domain/model/step.ts";
import type { LeadShown } from "#questions/lead-shown.ts";
import { useToday } from "./day-said.tsx";
import { WarmthSaid } from "./warmth-said.tsx";
import styles from "./lead-rows.module.css";

/** What a dragged lead is known by where it is dropped. */
const leadDragType = "application/x-upshot-lead";

interface Props {
  label: string;
  rows: readonly LeadShown[];
  onOpen: (id: LeadId) => void;
  /** Beside each, where it does not stand in a stage's column. */
  withStage?: boolean;
}

/** Leads, one under the other: each with whom it is with, what comes next or why it is stuck, and how warm it is. */
export function LeadRows({ hooks, ...props }: Props & { hooks?: DragAndDropHooks }) {
  const { label, rows, onOpen, withStage = false } = props;
  return (
    <GridList
      aria-label={label}
      className={styles["list"] ?? ""}
      selectionMode="none"
      disallowTypeAhead
      onAction={(key) => onOpen(key as LeadId /* the rows are leads by their ids */)}
      renderEmptyState={() => <span className={styles["none"]}>None</span>}
      {...(hooks && { dragAndDropHooks: hooks })}
    >
      {rows.map((shown) => (
        <Row key={shown.lead.id} shown={shown} withStage={withStage} canDrag={hooks !== undefined} />
      ))}
    </GridList>
  );
}

/** The leads at one stage; others can be dropped there, by the keyboard too. */
export function LeadColumn({ onDrop, ...props }: Props & { onDrop: (id: LeadId) => void }) {
  const { rows } = props;
  const nameOf = (key: string) => rows.find(({ lead }) => lead.id === key)?.lead.name ?? "";
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [leadDragType]: String(key), "text/plain": nameOf(String(key)) })),
    getAllowedDropOperations: () => ["move"],
    acceptedDragTypes: [leadDragType],
    getDropOperation: () => "move",
    onRootDrop: ({ items }) => {
      for (const item of items) {
        if (item.kind !== "text" || !item.types.has(leadDragType)) continue;
        void item.getText(leadDragType).then((id) => onDrop(id as LeadId)); // a column puts its ids there
      }
    },
  });
  return <LeadRows {...props} hooks={dragAndDropHooks} />;
}

function Row({ shown, withStage, canDrag }: { shown: LeadShown; withStage: boolean; canDrag: boolean }) {
  const today = useToday();
  const { lead, stage, person, organization, next, stuck, warmth } = shown;
  const who = [person, organization].filter((name) => name !== null && name !== lead.name).join(", ");
  const wanted = next === null ? null : dayWanted(next.step);
  const money = lead.amount === null || lead.currency === null ? null : sayMoney(lead.amount, lead.currency);
  return (
    <GridListItem id={lead.id} textValue={lead.name} className={styles["row"] ?? ""}>
      <div className={styles["card"]}>
        <p className={styles["name"]}>
          {lead.name}
          {money !== null && <span>{money}</span>}
        </p>
        {(who !== "" || withStage) && (
          <p className={styles["soft"]}>{[withStage ? stage.name : "", who].filter(Boolean).join(" · ")}</p>
        )}
        {next !== null && (
          <p>
            {next.owner === "me" ? "" : `${next.who ?? "They"}: `}
            {next.step.what}
            <span className={styles["soft"]}>
              {wanted === null ? ", no day yet" : `, ${sayDayFrom(wanted, today)}`}
            </span>
          </p>
        )}
        {stuck !== null && (
          <p className={styles["stuck"]}>
            <CircleAlert aria-hidden size={14} />
            <span>Stuck: {stuck}</span>
          </p>
        )}
        {stuck === null && lead.restsUntil !== null && stage.means === "resting" && (
          <p className={styles["soft"]}>Rests until {sayDayFrom(lead.restsUntil, today)}</p>
        )}
        {stage.means !== "won" && stage.means !== "lost" && <WarmthSaid warmth={warmth} />}
      </div>
      {canDrag && (
        <Press slot="drag" className={styles["drag"] ?? ""} aria-label={`Drag to another stage: ${lead.name}`}>
          <GripVertical aria-hidden size={16} />
        </Press>
      )}
    </GridListItem>
  );
}
