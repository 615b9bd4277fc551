import * as z from "zod";
import { command, type Work } from "../command.ts";
import { EventId, type PageId, PersonId } from "../model/id.ts";
import { ContactCard } from "../model/person.ts";
import { ProposalDraft } from "../model/proposal.ts";
import { Day } from "../model/time.ts";
import { assert } from "../refusal.ts";
import { acceptProposal } from "./accept.ts";
import { found } from "./found.ts";
import { pageCommands } from "./page.ts";
import { grow, PersonIndex } from "./person-index.ts";
import { notesTold, settle } from "./settle.ts";

/** The longest text that is kept of a card: two codes at their fullest, and more words than a card has. */
const textMax = 20_000;

/**
 * A card or badge that a person looked through and corrected (RD7): what stood on it is kept as a page (NT1); the person it names is
 * made, or what is new is added to the one who certainly is there (`PersonIndex`), with the organization, and that they were met at
 * the event on that day. The way from the person back to the words is that of an accepted proposal (NT3). One entry, so one undo
 * takes it all back (ST6). Refuses where several have the name and nothing tells who is meant.
 */
export const capture = command({
  title: "Capture a card",
  args: z.strictObject({
    eventId: EventId.nullable().default(null),
    /** The session it was handed over in: its guid where it has one, and its title. */
    session: z.object({ guid: z.string().nullable(), title: z.string() }).nullable().default(null),
    /** What stood on it, as the device read it: a code's text, the words. */
    text: z.string().max(textMax).regex(/\S/u, { error: "holds no words" }),
    takenOn: Day,
    /** What the person made of it. */
    card: ContactCard,
    /** Who it is, where several have the name. */
    personId: PersonId.optional(),
  }),
  async run({ eventId, session, text, takenOn, card, personId }, work) {
    const { tx } = work;
    const passage = { ...rangeOf(text), text: text.trim(), session, sameAs: null };
    const page = { name: "card", text, markup: "plain" as const, encoding: "utf-8", takenOn };
    const pages = [{ ...page, passages: [passage], proposals: [draftOf(card, text)] }];
    const { pageIds } = await pageCommands["page.add"].run({ eventId, pages, again: [] }, work);
    const pageId = pageIds[0] as PageId; // one page was given
    const [proposal] = await tx.list("proposal", { pageId });
    assert(proposal, "the page was kept with what is proposed of it");
    const who = personId ?? (await personOn(card, work));
    const { id } = await acceptProposal(proposal, work, { personId: who, metHow: "Gave me their card" });
    const made = id as PersonId; // a proposal that means a person made one
    await addTheRest(made, card, work);
    await settle(tx, await notesTold(tx, "proposal", proposal));
    return { pageId, personId: made };
  },
});

/** The card as what is proposed of its page: the quote is the name where it stands there, and all of it where it was corrected. */
function draftOf(card: ContactCard, text: string): ProposalDraft {
  const { name, role, organization } = card;
  const at = text.indexOf(name);
  const { start, end } = at === -1 ? rangeOf(text) : { start: at, end: at + name.length };
  const fitting = (value: string | undefined, max: number) =>
    value === undefined || value.length > max ? null : value;
  return ProposalDraft.parse({
    means: "person",
    start,
    end,
    quote: text.slice(start, end),
    person: {
      name,
      role,
      organization,
      email: fitting(card.emails[0]?.value, 320),
      phone: fitting(card.phones[0]?.value, 60),
      met: true,
      known: null,
    },
    reading: [name, role, organization].filter(Boolean).join(", "),
    isMarked: true,
    confidence: 1,
  });
}

/** The words of a text without the blanks around them. */
function rangeOf(text: string): { start: number; end: number } {
  return { start: text.search(/\S/u), end: text.trimEnd().length };
}

/** Who the card certainly is, of those who are there. */
async function personOn(card: ContactCard, { tx }: Work): Promise<PersonId | undefined> {
  const { organization } = card;
  const [same] = organization === null ? [] : await tx.list("organization", { name: organization });
  const index = new PersonIndex(await tx.list("person"));
  return index.find({ ...card, organizationId: same?.id ?? null, organization }).same?.person.id;
}

/** What a card holds beyond what a proposal of a person does: more addresses, links, the place. */
async function addTheRest(id: PersonId, card: ContactCard, { tx }: Work): Promise<void> {
  const { organization, connectedOn: _, ...fields } = card;
  const person = await found(tx, "person", id);
  const [same] = organization === null ? [] : await tx.list("organization", { name: organization });
  const grown = grow(person, { ...fields, organizationId: same?.id ?? null }, { source: null, organization });
  await tx.patch("person", id, grown);
}
