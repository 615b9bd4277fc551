import { ButtonLink } from "./button.tsx";
import { Empty } from "./empty.tsx";

/** An address of something that is not on this device, with the way to what is. */
export function NotHere({ what }: { what: keyof typeof ways }) {
  const { href, does, isMerged } = ways[what];
  return (
    <Empty title={`This ${what} is not here`} act={<ButtonLink href={href}>{does}</ButtonLink>}>
      {isMerged
        ? "It may have been merged with another or removed, or not have arrived on this device yet."
        : "It may have been removed, or not have arrived on this device yet."}
    </Empty>
  );
}

const toEvents = { href: "/events", does: "See all events", isMerged: false } as const;

const ways = {
  event: toEvents,
  board: toEvents,
  session: toEvents,
  page: toEvents,
  note: toEvents,
  outcome: { href: "/values", does: "See what events were worth", isMerged: false },
  person: { href: "/people", does: "See everybody", isMerged: true },
  initiative: toEvents,
  lead: { href: "/leads", does: "See all leads", isMerged: false },
  need: { href: "/needs", does: "See all needs", isMerged: false },
  organization: { href: "/organizations", does: "See all of them", isMerged: true },
} as const;
