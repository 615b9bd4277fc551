import type { Block } from "#domain/model/block.ts";

/** What a table's column holds, by its heading. */
export type ColumnRole = "task" | "owner" | "due" | "status" | "number" | "note";

/** A row of a status table (S11), seen from one of its cells. */
export interface Row {
  /** The cell that names the task; the others only say who, when, and how far. */
  isTask: boolean;
  /** Done, dropped, parked: no step. */
  isClosed: boolean;
  owner: Block | null;
  due: Block | null;
}

/** The words of a first row that heads the others where the page does not mark it as such; empty where it does not. */
export function headsOf(first: readonly Block[]): string[] {
  const heads = first.map((cell) => cell.text);
  const known = heads.filter((head) => roleOf(head) !== null).length;
  return known >= 2 && first.every((cell) => cell.column === null) ? heads : [];
}

/** Reads a cell's row, or null where its columns are no status table's: neither owner nor status beside a task. */
export function rowOf(cell: Block, row: readonly Block[], heads: readonly string[]): Row | null {
  let task: Block | null = null;
  let owner: Block | null = null;
  let due: Block | null = null;
  let status: Block | null = null;
  for (const [at, one] of row.entries()) {
    const role = roleOf(one.column ?? heads[at] ?? "");
    if (role === "task") task ??= one;
    else if (role === "owner") owner ??= one;
    else if (role === "due") due ??= one;
    else if (role === "status") status ??= one;
  }
  if (task === null || (owner === null && status === null && due === null)) return null;
  const isClosed = row.some((one) => one !== task && one !== owner && closed.test(one.text.trim()));
  return { isTask: cell === task, isClosed, owner, due };
}

function roleOf(column: string): ColumnRole | null {
  const words = column
    .toLowerCase()
    .replaceAll(/[^\p{L}#/ ]+/gu, " ")
    .trim();
  return roles.get(words) ?? null;
}

const closed =
  /^(?:(?:is )?(?:done|closed|complete[d]?|finished|dropped|cancel+ed|parked|rejected|won'?t do|wontfix|n\/a|resolved|shipped|merged|erledigt|fertig|abgeschlossen|gestrichen|verworfen|entfällt|geparkt|fait|terminé|clos|abandonné|annulé|hecho|cerrado|terminado|cancelado|descartado|no longer needed|obsolete)\b|[✓✔✅☑❌✗x]$)/iu;

const roles = new Map<string, ColumnRole>();
const lists: readonly [ColumnRole, string][] = [
  [
    "task",
    "next step|nächster schritt|nächste schritte|prochaine étape|próximo paso|siguiente paso|task|tasks|action|actions|action item|action items|item|items|what|todo|to do|next step|step|steps|activity|deliverable|topic|aufgabe|aufgaben|was|maßnahme|thema|tâche|action à mener|quoi|tarea|acción|qué|follow up|description|work item|open point|open item|point|punkt",
  ],
  [
    "owner",
    "owner|owners|who|responsible|assignee|assigned|assigned to|person|by whom|resp|r|wer|verantwortlich|zuständig|qui|responsable|pilote|porteur|quién|encargado|dri|name",
  ],
  [
    "due",
    "due|day|tag|jour|día|due date|deadline|when|by|by when|date|target|target date|eta|bis|bis wann|wann|termin|fällig|frist|échéance|quand|pour le|délai|cuándo|fecha|plazo|para cuándo|until",
  ],
  ["status", "status|state|progress|done|stand|statut|état|estado|open/closed|open|rag"],
  ["number", "#|no|nr|id|n"],
  ["note", "note|notes|comment|comments|remarks|bemerkung|kommentar|remarque|nota|notas"],
];
for (const [role, words] of lists) for (const word of words.split("|")) roles.set(word, role);
