-- The record: children, who may see them, what arrives about them, the pathways they are on, and what is done.

-- Children and who may see them --------------------------------------------------------------------------------

create table child (
  service_id uuid not null,
  child_id uuid not null default uuidv7(),
  reference text not null,
  given_name text not null,
  family_name text not null,
  known_as text not null default '',
  said_as text not null default '',
  folded_name text not null,
  birth_date date,
  birth_date_basis text not null default 'known',
  sex text not null default '',
  ethnicity text not null default '',
  pronouns text not null default '',
  language text not null default '',
  needs_interpreter boolean not null default false,
  how_to_talk text not null default '',
  address text not null default '',
  postcode text not null default '',
  has_no_fixed_address boolean not null default false,
  phone text not null default '',
  school text not null default '',
  added_at timestamptz not null default now(),
  version integer not null default 1,
  constraint child_pk primary key (service_id, child_id),
  constraint child_service foreign key (service_id) references service,
  constraint child_one_per_reference unique (service_id, reference),
  constraint child_named check (given_name <> '' or family_name <> ''),
  constraint child_birth_date_basis_known check (birth_date_basis in ('known', 'estimated', 'unknown')),
  constraint child_birth_date_unless_unknown check ((birth_date is null) = (birth_date_basis = 'unknown'))
);
comment on table child is 'A child known to the service. folded_name is the name as it is compared: lower case, without accents.';
create index child_by_name on child using gin (folded_name gin_trgm_ops);
create index child_by_birth_date on child (service_id, birth_date);

create table child_restriction (
  service_id uuid not null,
  child_id uuid not null,
  reason text not null,
  restricted_by uuid not null,
  restricted_at timestamptz not null default now(),
  constraint child_restriction_pk primary key (service_id, child_id),
  constraint child_restriction_child foreign key (service_id, child_id) references child,
  constraint child_restriction_reason_given check (length(trim(reason)) > 0)
);
comment on table child_restriction is 'A child whose record only named people may open. The row is deleted when the restriction is lifted; the audit keeps it.';

create table child_access (
  service_id uuid not null,
  child_id uuid not null,
  user_id uuid not null,
  granted_at timestamptz not null default now(),
  until timestamptz,
  broke_glass boolean not null default false,
  reason text not null default '',
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_note text not null default '',
  version integer not null default 1,
  access_id uuid not null default uuidv7(),
  constraint child_access_pk primary key (service_id, access_id),
  constraint child_access_child foreign key (service_id, child_id) references child,
  constraint child_access_account foreign key (service_id, user_id) references person_account,
  constraint child_access_broken_glass_has_reason check (not broke_glass or (length(trim(reason)) > 0 and until is not null)),
  constraint child_access_not_reviewed_by_oneself check (reviewed_by <> user_id)
);
comment on table child_access is 'Somebody who may open a restricted record: named by a manager, or for a while after breaking the glass with a reason.';
create index child_access_by_child on child_access (service_id, child_id, user_id);
create index child_access_to_review on child_access (service_id) where broke_glass and reviewed_at is null;

create table conflict_of_interest (
  service_id uuid not null,
  child_id uuid not null,
  user_id uuid not null,
  relation text not null,
  declared_at timestamptz not null default now(),
  constraint conflict_of_interest_pk primary key (service_id, child_id, user_id),
  constraint conflict_of_interest_child foreign key (service_id, child_id) references child,
  constraint conflict_of_interest_account foreign key (service_id, user_id) references person_account,
  constraint conflict_of_interest_relation_given check (length(trim(relation)) > 0)
);
comment on table conflict_of_interest is 'Somebody who must not open a child''s record because the child is family or known to them. Breaking the glass does not open it.';

create function hidden_children() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select coalesce(array_agg(hidden.child_id), '{}') from (
      select r.child_id from child_restriction r
      where r.service_id = current_service() and not exists (
        select from child_access a
        where a.service_id = r.service_id and a.child_id = r.child_id and a.user_id = current_person()
          and (a.until is null or a.until > now()))
      union
      select c.child_id from conflict_of_interest c
      where c.service_id = current_service() and c.user_id = current_person()
    ) hidden;
  end;
comment on function hidden_children() is 'The children whom the person who asks must not see: restricted ones without access, and conflicts of interest. Asked once a query.';

create function child_standing(child uuid) returns text language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select case
      when not exists (select from child c where c.service_id = current_service() and c.child_id = child) then 'none'
      when exists (select from conflict_of_interest c where c.service_id = current_service() and c.child_id = child and c.user_id = current_person()) then 'conflict'
      when child = any (hidden_children()) then 'restricted'
      else 'open'
    end;
  end;
comment on function child_standing(uuid) is 'Whether a child''s record is open to the person who asks, restricted (the glass may be broken), a conflict of interest, or not there.';

