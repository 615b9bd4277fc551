import type { WorkspaceId } from "#domain/model/id.ts";
import { type Noun, nounNames } from "#domain/model/nouns.ts";
import type { Row } from "#domain/ports.ts";
import { Mistake } from "#domain/refusal.ts";
import { carryOut, countIn, noWorkspace } from "#domain/transaction.ts";
import type { Ask, Engine } from "./engine.ts";
import { entryFrom } from "./journal.ts";
import { SqlAccess } from "./sql-access.ts";
import { SqlLook } from "./sql-look.ts";
import { filled, Statements, workspacesText } from "./statements.ts";
import type { Head, Store } from "./store.ts";
import { inOrder, readerOf, tableOf } from "./tables.ts";

/** The store in SQL, on either engine. */
export class SqlStore implements Store {
  readonly #engine: Engine;
  readonly #statements: Statements;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#statements = new Statements(engine.place);
  }

  transact: Store["transact"] = (workspaceId, head, work) =>
    this.#write((ask) => carryOut(this.#access(ask, workspaceId), head, work));

  settle: Store["settle"] = (workspaceId, { refusal, ...settled }) =>
    this.#write(async (ask) => {
      const access = this.#access(ask, workspaceId);
      // Raised by nothing: the workspace's lock, under which its devices are counted.
      if ((await access.raise(0)) === undefined) throw noWorkspace();
      await countIn(access, settled.deviceId, settled.sequence);
      if (refusal) await access.insertRefusal({ ...settled, refusal });
    });

  look: Store["look"] = (workspaceId, work) =>
    this.#read(async (ask) => {
      const head = await this.#headOf(workspaceId, ask);
      return work(new SqlLook(workspaceId, { head, ask, statements: this.#statements }));
    });

  workspaces: Store["workspaces"] = () =>
    this.#read(async (ask) => {
      return ask(workspacesText, [], ([id]) => id as WorkspaceId); // the table's key
    });

  head: Store["head"] = (workspaceId) => this.#read((ask) => this.#headOf(workspaceId, ask));

  load: Store["load"] = <N extends Noun>(
    workspaceId: WorkspaceId,
    nouns: readonly N[] = nounNames as N[], // not named, N is every noun
    { since = 0 }: { since?: number } = {},
  ) =>
    this.#read(async (ask) => {
      const head = await this.#headOf(workspaceId, ask);
      const isSince = since > 0;
      const rows: Partial<{ [K in N]: Row<K>[] }> = {};
      for (const noun of nouns) {
        const statement = this.#statements.rows(noun, { isSince });
        const values = filled(statement, { workspace_id: workspaceId, since });
        rows[noun] = inOrder(await ask(statement.text, values, readerOf(tableOf(noun))));
      }
      return { ...head, rows: rows as { [K in N]: Row<K>[] } }; // one for each of `nouns`
    });

  entries: Store["entries"] = (workspaceId, { limit, before }) =>
    this.#read(async (ask) => {
      await this.#headOf(workspaceId, ask);
      const statement = this.#statements.entries({ isBefore: before !== undefined });
      const values = filled(statement, { workspace_id: workspaceId, before: before ?? null, limit });
      return ask(statement.text, values, entryFrom);
    });

  newEpoch: Store["newEpoch"] = async (workspaceId) => {
    const epoch = crypto.randomUUID();
    const statement = this.#statements.setEpoch();
    const values = filled(statement, { workspace_id: workspaceId, epoch });
    const rows = await this.#write((ask) => ask(statement.text, values, () => epoch));
    if (rows.length === 0) throw noWorkspace();
    return epoch;
  };

  backup: Store["backup"] = (path) => this.#engine.backup(path);

  check: Store["check"] = async () => {
    const wrong = await this.#engine.check();
    for (const workspaceId of await this.workspaces()) {
      wrong.push(...(await this.#read((ask) => this.#checkWorkspace(workspaceId, ask))));
    }
    return wrong;
  };

  close: Store["close"] = () => this.#engine.close();

  #access(ask: Ask, workspaceId: WorkspaceId): SqlAccess {
    return new SqlAccess({ ask, statements: this.#statements, alone: () => this.#engine.alone(ask) }, workspaceId);
  }

  async #write<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    try {
      return await this.#engine.write(work);
    } catch (error) {
      if (!this.#engine.isForbidden(error)) throw this.#engine.trouble(error) ?? error;
      throw new Mistake(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  async #read<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    try {
      return await this.#engine.read(work);
    } catch (error) {
      throw this.#engine.trouble(error) ?? error;
    }
  }

  async #headOf(workspaceId: WorkspaceId, ask: Ask): Promise<Head> {
    const { text } = this.#statements.head();
    const [head] = await ask(text, [workspaceId], ([version, epoch]) => ({ version, epoch }));
    if (!head) throw noWorkspace();
    return head as Head; // the columns that the statement names
  }

  /** The newest entry is the head's, and no row is newer than it. */
  async #checkWorkspace(workspaceId: WorkspaceId, ask: Ask): Promise<string[]> {
    const { version } = await this.#headOf(workspaceId, ask);
    const wrong: string[] = [];
    for (const table of ["journal", ...nounNames] as const) {
      const { text } = this.#statements.newest(table);
      const [newest = 0] = await ask(text, [workspaceId], ([newest]) => Number(newest ?? 0));
      if (table === "journal" ? newest !== version : newest > version) {
        wrong.push(`Workspace ${workspaceId} is at version ${version}, but its ${table} at ${newest}.`);
      }
    }
    return wrong;
  }
}
