import {
  CircleCheck,
  Handshake,
  type LucideIcon,
  Mail,
  MessageSquare,
  PenLine,
  Phone,
  Search,
  Share2,
  UsersRound,
} from "lucide-react";
import type { StepKind } from "#domain/model/step.ts";
import { kindHeadings } from "#domain/model/say.ts";

const icons: Record<StepKind, LucideIcon> = {
  call: Phone,
  email: Mail,
  message: MessageSquare,
  meet: UsersRound,
  investigate: Search,
  write: PenLine,
  share: Share2,
  introduce: Handshake,
  do: CircleCheck,
};

export const kindWords = kindHeadings;

/** The way of a step as a small picture; its words stand beside it wherever it is shown. */
export function KindIcon({ kind, size = 14 }: { kind: StepKind; size?: number }) {
  const Icon = icons[kind];
  return <Icon aria-hidden size={size} strokeWidth={1.75} />;
}