create function find_restricted_child(its_reference text, its_name text, born date) returns uuid language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select c.child_id from child c
    where c.service_id = current_service()
      and (c.reference = its_reference
        or (c.birth_date = born and c.folded_name = its_name))
      and child_standing(c.child_id) = 'restricted'
    limit 1;
  end;
comment on function find_restricted_child(text, text, date) is 'The child with exactly this reference, or this whole name and date of birth, whose record is restricted from the person who asks: for breaking the glass, never for showing it. Nothing where they have a conflict of interest.';

create procedure protect_child_rows(target regclass, grants text default 'select, insert, update') language plpgsql as $$
begin
  call protect(target, grants, true, '',
    'service_id = (select current_service()) and (child_id is null or child_id <> all ((select hidden_children())::uuid[]))');
end $$;
comment on procedure protect_child_rows(regclass, text) is 'For tables with rows about a child: as protect, and without the children hidden from the person who asks.';

call protect_child_rows('child');
call protect('child_restriction', grants => 'select, insert, update, delete');
call protect('child_access', grants => 'select, insert, update, delete');
call protect('conflict_of_interest', grants => 'select, insert, delete');
revoke all on function hidden_children(), child_standing(uuid), find_restricted_child(text, text, date) from public;
grant execute on function hidden_children(), child_standing(uuid), find_restricted_child(text, text, date) to throughline_app;

create table child_name (
  service_id uuid not null,
  child_name_id uuid not null default uuidv7(),
  child_id uuid not null,
  name text not null,
  folded_name text not null,
  kind text not null,
  constraint child_name_pk primary key (service_id, child_name_id),
  constraint child_name_child foreign key (service_id, child_id) references child,
  constraint child_name_kind_known check (kind in ('alias', 'former', 'spelling')),
  constraint child_name_given check (name <> '')
);
comment on table child_name is 'Another name by which a child is or was known, or another spelling in which it has arrived.';
create index child_name_by_name on child_name using gin (folded_name gin_trgm_ops);
create index child_name_by_child on child_name (service_id, child_id);
call protect_child_rows('child_name', 'select, insert, update, delete');

create table child_person (
  service_id uuid not null,
  child_person_id uuid not null default uuidv7(),
  child_id uuid not null,
  name text not null,
  relationship text not null,
  phone text not null default '',
  email text not null default '',
  has_parental_responsibility boolean not null default false,
  must_not_be_contacted boolean not null default false,
  note text not null default '',
  ended_at timestamptz,
  version integer not null default 1,
  constraint child_person_pk primary key (service_id, child_person_id),
  constraint child_person_child foreign key (service_id, child_id) references child,
  constraint child_person_named check (name <> ''),
  constraint child_person_relationship_given check (relationship <> '')
);
comment on table child_person is 'Somebody around a child: family, carer, professional.';
create index child_person_by_child on child_person (service_id, child_id);
call protect_child_rows('child_person');

create table child_alert (
  service_id uuid not null,
  child_alert_id uuid not null default uuidv7(),
  child_id uuid not null,
  kind text not null,
  text text not null,
  raised_by uuid not null,
  raised_at timestamptz not null default now(),
  ended_at timestamptz,
  version integer not null default 1,
  constraint child_alert_pk primary key (service_id, child_alert_id),
  constraint child_alert_child foreign key (service_id, child_id) references child,
  constraint child_alert_text_given check (text <> '')
);
comment on table child_alert is 'What whoever meets this child must know first.';
create index child_alert_by_child on child_alert (service_id, child_id) where ended_at is null;
call protect_child_rows('child_alert');

-- Pathways -----------------------------------------------------------------------------------------------------

create table involvement (
  service_id uuid not null,
  involvement_id uuid not null default uuidv7(),
  child_id uuid not null,
  pathway text not null,
  route_in text not null,
  stage text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  ending text,
  holder_id uuid,
  version integer not null default 1,
  constraint involvement_pk primary key (service_id, involvement_id),
  constraint involvement_of_child unique (service_id, involvement_id, child_id),
  constraint involvement_child foreign key (service_id, child_id) references child,
  constraint involvement_holder foreign key (service_id, holder_id) references person_account,
  constraint involvement_ended_with_ending check ((ended_at is null) = (ending is null)),
  constraint involvement_ends_after_start check (ended_at >= started_at)
);
comment on table involvement is 'A child on a pathway. Stage, ending and holder say where the last milestone has brought it.';
create index involvement_by_child on involvement (service_id, child_id);
create index involvement_open on involvement (service_id, pathway, stage) where ended_at is null;
create index involvement_by_holder on involvement (service_id, holder_id) where ended_at is null;
call protect_child_rows('involvement');

