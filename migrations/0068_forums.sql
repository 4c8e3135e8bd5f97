-- Standing meetings: who sits in them, when they meet, what stands on their agendas, who was there, and what was decided.

create table forum_seat_holder (
  service_id uuid not null,
  seat_holder_id uuid not null default uuidv7(),
  forum text not null,
  seat text not null,
  user_id uuid,
  name text not null,
  email text not null default '',
  from_on date not null,
  until_on date,
  version integer not null default 1,
  constraint forum_seat_holder_pk primary key (service_id, seat_holder_id),
  constraint forum_seat_holder_account foreign key (service_id, user_id) references person_account,
  constraint forum_seat_holder_named check (length(trim(name)) > 0),
  constraint forum_seat_holder_until_after_from check (until_on >= from_on)
);
comment on table forum_seat_holder is 'Who holds a seat of a standing meeting, from a day until a day: somebody who signs in here, or somebody from outside by name and address.';
create index forum_seat_holder_by_forum on forum_seat_holder (service_id, forum, seat);
create index forum_seat_holder_by_user on forum_seat_holder (service_id, user_id) where user_id is not null;
call protect('forum_seat_holder');

create table forum_meeting (
  service_id uuid not null,
  meeting_id uuid not null default uuidv7(),
  forum text not null,
  on_day date not null,
  at_time time not null,
  minutes integer not null,
  place text not null default '',
  joins_by text not null default '',
  state text not null default 'planned',
  state_reason text not null default '',
  item_id uuid,
  opened_at timestamptz,
  closed_at timestamptz,
  notes text not null default '',
  planned_by uuid not null,
  version integer not null default 1,
  constraint forum_meeting_pk primary key (service_id, meeting_id),
  constraint forum_meeting_account foreign key (service_id, planned_by) references person_account,
  constraint forum_meeting_lasts check (minutes > 0),
  constraint forum_meeting_state_known check (state in ('planned', 'open', 'closed', 'called-off')),
  constraint forum_meeting_called_off_says_why check (state <> 'called-off' or length(trim(state_reason)) > 0),
  constraint forum_meeting_opened check (state not in ('open', 'closed') or opened_at is not null),
  constraint forum_meeting_closed check ((state = 'closed') = (closed_at is not null))
);
comment on table forum_meeting is 'One meeting of a forum. While it is open, item_id is what all who look at it have before them.';
comment on column forum_meeting.joins_by is 'How to join from elsewhere: a number, a link.';
comment on column forum_meeting.notes is 'What the minutes say besides what was decided.';
create unique index forum_meeting_once on forum_meeting (service_id, forum, on_day, at_time) where state <> 'called-off';
call protect('forum_meeting');

