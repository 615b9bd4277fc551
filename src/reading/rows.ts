import type { Block } from "#domain/model/block.ts";

/** What a table's column holds, by its heading. */
export type ColumnRole = "task" | "owner" | "due" | "status" | "number" | "note";

/** A row of a table; where its columns are those of a status table (S11), who does what by when. */
export interface TableRow {
  cells: readonly Block[];
  task: Block | null;
  owner: Block | null;
  due: Block | null;
  /** Done, dropped, parked: no step. */
  isClosed: boolean;
}

/** A row of a status table, seen from one of its cells. */
export interface Row {
  /** The cell that names the task; the others only say who, when, and how far. */
  isTask: boolean;
  isClosed: boolean;
  owner: Block | null;
  due: Block | null;
  /** The task with the cells beside it that say whose it is and when: what a step's quote holds. */
  first: Block;
  last: Block;
}

/**
 * The rows of the table that begins at a block, one for each of its cells in order. A row number that goes back begins
 * another table. Linear in the cells.
 */
export function rowsFrom(blocks: readonly Block[], from: number): TableRow[] {
  const rows: Block[][] = [];
  let before = -1;
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind !== "cell" || block.row === null || block.row < before) break;
    const row = rows.at(-1);
    if (row === undefined || block.row !== before) rows.push([block]);
    else row.push(block);
    before = block.row;
  }
  const heads = headsOf(rows[0] ?? []);
  const roles = rolesOf(rows, heads);
  return rows.flatMap((cells, at) => {
    const row = readRow(cells, roles, heads.length > 0 && at === 0);
    return cells.map(() => row);
  });
}

/** Sees a row from one of its cells; null where its columns are no status table's: neither owner nor status nor day beside a task. */
export function rowOf(cell: Block, row: TableRow): Row | null {
  const { cells, task, owner, due, isClosed } = row;
  if (task === null) return null;
  if (cell !== task) return { isTask: false, isClosed, owner, due, first: cell, last: cell };
  const beside = (one: Block | undefined): one is Block => one !== undefined && (one === owner || one === due);
  const at = cells.indexOf(task);
  let first = at;
  let last = at;
  while (beside(cells[first - 1])) first -= 1;
  while (beside(cells[last + 1])) last += 1;
  return { isTask: true, isClosed, owner, due, first: cells[first] ?? task, last: cells[last] ?? task };
}

/** The words of a first row that heads the others where the page does not mark it as such; empty where it does not. */
function headsOf(first: readonly Block[]): string[] {
  const heads = first.map((cell) => cell.text);
  const known = heads.filter((head) => roleOf(head) !== null).length;
  return known >= 2 && first.every((cell) => cell.column === null) ? heads : [];
}

type Roles = ReadonlyMap<string, ColumnRole>;

/** A column goes by its heading, or by its number where the first row is not marked as headings. */
function columnOf(cell: Block, at: number): string {
  return cell.column ?? `${at}`;
}

/** The role of each column; a table with owners, days or states has its tasks in the first column that is none of these. */
function rolesOf(rows: readonly (readonly Block[])[], heads: readonly string[]): Roles {
  const known = new Map<string, ColumnRole>();
  const columns: string[] = [];
  const headings = heads.length > 0 ? heads.map((head, at) => ({ key: `${at}`, head })) : [];
  const seen = new Set<string>();
  for (const row of rows.slice(0, columnRows)) {
    for (const [at, cell] of row.entries()) {
      const key = columnOf(cell, at);
      if (seen.has(key)) continue;
      seen.add(key);
      columns.push(key);
      if (cell.column !== null) headings.push({ key, head: cell.column });
    }
  }
  for (const { key, head } of headings) {
    const role = roleOf(head);
    if (role !== null) known.set(key, role);
  }
  const has = (role: ColumnRole): boolean => [...known.values()].includes(role);
  const byIs = looksLikeDays("by") ? "due" : "owner";
  if (!has(byIs)) giveTo("by", byIs);
  if (!has("owner")) giveTo("with", "owner");
  if (!has("task") && known.size >= 2 && (has("owner") || has("due") || has("status"))) {
    const first = columns.find((key) => !known.has(key));
    if (first !== undefined) known.set(first, "task");
  }
  return known;

  function giveTo(word: string, role: ColumnRole): void {
    for (const { key, head } of headings) if (plain(head) === word && !known.has(key)) known.set(key, role);
  }
  function looksLikeDays(word: string): boolean {
    const key = headings.find(({ head }) => plain(head) === word)?.key;
    return rows
      .slice(0, columnRows)
      .some((row) => row.some((cell, at) => columnOf(cell, at) === key && /\d/u.test(cell.text)));
  }
}