create table milestone (
  service_id uuid not null,
  milestone_id uuid not null default uuidv7(),
  involvement_id uuid not null,
  child_id uuid not null,
  step text not null,
  stage text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  answers jsonb not null default '{}',
  words jsonb not null,
  constraint milestone_pk primary key (service_id, milestone_id),
  constraint milestone_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint milestone_child foreign key (service_id, child_id) references child,
  constraint milestone_recorded_by_account foreign key (service_id, recorded_by) references person_account
);
comment on table milestone is 'What happened to an involvement, when, by whom. Stage is where it stood afterwards; clocks are worked out from here. words: what was done, and each question with its answer, as they were read at the time, so that a definition that changes leaves the past as it was.';
create index milestone_by_involvement on milestone (service_id, involvement_id, happened_at);
create index milestone_by_child on milestone (service_id, child_id);
call protect_child_rows('milestone', 'select, insert');

create table case_worker (
  service_id uuid not null,
  case_worker_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid not null,
  user_id uuid not null,
  part text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  constraint case_worker_pk primary key (service_id, case_worker_id),
  constraint case_worker_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint case_worker_child foreign key (service_id, child_id) references child,
  constraint case_worker_account foreign key (service_id, user_id) references person_account,
  constraint case_worker_part_known check (part in ('holder', 'co-worker')),
  constraint case_worker_until_after_from check (until_at >= from_at)
);
comment on table case_worker is 'Who has a part in a case, and since when: what "related" means in the permissions.';
create unique index case_worker_one_holder on case_worker (service_id, involvement_id) where part = 'holder' and until_at is null;
create index case_worker_by_child on case_worker (service_id, child_id) where until_at is null;
create index case_worker_by_user on case_worker (service_id, user_id) where until_at is null;
call protect_child_rows('case_worker');

create function has_part_in(child uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from case_worker w
      where w.service_id = current_service() and w.child_id = child and w.user_id = current_person() and w.until_at is null);
  end;
comment on function has_part_in(uuid) is 'Whether the person who asks has a part in a case of the child, also when the record is restricted from them: for breaking the glass.';
revoke all on function has_part_in(uuid) from public;
grant execute on function has_part_in(uuid) to throughline_app;

create table offence (
  service_id uuid not null,
  offence_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid,
  code text not null default '',
  description text not null,
  committed_on date,
  outcome text not null default '',
  outcome_on date,
  police_reference text not null default '',
  constraint offence_pk primary key (service_id, offence_id),
  constraint offence_child foreign key (service_id, child_id) references child,
  constraint offence_involvement foreign key (service_id, involvement_id) references involvement
);
comment on table offence is 'An offence that a child is said or found to have committed; code and outcome are of the dated code lists: the outcome as it was read on outcome_on, the day on which it was given or, where that is not known, received.';
create index offence_by_child on offence (service_id, child_id);
create index offence_by_police_reference on offence (service_id, lower(police_reference)) where police_reference <> '';
call protect_child_rows('offence');

-- What arrives -------------------------------------------------------------------------------------------------

create table import_file (
  service_id uuid not null,
  import_id uuid not null default uuidv7(),
  file_name text not null,
  content_hash bytea not null,
  encoding text not null,
  left_out text[] not null default '{}',
  started_by uuid not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint import_file_pk primary key (service_id, import_id),
  constraint import_file_one_per_content unique (service_id, content_hash),
  constraint import_file_account foreign key (service_id, started_by) references person_account
);
comment on table import_file is 'A file of police notifications. The same content is taken in once.';
call protect('import_file');

create table notification (
  service_id uuid not null,
  notification_id uuid not null default uuidv7(),
  police_reference text not null,
  route_in text not null,
  received_at timestamptz not null,
  given_name text not null,
  family_name text not null,
  folded_name text not null,
  birth_date date,
  details jsonb not null,
  child_id uuid,
  involvement_id uuid,
  closed_at timestamptz,
  closed_reason text,
  version integer not null default 1,
  constraint notification_pk primary key (service_id, notification_id),
  constraint notification_one_per_reference unique (service_id, police_reference),
  constraint notification_child foreign key (service_id, child_id) references child,
  constraint notification_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint notification_closed_with_reason check ((closed_at is null) = (closed_reason is null))
);
comment on table notification is 'What the police (or another referrer) told us about a child, as it came. Open until a person has said which child it is.';
create index notification_open on notification (service_id, received_at) where child_id is null and closed_at is null;
create index notification_by_child on notification (service_id, child_id);
create index notification_by_police_reference on notification (service_id, lower(police_reference));
call protect_child_rows('notification');

create function find_notification_by_reference(reference text) returns table (id uuid, details jsonb)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select n.notification_id, n.details from notification n
    where n.service_id = current_service() and n.police_reference = reference;
  end;
comment on function find_notification_by_reference(text) is 'The notification that stands in the way of another with its reference, even when it is about a child hidden from the person who sends it: for telling what came before, never for showing it.';