create table forum_item (
  service_id uuid not null,
  item_id uuid not null default uuidv7(),
  forum text not null,
  kind text not null,
  child_id uuid,
  involvement_id uuid,
  title text not null default '',
  meeting_id uuid,
  due_on date,
  place integer not null default 0,
  referral jsonb not null default '{}',
  referred_by uuid not null,
  referred_at timestamptz not null,
  follows_id uuid,
  state text not null default 'waiting',
  decision text,
  decision_answers jsonb not null default '{}',
  reasons text not null default '',
  dissent text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  withdrawn_reason text not null default '',
  milestone_id uuid,
  version integer not null default 1,
  constraint forum_item_pk primary key (service_id, item_id),
  constraint forum_item_of_child unique (service_id, child_id, item_id),
  constraint forum_item_child foreign key (service_id, child_id) references child,
  constraint forum_item_case foreign key (service_id, involvement_id, child_id)
    references involvement (service_id, involvement_id, child_id) deferrable initially immediate,
  constraint forum_item_meeting foreign key (service_id, meeting_id) references forum_meeting,
  constraint forum_item_follows foreign key (service_id, child_id, follows_id)
    references forum_item (service_id, child_id, item_id) deferrable initially immediate,
  constraint forum_item_milestone foreign key (service_id, child_id, milestone_id)
    references milestone (service_id, child_id, milestone_id) deferrable initially immediate,
  constraint forum_item_referred_by foreign key (service_id, referred_by) references person_account,
  constraint forum_item_decided_by foreign key (service_id, decided_by) references person_account,
  constraint forum_item_kind_known check (kind in ('child', 'paper')),
  constraint forum_item_of_a_kind check ((kind = 'child') = (child_id is not null)),
  constraint forum_item_paper_titled check (kind = 'child' or length(trim(title)) > 0),
  constraint forum_item_has_a_day check (meeting_id is not null or due_on is not null),
  constraint forum_item_state_known check (state in ('waiting', 'decided', 'withdrawn')),
  constraint forum_item_decided check ((state = 'decided') = (decision is not null)
    and (state = 'decided') = (decided_at is not null) and (state = 'decided') = (decided_by is not null)),
  constraint forum_item_withdrawn_says_why check ((state = 'withdrawn') = (length(trim(withdrawn_reason)) > 0))
);
comment on table forum_item is 'What stands on the agenda of a meeting, or waits for one: a child, or a paper; why it was brought, what was decided and why.';
comment on column forum_item.due_on is 'Without a meeting: it goes onto the agenda of the first that is planned from this day on.';
comment on column forum_item.follows_id is 'What was decided before and asked for this to come back.';
comment on column forum_item.milestone_id is 'The step of the case that the decision took.';
comment on column forum_item.dissent is 'Who saw it otherwise, and why.';
create index forum_item_by_meeting on forum_item (service_id, meeting_id, place);
create index forum_item_waiting on forum_item (service_id, forum, due_on) where meeting_id is null and state = 'waiting';
create index forum_item_by_child on forum_item (service_id, child_id) where child_id is not null;
call protect_child_rows('forum_item');
alter table forum_meeting add constraint forum_meeting_item foreign key (service_id, item_id) references forum_item (service_id, item_id);

create table forum_return (
  service_id uuid not null,
  item_id uuid not null,
  seat text not null,
  child_id uuid not null,
  answers jsonb not null default '{}',
  knows_nothing boolean not null default false,
  given_by uuid,
  given_name text not null,
  given_at timestamptz not null,
  version integer not null default 1,
  constraint forum_return_pk primary key (service_id, item_id, seat),
  constraint forum_return_item foreign key (service_id, child_id, item_id)
    references forum_item (service_id, child_id, item_id) deferrable initially immediate,
  constraint forum_return_account foreign key (service_id, given_by) references person_account,
  constraint forum_return_named check (length(trim(given_name)) > 0)
);
comment on table forum_return is 'What an agency brought about a child before the meeting, by the questions of its seat; or that it knows nothing.';
create index forum_return_by_child on forum_return (service_id, child_id);
call protect_child_rows('forum_return');

create table forum_attendance (
  service_id uuid not null,
  meeting_id uuid not null,
  seat text not null,
  presence text not null,
  name text not null default '',
  by_phone boolean not null default false,
  marked_by uuid not null,
  marked_at timestamptz not null,
  version integer not null default 1,
  constraint forum_attendance_pk primary key (service_id, meeting_id, seat),
  constraint forum_attendance_meeting foreign key (service_id, meeting_id) references forum_meeting,
  constraint forum_attendance_account foreign key (service_id, marked_by) references person_account,
  constraint forum_attendance_presence_known check (presence in ('attended', 'represented', 'apologies', 'absent', 'not-a-member-then')),
  constraint forum_attendance_says_who check (presence not in ('attended', 'represented') or length(trim(name)) > 0)
);
comment on table forum_attendance is 'How each seat was filled on the day of a meeting: in person, by somebody who stood in, or not; and whether by phone.';
call protect('forum_attendance');

-- Whoever looks at a meeting is told that something has changed, once it is kept: not what, and of nobody.
create function tell_room() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare meeting uuid;
begin
  if tg_table_name = 'forum_return' then
    select i.meeting_id into meeting from forum_item i where i.service_id = new.service_id and i.item_id = new.item_id;
  else
    meeting := new.meeting_id;
  end if;
  if meeting is not null then perform pg_notify('throughline_room', new.service_id || ' ' || meeting); end if;
  return null;
end $$;
comment on function tell_room() is 'Tells the program that a meeting has changed, by the ids of service and meeting.';
do $$
declare target text;
begin
  foreach target in array array['forum_meeting', 'forum_item', 'forum_return', 'forum_attendance'] loop
    execute format('create trigger tell_room after insert or update on %I for each row execute function tell_room()', target);
  end loop;
end $$;
