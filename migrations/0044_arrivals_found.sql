-- What arrived is found by the child's name whatever became of it, and says that it had been closed before.

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
insert into arrival_reopening (service_id, notification_id, reopened_at, reopened_by, reason, closed_at, closed_reason, closed_by)
select e.service_id, n.notification_id, e.at, e.person_id, e.reason, (e.before ->> 'closed_at')::timestamptz,
  e.before ->> 'closed_reason', (select p.user_id from person_account p where p.service_id = e.service_id and p.user_id = (e.before ->> 'closed_by')::uuid)
from audit_event e
  join notification n on n.service_id = e.service_id and n.notification_id = (e.row_key ->> 'notification_id')::uuid
  join person_account o on o.service_id = e.service_id and o.user_id = e.person_id
where e.table_name = 'notification' and e.action = 'update' and e.before ->> 'closed_at' is not null and e.after -> 'closed_at' = 'null'
  and length(trim(e.reason)) > 0 and e.at >= (e.before ->> 'closed_at')::timestamptz
order by e.id;
