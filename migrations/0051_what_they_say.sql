-- What children, parents and referrers say, put together: themes that a person gives to words, and what was done because of them.

alter table feedback add constraint feedback_of_child unique (service_id, child_id, feedback_id);

create table feedback_theme (
  service_id uuid not null,
  feedback_id uuid not null,
  question text not null,
  child_id uuid not null,
  theme text not null,
  given_by uuid not null,
  given_at timestamptz not null,
  constraint feedback_theme_pk primary key (service_id, feedback_id, question, theme),
  constraint feedback_theme_child foreign key (service_id, child_id) references child,
  constraint feedback_theme_feedback foreign key (service_id, child_id, feedback_id)
    references feedback (service_id, child_id, feedback_id) deferrable initially immediate,
  constraint feedback_theme_account foreign key (service_id, given_by) references person_account,
  constraint feedback_theme_named check (length(trim(theme)) > 0)
);
comment on table feedback_theme is 'What words of somebody are about, by the codes of the list feedback-theme: a person has read them.';
create index feedback_theme_by_child on feedback_theme (service_id, child_id);
call protect_child_rows('feedback_theme', 'select, insert, delete');

create table said_and_done (
  service_id uuid not null,
  entry_id uuid not null default uuidv7(),
  said text not null,
  done text not null,
  since date not null,
  ended_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint said_and_done_pk primary key (service_id, entry_id),
  constraint said_and_done_account foreign key (service_id, recorded_by) references person_account,
  constraint said_and_done_whole check (length(trim(said)) > 0 and length(trim(done)) > 0),
  constraint said_and_done_ends_after check (ended_on >= since)
);
comment on table said_and_done is 'You said, we did: what was said, what was done because of it, and since when. Nobody is named.';
call protect('said_and_done');
