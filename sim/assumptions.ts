/**
 * What the simulated year takes for granted. None of it is measured: the year is a test of our own rules' behaviour (no starvation, no
 * flood, nothing unreachable), not a claim about people. `docs/simulation.md` says each in words.
 */
export const assumptions = {
  events: 8,
  eventDays: 2,
  /** Of an event. */
  peopleMet: 40,
  notes: 30,
  promisedByMe: 10,
  promisedByThem: 6,
  /** People met who would become something if somebody stayed in touch. */
  leads: 6,
  /** Days from coming home to the day something was promised for. */
  dueDays: [3, 21],
  /** Hours of follow-up work in a week, and in one with an event. */
  hoursAWeek: 4,
  hoursAtEvent: 1,
  /** Hours that keeping a promise takes, writing to somebody, asking again. */
  stepHours: [0.2, 1.2],
  touchHours: 0.2,
  askHours: 0.1,
  /**
   * Forgetting: what is in mind is retrievable after t days with a chance of R(t) = 1 / (1 + t / (9 S)), and what is retrievable comes to
   * mind on one working day in ten, unasked. Coming to mind makes S longer by half.
   */
  stabilityDays: 2,
  comesToMind: 0.1,
  /** Without lists the notebook is leafed through once, in the week after the event, for three events in ten. */
  leafsThrough: 0.3,
  /** With lists: Today is opened on seven working days of ten, the comb-back is held in seven weeks of ten. */
  opensToday: 0.7,
  holdsCombBack: 0.7,
  /** After the notes somebody stops at each card with this chance. */
  stopsAtCard: 0.05,
  /** Of an old note: a step, a join, let go; else it rests. */
  noteStep: 0.08,
  noteJoin: 0.12,
  noteLetGo: 0.3,
  /** They keep a promise by themselves; they keep it within three days when they are asked again. */
  theyKeep: 0.5,
  theyAnswer: 0.5,
  /** A lead went silent where I was not in touch for so long after the event. */
  silentDays: 60,
} as const;