create function hidden_notifications() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (select unnest(hidden_children()) as child_id)
    select coalesce(array_agg(n.notification_id), '{}') from notification n
    where n.service_id = current_service() and exists (select from hidden) and (
      n.child_id in (select h.child_id from hidden h)
      or (n.child_id is null and n.closed_at is null and exists (
        select from hidden h join child c on c.service_id = n.service_id and c.child_id = h.child_id
        where similarity(c.folded_name, n.folded_name) > 0.6
          or (c.birth_date = n.birth_date and similarity(c.folded_name, n.folded_name) > 0.3)
          or exists (select from child_name o where o.service_id = c.service_id and o.child_id = c.child_id
            and similarity(o.folded_name, n.folded_name) > 0.6))));
  end;
comment on function hidden_notifications() is 'Notifications that are, or by name and date of birth may be, about a child hidden from the person who asks: those wait for somebody who may see that child.';
revoke all on function find_notification_by_reference(text), hidden_notifications() from public;
grant execute on function find_notification_by_reference(text), hidden_notifications() to throughline_app;
alter policy within_service on notification
  using (service_id = (select current_service()) and notification_id <> all ((select hidden_notifications())::uuid[]))
  with check (service_id = (select current_service()) and (child_id is null or child_id <> all ((select hidden_children())::uuid[])));

create table import_row (
  service_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  cells jsonb not null,
  state text not null default 'waiting',
  faults jsonb not null default '[]',
  notification_id uuid,
  version integer not null default 1,
  constraint import_row_pk primary key (service_id, import_id, row_number),
  constraint import_row_file foreign key (service_id, import_id) references import_file,
  constraint import_row_notification foreign key (service_id, notification_id) references notification,
  constraint import_row_state_known check (state in ('waiting', 'accepted', 'known-already', 'failed', 'dropped')),
  constraint import_row_accepted_is_somewhere check ((state in ('accepted', 'known-already')) = (notification_id is not null))
);
comment on table import_row is 'A row of a file as it came, and what became of it. Failed rows stay until they are mended or dropped.';
create index import_row_waiting on import_row (service_id, import_id, row_number) where state = 'waiting';
create index import_row_failed on import_row (service_id, import_id) where state = 'failed';
call protect('import_row');
alter policy within_service on import_row
  using (service_id = (select current_service())
    and (notification_id is null or notification_id <> all ((select hidden_notifications())::uuid[])))
  with check (service_id = (select current_service()));
-- What arrived is about nobody yet when it is written to the audit: the application reads such entries only once they
-- are a child's, and then only with that child.
alter policy within_service on audit_event using (
  service_id = (select current_service())
  and case when child_id is null then table_name is null or table_name not in ('notification', 'import_row')
    else child_id <> all ((select hidden_children())::uuid[]) end);

-- Work with the child ------------------------------------------------------------------------------------------

create table appointment (
  service_id uuid not null,
  appointment_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid not null,
  with_user uuid not null,
  kind text not null,
  starts_at timestamptz not null,
  minutes integer not null,
  place text not null,
  state text not null default 'planned',
  missed_reason text not null default '',
  reason_is_acceptable boolean,
  what_happened text not null default '',
  followed_up_at timestamptz,
  follow_up text not null default '',
  recorded_at timestamptz,
  version integer not null default 1,
  constraint appointment_pk primary key (service_id, appointment_id),
  constraint appointment_child foreign key (service_id, child_id) references child,
  constraint appointment_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint appointment_with_account foreign key (service_id, with_user) references person_account,
  constraint appointment_state_known check (state in ('planned', 'kept', 'missed', 'cancelled')),
  constraint appointment_lasts check (minutes between 5 and 480),
  constraint appointment_missed_with_reason check ((state = 'missed') = (reason_is_acceptable is not null) and (state <> 'missed' or missed_reason <> ''))
);
comment on table appointment is 'A meeting with the child: planned, then kept, missed (for a reason that is acceptable or not) or cancelled.';
create index appointment_by_child on appointment (service_id, child_id, starts_at);
create index appointment_by_worker on appointment (service_id, with_user, starts_at);
call protect_child_rows('appointment');

create table note (
  service_id uuid not null,
  note_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid,
  kind text not null,
  text text not null,
  happened_at timestamptz not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  version integer not null default 1,
  constraint note_pk primary key (service_id, note_id),
  constraint note_child foreign key (service_id, child_id) references child,
  constraint note_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint note_written_by_account foreign key (service_id, written_by) references person_account,
  constraint note_text_given check (length(trim(text)) > 0)
);
comment on table note is 'What a worker wrote down about a child, with when it happened and when it was written.';
create index note_by_child on note (service_id, child_id, happened_at);
call protect_child_rows('note');
