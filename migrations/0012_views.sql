-- What a busy page costs: one line of the audit for a list, however many children it names, and no question about
-- waiting notifications where a row already has its child.

-- Views ----------------------------------------------------------------------------------------------------------

create function record_views(children uuid[], what text) returns void language sql security definer set search_path = public, pg_temp
  begin atomic
    select add_audit_event(current_service(), 'view', null, null, null, null, jsonb_build_object('children', to_jsonb(children)), what);
  end;
comment on function record_views(uuid[], text) is 'Records that the person who asks saw all these children on one page. The event stands in the history of each: list_views_of finds it.';

create index audit_event_by_children on audit_event using gin (service_id, (after -> 'children'))
  where action = 'view' and child_id is null;

-- Whom else a page named is nobody's to read: the application sees such an event only through the function below.
alter policy within_service on audit_event
  using (service_id = (select current_service())
    and case
      when child_id is null then action <> 'view' and (table_name is null or table_name not in ('notification', 'import_row'))
      when child_id = any ((select hidden_children())::uuid[]) then false
      when child_id = any ((select hidden_while_merged())::uuid[]) and is_hidden_event(child_id, id) then false
      -- That two children are twins is known only to those who may know of both; so is what a record was merged with.
      when table_name = 'child_pair' then (row_key ->> 'other_id')::uuid <> all ((select hidden_children())::uuid[])
      else true end);

create function list_views_of(children uuid[], earlier_than bigint, most integer)
  returns table (id bigint, at timestamptz, person_id uuid, purpose text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select e.id, e.at, e.person_id, e.purpose from audit_event e
    where e.service_id = current_service() and e.action = 'view' and e.child_id is null
      and e.after -> 'children' ?| (select coalesce(array_agg(child::text), '{}') from unnest(children) child where child <> all (hidden_children()))
      and not exists (select from unnest(children) child where e.after -> 'children' ? child::text and is_hidden_event(child, e.id))
      and e.id < earlier_than
    order by e.id desc limit most;
end $$;
comment on function list_views_of(uuid[], bigint, integer) is 'The newest views of pages that named one of these children among others, before an event; nothing of children hidden from the person who asks.';
revoke all on function record_views(uuid[], text), list_views_of(uuid[], bigint, integer) from public;
grant execute on function record_views(uuid[], text), list_views_of(uuid[], bigint, integer) to throughline_app;

-- Waiting notifications ------------------------------------------------------------------------------------------

-- Who may be meant is worked out only for what somebody's name or birthday comes near, and asked only where it matters.
alter function may_be(child, text[], date, text, text, text, boolean) cost 10000;

create or replace function hidden_notifications() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (select h as known, exists (select from conflict_of_interest x
        where x.service_id = h.service_id and x.user_id = current_person() and x.child_id = coalesce((select m.child_id
          from record_merge m where m.service_id = h.service_id and m.gone_id = h.child_id and m.unmerged_at is null), h.child_id)) as is_conflict
      from child h where h.service_id = current_service() and h.child_id = any (hidden_children())),
    own (child_id, name) as (
      select (known).child_id, (known).folded_name from hidden
      union all
      select n.child_id, n.folded_name from child_name n
      where n.service_id = current_service() and n.child_id in (select (known).child_id from hidden))
    select coalesce(array_agg(notification_id), '{}') from (
      select n.notification_id from notification n
      where n.service_id = current_service() and n.child_id in (select (known).child_id from hidden)
      union all
      select n.notification_id from notification n
      where n.service_id = current_service() and n.child_id is null and exists (
        select from hidden
        where (exists (select from own, unnest(n.folded_names) said (name)
            where own.child_id = (known).child_id and similarity(own.name, said.name) >= 0.3)
          or (is_conflict and n.birth_date is not null and (known).birth_date is not null))
          and may_be(known, n.folded_names, n.birth_date, n.postcode, n.phone, n.school, is_conflict))
    ) n;
  end;

alter policy within_service on notification
  using (service_id = (select current_service())
    and case when child_id is null then notification_id <> all ((select hidden_notifications())::uuid[])
      else child_id <> all ((select hidden_children())::uuid[]) end);

alter policy within_service on referrer_told
  using (service_id = (select current_service())
    and case when child_id is null then notification_id <> all ((select hidden_notifications())::uuid[])
      else child_id <> all ((select hidden_children())::uuid[]) end);

-- Found by child, for a merge of two records.
create index hand_over_by_child on hand_over (service_id, child_id);
