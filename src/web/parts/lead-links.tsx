import { Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { leadsOf } from "#questions/lead.ts";
import { todayIn } from "#questions/asking.ts";
import { Button } from "./button.tsx";
import { type LeadOrigin, NewLead } from "./new-lead.tsx";
import { paths } from "./paths.ts";
import { Section } from "./section.tsx";
import { useQuestion } from "./workspace.tsx";
import styles from "./lead-links.module.css";

interface Props {
  title?: string;
  of: Parameters<typeof leadsOf>[1];
  /** What a new one begins with. */
  from: LeadOrigin;
}

/** The leads of a person, an organization, an event or a note, and the way to make one. */
export function LeadLinks({ title = "Leads", of, from }: Props) {
  const [isMaking, setMaking] = useState(false);
  const found = useQuestion(
    (replica, asking) => leadsOf(replica, of, todayIn(replica, asking)),
    [Object.values(of)[0]],
  );
  return (
    <Section title={title} aside={found.length === 0 ? "none yet" : found.length}>
      <ul className={styles["list"]}>
        {found.map(({ lead, stage, stuck, next }) => (
          <li key={lead.id}>
            <Link href={paths.lead(lead.id)}>
              <span>{lead.name}</span>
              <small>
                {stage.name}
                {next !== null && `, next: ${next.step.what}`}
                {stuck !== null && <b>, stuck: {stuck}</b>}
              </small>
            </Link>
          </li>
        ))}
      </ul>
      <Button icon={Plus} onPress={() => setMaking(true)}>
        Make a lead
      </Button>
      {isMaking && <NewLead from={from} onClose={() => setMaking(false)} />}
    </Section>
  );
}
