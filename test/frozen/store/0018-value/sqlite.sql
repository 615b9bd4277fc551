create table "migration" (
  "name" text primary key,
  "ran_at" text not null
);
create table "head" (
  "workspace_id" text not null,
  "version" integer not null,
  "epoch" text not null,
  constraint "head_key" primary key ("workspace_id")
) strict;
create table "device" (
  "workspace_id" text not null,
  "id" text not null,
  "last_sequence" integer not null,
  constraint "device_key" primary key ("workspace_id", "id")
) strict;
create table "journal" (
  "workspace_id" text not null,
  "id" text not null,
  "version" integer not null,
  "command" text not null,
  "args" text not null,
  "member_id" text not null,
  "device_id" text not null,
  "at" text not null,
  "changes" text not null,
  "undoes" text,
  constraint "journal_key" primary key ("workspace_id", "id")
) strict;
create unique index "journal_version" on "journal" ("workspace_id", "version");
create table "workspace" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "name" text not null,
  "time_zone" text not null,
  "first_day_of_week" integer not null,
  "working_days" text not null,
  "version" integer not null,
  "removed" integer not null,
  constraint "workspace_key" primary key ("workspace_id", "id")
) strict;
create index "workspace_version" on "workspace" ("workspace_id", "version");
create table "member" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "name" text not null,
  "email" text,
  "organization" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "member_key" primary key ("workspace_id", "id")
) strict;
create index "member_version" on "member" ("workspace_id", "version");
create table "event" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "name" text not null,
  "kind" text not null,
  "starts_on" text,
  "ends_on" text,
  "time_zone" text not null,
  "place" text,
  "url" text,
  "purpose" text,
  "focus" text not null,
  "cost" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "event_key" primary key ("workspace_id", "id")
) strict;
create index "event_version" on "event" ("workspace_id", "version");
create table "session" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "event_id" text not null,
  "guid" text,
  "title" text not null,
  "subtitle" text,
  "track" text,
  "room" text,
  "kind" text,
  "language" text,
  "starts_at" text,
  "ends_at" text,
  "speakers" text not null,
  "abstract" text,
  "url" text,
  "is_starred" integer not null,
  "is_attended" integer,
  "is_withdrawn" integer not null,
  "version" integer not null,
  "removed" integer not null,
  constraint "session_key" primary key ("workspace_id", "id"),
  constraint "session_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id")
) strict;
create index "session_event_id" on "session" ("workspace_id", "event_id");
create index "session_version" on "session" ("workspace_id", "version");
create table "organization" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "name" text not null,
  "relation" text,
  "domains" text not null,
  "url" text,
  "about" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "organization_key" primary key ("workspace_id", "id")
) strict;
create index "organization_version" on "organization" ("workspace_id", "version");
create index "organization_name" on "organization" ("workspace_id", "name");
create table "person" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "name" text not null,
  "given_name" text,
  "family_name" text,
  "nicknames" text not null,
  "organization_id" text,
  "role" text,
  "emails" text not null,
  "phones" text not null,
  "urls" text not null,
  "place" text,
  "about" text,
  "is_colleague" integer not null,
  "source" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "person_key" primary key ("workspace_id", "id"),
  constraint "person_organization_id_is_there" foreign key ("workspace_id", "organization_id") references "organization" ("workspace_id", "id")
) strict;
create index "person_organization_id" on "person" ("workspace_id", "organization_id");
create index "person_version" on "person" ("workspace_id", "version");
create index "person_name" on "person" ("workspace_id", "name");
create table "page" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "event_id" text,
  "name" text not null,
  "text" text not null,
  "markup" text not null,
  "encoding" text not null,
  "taken_on" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "page_key" primary key ("workspace_id", "id"),
  constraint "page_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id")
) strict;
create index "page_event_id" on "page" ("workspace_id", "event_id");
create index "page_version" on "page" ("workspace_id", "version");
create table "note" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "event_id" text,
  "page_id" text,
  "start" integer,
  "end" integer,
  "text" text not null,
  "state" text not null,
  "observation" text,
  "session_id" text,
  "person_ids" text not null,
  "organization_ids" text not null,
  "version" integer not null,
  "removed" integer not null,
  constraint "note_key" primary key ("workspace_id", "id"),
  constraint "note_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "note_page_id_is_there" foreign key ("workspace_id", "page_id") references "page" ("workspace_id", "id"),
  constraint "note_session_id_is_there" foreign key ("workspace_id", "session_id") references "session" ("workspace_id", "id")
) strict;
create index "note_event_id" on "note" ("workspace_id", "event_id");
create index "note_page_id" on "note" ("workspace_id", "page_id");
create index "note_session_id" on "note" ("workspace_id", "session_id");
create index "note_version" on "note" ("workspace_id", "version");
create table "proposal" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "event_id" text,
  "page_id" text not null,
  "note_id" text not null,
  "session_id" text,
  "means" text not null,
  "start" integer not null,
  "end" integer not null,
  "quote" text not null,
  "step" text,
  "person" text,
  "organization" text,
  "observation" text,
  "reading" text not null,
  "is_marked" integer not null,
  "confidence" real not null,
  "repeats" text not null,
  "state" text not null,
  "made_id" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "proposal_key" primary key ("workspace_id", "id"),
  constraint "proposal_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "proposal_page_id_is_there" foreign key ("workspace_id", "page_id") references "page" ("workspace_id", "id"),
  constraint "proposal_note_id_is_there" foreign key ("workspace_id", "note_id") references "note" ("workspace_id", "id"),
  constraint "proposal_session_id_is_there" foreign key ("workspace_id", "session_id") references "session" ("workspace_id", "id")
) strict;
create index "proposal_event_id" on "proposal" ("workspace_id", "event_id");
create index "proposal_page_id" on "proposal" ("workspace_id", "page_id");
create index "proposal_note_id" on "proposal" ("workspace_id", "note_id");
create index "proposal_session_id" on "proposal" ("workspace_id", "session_id");
create index "proposal_version" on "proposal" ("workspace_id", "version");
create table "meeting" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "person_id" text not null,
  "event_id" text,
  "session_id" text,
  "met_on" text,
  "place" text,
  "through_person_id" text,
  "line" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "meeting_key" primary key ("workspace_id", "id"),
  constraint "meeting_person_id_is_there" foreign key ("workspace_id", "person_id") references "person" ("workspace_id", "id"),
  constraint "meeting_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "meeting_session_id_is_there" foreign key ("workspace_id", "session_id") references "session" ("workspace_id", "id"),
  constraint "meeting_through_person_id_is_there" foreign key ("workspace_id", "through_person_id") references "person" ("workspace_id", "id")
) strict;
create index "meeting_person_id" on "meeting" ("workspace_id", "person_id");
create index "meeting_event_id" on "meeting" ("workspace_id", "event_id");
create index "meeting_session_id" on "meeting" ("workspace_id", "session_id");
create index "meeting_through_person_id" on "meeting" ("workspace_id", "through_person_id");
create index "meeting_version" on "meeting" ("workspace_id", "version");
create table "step" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "event_id" text,
  "session_id" text,
  "note_id" text,
  "page_id" text,
  "start" integer,
  "end" integer,
  "quote" text,
  "is_theirs" integer not null,
  "owner_member_id" text,
  "owner_person_id" text,
  "owner_name" text,
  "basis" text not null,
  "kind" text not null,
  "what" text not null,
  "with_person_id" text,
  "with_name" text,
  "organization_id" text,
  "audience" text,
  "due_on" text,
  "due_end" text,
  "due_text" text,
  "check_back_on" text,
  "cue" text,
  "certainty" text not null,
  "is_urgent" integer not null,
  "deferrals" text not null,
  "state" text not null,
  "closed_at" text,
  "came_of_it" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "step_key" primary key ("workspace_id", "id"),
  constraint "step_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "step_session_id_is_there" foreign key ("workspace_id", "session_id") references "session" ("workspace_id", "id"),
  constraint "step_note_id_is_there" foreign key ("workspace_id", "note_id") references "note" ("workspace_id", "id"),
  constraint "step_page_id_is_there" foreign key ("workspace_id", "page_id") references "page" ("workspace_id", "id"),
  constraint "step_owner_member_id_is_there" foreign key ("workspace_id", "owner_member_id") references "member" ("workspace_id", "id"),
  constraint "step_owner_person_id_is_there" foreign key ("workspace_id", "owner_person_id") references "person" ("workspace_id", "id"),
  constraint "step_with_person_id_is_there" foreign key ("workspace_id", "with_person_id") references "person" ("workspace_id", "id"),
  constraint "step_organization_id_is_there" foreign key ("workspace_id", "organization_id") references "organization" ("workspace_id", "id")
) strict;
create index "step_event_id" on "step" ("workspace_id", "event_id");
create index "step_session_id" on "step" ("workspace_id", "session_id");
create index "step_note_id" on "step" ("workspace_id", "note_id");
create index "step_page_id" on "step" ("workspace_id", "page_id");
create index "step_owner_member_id" on "step" ("workspace_id", "owner_member_id");
create index "step_owner_person_id" on "step" ("workspace_id", "owner_person_id");
create index "step_with_person_id" on "step" ("workspace_id", "with_person_id");
create index "step_organization_id" on "step" ("workspace_id", "organization_id");
create index "step_version" on "step" ("workspace_id", "version");
create table "touch" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "person_id" text not null,
  "event_id" text,
  "step_id" text,
  "way" text not null,
  "direction" text not null,
  "touched_on" text not null,
  "line" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "touch_key" primary key ("workspace_id", "id"),
  constraint "touch_person_id_is_there" foreign key ("workspace_id", "person_id") references "person" ("workspace_id", "id"),
  constraint "touch_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "touch_step_id_is_there" foreign key ("workspace_id", "step_id") references "step" ("workspace_id", "id")
) strict;
create index "touch_person_id" on "touch" ("workspace_id", "person_id");
create index "touch_event_id" on "touch" ("workspace_id", "event_id");
create index "touch_step_id" on "touch" ("workspace_id", "step_id");
create index "touch_version" on "touch" ("workspace_id", "version");
insert into "migration" ("name", "ran_at") values ('0001-nouns', '2026-02-01T08:00:00.000Z');
create table "refusal" (
  "workspace_id" text not null,
  "device_id" text not null,
  "sequence" integer not null,
  "entry_id" text not null,
  "code" text not null,
  "message" text not null,
  constraint "refusal_key" primary key ("workspace_id", "device_id", "sequence")
) strict;
insert into "migration" ("name", "ran_at") values ('0002-refusals', '2026-03-01T08:00:00.000Z');
alter table "note" add column "answer" text;
insert into "migration" ("name", "ran_at") values ('0003-note-answer', '2026-04-01T08:00:00.000Z');
drop index if exists "person_organization_id";
create index if not exists "person_organization_id" on "person" ("workspace_id", "organization_id") where "organization_id" is not null;
drop index if exists "note_page_id";
create index if not exists "note_page_id" on "note" ("workspace_id", "page_id") where "page_id" is not null;
drop index if exists "note_session_id";
create index if not exists "note_session_id" on "note" ("workspace_id", "session_id") where "session_id" is not null;
drop index if exists "proposal_session_id";
create index if not exists "proposal_session_id" on "proposal" ("workspace_id", "session_id") where "session_id" is not null;
drop index if exists "meeting_session_id";
create index if not exists "meeting_session_id" on "meeting" ("workspace_id", "session_id") where "session_id" is not null;
drop index if exists "meeting_through_person_id";
create index if not exists "meeting_through_person_id" on "meeting" ("workspace_id", "through_person_id") where "through_person_id" is not null;
drop index if exists "step_session_id";
create index if not exists "step_session_id" on "step" ("workspace_id", "session_id") where "session_id" is not null;
drop index if exists "step_note_id";
create index if not exists "step_note_id" on "step" ("workspace_id", "note_id") where "note_id" is not null;
drop index if exists "step_page_id";
create index if not exists "step_page_id" on "step" ("workspace_id", "page_id") where "page_id" is not null;
drop index if exists "step_owner_member_id";
create index if not exists "step_owner_member_id" on "step" ("workspace_id", "owner_member_id") where "owner_member_id" is not null;
drop index if exists "step_owner_person_id";
create index if not exists "step_owner_person_id" on "step" ("workspace_id", "owner_person_id") where "owner_person_id" is not null;
drop index if exists "step_with_person_id";
create index if not exists "step_with_person_id" on "step" ("workspace_id", "with_person_id") where "with_person_id" is not null;
drop index if exists "step_organization_id";
create index if not exists "step_organization_id" on "step" ("workspace_id", "organization_id") where "organization_id" is not null;
drop index if exists "touch_step_id";
create index if not exists "touch_step_id" on "touch" ("workspace_id", "step_id") where "step_id" is not null;
insert into "migration" ("name", "ran_at") values ('0004-partial-indexes', '2026-05-01T08:00:00.000Z');
alter table "journal" add column "stamp" text;
insert into "migration" ("name", "ran_at") values ('0005-journal-stamp', '2026-05-01T08:00:00.000Z');
alter table "proposal" add column "heading" text;
alter table "workspace" add column "forgotten" text;
insert into "migration" ("name", "ran_at") values ('0006-memory', '2026-06-01T08:00:00.000Z');
alter table "workspace" add column "comb_back_day" integer;
insert into "migration" ("name", "ran_at") values ('0007-comb-back-day', '2026-06-01T08:00:00.000Z');
alter table "workspace" add column "first_look_working_days" integer;
alter table "workspace" add column "second_look_days" integer;
alter table "workspace" add column "third_look_days" integer;
alter table "person" add column "rhythm_days" integer;
insert into "migration" ("name", "ran_at") values ('0008-event-clock', '2026-06-01T08:00:00.000Z');
alter table "workspace" add column "device_names" text;
insert into "migration" ("name", "ran_at") values ('0009-device-names', '2026-06-01T08:00:00.000Z');
alter table "workspace" add column "templates" text;
alter table "person" add column "language" text;
insert into "migration" ("name", "ran_at") values ('0010-drafts', '2026-06-01T08:00:00.000Z');
create table "commitment" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "what" text not null,
  "about" text,
  "span" text not null,
  "starts_on" text not null,
  "parent_id" text,
  "rank" real not null,
  "member_id" text,
  "state" text not null,
  "closed_at" text,
  "came_of_it" text,
  "answers" text not null,
  "version" integer not null,
  "removed" integer not null,
  constraint "commitment_key" primary key ("workspace_id", "id"),
  constraint "commitment_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id")
) strict;
create index "commitment_member_id" on "commitment" ("workspace_id", "member_id") where "member_id" is not null;
create index "commitment_version" on "commitment" ("workspace_id", "version");
create table "lead" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "name" text not null,
  "person_id" text,
  "organization_id" text,
  "event_id" text,
  "session_id" text,
  "note_id" text,
  "commitment_id" text,
  "stage" text not null,
  "stage_on" text not null,
  "ours" text,
  "theirs" text,
  "rests_until" text,
  "why" text,
  "amount" integer,
  "currency" text,
  "about" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "lead_key" primary key ("workspace_id", "id"),
  constraint "lead_person_id_is_there" foreign key ("workspace_id", "person_id") references "person" ("workspace_id", "id"),
  constraint "lead_organization_id_is_there" foreign key ("workspace_id", "organization_id") references "organization" ("workspace_id", "id"),
  constraint "lead_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "lead_session_id_is_there" foreign key ("workspace_id", "session_id") references "session" ("workspace_id", "id"),
  constraint "lead_note_id_is_there" foreign key ("workspace_id", "note_id") references "note" ("workspace_id", "id"),
  constraint "lead_commitment_id_is_there" foreign key ("workspace_id", "commitment_id") references "commitment" ("workspace_id", "id")
) strict;
create index "lead_person_id" on "lead" ("workspace_id", "person_id") where "person_id" is not null;
create index "lead_organization_id" on "lead" ("workspace_id", "organization_id") where "organization_id" is not null;
create index "lead_event_id" on "lead" ("workspace_id", "event_id") where "event_id" is not null;
create index "lead_session_id" on "lead" ("workspace_id", "session_id") where "session_id" is not null;
create index "lead_note_id" on "lead" ("workspace_id", "note_id") where "note_id" is not null;
create index "lead_commitment_id" on "lead" ("workspace_id", "commitment_id") where "commitment_id" is not null;
create index "lead_version" on "lead" ("workspace_id", "version");
create table "need" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "side" text not null,
  "what" text not null,
  "about" text,
  "member_id" text,
  "event_id" text,
  "note_id" text,
  "commitment_id" text,
  "state" text not null,
  "closed_at" text,
  "came_of_it" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "need_key" primary key ("workspace_id", "id"),
  constraint "need_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id"),
  constraint "need_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "need_note_id_is_there" foreign key ("workspace_id", "note_id") references "note" ("workspace_id", "id"),
  constraint "need_commitment_id_is_there" foreign key ("workspace_id", "commitment_id") references "commitment" ("workspace_id", "id")
) strict;
create index "need_member_id" on "need" ("workspace_id", "member_id") where "member_id" is not null;
create index "need_event_id" on "need" ("workspace_id", "event_id") where "event_id" is not null;
create index "need_note_id" on "need" ("workspace_id", "note_id") where "note_id" is not null;
create index "need_commitment_id" on "need" ("workspace_id", "commitment_id") where "commitment_id" is not null;
create index "need_version" on "need" ("workspace_id", "version");
create table "sitting" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "member_id" text not null,
  "started_on" text not null,
  "ended_at" text,
  "next_on" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "sitting_key" primary key ("workspace_id", "id"),
  constraint "sitting_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id")
) strict;
create index "sitting_member_id" on "sitting" ("workspace_id", "member_id");
create index "sitting_version" on "sitting" ("workspace_id", "version");
create table "card" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "sitting_id" text not null,
  "place" integer not null,
  "about" text not null,
  "note_id" text,
  "step_id" text,
  "lead_id" text,
  "person_id" text,
  "event_id" text,
  "commitment_id" text,
  "answer" text,
  "answered_at" text,
  "rests_until" text,
  "line" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "card_key" primary key ("workspace_id", "id"),
  constraint "card_sitting_id_is_there" foreign key ("workspace_id", "sitting_id") references "sitting" ("workspace_id", "id"),
  constraint "card_note_id_is_there" foreign key ("workspace_id", "note_id") references "note" ("workspace_id", "id"),
  constraint "card_step_id_is_there" foreign key ("workspace_id", "step_id") references "step" ("workspace_id", "id"),
  constraint "card_lead_id_is_there" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id"),
  constraint "card_person_id_is_there" foreign key ("workspace_id", "person_id") references "person" ("workspace_id", "id"),
  constraint "card_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "card_commitment_id_is_there" foreign key ("workspace_id", "commitment_id") references "commitment" ("workspace_id", "id")
) strict;
create index "card_sitting_id" on "card" ("workspace_id", "sitting_id");
create index "card_note_id" on "card" ("workspace_id", "note_id") where "note_id" is not null;
create index "card_step_id" on "card" ("workspace_id", "step_id") where "step_id" is not null;
create index "card_lead_id" on "card" ("workspace_id", "lead_id") where "lead_id" is not null;
create index "card_person_id" on "card" ("workspace_id", "person_id") where "person_id" is not null;
create index "card_event_id" on "card" ("workspace_id", "event_id") where "event_id" is not null;
create index "card_commitment_id" on "card" ("workspace_id", "commitment_id") where "commitment_id" is not null;
create index "card_version" on "card" ("workspace_id", "version");
create table "dot" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "member_id" text not null,
  "note_id" text not null,
  "step_id" text,
  "lead_id" text,
  "commitment_id" text,
  "card_id" text,
  "line" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "dot_key" primary key ("workspace_id", "id"),
  constraint "dot_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id"),
  constraint "dot_note_id_is_there" foreign key ("workspace_id", "note_id") references "note" ("workspace_id", "id"),
  constraint "dot_step_id_is_there" foreign key ("workspace_id", "step_id") references "step" ("workspace_id", "id"),
  constraint "dot_lead_id_is_there" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id"),
  constraint "dot_commitment_id_is_there" foreign key ("workspace_id", "commitment_id") references "commitment" ("workspace_id", "id"),
  constraint "dot_card_id_is_there" foreign key ("workspace_id", "card_id") references "card" ("workspace_id", "id")
) strict;
create index "dot_member_id" on "dot" ("workspace_id", "member_id");
create index "dot_note_id" on "dot" ("workspace_id", "note_id");
create index "dot_step_id" on "dot" ("workspace_id", "step_id") where "step_id" is not null;
create index "dot_lead_id" on "dot" ("workspace_id", "lead_id") where "lead_id" is not null;
create index "dot_commitment_id" on "dot" ("workspace_id", "commitment_id") where "commitment_id" is not null;
create index "dot_card_id" on "dot" ("workspace_id", "card_id") where "card_id" is not null;
create index "dot_version" on "dot" ("workspace_id", "version");
alter table "workspace" add column "stages" text;
alter table "workspace" add column "comb_back_notes" integer;
alter table "person" add column "time_zone" text;
alter table "step" add column "lead_id" text;
create index "step_lead_id" on "step" ("workspace_id", "lead_id") where "lead_id" is not null;
alter table "step" add column "need_id" text;
create index "step_need_id" on "step" ("workspace_id", "need_id") where "need_id" is not null;
alter table "step" add column "commitment_id" text;
create index "step_commitment_id" on "step" ("workspace_id", "commitment_id") where "commitment_id" is not null;
alter table "step" add column "repeats" text;
insert into "migration" ("name", "ran_at") values ('0011-follow-through', '2026-11-24T20:00:00.000Z');
create table "board" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "event_id" text not null,
  "name" text not null,
  "group" text,
  "columns" text not null,
  "mode" text not null,
  "round" integer not null,
  "facilitator_id" text,
  "votes_each" integer not null,
  "timer_ends_at" text,
  "join_key" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "board_key" primary key ("workspace_id", "id"),
  constraint "board_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "board_facilitator_id_is_there" foreign key ("workspace_id", "facilitator_id") references "member" ("workspace_id", "id")
) strict;
create index "board_event_id" on "board" ("workspace_id", "event_id");
create index "board_facilitator_id" on "board" ("workspace_id", "facilitator_id") where "facilitator_id" is not null;
create index "board_version" on "board" ("workspace_id", "version");
create table "cluster" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "board_id" text not null,
  "name" text,
  "column_id" text not null,
  "x" real not null,
  "y" real not null,
  "version" integer not null,
  "removed" integer not null,
  constraint "cluster_key" primary key ("workspace_id", "id"),
  constraint "cluster_board_id_is_there" foreign key ("workspace_id", "board_id") references "board" ("workspace_id", "id")
) strict;
create index "cluster_board_id" on "cluster" ("workspace_id", "board_id");
create index "cluster_version" on "cluster" ("workspace_id", "version");
create table "sticky" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "board_id" text not null,
  "text" text not null,
  "column_id" text not null,
  "x" real not null,
  "y" real not null,
  "member_id" text,
  "guest_name" text,
  "cluster_id" text,
  "round" integer not null,
  "version" integer not null,
  "removed" integer not null,
  constraint "sticky_key" primary key ("workspace_id", "id"),
  constraint "sticky_board_id_is_there" foreign key ("workspace_id", "board_id") references "board" ("workspace_id", "id"),
  constraint "sticky_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id"),
  constraint "sticky_cluster_id_is_there" foreign key ("workspace_id", "cluster_id") references "cluster" ("workspace_id", "id")
) strict;
create index "sticky_board_id" on "sticky" ("workspace_id", "board_id");
create index "sticky_member_id" on "sticky" ("workspace_id", "member_id") where "member_id" is not null;
create index "sticky_cluster_id" on "sticky" ("workspace_id", "cluster_id") where "cluster_id" is not null;
create index "sticky_version" on "sticky" ("workspace_id", "version");
create table "vote" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "board_id" text not null,
  "member_id" text not null,
  "cluster_id" text,
  "sticky_id" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "vote_key" primary key ("workspace_id", "id"),
  constraint "vote_board_id_is_there" foreign key ("workspace_id", "board_id") references "board" ("workspace_id", "id"),
  constraint "vote_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id"),
  constraint "vote_cluster_id_is_there" foreign key ("workspace_id", "cluster_id") references "cluster" ("workspace_id", "id"),
  constraint "vote_sticky_id_is_there" foreign key ("workspace_id", "sticky_id") references "sticky" ("workspace_id", "id")
) strict;
create index "vote_board_id" on "vote" ("workspace_id", "board_id");
create index "vote_member_id" on "vote" ("workspace_id", "member_id");
create index "vote_cluster_id" on "vote" ("workspace_id", "cluster_id") where "cluster_id" is not null;
create index "vote_sticky_id" on "vote" ("workspace_id", "sticky_id") where "sticky_id" is not null;
create index "vote_version" on "vote" ("workspace_id", "version");
insert into "migration" ("name", "ran_at") values ('0012-wall', '2026-11-24T20:20:00.000Z');
alter table "step" add column "kept_for" text;
insert into "migration" ("name", "ran_at") values ('0015-plan', '2026-06-01T08:00:00.000Z');
create table "initiative" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "name" text not null,
  "problem" text,
  "event_id" text,
  "cluster_id" text,
  "sticky_ids" text not null,
  "owner_member_id" text,
  "measure" text,
  "measure_from" text,
  "measure_to" text,
  "first_step_id" text,
  "rhythm_days" integer not null,
  "commitment_id" text,
  "role" text,
  "rank" real not null,
  "state" text not null,
  "started_on" text,
  "stuck_on" text,
  "closed_at" text,
  "came_of_it" text,
  "carried_from_id" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "initiative_key" primary key ("workspace_id", "id"),
  constraint "initiative_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "initiative_cluster_id_is_there" foreign key ("workspace_id", "cluster_id") references "cluster" ("workspace_id", "id"),
  constraint "initiative_owner_member_id_is_there" foreign key ("workspace_id", "owner_member_id") references "member" ("workspace_id", "id"),
  constraint "initiative_first_step_id_is_there" foreign key ("workspace_id", "first_step_id") references "step" ("workspace_id", "id"),
  constraint "initiative_commitment_id_is_there" foreign key ("workspace_id", "commitment_id") references "commitment" ("workspace_id", "id")
) strict;
create index "initiative_event_id" on "initiative" ("workspace_id", "event_id") where "event_id" is not null;
create index "initiative_cluster_id" on "initiative" ("workspace_id", "cluster_id") where "cluster_id" is not null;
create index "initiative_owner_member_id" on "initiative" ("workspace_id", "owner_member_id") where "owner_member_id" is not null;
create index "initiative_first_step_id" on "initiative" ("workspace_id", "first_step_id") where "first_step_id" is not null;
create index "initiative_commitment_id" on "initiative" ("workspace_id", "commitment_id") where "commitment_id" is not null;
create index "initiative_version" on "initiative" ("workspace_id", "version");
create table "checkin" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "initiative_id" text not null,
  "member_id" text not null,
  "checked_on" text not null,
  "colour" text not null,
  "line" text not null,
  "version" integer not null,
  "removed" integer not null,
  constraint "checkin_key" primary key ("workspace_id", "id"),
  constraint "checkin_initiative_id_is_there" foreign key ("workspace_id", "initiative_id") references "initiative" ("workspace_id", "id"),
  constraint "checkin_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id")
) strict;
create index "checkin_initiative_id" on "checkin" ("workspace_id", "initiative_id");
create index "checkin_member_id" on "checkin" ("workspace_id", "member_id");
create index "checkin_version" on "checkin" ("workspace_id", "version");
create table "charter" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "event_id" text,
  "edition" integer not null,
  "mission" text,
  "structure" text,
  "roles" text not null,
  "needed" text not null,
  "questions" text not null,
  "state" text not null,
  "agreed_at" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "charter_key" primary key ("workspace_id", "id"),
  constraint "charter_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id")
) strict;
create index "charter_event_id" on "charter" ("workspace_id", "event_id") where "event_id" is not null;
create index "charter_version" on "charter" ("workspace_id", "version");
create table "agreement" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "charter_id" text not null,
  "member_id" text not null,
  "answer" text not null,
  "remark" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "agreement_key" primary key ("workspace_id", "id"),
  constraint "agreement_charter_id_is_there" foreign key ("workspace_id", "charter_id") references "charter" ("workspace_id", "id"),
  constraint "agreement_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id")
) strict;
create index "agreement_charter_id" on "agreement" ("workspace_id", "charter_id");
create index "agreement_member_id" on "agreement" ("workspace_id", "member_id");
create index "agreement_version" on "agreement" ("workspace_id", "version");
alter table "step" add column "initiative_id" text;
create index "step_initiative_id" on "step" ("workspace_id", "initiative_id") where "initiative_id" is not null;
alter table "step" add column "role" text;
insert into "migration" ("name", "ran_at") values ('0017-roadmap', '2026-11-24T20:40:00.000Z');
create table "outcome" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "kind" text not null,
  "what" text not null,
  "about" text,
  "amount" integer,
  "currency" text,
  "came_on" text not null,
  "step_ids" text not null,
  "lead_ids" text not null,
  "dot_ids" text not null,
  "initiative_ids" text not null,
  "note_ids" text not null,
  "event_ids" text not null,
  "shares" text,
  "version" integer not null,
  "removed" integer not null,
  constraint "outcome_key" primary key ("workspace_id", "id")
) strict;
create index "outcome_version" on "outcome" ("workspace_id", "version");
create table "pulse" (
  "workspace_id" text not null,
  "id" text not null,
  "created_at" text not null,
  "event_id" text not null,
  "member_id" text not null,
  "after_days" integer not null,
  "answer" integer not null,
  "line" text,
  "answered_on" text not null,
  "version" integer not null,
  "removed" integer not null,
  constraint "pulse_key" primary key ("workspace_id", "id"),
  constraint "pulse_event_id_is_there" foreign key ("workspace_id", "event_id") references "event" ("workspace_id", "id"),
  constraint "pulse_member_id_is_there" foreign key ("workspace_id", "member_id") references "member" ("workspace_id", "id")
) strict;
create index "pulse_event_id" on "pulse" ("workspace_id", "event_id");
create index "pulse_member_id" on "pulse" ("workspace_id", "member_id");
create index "pulse_version" on "pulse" ("workspace_id", "version");
alter table "workspace" add column "pulse_days" text;
insert into "migration" ("name", "ran_at") values ('0018-value', '2026-11-24T20:50:00.000Z');
