-- Those who were harmed, behind a wall: who they are, how they are reached, what was said with them. Those who work with the child
-- read none of it; what they are told stands in victim_voice.

create function sees_victims() returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from person_account a
      where a.service_id = current_service() and a.user_id = current_person()
        and a.roles && array['victim-worker', 'manager', 'inspector']);
  end;
comment on function sees_victims() is 'Whether the person who asks may read the records of those who were harmed. The same roles stand in the permission victims.see; a test compares them.';
revoke all on function sees_victims() from public;
grant execute on function sees_victims() to throughline_app;

create table victim (
  service_id uuid not null,
  victim_id uuid not null,
  kind text not null,
  name text not null,
  known_as text not null,
  age_group text not null default '',
  phone text not null default '',
  email text not null default '',
  address text not null default '',
  language text not null default '',
  needs text not null default '',
  safe_contact text not null default '',
  police_reference text not null default '',
  consent text not null default 'not-asked',
  consent_on date,
  consent_words text not null default '',
  safety text not null default '',
  passed_on_by uuid not null,
  passed_on_at timestamptz not null,
  closed_on date,
  closed_reason text not null default '',
  closed_words text not null default '',
  version integer not null default 1,
  constraint victim_pk primary key (service_id, victim_id),
  constraint victim_account foreign key (service_id, passed_on_by) references person_account,
  constraint victim_kind_known check (kind in ('person', 'organisation')),
  constraint victim_named check (length(trim(name)) > 0 and length(trim(known_as)) > 0),
  constraint victim_age_group_known check (age_group in ('', 'child', 'adult')),
  constraint victim_consent_known check (consent in ('not-asked', 'yes', 'no', 'withdrawn')),
  constraint victim_consent_has_day check ((consent = 'not-asked') = (consent_on is null)),
  constraint victim_closed_says_why check ((closed_on is null) = (closed_reason = ''))
);
comment on table victim is 'Somebody who was harmed, or an organisation: read only by those who work with victims and those who answer for that work.';
comment on column victim.consent is 'Whether they agree to be contacted by the service.';
comment on column victim.safety is 'What has to be known about their safety before anybody contacts them or plans anything.';

create table victim_of (
  service_id uuid not null,
  victim_of_id uuid not null default uuidv7(),
  victim_id uuid not null,
  child_id uuid not null,
  what_happened text not null default '',
  constraint victim_of_pk primary key (service_id, victim_of_id),
  constraint victim_of_victim foreign key (service_id, victim_id) references victim,
  constraint victim_of_child foreign key (service_id, child_id) references child
);
comment on table victim_of is 'Which child harmed them, and what happened.';
create index victim_of_by_victim on victim_of (service_id, victim_id);
create index victim_of_by_child on victim_of (service_id, child_id);

create table victim_contact (
  service_id uuid not null,
  contact_id uuid not null default uuidv7(),
  victim_id uuid not null,
  at timestamptz not null,
  way text not null,
  was_reached boolean not null,
  words text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint victim_contact_pk primary key (service_id, contact_id),
  constraint victim_contact_victim foreign key (service_id, victim_id) references victim,
  constraint victim_contact_account foreign key (service_id, recorded_by) references person_account,
  constraint victim_contact_way_known check (way in ('phone', 'letter', 'email', 'message', 'meeting', 'home-visit'))
);
comment on table victim_contact is 'What was said with somebody who was harmed, or that they were not reached.';
create index victim_contact_by_victim on victim_contact (service_id, victim_id, at);

call protect('victim', visible => 'service_id = (select current_service()) and (select sees_victims())');
call protect('victim_of', grants => 'select, insert',
  visible => 'service_id = (select current_service()) and (select sees_victims()) and child_id <> all ((select hidden_children())::uuid[])');
call prepare_for_merging('victim_of');
call protect('victim_contact', grants => 'select, insert', visible => 'service_id = (select current_service()) and (select sees_victims())');

-- Whoever works with the child passes on who was harmed, and cannot read it again.
create policy passed_on on victim for insert to throughline_app
  with check (service_id = (select current_service()) and passed_on_by = (select current_person()));
create policy passed_on on victim_of for insert to throughline_app
  with check (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]));

-- What changed in a walled record is read behind the wall only.
alter policy within_service on audit_event using (service_id = (select current_service()) and
  case
    when table_name in ('victim', 'victim_of', 'victim_contact') and not (select sees_victims()) then false
    when child_id is null then action <> 'view' and (table_name is null or table_name <> all (array['notification', 'import_row']))
    when child_id = any ((select hidden_children())::uuid[]) then false
    when child_id = any ((select hidden_while_merged())::uuid[]) and is_hidden_event(child_id, id) then false
    else case table_name
      when 'note' then not is_note_change_hidden((row_key ->> 'note_id')::uuid,
        case when action = 'update' then (after ->> 'version')::integer - 1 else 1 end)
      when 'attachment' then not is_attachment_hidden((row_key ->> 'attachment_id')::uuid)
      when 'chronology_mark' then not is_entry_hidden(coalesce(after, before) ->> 'kind', (coalesce(after, before) ->> 'about_id')::uuid)
      when 'child_pair' then (row_key ->> 'other_id')::uuid <> all ((select hidden_children())::uuid[])
      else true
    end
  end);
