-- Forms that are sent once however often they arrive; appointments in series and groups, places, and the way there.

-- Sent once ------------------------------------------------------------------------------------------------------

create table form_sent (
  service_id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  content_hash bytea not null,
  led_to text not null,
  said text not null,
  sent_at timestamptz not null,
  constraint form_sent_pk primary key (service_id, user_id, token_hash),
  constraint form_sent_of_account foreign key (service_id, user_id) references person_account
);
comment on table form_sent is 'A form that was sent and saved: where the answer led and what it said, so that the same form sent again, because the answer was lost on a bad line, is saved once. Both hashes are made with the token that the form carried, which is kept nowhere: they tell nothing about what was typed. Deleted after 14 days.';
create index form_sent_by_time on form_sent (service_id, sent_at);
call protect('form_sent', grants => 'select, insert, update', audited => false,
  visible => 'service_id = (select current_service()) and user_id = (select current_person())');

create function clear_forms_sent(older_than timestamptz) returns void
  language sql security definer set search_path = public, pg_temp
  begin atomic
    delete from form_sent f where f.service_id = current_service() and f.sent_at < older_than;
  end;
comment on function clear_forms_sent(timestamptz) is 'Forgets forms that were sent long ago, whoever sent them. Each person sees only their own, so the application cannot find them itself.';
revoke all on function clear_forms_sent(timestamptz) from public;
grant execute on function clear_forms_sent(timestamptz) to throughline_app;

-- Places ---------------------------------------------------------------------------------------------------------

create table meeting_place (
  service_id uuid not null,
  place_id uuid not null default uuidv7(),
  name text not null,
  address text not null,
  suits text[] not null default '{}',
  note text not null default '',
  closed_at timestamptz,
  version integer not null default 1,
  constraint meeting_place_pk primary key (service_id, place_id),
  constraint meeting_place_of_service foreign key (service_id) references service,
  constraint meeting_place_named check (length(trim(name)) > 0)
);
comment on table meeting_place is 'A place where the service meets children, and what it suits. Closed ones are no longer offered; appointments keep the words of the place as it was.';
create unique index meeting_place_one_per_name on meeting_place (service_id, lower(name)) where closed_at is null;
call protect('meeting_place');

-- Groups ---------------------------------------------------------------------------------------------------------

create table group_programme (
  service_id uuid not null,
  group_id uuid not null default uuidv7(),
  title text not null,
  about text not null default '',
  closed_at timestamptz,
  version integer not null default 1,
  constraint group_programme_pk primary key (service_id, group_id),
  constraint group_programme_of_service foreign key (service_id) references service,
  constraint group_programme_titled check (length(trim(title)) > 0)
);
comment on table group_programme is 'A group that meets in sessions, such as ten afternoons on knives. Who is in it are its members.';
create index group_programme_by_title on group_programme (service_id, title, group_id);
call protect('group_programme');

create table group_member (
  service_id uuid not null,
  member_id uuid not null default uuidv7(),
  group_id uuid not null,
  child_id uuid not null,
  involvement_id uuid not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  constraint group_member_pk primary key (service_id, member_id),
  constraint group_member_group foreign key (service_id, group_id) references group_programme,
  constraint group_member_child foreign key (service_id, child_id) references child,
  constraint group_member_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint group_member_leaves_after_joining check (left_at >= joined_at)
);
comment on table group_member is 'A child in a group, through one of the child''s cases, and until when.';
create unique index group_member_once on group_member (service_id, group_id, involvement_id) where left_at is null;
create index group_member_by_child on group_member (service_id, child_id);
call protect_child_rows('group_member');

create table group_session (
  service_id uuid not null,
  session_id uuid not null default uuidv7(),
  group_id uuid not null,
  title text not null default '',
  starts_at timestamptz not null,
  minutes integer not null,
  place_id uuid,
  place text not null,
  lead_user uuid not null,
  workers uuid[] not null default '{}',
  cancelled_at timestamptz,
  version integer not null default 1,
  constraint group_session_pk primary key (service_id, session_id),
  constraint group_session_group foreign key (service_id, group_id) references group_programme,
  constraint group_session_place foreign key (service_id, place_id) references meeting_place,
  constraint group_session_lead foreign key (service_id, lead_user) references person_account,
  constraint group_session_lasts check (minutes between 5 and 480)
);
comment on table group_session is 'One meeting of a group. Each child in it has an appointment of their own that names the session: that is where attendance is recorded. workers: who is there beside whoever leads it.';
create index group_session_by_group on group_session (service_id, group_id, starts_at);
create index group_session_by_start on group_session (service_id, starts_at, session_id);
call protect('group_session');