/** So many rows show every column a table has. */
const columnRows = 50;

function readRow(cells: readonly Block[], roles: Roles, isHeads: boolean): TableRow {
  const row: TableRow = { cells, task: null, owner: null, due: null, isClosed: false };
  if (isHeads || roles.size < 2) return row;
  let hasStatus = false;
  for (const [at, cell] of cells.entries()) {
    const role = roles.get(columnOf(cell, at));
    if (role === "task") row.task ??= cell;
    else if (role === "owner") row.owner ??= cell;
    else if (role === "due") row.due ??= cell;
    else if (role === "status") hasStatus = true;
  }
  if (row.owner === null && row.due === null && !hasStatus) row.task = null;
  row.isClosed = cells.some(
    (one) => one !== row.task && one !== row.owner && closed.test(one.text.slice(0, 80).trim()),
  );
  return row;
}

function plain(column: string): string {
  return column
    .slice(0, 60)
    .toLowerCase()
    .replaceAll(/[^\p{L}#/' ]+/gu, " ")
    .trim();
}

function roleOf(column: string): ColumnRole | null {
  return column.length > 60 ? null : (roles.get(plain(column)) ?? null);
}

const closed =
  /^(?:(?:is )?(?:done|closed|complete[d]?|finished|dropped|cancel+ed|parked|shelved|abandoned|withdrawn|rejected|won'?t do|wontfix|n\/a|resolved|shipped|merged|paid|erledigt|fertig|abgeschlossen|gestrichen|verworfen|entfällt|geparkt|fait|terminé|clos|abandonné|annulé|hecho|cerrado|terminado|cancelado|descartado|no longer needed|obsolete)(?![\p{L}\p{N}])|[✓✔✅☑❌✗x]$)/iu;

const roles = new Map<string, ColumnRole>();
const lists: readonly [ColumnRole, string][] = [
  [
    "task",
    "next step|nächster schritt|nächste schritte|prochaine étape|próximo paso|siguiente paso|task|tasks|action|actions|action item|action items|item|items|what|todo|to do|next step|step|steps|activity|deliverable|topic|matter|subject|thing|job|aufgabe|aufgaben|was|maßnahme|thema|punkt|tâche|action à mener|quoi|sujet|tarea|acción|qué|asunto|follow up|description|work item|open point|open item|point",
  ],
  [
    "owner",
    "owner|owners|who|responsible|assignee|assigned|assigned to|person|by whom|resp|r|whose|wer|verantwortlich|zuständig|qui|responsable|pilote|porteur|quién|encargado|dri|name",
  ],
  [
    "due",
    "due|day|tag|jour|día|due date|deadline|when|by when|due by|date|target|target date|eta|bis|bis wann|wann|termin|fällig|frist|échéance|quand|pour le|pour quand|délai|cuándo|fecha|plazo|para cuándo|until",
  ],
  [
    "status",
    "status|state|progress|done|stand|statut|état|estado|open/closed|open|rag|how it went|where it's at|where is it|how far|where it stands|avancement|situación",
  ],
  ["number", "#|no|nr|id|n"],
  ["note", "note|notes|comment|comments|remarks|bemerkung|kommentar|remarque|nota|notas"],
];
for (const [role, words] of lists) for (const word of words.split("|")) roles.set(word, role);
