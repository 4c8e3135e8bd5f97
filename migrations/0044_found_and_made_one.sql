-- What arrived is found by the child's name whatever became of it, and says that it had been closed before. Two entries of one
-- person around a child are made one. What is to be known before contact, and was answered before there were alerts for it, raises them.

-- Arrivals --------------------------------------------------------------------------------------------------------

-- As in 0003: under row-level security the comparison of trigrams cannot use an index for the application, so a function of
-- the owner asks it, and leaves out by itself what the person may not see.
create policy searched on notification for select to current_user using (true);
create index notification_by_name on notification using gin (service_id, folded_name gin_trgm_ops);
create index notification_closed on notification (service_id, closed_at) where closed_at is not null and involvement_id is null;

create function find_arrivals_named(said text) returns table (notification_id uuid, likeness real)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hidden uuid[] := hidden_notifications();
  begins text := regexp_replace(said, '([\\%_])', '\\\1', 'g') || '%';
begin
  return query
    select n.notification_id, greatest(similarity(n.folded_name, said), word_similarity(said, n.folded_name)) from notification n
    where n.service_id = current_service() and n.notification_id <> all (hidden)
      and (n.folded_name % said or n.folded_name %> said or n.folded_name like begins or n.folded_name like '% ' || begins)
    order by 2 desc, n.notification_id desc limit 500;
end $$;
comment on function find_arrivals_named(text) is 'What arrived about a child with a name like the one said, folded, whatever became of it; the 500 likeliest. Within the service, and without what is, or may be, about a child hidden from the person who asks.';
revoke all on function find_arrivals_named(text) from public;
grant execute on function find_arrivals_named(text) to throughline_app;

create table arrival_reopening (
  service_id uuid not null,
  reopening_id uuid not null default uuidv7(),
  notification_id uuid not null,
  reopened_at timestamptz not null,
  reopened_by uuid not null,
  reason text not null,
  closed_at timestamptz not null,
  closed_reason text not null,
  closed_by uuid,
  constraint arrival_reopening_pk primary key (service_id, reopening_id),
  constraint arrival_reopening_notification foreign key (service_id, notification_id) references notification,
  constraint arrival_reopening_account foreign key (service_id, reopened_by) references person_account,
  constraint arrival_reopening_closer foreign key (service_id, closed_by) references person_account,
  constraint arrival_reopening_after_closing check (reopened_at >= closed_at),
  constraint arrival_reopening_says_why check (length(trim(reason)) > 0)
);
comment on table arrival_reopening is 'That something was closed without a case and opened again: why and by whom it had been closed, and why and by whom it was opened. Seen by whoever sees what arrived. Without an audit of its own: the change of the notification stands there, with the same reason, hidden from whoever may not see it.';
create index arrival_reopening_by_notification on arrival_reopening (service_id, notification_id, reopened_at);
call protect('arrival_reopening', grants => 'select, insert', audited => false,
  visible => 'service_id = (select current_service()) and notification_id <> all ((select hidden_notifications())::uuid[])');

-- What was opened again until now stands in the audit only.
set local throughline.system = 'on';
insert into arrival_reopening (service_id, notification_id, reopened_at, reopened_by, reason, closed_at, closed_reason, closed_by)
select e.service_id, n.notification_id, e.at, e.person_id, e.reason, (e.before ->> 'closed_at')::timestamptz,
  e.before ->> 'closed_reason', (select p.user_id from person_account p where p.service_id = e.service_id and p.user_id = (e.before ->> 'closed_by')::uuid)
from audit_event e
  join notification n on n.service_id = e.service_id and n.notification_id = (e.row_key ->> 'notification_id')::uuid
  join person_account o on o.service_id = e.service_id and o.user_id = e.person_id
where e.table_name = 'notification' and e.action = 'update' and e.before ->> 'closed_at' is not null and e.after -> 'closed_at' = 'null'
  and length(trim(e.reason)) > 0 and e.at >= (e.before ->> 'closed_at')::timestamptz
order by e.id;

-- People around a child -------------------------------------------------------------------------------------------

alter table child_person add column same_as uuid,
  add constraint child_person_not_itself check (same_as <> child_person_id);
comment on column child_person.same_as is 'Another entry that is the same person: that one stands for both. It holds only while both are in one record, so that taking a merge apart parts them by itself; therefore no key refers to it.';

create function stands_for_itself(entry child_person) returns boolean language sql stable
  return entry.same_as is null or not exists (select from child_person k where k.service_id = entry.service_id
    and k.child_person_id = entry.same_as and k.child_id = entry.child_id);
comment on function stands_for_itself(child_person) is 'Whether an entry is shown: not while another of the same record stands for it.';
revoke all on function stands_for_itself(child_person) from public;
grant execute on function stands_for_itself(child_person) to throughline_app;

-- Alerts ----------------------------------------------------------------------------------------------------------

-- Of open cases: what the steps hold counts, since it may have been corrected; what arrived where no step asks the same. One
-- that was raised before is not raised again, even if it was ended since. Whoever recorded the answer raises it.
set local throughline.purpose = 'Upgrade: raised what is to be known before contact';
with opened as (
  select i.service_id, i.involvement_id, i.child_id,
    (select m.recorded_by from milestone m where m.service_id = i.service_id and m.involvement_id = i.involvement_id
      order by m.recorded_at, m.milestone_id limit 1) as by
  from involvement i where i.ended_at is null),
held as (
  select o.service_id, o.involvement_id, o.child_id, m.recorded_by as by, m.answers from opened o
    join milestone m on m.service_id = o.service_id and m.involvement_id = o.involvement_id),
asked as (
  select h.*, name from held h, unnest(array['before-contact', 'child-knows']) name where h.answers ? name
  union all
  select o.service_id, o.involvement_id, o.child_id, o.by, n.details, name from opened o
    join notification n on n.service_id = o.service_id and n.involvement_id = o.involvement_id, unnest(array['before-contact', 'child-knows']) name
  where n.details ? name and not exists (
    select from held h where h.service_id = o.service_id and h.involvement_id = o.involvement_id and h.answers ? name)),
said as (
  select service_id, child_id, by, case
      when name = 'before-contact' then btrim(answers ->> name, E' \t\r\n')
      when answers ->> name = 'child' then 'The family does not know of the referral'
      when answers ->> name = 'family' then 'The child does not know of the referral'
      when answers ->> name = 'no' then left(concat_ws('. ', 'Child and family do not know of the referral', answers ->> 'child-knows-reason'), 500)
    end as text
  from asked)
insert into child_alert (service_id, child_id, kind, text, raised_by, raised_at)
select distinct on (s.service_id, s.child_id, s.text) s.service_id, s.child_id, 'before-contact', s.text, s.by, now() from said s
where s.text <> '' and s.by is not null and not exists (select from child_alert a
  where a.service_id = s.service_id and a.child_id = s.child_id and a.kind = 'before-contact' and a.text = s.text);
