/** Where each thing stands in the app: the one list of addresses, so that a link is never spelt twice. */
export const paths = {
  event: (id: string) => `/event/${id}`,
  /** The fortnight after an event. */
  after: (eventId: string) => `/after/${eventId}`,
  /** What is proposed of an event, from one proposal on where it is named. */
  debrief: (eventId: string, at?: string) => `/debrief/${eventId}${at === undefined ? "" : `?at=${at}`}`,
  /** Taking in files: of a new event, or more of one. */
  import: (eventId?: string) => `/import${eventId === undefined ? "" : `?event=${eventId}`}`,
  board: (id: string) => `/board/${id}`,
  /** Where guests come in, with the key of an open board. */
  join: (key: string) => `/join/${key}`,
  /** All boards of an event as one wall. */
  wall: (eventId: string) => `/wall/${eventId}`,
  /** What an event cost and what came of it. */
  value: (eventId: string) => `/value/${eventId}`,
  outcome: (id: string) => `/outcome/${id}`,
  session: (id: string) => `/session/${id}`,
  person: (id: string) => `/person/${id}`,
  organization: (id: string) => `/organization/${id}`,
  /** What a team agreed on at an offsite. */
  roadmap: (eventId: string) => `/roadmap/${eventId}`,
  initiative: (id: string) => `/initiative/${id}`,
  digest: (eventId: string) => `/digest/${eventId}`,
  charter: () => "/charter",
  lead: (id: string) => `/lead/${id}`,
  need: (id: string) => `/need/${id}`,
  note: (id: string) => `/note/${id}`,
  /** The outline of a year, or the list of a month ("2026", "2026-11"). */
  plan: (period?: string) => `/plan${period === undefined ? "" : `?for=${period}`}`,
  /** A month's end. */
  monthEnd: (month: string) => `/plan/${month}`,
  /** A page to print: today, a month or a year. */
  print: (period: string) => `/print/${period}`,
  step: (id: string) => `/steps?step=${id}`,
  /** A page, with the words between two of its characters in sight. */
  page: (id: string, at?: { start: number; end: number }) =>
    at === undefined ? `/page/${id}` : `/page/${id}?start=${at.start}&end=${at.end}`,
} as const;
