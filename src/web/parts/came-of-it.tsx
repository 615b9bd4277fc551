import { Trophy } from "lucide-react";
import { useState } from "react";
import { type From, walkForward } from "#questions/walk.ts";
import { Button } from "./button.tsx";
import { OutcomeForm, type OutcomeSources } from "./outcome-form.tsx";
import { OutcomeList } from "./outcome-list.tsx";
import { Section } from "./section.tsx";
import { useQuestion } from "./workspace.tsx";

/** OC1: the outcomes that go back to a thing, and the way to record another. */
export function CameOfIt({ from, sources }: { from: From; sources?: OutcomeSources }) {
  const { outcomes } = useQuestion((replica) => walkForward(replica, from), [from.noun, from.id]);
  const [isAsked, setAsked] = useState(false);
  if (outcomes.length === 0 && sources === undefined) return null;
  return (
    <Section title="Outcomes" aside={outcomes.length === 0 ? "none yet" : outcomes.length}>
      <OutcomeList outcomes={outcomes.map((outcome) => ({ outcome }))} />
      {sources !== undefined && (
        <div>
          <Button look="bare" icon={Trophy} onPress={() => setAsked(true)}>
            Record what came of it
          </Button>
        </div>
      )}
      {isAsked && sources !== undefined && <OutcomeForm from={sources} onClose={() => setAsked(false)} />}
    </Section>
  );
}
