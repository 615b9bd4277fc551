import * as z from "zod";
import { command, type Work } from "../command.ts";
import { LeadId, OrganizationId, PersonId } from "../model/id.ts";
import { checkBackAfterDays } from "../model/step.ts";
import { addDays, addWorkingDays, Day } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { addStep } from "./step.ts";
import { todayOf } from "./today.ts";

/**
 * "Ask Ana for an introduction to Li": a step on both sides. Mine is to ask Ana, on the next working day unless another is said; Ana's
 * is to introduce me, asked and not promised, with the day on which I look again (ST2): a week after I was to ask. Both name the
 * lead, so neither is lost when the other is done. Whom the lead is with is whom it is about, unless somebody else is named.
 */
export const askIntroduction = command({
  title: "Ask for an introduction",
  args: z.strictObject({
    throughPersonId: PersonId,
    leadId: LeadId.nullish(),
    toPersonId: PersonId.nullish(),
    toOrganizationId: OrganizationId.nullish(),
    dueOn: Day.nullish(),
    checkBackOn: Day.nullish(),
  }),
  async run({ throughPersonId, leadId = null, dueOn, checkBackOn, ...args }, work) {
    const { tx, workspaceId } = work;
    const through = await found(tx, "person", throughPersonId);
    const lead = leadId === null ? null : await found(tx, "lead", leadId);
    const isSaid = (args.toPersonId ?? args.toOrganizationId ?? null) !== null;
    const to = isSaid ? args : { toPersonId: lead?.personId, toOrganizationId: lead?.organizationId };
    const person = to.toPersonId ? await found(tx, "person", to.toPersonId) : null;
    const organizationId = to.toOrganizationId ?? person?.organizationId ?? null;
    const organization = organizationId === null ? null : await found(tx, "organization", organizationId);
    const name = person?.name ?? organization?.name;
    if (name === undefined) {
      throw new Refusal("invalid", `Say to whom ${through.name} is to introduce you: a person or an organization.`);
    }
    if (person?.id === throughPersonId) {
      throw new Refusal("invalid", `${through.name} cannot introduce you to themselves; ask somebody else.`);
    }
    await refuseSecond(
      { throughPersonId, personId: person?.id ?? null, organizationId, names: [through.name, name] },
      work,
    );
    const { workingDays } = await found(tx, "workspace", workspaceId);
    const askOn = dueOn ?? addWorkingDays(await todayOf(work), 1, workingDays);
    const backOn = checkBackOn ?? addDays(askOn, checkBackAfterDays);
    if (backOn < askOn) {
      throw new Refusal("invalid", `Look again (${backOn}) after ${through.name} was asked (${askOn}), not before.`);
    }
    const both = { organizationId, leadId, eventId: lead?.eventId ?? null, commitmentId: lead?.commitmentId ?? null };
    const mine = await addStep(
      {
        ...both,
        what: `Ask ${through.name} for an introduction to ${name}`,
        kind: "message",
        withPersonId: throughPersonId,
        dueOn: askOn,
      },
      work,
    );
    // A colleague's step has a day like mine; what is theirs outside is looked at again.
    const day = through.isColleague ? { dueOn: backOn } : { checkBackOn: backOn };
    const theirs = await addStep(
      {
        ...both,
        ...day,
        what: `Introduce me to ${name}`,
        kind: "introduce",
        isTheirs: !through.isColleague,
        basis: "asked",
        ownerPersonId: throughPersonId,
        withPersonId: person?.id ?? null,
      },
      work,
    );
    return { stepId: mine.stepId, theirStepId: theirs.stepId };
  },
});

interface Asked {
  throughPersonId: PersonId;
  personId: PersonId | null;
  organizationId: OrganizationId | null;
  names: [through: string, to: string];
}

/** One who was asked and has not answered is reminded, not asked anew. */
async function refuseSecond({ throughPersonId, personId, organizationId, names }: Asked, { tx }: Work): Promise<void> {
  const asked = await tx.list("step", { ownerPersonId: throughPersonId, kind: "introduce", state: "open" });
  const same = asked.find((step) =>
    personId === null
      ? step.withPersonId === null && step.organizationId === organizationId
      : step.withPersonId === personId,
  );
  if (same === undefined) return;
  const [through, to] = names;
  throw new Refusal(
    "duplicate",
    `${through} was asked for an introduction to ${to} already; ask again from the step that waits for it.`,
  );
}
