import { existsSync } from "node:fs";
import type { DeviceId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import { isTimeZone, type TimeZone } from "#domain/model/time.ts";
import type { Member } from "#domain/model/workspace.ts";
import type { Context, Entry, Transactor } from "#domain/ports.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ArgsOf, Done, ResultOf, run as runCommand } from "#domain/run.ts";
import type { CommandName } from "#domain/commands.ts";
import { Replica } from "#replica/replica.ts";
import type { Store } from "#store/store.ts";
import { memberOf, presentMembers, rememberMember, workspaceOf } from "../identity.ts";
import { isPostgres, openPlace, placeOf } from "../place.ts";
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
  /**
   * Where there is no workspace yet: one in memory. The first command is tried there, so that one that is refused leaves
   * nothing behind, no file and no workspace.
   */
  #draft: { store: Store; workspace: ArgsOf<"workspace.create"> } | undefined;
  /** What was found in the store, so that it is asked once a run. */
  #found: { workspaceId?: WorkspaceId | undefined; memberId?: MemberId } = {};
  #kept = 0;

  constructor(world: World, storeOption: string | undefined) {
    this.world = world;
    this.place = placeOf(world, storeOption);
  }

  /** How many commands this run has kept, the workspace's beginning apart. */
  get kept(): number {
    return this.#kept;
  }

  async store(): Promise<Store> {
    return (this.#store ??= await openPlace(this.place));
  }

  /** A look never makes the file. */
  #isThere(): boolean {
    return isPostgres(this.place) || existsSync(this.place);
  }

  /** The workspace that is looked at; undefined where the store holds none. */
  async workspaceId(): Promise<WorkspaceId | undefined> {
    if (this.#context !== undefined) return this.#context.workspaceId;
    if (this.#store === undefined && !this.#isThere()) return undefined;
    return (this.#found.workspaceId ??= workspaceOf(this.world, await (await this.store()).workspaces()));
  }

  /** A replica of the nouns a question needs. */
  async replica(nouns: readonly Noun[]): Promise<Replica> {
    const workspaceId = await this.workspaceId();
    if (workspaceId === undefined) throw new Refusal("not-found", nothingYet);
    const wanted = [...new Set<Noun>(["workspace", "member", ...nouns])];
    const { rows } = await (await this.#shown()).load(workspaceId, wanted);
    const memberId = memberOf(this.world, workspaceId, presentMembers(rows.member));
    if (this.#draft === undefined) this.#found.memberId = memberId;
    const replica = new Replica(workspaceId, memberId, wanted);
    for (const noun of wanted) {
      for (const { record, removed } of rows[noun]) if (!removed) replica.put({ noun, record, removed });
    }
    return replica;
  }

  /** Runs a command; the first one of an empty store makes the workspace. */
  async run<C extends CommandName>(name: C, args: ArgsOf<C>): Promise<Done<ResultOf<C>>> {
    const { run } = await verbs();
    let context = await this.context();
    if (this.#draft !== undefined) {
      await run(name, args, { ...context, now: this.world.now() });
      context = await this.#begin(context, this.#draft.workspace);
    }
    const done = await run(name, args, { ...context, now: this.world.now() });
    this.#kept += 1;
    rememberMember(this.world, context.workspaceId, context.memberId);
    return done;
  }

  /** Who runs commands here, and where. Where there is no workspace yet, it will begin as is said here the first time. */
  async context(beginning: Beginning = {}): Promise<Context> {
    if (this.#context === undefined) {
      const existing = await this.workspaceId();
      const base = { now: this.world.now(), newId: this.world.newId, deviceId: cliDevice };
      if (existing === undefined) {
        const store = (await import("#store/memory.ts")).openMemory();
        const [workspaceId, memberId] = [base.newId() as WorkspaceId, base.newId() as MemberId]; // new ids
        const fresh = { ...base, store, workspaceId, memberId };
        const workspace = this.#newWorkspace(beginning);
        await (await verbs()).run("workspace.create", workspace, fresh);
        this.#draft = { store, workspace };
        this.#context = fresh;
      } else {
        const memberId = this.#found.memberId ?? (await this.replica([])).memberId;
        this.#context = { ...base, store: await this.store(), workspaceId: existing, memberId };
      }
    }
    return this.#context;
  }

  /** Makes the workspace of the draft in the store; or, where another process was first, joins the one it made. */
  async #begin(draft: Context, workspace: ArgsOf<"workspace.create">): Promise<Context> {
    const store = await this.store();
    this.#draft = undefined;
    this.#context = { ...draft, store };
    const context = { ...this.#context, store: asFirst(store) };
    try {
      await (await verbs()).run("workspace.create", workspace, context);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "duplicate")) throw error;
      this.#context = undefined;
    }
    return this.context();
  }

  /** What questions look at. */
  async #shown(): Promise<Store> {
    return this.#draft?.store ?? (await this.store());
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

  /** Records of some nouns by id, removed ones too, for telling what was done. */
  async records(nouns: readonly Noun[]): Promise<Map<string, RecordOf<Noun>>> {
    const workspaceId = await this.workspaceId();
    if (workspaceId === undefined) return new Map();
    const { rows } = await (await this.#shown()).load(workspaceId, nouns);
    return new Map(nouns.flatMap((noun) => rows[noun].map(({ record }) => [record.id, record] as const)));
  }

  async entries(limit: number): Promise<Entry[]> {
    const workspaceId = await this.workspaceId();
    if (workspaceId === undefined) return [];
    return (await this.#shown()).entries(workspaceId, { limit });
  }

  /** Who may be meant by "me". */
  async members(): Promise<{ workspaceId: WorkspaceId; members: Member[] }> {
    const workspaceId = await this.workspaceId();
    if (workspaceId === undefined) throw new Refusal("not-found", nothingYet);
    const { rows } = await (await this.store()).load(workspaceId, ["member"]);
    return { workspaceId, members: presentMembers(rows.member) };
  }

  async close(): Promise<void> {
    await this.#store?.close();
  }
}

/** A store in which a workspace can only be begun as the first. */
export function asFirst(store: Transactor): Transactor {
  return { transact: (workspaceId, head, work) => store.transact(workspaceId, { ...head, isFirst: true }, work) };
}

/** The commands, loaded when one is run: looking at today does not wait for them. */
function verbs(): Promise<{ run: typeof runCommand }> {
  return import("#domain/run.ts");
}

const nothingYet =
  'There is no workspace here yet. "upshot debrief FILES --save NAME" makes one from an event\'s files; "upshot add" from a line.';

/** The device id of the command line: it pushes nothing, so every machine's command line may share one. */
const cliDevice = "01900000-0000-7000-8000-000000000c11" as DeviceId;