-- Appointments ---------------------------------------------------------------------------------------------------

create table appointment_series (
  service_id uuid not null,
  series_id uuid not null default uuidv7(),
  child_id uuid not null,
  every_weeks integer not null,
  weekdays integer[] not null,
  skips_bank_holidays boolean not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  constraint appointment_series_pk primary key (service_id, series_id),
  constraint appointment_series_child foreign key (service_id, child_id) references child,
  constraint appointment_series_account foreign key (service_id, planned_by) references person_account,
  constraint appointment_series_weeks check (every_weeks between 1 and 2),
  constraint appointment_series_weekdays check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) > 0)
);
comment on table appointment_series is 'How appointments were planned that belong together. weekdays: 1 is Monday. Each appointment stands by itself and is recorded by itself.';
create index appointment_series_by_child on appointment_series (service_id, child_id);
call protect_child_rows('appointment_series', 'select, insert');

alter table appointment
  add column series_id uuid,
  add column session_id uuid,
  add column place_id uuid,
  add column travel text not null default '',
  add column fetched_by uuid,
  add column meets_at text not null default '',
  add column way_is_safe text not null default '',
  add column safety_note text not null default '',
  add column missed_code text not null default '',
  add column reason_judged_by uuid,
  add column reached text not null default '',
  add column comes_next text not null default '',
  add constraint appointment_in_series foreign key (service_id, series_id) references appointment_series,
  add constraint appointment_in_session foreign key (service_id, session_id) references group_session,
  add constraint appointment_at_place foreign key (service_id, place_id) references meeting_place,
  add constraint appointment_fetched_by foreign key (service_id, fetched_by) references person_account,
  add constraint appointment_judged_by foreign key (service_id, reason_judged_by) references person_account,
  add constraint appointment_way_known check (way_is_safe in ('', 'safe', 'with-care', 'not-known')),
  add constraint appointment_safe_with_words check (way_is_safe <> 'with-care' or safety_note <> '');
comment on column appointment.session_id is 'The session of a group in which the child is met; null where the child is met alone.';
comment on column appointment.missed_code is 'Why it was missed, from the list of codes missed-reason; missed_reason holds the words.';
comment on column appointment.reason_judged_by is 'Who said whether the reason is acceptable.';
comment on column appointment.way_is_safe is 'Whether the way and the place are safe for the child: safe, with-care (safety_note says how), not-known, or not said.';
comment on column appointment.reached is 'Whom the follow-up of a missed appointment reached; comes_next: what was agreed to come next.';
create unique index appointment_once_a_session on appointment (service_id, session_id, involvement_id) where session_id is not null;
create index appointment_by_series on appointment (service_id, series_id, starts_at) where series_id is not null;

-- A session is the same for every child in it, also for one whose record is hidden from whoever plans it.
create function carry_session(session uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare s group_session;
begin
  select * into s from group_session g where g.service_id = current_service() and g.session_id = session;
  if not found then return; end if;
  if s.cancelled_at is null then
    insert into appointment (service_id, child_id, involvement_id, session_id, with_user, kind, starts_at, minutes, place, place_id)
    select m.service_id, m.child_id, m.involvement_id, s.session_id, s.lead_user, 'group', s.starts_at, s.minutes, s.place, s.place_id
    from group_member m join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = s.service_id and m.group_id = s.group_id and m.left_at is null and i.ended_at is null
    on conflict (service_id, session_id, involvement_id) where session_id is not null do nothing;
  end if;
  update appointment a set starts_at = s.starts_at, minutes = s.minutes, place = s.place, place_id = s.place_id,
    with_user = s.lead_user, version = a.version + 1
  where a.service_id = s.service_id and a.session_id = s.session_id and a.state = 'planned' and s.cancelled_at is null
    and (a.starts_at, a.minutes, a.place, a.with_user) is distinct from (s.starts_at, s.minutes, s.place, s.lead_user);
  update appointment a set state = 'cancelled', recorded_at = at, version = a.version + 1
  where a.service_id = s.service_id and a.session_id = s.session_id and a.state = 'planned' and s.cancelled_at is not null;
end $$;
comment on function carry_session(uuid, timestamptz) is 'Gives every child who is in the group now an appointment in the session, and brings those that are planned to where and when the session is, or cancels them with it; children hidden from the person who asks included, of whom it tells nothing. at: when it was cancelled.';
revoke all on function carry_session(uuid, timestamptz) from public;
grant execute on function carry_session(uuid, timestamptz) to throughline_app;
