import { lazy, Suspense } from "react";

/** Nothing is chosen when a list is first seen, so its code does not wait for this. */
export const loadStepDetail = () => import("./step-detail.tsx");
const StepDetail = lazy(async () => ({ default: (await loadStepDetail()).StepDetail }));

/** The step that is chosen in a list, to stand beside it. */
export function StepChosen({ stepId }: { stepId: string }) {
  return (
    <Suspense fallback={null}>
      <StepDetail key={stepId} stepId={stepId} />
    </Suspense>
  );
}
