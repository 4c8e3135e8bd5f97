-- The register of actions: what was agreed to be done, whoever agreed it.

create table action_import (
  service_id uuid not null,
  import_id uuid not null default uuidv7(),
  name text not null,
  rows jsonb not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  kept_at timestamptz,
  constraint action_import_pk primary key (service_id, import_id),
  constraint action_import_account foreign key (service_id, sent_by) references person_account
);
comment on table action_import is 'A file of actions, read and shown before anything of it is kept.';
comment on column action_import.rows is 'The rows as they stood in the file, by the names of the columns.';
call protect('action_import');

create table action (
  service_id uuid not null,
  action_id uuid not null default uuidv7(),
  source text not null,
  source_reference text not null default '',
  source_title text not null default '',
  child_id uuid,
  about_kind text,
  about_id uuid,
  what text not null,
  owner_id uuid,
  owner_words text not null default '',
  due_on date,
  due_words text not null default '',
  begins_on date,
  given_on date not null,
  added_by uuid not null,
  added_at timestamptz not null,
  evidence text not null default '',
  done_on date,
  done_by uuid,
  checked_on date,
  checked_by uuid,
  sent_back_at timestamptz,
  given_up_at timestamptz,
  given_up_reason text not null default '',
  file_colour text not null default '',
  import_id uuid,
  version integer not null default 1,
  constraint action_pk primary key (service_id, action_id),
  constraint action_of_child unique (service_id, child_id, action_id),
  constraint action_child foreign key (service_id, child_id) references child deferrable initially immediate,
  constraint action_owner foreign key (service_id, owner_id) references person_account,
  constraint action_added_by foreign key (service_id, added_by) references person_account,
  constraint action_done_account foreign key (service_id, done_by) references person_account,
  constraint action_checked_account foreign key (service_id, checked_by) references person_account,
  constraint action_of_import foreign key (service_id, import_id) references action_import,
  constraint action_said check (length(trim(what)) > 0),
  constraint action_owned check (owner_id is not null or length(trim(owner_words)) > 0),
  constraint action_day_or_words check (due_on is null or (due_words = '' and begins_on is null)),
  constraint action_about_whole check ((about_kind is null) = (about_id is null)),
  constraint action_done_whole check ((done_on is null) = (done_by is null) and (done_on is null or length(trim(evidence)) > 0)),
  constraint action_checked_whole check ((checked_on is null) = (checked_by is null) and (checked_on is null or done_on is not null)),
  -- Nobody says of their own work that it is enough.
  constraint action_checked_by_another check (checked_by is null or (checked_by <> done_by and checked_by is distinct from owner_id)),
  constraint action_given_up_says_why check ((given_up_at is null) = (given_up_reason = '')),
  constraint action_ends_once check (given_up_at is null or done_on is null)
);
comment on table action is 'Something that was agreed to be done: by a panel, in a plan, after an inspection. Its colour is worked out, never kept.';
comment on column action.source is 'The id of a source by the definitions.';
comment on column action.source_title is 'Which one it was, in words: the name of a plan or a report; of imported actions, what the file calls the source.';
comment on column action.about_kind is 'What it stands on elsewhere, with about_id: an item on an agenda, say.';
comment on column action.owner_words is 'People or agencies without an account, as they were written.';
comment on column action.due_words is 'What was said where it is no day, as it was said.';
comment on column action.begins_on is 'From when it is worked on, where that was said: it is no day by which it is done.';
comment on column action.given_on is 'When it was set, or came into the register.';
comment on column action.sent_back_at is 'When whoever checked last sent it back; null once it is said to be done again.';
comment on column action.file_colour is 'The colour that stood in an imported file: history, and never the colour.';
create unique index action_imported_once on action (service_id, source, source_title, source_reference) where import_id is not null;
create index action_by_child on action (service_id, child_id) where child_id is not null;
create index action_by_owner on action (service_id, owner_id);
create index action_by_about on action (service_id, about_kind, about_id) where about_id is not null;
create index action_by_added on action (service_id, added_at, action_id);
create index action_by_due on action (service_id, coalesce(due_on, date '9999-12-31'), action_id);
call protect_child_rows('action');

create table action_progress (
  service_id uuid not null,
  progress_id uuid not null default uuidv7(),
  action_id uuid not null,
  child_id uuid,
  kind text not null,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  constraint action_progress_pk primary key (service_id, progress_id),
  constraint action_progress_action foreign key (service_id, action_id) references action,
  constraint action_progress_same_child foreign key (service_id, child_id, action_id)
    references action (service_id, child_id, action_id) deferrable initially immediate,
  constraint action_progress_child foreign key (service_id, child_id) references child deferrable initially immediate,
  constraint action_progress_account foreign key (service_id, written_by) references person_account,
  constraint action_progress_kind_known check (kind in ('added', 'progress', 'changed', 'done', 'checked', 'sent-back', 'given-up'))
);
comment on table action_progress is 'What became of an action, day by day: how it goes in somebody''s words, and each change.';
create index action_progress_by_action on action_progress (service_id, action_id, written_at);
create index action_progress_by_child on action_progress (service_id, child_id) where child_id is not null;
call protect_child_rows('action_progress', 'select, insert');
