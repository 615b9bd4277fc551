import { createContext, lazy, type ReactNode, Suspense, use, useEffect, useMemo, useState } from "react";
import type { StepId } from "#domain/model/id.ts";
import { asksWhy } from "#domain/model/step.ts";
import { sayDay } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import { useRun, useWorkspace } from "./workspace.tsx";

/** What can be done with a step, wherever it is shown. */
export interface StepActs {
  /** Asks what came of it in one line, and closes it (ST5). */
  done: (id: StepId) => void;
  /** Asks for another day, and why from the third time (ST3). */
  putOff: (id: StepId) => void;
  edit: (id: StepId) => void;
  drop: (id: StepId) => void;
  reopen: (id: StepId) => void;
  /** Gives it a day at once; what is put off once too often is asked why first. */
  moveTo: (id: StepId, day: Day) => void;
}

/** The question a step's act asks. */
export type StepAsked = { asks: "done" | "edit"; stepId: StepId } | { asks: "putOff"; stepId: StepId; to: Day | null };

const loadDialogs = () => import("./step-dialogs.tsx");
const StepDialogs = lazy(async () => ({ default: (await loadDialogs()).StepDialogs }));

const StepActsContext = createContext<StepActs | null>(null);

/** Lets the parts below act on steps; the dialogs that ask are here, once. */
export function StepActsProvider({ children }: { children: ReactNode }) {
  const run = useRun();
  const { replica } = useWorkspace();
  const [asked, setAsked] = useState<StepAsked | null>(null);
  // The first act must not wait for the dialogs' code.
  useEffect(() => {
    const soon = setTimeout(() => void loadDialogs(), 300);
    return () => clearTimeout(soon);
  }, []);
  const acts = useMemo((): StepActs => {
    return {
      done: (stepId) => setAsked({ asks: "done", stepId }),
      putOff: (stepId) => setAsked({ asks: "putOff", stepId, to: null }),
      edit: (stepId) => setAsked({ asks: "edit", stepId }),
      drop: (stepId) => void run("step.drop", { stepId }),
      reopen: (stepId) => void run("step.reopen", { stepId }),
      moveTo: (stepId, day) => {
        const step = replica.get("step", stepId);
        if (step === undefined) return;
        if (asksWhy(step, day)) setAsked({ asks: "putOff", stepId, to: day });
        else void run("step.defer", { stepId, to: day }, { say: `Step moved to ${sayDay(day)}` });
      },
    };
  }, [run, replica]);
  return (
    <StepActsContext value={acts}>
      {children}
      <Suspense fallback={null}>{asked && <StepDialogs asked={asked} onClose={() => setAsked(null)} />}</Suspense>
    </StepActsContext>
  );
}

export function useStepActs(): StepActs {
  const acts = use(StepActsContext);
  if (acts === null) throw new Error("What acts on steps stands inside a StepActsProvider.");
  return acts;
}
