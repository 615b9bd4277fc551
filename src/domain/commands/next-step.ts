import * as z from "zod";
import { Step } from "../model/step.ts";

/** The next step that a lead takes with it: what, of which kind, whose and by when. */
export const NextStep = z.strictObject(
  Step.pick({
    what: true,
    kind: true,
    isTheirs: true,
    basis: true,
    dueOn: true,
    dueEnd: true,
    dueText: true,
    checkBackOn: true,
    cue: true,
    certainty: true,
    isUrgent: true,
    ownerMemberId: true,
  }).shape,
);
