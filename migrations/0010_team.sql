-- Who works here and when, who covers for whom, and what is handed from one worker to another.

-- Which day it is --------------------------------------------------------------------------------------------------

create function current_day() returns date language sql stable parallel safe
  return coalesce(nullif(current_setting('throughline.today', true), '')::date, (now() at time zone 'Europe/London')::date);
comment on function current_day() is 'The date in England and Wales that this transaction works on: the program''s, or where it says none the database''s own. Leave and cover begin and end by it.';
grant execute on function current_day() to throughline_app;

-- What a senior knows of each worker -------------------------------------------------------------------------------

create table work_term (
  service_id uuid not null,
  term_id uuid not null default uuidv7(),
  kind text not null,
  title text not null,
  ended_at timestamptz,
  version integer not null default 1,
  constraint work_term_pk primary key (service_id, term_id),
  constraint work_term_service foreign key (service_id) references service,
  constraint work_term_kind_known check (kind in ('skill', 'language')),
  constraint work_term_title_given check (length(trim(title)) > 0)
);
comment on table work_term is 'A skill or a language on the lists that the service keeps. One that has ended is offered no more and stays with whoever has it.';
create unique index work_term_one_per_title on work_term (service_id, kind, lower(title)) where ended_at is null;
call protect('work_term');

create table worker_profile (
  service_id uuid not null,
  user_id uuid not null,
  minutes_a_week integer,
  days text[] not null default '{}',
  version integer not null default 1,
  constraint worker_profile_pk primary key (service_id, user_id),
  constraint worker_profile_account foreign key (service_id, user_id) references person_account,
  constraint worker_profile_minutes_of_a_week check (minutes_a_week between 0 and 3600),
  constraint worker_profile_days_known check (days <@ array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
);
comment on table worker_profile is 'When somebody works: hours (in minutes) and days of a usual week. No hours: nobody has said, and how much the person can carry is not known.';
call protect('worker_profile');

create table worker_term (
  service_id uuid not null,
  user_id uuid not null,
  term_id uuid not null,
  constraint worker_term_pk primary key (service_id, user_id, term_id),
  constraint worker_term_account foreign key (service_id, user_id) references person_account,
  constraint worker_term_of_list foreign key (service_id, term_id) references work_term
);
comment on table worker_term is 'A skill that somebody has, or a language that they speak well enough to work in.';
call protect('worker_term', grants => 'select, insert, delete');

create table worker_leave (
  service_id uuid not null,
  leave_id uuid not null default uuidv7(),
  user_id uuid not null,
  from_on date not null,
  until_on date not null,
  covered_by uuid,
  version integer not null default 1,
  constraint worker_leave_pk primary key (service_id, leave_id),
  constraint worker_leave_account foreign key (service_id, user_id) references person_account,
  constraint worker_leave_cover foreign key (service_id, covered_by) references person_account,
  constraint worker_leave_in_order check (until_on >= from_on),
  constraint worker_leave_not_covered_by_oneself check (covered_by <> user_id)
);
comment on table worker_leave is 'Days, both included, on which somebody is away, and who covers: that person has the parts of the other in their cases on these days and no longer. Why somebody is away is nobody''s business here.';
create index worker_leave_by_person on worker_leave (service_id, user_id, until_on);
create index worker_leave_by_cover on worker_leave (service_id, covered_by, until_on) where covered_by is not null;
call protect('worker_leave', grants => 'select, insert, update, delete');

-- Load -------------------------------------------------------------------------------------------------------------

create function loads_of_workers(alone uuid default null) returns table (user_id uuid, children bigint, cases jsonb)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select g.user_id, max(g.children) as children,
      jsonb_agg(jsonb_build_object('part', g.part, 'pathway', g.pathway, 'stage', g.stage, 'hasAlert', g.has_alert,
        'needsInterpreter', g.needs_interpreter, 'cases', g.cases) order by g.pathway, g.stage, g.part, g.has_alert, g.needs_interpreter)
    from (
      select w.user_id, w.part, i.pathway, i.stage, c.needs_interpreter,
        a.child_id is not null as has_alert, count(*) as cases,
        (select count(distinct o.child_id) from case_worker o
          join involvement oi on oi.service_id = o.service_id and oi.involvement_id = o.involvement_id and oi.ended_at is null
          where o.service_id = w.service_id and o.user_id = w.user_id and o.until_at is null) as children
      from case_worker w
      join involvement i on i.service_id = w.service_id and i.involvement_id = w.involvement_id and i.ended_at is null
      join child c on c.service_id = w.service_id and c.child_id = w.child_id
      left join (select distinct l.service_id, l.child_id from child_alert l where l.ended_at is null) a
        on a.service_id = w.service_id and a.child_id = w.child_id
      where w.service_id = current_service() and w.until_at is null and (alone is null or w.user_id = alone)
      group by w.service_id, w.user_id, w.part, i.pathway, i.stage, c.needs_interpreter, a.child_id is not null
    ) g group by g.user_id;
  end;
comment on function loads_of_workers(uuid) is 'What each worker (or one) carries now, as counts of open cases by what their weight hangs on, hidden children included: the load of a worker is one number, whoever asks. It names no child.';

create function count_beyond_cover(worker uuid, cover uuid, seeing text[]) returns bigint
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select count(distinct w.involvement_id) from case_worker w
    join involvement i on i.service_id = w.service_id and i.involvement_id = w.involvement_id and i.ended_at is null
    join person_account a on a.service_id = w.service_id and a.user_id = cover
    where w.service_id = current_service() and w.user_id = worker and w.until_at is null and (
      a.disabled_at is not null or not a.roles && seeing
      or exists (select from conflict_of_interest x
        where x.service_id = w.service_id and x.child_id = w.child_id and x.user_id = cover)
      or exists (select from child_restriction r where r.service_id = w.service_id and r.child_id = w.child_id)
        and not exists (select from child_access x where x.service_id = w.service_id and x.child_id = w.child_id
          and x.user_id = cover and (x.until is null or x.until > now())));
  end;
comment on function count_beyond_cover(uuid, uuid, text[]) is 'How many open cases of a worker somebody who covers cannot work in, those of children hidden from the person who asks included: a number, so that a senior knows that somebody else must be found.';

-- Handing over -----------------------------------------------------------------------------------------------------

create table hand_over (
  service_id uuid not null,
  hand_over_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid not null,
  milestone_id uuid not null,
  from_user uuid,
  to_user uuid not null,
  given_at timestamptz not null,
  read_at timestamptz,
  constraint hand_over_pk primary key (service_id, hand_over_id),
  constraint hand_over_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint hand_over_milestone foreign key (service_id, milestone_id) references milestone,
  constraint hand_over_from_account foreign key (service_id, from_user) references person_account,
  constraint hand_over_to_account foreign key (service_id, to_user) references person_account
);
comment on table hand_over is 'A case given to a worker by a step, which holds the note; from nobody where it had no holder. It stands on the worker''s day until they have said that they have read it.';
create index hand_over_unread on hand_over (service_id, to_user) where read_at is null;
create index hand_over_by_involvement on hand_over (service_id, involvement_id);
call protect_child_rows('hand_over');

revoke all on function loads_of_workers(uuid), count_beyond_cover(uuid, uuid, text[]) from public;
grant execute on function loads_of_workers(uuid), count_beyond_cover(uuid, uuid, text[]) to throughline_app;
