import {
  Building2,
  CalendarDays,
  FolderInput,
  HandHelping,
  Handshake,
  Hourglass,
  Layers,
  ListChecks,
  ListTree,
  type LucideIcon,
  Search,
  Settings,
  Sun,
  Trophy,
  Users,
} from "lucide-react";
import { type ComponentType, lazy, type ReactNode } from "react";

/** A place of the app: where it stands, what it is called, and what is shown there. */
export interface Screen {
  path: string;
  title: string;
  icon?: LucideIcon;
  /** The key that goes there after `g`. */
  key?: string;
  /** Stands in the bar of a phone; two beside Today, all others are under More. */
  isInBar?: true;
  show: ComponentType;
}

/** Every screen; the rail, the bar, the palette and the help are made of this list. */
export const screens: readonly Screen[] = [
  {
    path: "/",
    title: "Today",
    icon: Sun,
    key: "t",
    isInBar: true,
    show: lazily(() => import("./screens/today.tsx"), "TodayScreen"),
  },
  {
    path: "/waiting",
    title: "Waiting",
    icon: Hourglass,
    key: "w",
    show: lazily(() => import("./screens/waiting.tsx"), "WaitingScreen"),
  },
  {
    path: "/steps",
    title: "Steps",
    icon: ListChecks,
    key: "s",
    show: lazily(() => import("./screens/steps.tsx"), "StepsScreen"),
  },
  {
    path: "/comb-back",
    title: "Comb-back",
    icon: Layers,
    key: "b",
    show: lazily(() => import("./screens/comb-back.tsx"), "CombBackScreen"),
  },
  {
    path: "/events",
    title: "Events",
    icon: CalendarDays,
    key: "e",
    isInBar: true,
    show: lazily(() => import("./screens/events.tsx"), "EventsScreen"),
  },
  {
    path: "/people",
    title: "People",
    icon: Users,
    key: "p",
    isInBar: true,
    show: lazily(() => import("./screens/people.tsx"), "PeopleScreen"),
  },
  {
    path: "/plan",
    title: "Plan",
    icon: ListTree,
    key: "y",
    show: lazily(() => import("./screens/plan.tsx"), "PlanScreen"),
  },
  {
    path: "/leads",
    title: "Leads",
    icon: Handshake,
    key: "l",
    show: lazily(() => import("./screens/leads.tsx"), "LeadsScreen"),
  },
  { path: "/lead/:id", title: "Lead", show: lazily(() => import("./screens/lead.tsx"), "LeadScreen") },
  {
    path: "/import",
    title: "Take in an event",
    icon: FolderInput,
    key: "i",
    show: lazily(() => import("./screens/import.tsx"), "ImportScreen"),
  },
  {
    path: "/plan/:month",
    title: "A month’s end",
    show: lazily(() => import("./screens/month-end.tsx"), "MonthEndScreen"),
  },
  { path: "/print/:period", title: "Print", show: lazily(() => import("./screens/print.tsx"), "PrintScreen") },
  { path: "/event/:id", title: "Event", show: lazily(() => import("./screens/event.tsx"), "EventScreen") },
  { path: "/after/:id", title: "After an event", show: lazily(() => import("./screens/after.tsx"), "AfterScreen") },
  { path: "/board/:id", title: "Board", show: lazily(() => import("./screens/board.tsx"), "BoardScreen") },
  { path: "/wall/:id", title: "Wall", show: lazily(() => import("./screens/wall.tsx"), "WallScreen") },
  { path: "/session/:id", title: "Session", show: lazily(() => import("./screens/session.tsx"), "SessionScreen") },
  { path: "/page/:id", title: "Page", show: lazily(() => import("./screens/page.tsx"), "PageScreen") },
  { path: "/note/:id", title: "Note", show: lazily(() => import("./screens/note.tsx"), "NoteScreen") },
  { path: "/debrief/:id?", title: "Debrief", show: lazily(() => import("./screens/debrief.tsx"), "DebriefScreen") },
  { path: "/start", title: "The first five minutes", show: lazily(() => import("./screens/start.tsx"), "StartScreen") },
  { path: "/person/:id", title: "Person", show: lazily(() => import("./screens/person.tsx"), "PersonScreen") },
  {
    path: "/organizations",
    title: "Organizations",
    icon: Building2,
    key: "o",
    show: lazily(() => import("./screens/organizations.tsx"), "OrganizationsScreen"),
  },
  {
    path: "/organization/:id",
    title: "Organization",
    show: lazily(() => import("./screens/organization.tsx"), "OrganizationScreen"),
  },
  {
    path: "/needs",
    title: "Needs",
    icon: HandHelping,
    key: "n",
    show: lazily(() => import("./screens/needs.tsx"), "NeedsScreen"),
  },
  { path: "/roadmap/:id", title: "Roadmap", show: lazily(() => import("./screens/roadmap.tsx"), "RoadmapScreen") },
  {
    path: "/initiative/:id",
    title: "Initiative",
    show: lazily(() => import("./screens/initiative.tsx"), "InitiativeScreen"),
  },
  { path: "/digest/:id", title: "Digest", show: lazily(() => import("./screens/digest.tsx"), "DigestScreen") },
  { path: "/charter", title: "Charter", show: lazily(() => import("./screens/charter.tsx"), "CharterScreen") },
  { path: "/need/:id", title: "Need", show: lazily(() => import("./screens/need.tsx"), "NeedScreen") },
  {
    path: "/values",
    title: "Value",
    icon: Trophy,
    key: "v",
    show: lazily(() => import("./screens/values.tsx"), "ValuesScreen"),
  },
  {
    path: "/value/:id",
    title: "What came of an event",
    show: lazily(() => import("./screens/value.tsx"), "ValueScreen"),
  },
  { path: "/outcome/:id", title: "Outcome", show: lazily(() => import("./screens/outcome.tsx"), "OutcomeScreen") },
  {
    path: "/search",
    title: "Search",
    icon: Search,
    key: "/",
    show: lazily(() => import("./screens/search.tsx"), "SearchScreen"),
  },
  {
    path: "/settings",
    title: "Settings",
    icon: Settings,
    key: ",",
    show: lazily(() => import("./screens/settings.tsx"), "SettingsScreen"),
  },
  { path: "/more", title: "More", show: lazily(() => import("./screens/more.tsx"), "MoreScreen") },
  {
    path: "/unapplied",
    title: "Could not be applied",
    show: lazily(() => import("./screens/unapplied.tsx"), "UnappliedScreen"),
  },
];

function lazily<Name extends string>(load: () => Promise<Record<Name, () => ReactNode>>, name: Name): ComponentType {
  return lazy(async () => ({ default: (await load())[name] as ComponentType })); // a component without properties
}
