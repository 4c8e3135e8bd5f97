-- What goes with long forms: what was worked out from their answers, comments beside their questions, and what happened in a
-- child's life that asks for a review.

create table assessment_result (
  service_id uuid not null,
  assessment_id uuid not null,
  name text not null,
  child_id uuid not null,
  label text not null,
  words text not null,
  why_none text not null default '',
  figures jsonb not null default '{}',
  rule_version text not null,
  worked_out_at timestamptz not null,
  constraint assessment_result_pk primary key (service_id, assessment_id, name),
  constraint assessment_result_assessment foreign key (service_id, child_id, assessment_id)
    references assessment (service_id, child_id, assessment_id) deferrable initially immediate,
  constraint assessment_result_figures check (jsonb_typeof(figures) = 'object'),
  constraint assessment_result_says check ((length(trim(words)) > 0) <> (length(trim(why_none)) > 0)),
  constraint assessment_result_rule check (length(trim(rule_version)) > 0)
);
comment on table assessment_result is 'What was worked out from the answers of a form when it was signed, in the words of that time, with the version of the rule; or why nothing could be.';
create index assessment_result_by_child on assessment_result (service_id, child_id);
call protect_child_rows('assessment_result', 'select, insert, delete');

create table assessment_comment (
  service_id uuid not null,
  comment_id uuid not null default uuidv7(),
  assessment_id uuid not null,
  child_id uuid not null,
  question text not null,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  outcome text,
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  version integer not null default 1,
  constraint assessment_comment_pk primary key (service_id, comment_id),
  constraint assessment_comment_assessment foreign key (service_id, child_id, assessment_id)
    references assessment (service_id, child_id, assessment_id) deferrable initially immediate,
  constraint assessment_comment_writer foreign key (service_id, written_by) references person_account,
  constraint assessment_comment_answerer foreign key (service_id, answered_by) references person_account,
  constraint assessment_comment_says check (length(trim(question)) > 0 and length(trim(words)) > 0),
  constraint assessment_comment_outcome_known check (outcome in ('answered', 'dealt-with')),
  constraint assessment_comment_answered_whole check (
    (outcome is null) = (answered_by is null) and (outcome is null) = (answered_at is null)
    and (outcome is distinct from 'answered' or length(trim(answer)) > 0))
);
comment on table assessment_comment is 'What whoever countersigns wrote beside a question of a form, and what the writer did about it: answered it, or dealt with it.';
create index assessment_comment_by_assessment on assessment_comment (service_id, assessment_id, written_at);
create index assessment_comment_by_child on assessment_comment (service_id, child_id);
call protect_child_rows('assessment_comment');

create table significant_event (
  service_id uuid not null,
  event_id uuid not null default uuidv7(),
  child_id uuid not null,
  kind text not null,
  happened_on date not null,
  told_by text not null,
  words text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  mistaken_reason text not null default '',
  mistaken_by uuid,
  mistaken_at timestamptz,
  version integer not null default 1,
  constraint significant_event_pk primary key (service_id, event_id),
  constraint significant_event_child foreign key (service_id, child_id) references child,
  constraint significant_event_account foreign key (service_id, recorded_by) references person_account,
  constraint significant_event_corrector foreign key (service_id, mistaken_by) references person_account,
  constraint significant_event_says check (length(trim(kind)) > 0 and length(trim(told_by)) > 0 and length(trim(words)) > 0),
  constraint significant_event_mistaken_whole check (
    (mistaken_reason = '') = (mistaken_by is null) and (mistaken_reason = '') = (mistaken_at is null))
);
comment on table significant_event is 'Something in a child''s life that may change what was assessed, such as an arrest or a move: the kind is one of the definitions. One that was recorded by mistake stays, and says why.';
create index significant_event_by_child on significant_event (service_id, child_id, happened_on);
call protect_child_rows('significant_event');

-- An event stands in the chronology, and can be marked there.
create or replace function child_of_entry(kind text, entry uuid) returns uuid language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select case kind
      when 'addresses' then (select t.child_id from child_address t where t.service_id = current_service() and t.address_id = entry)
      when 'alert' then (select t.child_id from child_alert t where t.service_id = current_service() and t.child_alert_id = entry)
      when 'appointment' then (select t.child_id from appointment t where t.service_id = current_service() and t.appointment_id = entry)
      when 'arrival' then (select t.child_id from notification t where t.service_id = current_service() and t.notification_id = entry)
      when 'attachment' then (select t.child_id from attachment t where t.service_id = current_service() and t.attachment_id = entry)
      when 'care' then (select t.child_id from child_care t where t.service_id = current_service() and t.care_id = entry)
      when 'education' then (select t.child_id from child_education t where t.service_id = current_service() and t.education_id = entry)
      when 'event' then (select t.child_id from significant_event t where t.service_id = current_service() and t.event_id = entry)
      when 'note' then (select t.child_id from note t where t.service_id = current_service() and t.note_id = entry)
      when 'offence' then (select t.child_id from offence t where t.service_id = current_service() and t.offence_id = entry)
      when 'sharing' then (select t.child_id from information_shared t where t.service_id = current_service() and t.shared_id = entry)
      when 'step' then (select t.child_id from milestone t where t.service_id = current_service() and t.milestone_id = entry)
      when 'their-contact' then (select t.child_id from transferred_entry t where t.service_id = current_service() and t.transferred_entry_id = entry)
      when 'their-note' then (select t.child_id from transferred_entry t where t.service_id = current_service() and t.transferred_entry_id = entry)
      when 'their-step' then (select t.child_id from transferred_entry t where t.service_id = current_service() and t.transferred_entry_id = entry)
    end;
  end;
