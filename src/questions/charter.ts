import type { AgreementAnswer, Charter, Role } from "#domain/model/charter.ts";
import type { EventId } from "#domain/model/id.ts";
import { plain } from "#domain/model/plain.ts";
import type { Replica } from "#replica/replica.ts";

export interface RoleShown {
  role: Role;
  /** Who holds it, by name. */
  holders: string[];
}

/** What one member said, or null while they have not. */
export interface Said {
  name: string;
  isMe: boolean;
  answer: AgreementAnswer | null;
  remark: string | null;
}

export interface CharterShown {
  charter: Charter;
  event: string | null;
  roles: RoleShown[];
  /** Every member: those who have not answered or not yet agreed first (BD5). */
  said: Said[];
  /** What the team must answer for and no role does; and roles that nobody holds. */
  gaps: { duties: string[]; roles: string[] };
  /** What more than one role answers for, and roles that several hold. */
  overlaps: { duty: string; roles: string[] }[];
  shared: { role: string; holders: string[] }[];
}

export interface Charters {
  /** The one that counts. */
  agreed: CharterShown | undefined;
  /** The one that is being written. */
  draft: CharterShown | undefined;
  /** Earlier versions, the latest first. */
  past: Charter[];
}

export const charterNouns = ["workspace", "member", "event", "charter", "agreement"] as const;

/** The team's charter (BD5): the version that counts, the one being written, and those before. */
export function charters(replica: Replica): Charters {
  const all = [...replica.all("charter")].sort((a, b) => b.edition - a.edition);
  const shown = (charter: Charter | undefined) => (charter === undefined ? undefined : show(replica, charter));
  return {
    agreed: shown(all.find(({ state }) => state === "agreed")),
    draft: shown(all.find(({ state }) => state === "draft")),
    past: all.filter(({ state }) => state === "past"),
  };
}

/** The version of the charter that an offsite made, agreed or not. */
export function charterOf(replica: Replica, eventId: EventId): CharterShown | undefined {
  const all = replica.by("charter", "eventId", eventId).toSorted((a, b) => b.edition - a.edition);
  return all[0] === undefined ? undefined : show(replica, all[0]);
}

/** Who holds a role now, by the charter that counts: steps and initiatives name roles (BD5). Empty where nobody does. */
export function holdersOf(replica: Replica, role: string): string[] {
  const agreed = [...replica.all("charter")].find(({ state }) => state === "agreed");
  const found = agreed?.roles.find(({ name }) => plain(name) === plain(role));
  return found === undefined ? [] : holderNames(replica, found);
}

/** The roles that steps and initiatives can name: those of the charter that counts, else of the draft. */
export function roleNames(replica: Replica): string[] {
  const all = [...replica.all("charter")];
  const charter = all.find(({ state }) => state === "agreed") ?? all.find(({ state }) => state === "draft");
  return charter?.roles.map(({ name }) => name) ?? [];
}

function show(replica: Replica, charter: Charter): CharterShown {
  const roles = charter.roles.map((role): RoleShown => ({ role, holders: holderNames(replica, role) }));
  const answers = new Map(replica.by("agreement", "charterId", charter.id).map((one) => [one.memberId, one] as const));
  const said = [...replica.all("member")].map(({ id, name }): Said => {
    const one = answers.get(id);
    return { name, isMe: id === replica.memberId, answer: one?.answer ?? null, remark: one?.remark ?? null };
  });
  const isSettled = ({ answer }: Said) => answer === "agree" || answer === "remark";
  const rolesOf = dutiesOf(charter.roles);
  return {
    charter,
    event: replica.get("event", charter.eventId)?.name ?? null,
    roles,
    said: said.sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)) || a.name.localeCompare(b.name)),
    gaps: {
      duties: charter.needed.filter((duty) => !rolesOf.has(plain(duty))),
      roles: roles.filter(({ holders }) => holders.length === 0).map(({ role }) => role.name),
    },
    overlaps: [...rolesOf.values()].filter(({ roles: names }) => names.length > 1),
    shared: roles.flatMap(({ role, holders }) => (holders.length > 1 ? [{ role: role.name, holders }] : [])),
  };
}

/** Each duty, whatever its case and accents, with the roles that answer for it. */
function dutiesOf(roles: readonly Role[]): Map<string, { duty: string; roles: string[] }> {
  const found = new Map<string, { duty: string; roles: string[] }>();
  for (const { name, duties } of roles) {
    for (const duty of duties) {
      const known = found.get(plain(duty));
      if (known === undefined) found.set(plain(duty), { duty, roles: [name] });
      else if (!known.roles.includes(name)) known.roles.push(name);
    }
  }
  return found;
}

function holderNames(replica: Replica, { holderIds }: Role): string[] {
  return holderIds.flatMap((id) => replica.get("member", id)?.name ?? []);
}
