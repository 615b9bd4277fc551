import type { ObservationKind } from "#domain/model/note.ts";
import type { Basis, Owner, StepKind } from "#domain/model/step.ts";

/** Sixty invented people of twenty invented organizations: name, organization, role. */
export const people: readonly (readonly [name: string, organization: string, role: string])[] = [
  ["Ana Ruiz", "Harbour Port", "Head of data"],
  ["Jonas Weber", "Harbour Port", "Platform lead"],
  ["Ingrid Solheim", "Nordlys Rail", "Programme manager"],
  ["Tariq Haddad", "Nordlys Rail", "Architect"],
  ["Priya Raman", "Silverline Logistics", "CTO"],
  ["Marek Dvorak", "Silverline Logistics", "Product owner"],
  ["Chloe Martens", "Kestrel Energy", "Innovation"],
  ["Oluwaseun Ade", "Kestrel Energy", "Lead engineer"],
  ["Yuki Tanabe", "Tern Robotics", "Founder"],
  ["Elif Kaya", "Tern Robotics", "Partnerships"],
  ["Bram Peeters", "Lowland Water", "Asset manager"],
  ["Sofie Lund", "Lowland Water", "Data steward"],
  ["Nadia Benali", "Atlas Health", "Director"],
  ["Tom Ashworth", "Atlas Health", "Integration lead"],
  ["Giulia Ferro", "Brightfield", "Partner manager"],
  ["Lars Nygaard", "Brightfield", "Solution architect"],
  ["Amara Diallo", "Copperline Bank", "Head of change"],
  ["Pieter de Wit", "Copperline Bank", "Enterprise architect"],
  ["Hana Novak", "Mosswood Foods", "Supply chain"],
  ["Dario Conti", "Mosswood Foods", "IT manager"],
  ["Freya Lindqvist", "Skerry Maritime", "Operations"],
  ["Kofi Mensah", "Skerry Maritime", "Analyst"],
  ["Isabel Correia", "City of Porto Novo", "Mobility"],
  ["Rui Almeida", "City of Porto Novo", "Open data"],
  ["Mei Lin Chow", "Quartz Analytics", "Researcher"],
  ["David Okello", "Quartz Analytics", "Sales"],
  ["Clara Vogt", "Helix Labs", "Science lead"],
  ["Anton Petrov", "Helix Labs", "Engineer"],
  ["Ruth Adeyemi", "Orchard Schools", "Digital learning"],
  ["Sean Gallagher", "Orchard Schools", "Procurement"],
  ["Lotte Jansen", "Westerly Insurance", "Claims innovation"],
  ["Miguel Santos", "Westerly Insurance", "Data engineer"],
  ["Anneke Vos", "Polder Parcels", "Routing"],
  ["Samir Khan", "Polder Parcels", "Head of platform"],
  ["Emilia Rossi", "Rail Tech Forum", "Organizer"],
  ["Viktor Hansen", "Rail Tech Forum", "Programme chair"],
  ["Zofia Nowak", "Amber Retail", "E-commerce"],
  ["Paul Lefevre", "Amber Retail", "Security"],
  ["Grace Njeri", "Open Logistics Foundation", "Community"],
  ["Henrik Dahl", "Open Logistics Foundation", "Standards"],
  ["Laila Mansour", "Harbour Port", "Customs"],
  ["Niko Virtanen", "Tern Robotics", "Controls engineer"],
  ["Beatriz Lopes", "Brightfield", "Marketing"],
  ["Owen Pritchard", "Kestrel Energy", "Grid planning"],
  ["Katarina Horvat", "Copperline Bank", "Risk"],
  ["Femke Bakker", "Lowland Water", "Field service"],
  ["Ibrahim Sow", "Silverline Logistics", "Fleet"],
  ["Julia Brandt", "Nordlys Rail", "Timetables"],
  ["Noor Hassan", "Atlas Health", "Privacy officer"],
  ["Stefan Ilic", "Mosswood Foods", "Cold chain"],
  ["Teresa Gomez", "Skerry Maritime", "Ports"],
  ["Wei Zhang", "Quartz Analytics", "Data scientist"],
  ["Alma Bergstrom", "Helix Labs", "Partner lead"],
  ["Rafael Moreno", "Polder Parcels", "Integration"],
  ["Dina Shapiro", "Westerly Insurance", "Product"],
  ["Lucas Meyer", "Amber Retail", "Store systems"],
  ["Eva Kristensen", "Orchard Schools", "Teacher trainer"],
  ["Patrick Byrne", "City of Porto Novo", "Smart city"],
  ["Sanne Visser", "Northbeam", "Consultant"],
  ["Matteo Greco", "Northbeam", "Consultant"],
];

