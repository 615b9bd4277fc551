import type { DeviceId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Noun } from "#domain/model/nouns.ts";
import { isTimeZone, type TimeZone } from "#domain/model/time.ts";
import type { Context, Entry } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ArgsOf, Done, ResultOf, run as runCommand } from "#domain/run.ts";
import type { CommandName } from "#domain/commands.ts";
import { Replica } from "#replica/replica.ts";
import type { Store } from "#store/store.ts";
import { isPostgres, placeOf } from "./place.ts";
import type { World } from "./world.ts";

/** What a person says about the workspace when it is made. */
export interface Beginning {
  memberName?: string | undefined;
  memberOrganization?: string | undefined;
  timeZone?: TimeZone | undefined;
}

/**
 * One run's access to the workspace: questions through a replica of the nouns they need, commands through `run`. Looking
 * never makes a workspace; the first command does.
 */
export class Desk {
  readonly world: World;
  readonly place: string;
  #store: Store | undefined;
  #context: Context | undefined;

  constructor(world: World, storeOption: string | undefined) {
    this.world = world;
    this.place = placeOf(world, storeOption);
  }

  async store(): Promise<Store> {
    if (this.#store === undefined) {
      this.#store = isPostgres(this.place)
        ? await (await import("#store/postgres.ts")).openPostgres({ url: this.place })
        : await (await import("#store/sqlite.ts")).openSqlite({ path: this.place });
    }
    return this.#store;
  }

  /** The workspace that is looked at; undefined where the store holds none. */
  async workspaceId(): Promise<WorkspaceId | undefined> {
    if (this.#context !== undefined) return this.#context.workspaceId;
    const all = await (await this.store()).workspaces();
    const wanted = this.world.env["UPSHOT_WORKSPACE"];
    if (wanted !== undefined && wanted !== "") {
      const named = all.find((id) => id === wanted);
      if (named === undefined)
        throw new Refusal("not-found", `The store holds no workspace ${wanted} (UPSHOT_WORKSPACE).`);
      return named;
    }
    if (all.length > 1) {
      throw new Refusal(
        "invalid",
        `The store holds ${all.length} workspaces; name one in UPSHOT_WORKSPACE: ${all.join(", ")}.`,
      );
    }
    return all[0];
  }

  /** A replica of the nouns a question needs. */
  async replica(nouns: readonly Noun[]): Promise<Replica> {
    const workspaceId = await this.workspaceId();
    if (workspaceId === undefined) throw new Refusal("not-found", nothingYet);
    const wanted = [...new Set<Noun>(["workspace", "member", ...nouns])];
    const { rows } = await (await this.store()).load(workspaceId, wanted);
    const memberId = rows.member.find((row) => !row.removed)?.record.id;
    if (memberId === undefined) throw new Refusal("not-found", "This workspace has no member.");
    const replica = new Replica(workspaceId, memberId, wanted);
    for (const noun of wanted) {
      for (const { record, removed } of rows[noun]) if (!removed) replica.put({ noun, record, removed });
    }
    return replica;
  }

  /** Runs a command; the first one of an empty store makes the workspace. */
  async run<C extends CommandName>(name: C, args: ArgsOf<C>, beginning: Beginning = {}): Promise<Done<ResultOf<C>>> {
    const context = await this.context(beginning);
    return (await verbs()).run(name, args, context);
  }

  async context(beginning: Beginning = {}): Promise<Context> {
    if (this.#context === undefined) {
      const existing = await this.workspaceId();
      const base = { store: await this.store(), now: this.world.now(), newId: this.world.newId, deviceId: cliDevice };
      if (existing === undefined) {
        const fresh = { ...base, workspaceId: base.newId() as WorkspaceId, memberId: base.newId() as MemberId }; // new ids
        await (await verbs()).run("workspace.create", this.#newWorkspace(beginning), fresh);
        this.#context = fresh;
      } else {
        const { memberId } = await this.replica([]);
        this.#context = { ...base, workspaceId: existing, memberId };
      }
    }
    return this.#context;
  }

  #newWorkspace({ memberName, memberOrganization, timeZone }: Beginning): ArgsOf<"workspace.create"> {
    const machine = isTimeZone(this.world.timeZone) ? this.world.timeZone : "UTC";
    return {
      name: "My workspace",
      // A person's days are those of where they work, not of the first event they went to; a machine in UTC does not say where.
      timeZone: machine === "UTC" ? (timeZone ?? machine) : machine,
      memberName: memberName ?? this.world.userName,
      memberOrganization: memberOrganization ?? null,
    };
  }

  async entries(limit: number): Promise<Entry[]> {
    const workspaceId = await this.workspaceId();
    if (workspaceId === undefined) return [];
    return (await this.store()).entries(workspaceId, { limit });
  }

  async close(): Promise<void> {
    await this.#store?.close();
  }
}

/** The commands, loaded when one is run: looking at today does not wait for them. */
function verbs(): Promise<{ run: typeof runCommand }> {
  return import("#domain/run.ts");
}

const nothingYet =
  'There is no workspace here yet. "upshot debrief FILES --save NAME" makes one from an event\'s files; "upshot add" from a line.';

/** The device id of the command line: it pushes nothing, so every machine's command line may share one. */
const cliDevice = "01900000-0000-7000-8000-000000000c11" as DeviceId;
