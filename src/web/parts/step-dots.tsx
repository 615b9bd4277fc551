import type { StepId } from "#domain/model/id.ts";
import { dotsOfStep } from "#questions/step-dots.ts";
import { NoteList } from "./note-list.tsx";
import { Section } from "./section.tsx";
import { useQuestion } from "./workspace.tsx";

/** The old notes that were joined to a step (RV2). */
export function StepDots({ stepId }: { stepId: StepId }) {
  const dots = useQuestion((replica) => dotsOfStep(replica, stepId), [stepId]);
  return (
    <Section title="Old notes joined to it" count={dots.length}>
      <NoteList notes={dots.map(({ note }) => note)} />
    </Section>
  );
}