/** Eight events of a year: how many days before today they began, and for how long they went. */
export const events: readonly {
  name: string;
  kind: "conference" | "partner-event" | "offsite" | "meeting";
  place: string;
  daysAgo: number;
  days: number;
  purpose: string;
  focus: readonly string[];
}[] = [
  {
    name: "Data Days Lisbon",
    kind: "conference",
    place: "Lisbon",
    daysAgo: 318,
    days: 3,
    purpose: "See how others share data between partners.",
    focus: ["Who shares live data with partners, and how?"],
  },
  {
    name: "Brightfield Partner Day",
    kind: "partner-event",
    place: "Antwerp",
    daysAgo: 262,
    days: 1,
    purpose: "Find two joint offers for the spring.",
    focus: ["Which joint offer can we start before summer?"],
  },
  {
    name: "Chapter offsite",
    kind: "offsite",
    place: "Durbuy",
    daysAgo: 214,
    days: 2,
    purpose: "Agree what the chapter stops doing.",
    focus: ["What do we stop?", "Who answers for onboarding?"],
  },
  {
    name: "Platform Week",
    kind: "conference",
    place: "Rotterdam",
    daysAgo: 155,
    days: 3,
    purpose: "Talk to teams that run a platform for others.",
    focus: ["How do small platform teams say no?"],
  },
  {
    name: "Harbour Innovation Evening",
    kind: "meeting",
    place: "Antwerp",
    daysAgo: 97,
    days: 1,
    purpose: "Meet the new port team.",
    focus: [],
  },
  {
    name: "Design in Practice",
    kind: "conference",
    place: "Ghent",
    daysAgo: 58,
    days: 2,
    purpose: "Bring back one habit for our reviews.",
    focus: ["Which review habit is worth trying on Monday?"],
  },
  {
    name: "Rail Tech Forum",
    kind: "conference",
    place: "Basel",
    daysAgo: 24,
    days: 2,
    purpose: "Understand what rail buys next year.",
    focus: ["What will rail operators tender in the spring?"],
  },
  {
    name: "Open Logistics Expo",
    kind: "conference",
    place: "Utrecht",
    daysAgo: 1,
    days: 2,
    purpose: "Find three pilots for shared routing.",
    focus: ["Who would pilot shared routing?", "What does the standard still lack?"],
  },
];

export const sessionTitles: readonly string[] = [
  "Sharing data without sharing everything",
  "What we learned from running our platform for nine teams",
  "Contracts between services that people can read",
  "Routing with half the data",
  "From pilot to purchase: a buyer speaks",
  "Small models at the edge of the network",
  "The map nobody kept up to date",
  "Standards, and who pays for them",
  "Queues at the gate: a year of measurements",
  "Designing for the night shift",
  "A standard for handing over freight",
  "Open questions over lunch",
];

/** A line of notes that holds a step; `{p}` is a person, `{t}` a topic, `{d}` a day in words. */
export interface StepLine {
  line: string;
  quote: string;
  what: string;
  owner: Owner;
  basis: Basis;
  kind: StepKind;
  isMarked: boolean;
}

