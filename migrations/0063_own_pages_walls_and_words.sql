-- Whose words stand on which parent's page; words of feedback stand on a day until somebody has read them, and the reason for which
-- somebody asked whose they are stays with those who may ask; whoever works with those who were harmed notes that a case has ended.

-- A child may have several parents, and each page is for one of them.
alter table own_page
  add column line_id uuid not null default uuidv7(),
  add column reader_words text not null default '';
comment on column own_page.line_id is 'The pages of one and the same reader: a page that a worker makes anew for the same parent goes on in the line, and shows what they said before.';
comment on column own_page.reader_words is 'Which parent or carer it is for, as the workers say it: they tell the pages apart by it. No page shows it.';

-- Somebody may tell of danger: words stand until somebody has read them, weekends and quarters or not.
alter table feedback
  add column words_read_by uuid,
  add column words_read_at timestamptz,
  add constraint feedback_words_reader foreign key (service_id, words_read_by) references person_account,
  add constraint feedback_words_read_by_somebody check ((words_read_by is null) = (words_read_at is null));
comment on column feedback.words_read_at is 'When somebody said that they had read the words; null while nobody has.';
create index feedback_unread on feedback (service_id, given_at) where words_read_at is null and withdrawn_at is null;

create function asks_whose() returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from person_account a
      where a.service_id = current_service() and a.user_id = current_person() and a.roles && array['senior', 'manager']);
  end;
comment on function asks_whose() is 'Whether the person who asks may learn whose words of feedback are. The same roles stand in the permission feedback.whose; a test compares them.';
revoke all on function asks_whose() from public;
grant execute on function asks_whose() to throughline_app;

create table feedback_whose (
  service_id uuid not null,
  feedback_whose_id uuid not null default uuidv7(),
  feedback_id uuid not null,
  child_id uuid not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  constraint feedback_whose_pk primary key (service_id, feedback_whose_id),
  constraint feedback_whose_child foreign key (service_id, child_id) references child,
  constraint feedback_whose_feedback foreign key (service_id, child_id, feedback_id)
    references feedback (service_id, child_id, feedback_id) deferrable initially immediate,
  constraint feedback_whose_account foreign key (service_id, asked_by) references person_account,
  constraint feedback_whose_says_why check (length(trim(reason)) > 0)
);
comment on table feedback_whose is 'Who asked whose words these are, and why. The history of the child says that it was asked; why, which may repeat the words, is read by those alone who may ask.';
create index feedback_whose_by_feedback on feedback_whose (service_id, feedback_id);
create index feedback_whose_by_child on feedback_whose (service_id, child_id);
call protect('feedback_whose', grants => 'select, insert', secrets => 'reason',
  visible => 'service_id = (select current_service()) and (select asks_whose()) and child_id <> all ((select hidden_children())::uuid[])');
call prepare_for_merging('feedback_whose');

-- The victim worker learns that a case has ended, until they say that they have noted it.
create table victim_end_noted (
  service_id uuid not null,
  victim_id uuid not null,
  child_id uuid not null,
  involvement_id uuid not null,
  ended_at timestamptz not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  constraint victim_end_noted_pk primary key (service_id, victim_id, involvement_id, ended_at),
  constraint victim_end_noted_victim foreign key (service_id, victim_id) references victim,
  constraint victim_end_noted_child foreign key (service_id, child_id) references child,
  constraint victim_end_noted_case foreign key (service_id, involvement_id, child_id)
    references involvement (service_id, involvement_id, child_id) deferrable initially immediate,
  constraint victim_end_noted_account foreign key (service_id, noted_by) references person_account
);
comment on table victim_end_noted is 'That whoever works with somebody who was harmed knows that a case of the child has ended. An ending that is taken back and recorded anew is another ending.';
create index victim_end_noted_by_child on victim_end_noted (service_id, child_id);
call protect('victim_end_noted', grants => 'select, insert',
  visible => 'service_id = (select current_service()) and (select sees_victims()) and child_id <> all ((select hidden_children())::uuid[]) and victim_id <> all ((select hidden_victims())::uuid[])');
call prepare_for_merging('victim_end_noted');

alter policy within_service on audit_event using (service_id = (select current_service()) and
  case
    when (table_name in ('victim', 'victim_of', 'victim_contact', 'victim_end_noted') or action = 'event' and after ?| array['victim', 'victims'])
      and not (select sees_victims()) then false
    when table_name in ('victim', 'victim_of', 'victim_contact', 'victim_end_noted')
      and coalesce(row_key ->> 'victim_id', after ->> 'victim_id')::uuid = any ((select hidden_victims())::uuid[]) then false
    when action = 'event' and (after ->> 'victim' = any ((select hidden_victims())::text[])
      or after -> 'victims' ?| (select hidden_victims())::text[]) then false
    when child_id is null then action <> 'view' and (table_name is null or table_name <> all (array['notification', 'import_row']))
    when child_id = any ((select hidden_children())::uuid[]) then false
    when child_id = any ((select hidden_while_merged())::uuid[]) and is_hidden_event(child_id, id) then false
    else case table_name
      when 'note' then not is_note_change_hidden((row_key ->> 'note_id')::uuid,
        case when action = 'update' then (after ->> 'version')::integer - 1 else 1 end)
      when 'attachment' then not is_attachment_hidden((row_key ->> 'attachment_id')::uuid)
      when 'transferred_entry' then not is_their_note_hidden((row_key ->> 'transferred_entry_id')::uuid)
      when 'chronology_mark' then not is_entry_hidden(coalesce(after, before) ->> 'kind', (coalesce(after, before) ->> 'about_id')::uuid)
      when 'child_pair' then (row_key ->> 'other_id')::uuid <> all ((select hidden_children())::uuid[])
      else true
    end
  end);