export const topics: readonly string[] = [
  "the pilot plan",
  "the data contract",
  "our routing numbers",
  "the gate measurements",
  "the pricing sheet",
  "the reference case",
  "the onboarding checklist",
  "the security questionnaire",
  "the workshop outline",
  "the draft standard",
  "the integration sketch",
  "the roadmap slide",
];

export const stepLines: readonly StepLine[] = [
  mine("-> send {p} {t} {d}", "send {p} {t} {d}", "Send {p} {t}", "email", true),
  mine("Told {p} I would call {d} about {t}.", "I would call {d} about {t}", "Call {p} about {t}", "call", false),
  mine("- [ ] introduce {p} to Sanne {d}", "introduce {p} to Sanne {d}", "Introduce {p} to Sanne", "introduce", true),
  mine(
    "Write up {t} for the chapter, {d}",
    "Write up {t} for the chapter, {d}",
    "Write up {t} for the chapter",
    "write",
    false,
  ),
  mine(
    "look into what {p} showed us, {d}",
    "look into what {p} showed us, {d}",
    "Look into what {p} showed us",
    "investigate",
    false,
  ),
  mine("coffee with {p} {d}, talk through {t}", "coffee with {p} {d}", "Have coffee with {p} about {t}", "meet", true),
  mine("Share {t} with the team {d}", "Share {t} with the team {d}", "Share {t} with the team", "share", false),
  {
    line: "{p} asked whether we could review {t} {d}",
    quote: "{p} asked whether we could review {t} {d}",
    what: "Review {t} for {p}",
    owner: "me",
    basis: "asked",
    kind: "do",
    isMarked: false,
  },
  theirs("<- {p} sends us {t} {d}", "{p} sends us {t} {d}", "Send us {t}", "email", true),
  theirs(
    "{p} will put us in touch with procurement, {d}",
    "{p} will put us in touch with procurement, {d}",
    "Put us in touch with procurement",
    "introduce",
    false,
  ),
  theirs("{p} promised numbers on {t} {d}", "promised numbers on {t} {d}", "Send numbers on {t}", "email", false),
  { ...theirs("Asked {p} to check {t} {d}", "Asked {p} to check {t} {d}", "Check {t}", "do", false), basis: "asked" },
];

/** Lines that hold no step: what was learned, seen, thought. */
export const plainLines: readonly (readonly [line: string, observation: ObservationKind | null])[] = [
  ["Their gate queue halved once drivers could see it.", "learned"],
  ["Nobody in the room had a contract test between two companies.", "market"],
  ["Idea: print the ledger of an event on one page and hang it in the corridor.", "idea"],
  ["Quartz now sells the routing part on its own.", "competitor"],
  ["Good coffee, far too little shade.", null],
  ["The standard leaves out returns; two people said so.", "technology"],
  ["Brightfield wants to run the workshop with us.", "partner"],
  ["Slides will be online next week.", null],
  ["Their team answers every incident within an hour, with two people.", "learned"],
  ["Small screens in the cabin, gloves on: our buttons are too small.", "learned"],
  ["The buyer said price was the fourth thing they looked at.", "market"],
  ["Room was full, sat on the floor.", null],
];

/** What came of steps that are done. */
export const outcomes: readonly (string | null)[] = [
  "They will join the pilot in spring",
  "nothing",
  null,
  "We meet again with their architect",
  null,
  "Published on the chapter's page",
  "They chose somebody else, and said why",
  null,
  "A second introduction, to their port team",
];

function mine(line: string, quote: string, what: string, kind: StepKind, isMarked: boolean): StepLine {
  return { line, quote, what, owner: "me", basis: "promised", kind, isMarked };
}

function theirs(line: string, quote: string, what: string, kind: StepKind, isMarked: boolean): StepLine {
  return { line, quote, what, owner: "them", basis: "promised", kind, isMarked };
}
