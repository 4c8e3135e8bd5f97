-- Two records of one child become one, and two again; children who are alike and are not the same; names over time.

-- Names that have a time, and addresses that are past ----------------------------------------------------------------

alter table child_name
  add column from_on date,
  add column until_on date,
  add column changed_by text not null default '',
  add column must_not_be_used boolean not null default false,
  add constraint child_name_changed_by_known check (changed_by in ('', 'deed-poll', 'adoption', 'transition', 'marriage', 'other')),
  add constraint child_name_until_after_from check (until_on >= from_on);
comment on column child_name.must_not_be_used is 'The child does not want to be called by it: pages find the child by it and do not print it unless somebody asks to see it.';
comment on column child_name.changed_by is 'By what a former name gave way to another.';

create table child_past_address (
  service_id uuid not null,
  child_past_address_id uuid not null default uuidv7(),
  child_id uuid not null,
  address text not null,
  postcode text not null default '',
  noted_at timestamptz not null,
  constraint child_past_address_pk primary key (service_id, child_past_address_id),
  constraint child_past_address_child foreign key (service_id, child_id) references child,
  constraint child_past_address_given check (address <> '' or postcode <> '')
);
comment on table child_past_address is 'Where a child lived before, or according to another record of the same child. noted_at: when it ceased to be the address on the record.';
create index child_past_address_by_child on child_past_address (service_id, child_id);
call protect_child_rows('child_past_address', 'select, insert, delete');

-- Children who are alike and are not the same ------------------------------------------------------------------------

create table child_pair (
  service_id uuid not null,
  child_id uuid not null,
  other_id uuid not null,
  relation text not null,
  note text not null default '',
  said_by uuid not null,
  said_at timestamptz not null,
  constraint child_pair_pk primary key (service_id, child_id, other_id),
  constraint child_pair_child foreign key (service_id, child_id) references child,
  constraint child_pair_other foreign key (service_id, other_id) references child,
  constraint child_pair_account foreign key (service_id, said_by) references person_account,
  constraint child_pair_of_two check (child_id <> other_id),
  constraint child_pair_relation_known check (relation in ('twin', 'sibling', 'different'))
);
comment on table child_pair is 'Two children of whom somebody has said that they are not one: twins, brothers or sisters, or merely alike. Two rows, one for each child, each seen only by those who may see both.';
create index child_pair_by_other on child_pair (service_id, other_id);
call protect_child_rows('child_pair', 'select, insert, delete');
alter policy within_service on child_pair
  using (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])
    and other_id <> all ((select hidden_children())::uuid[]))
  with check (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])
    and other_id <> all ((select hidden_children())::uuid[]));

-- Merges -------------------------------------------------------------------------------------------------------------

alter table child add column is_merged_away boolean not null default false;
comment on column child.is_merged_away is 'Everything about the child has gone to another record (record_merge). The row is kept for unmerging, and no page, list or search sees it.';

create table record_merge (
  service_id uuid not null,
  merge_id uuid not null default uuidv7(),
  child_id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  gone_reference text not null,
  gone_name text not null,
  children uuid[] not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  reason text not null,
  transaction xid8 not null,
  first_event bigint not null,
  last_event bigint not null,
  unmerged_by uuid,
  unmerged_at timestamptz,
  unmerged_because text not null default '',
  last_event_apart bigint,
  constraint record_merge_pk primary key (service_id, merge_id),
  constraint record_merge_child foreign key (service_id, child_id) references child,
  constraint record_merge_kept foreign key (service_id, kept_id) references child,
  constraint record_merge_gone foreign key (service_id, gone_id) references child,
  constraint record_merge_by_account foreign key (service_id, merged_by) references person_account,
  constraint record_merge_unmerged_by_account foreign key (service_id, unmerged_by) references person_account,
  constraint record_merge_of_two check (kept_id <> gone_id),
  constraint record_merge_reason_given check (length(trim(reason)) > 0),
  constraint record_merge_unmerged_by_somebody_for_a_reason check (
    (unmerged_at is null) = (unmerged_by is null) and (unmerged_at is null) = (unmerged_because = '')
    and (unmerged_at is null) = (last_event_apart is null))
);
comment on table record_merge is 'Two records that were said to be of one child: gone_id went into kept_id, and child_id holds both now. What was changed is not kept twice: it is the audit of the transaction, from first_event to last_event, and unmerging takes that back. children: every record that the merged one was made of.';
create index record_merge_by_child on record_merge (service_id, child_id);
create unique index record_merge_one_at_a_time on record_merge (service_id, gone_id) where unmerged_at is null;
create index record_merge_by_reference on record_merge (service_id, gone_reference) where unmerged_at is null;
create index record_merge_apart on record_merge (service_id) where unmerged_at is not null;
call protect('record_merge', grants => 'select', audited => false,
  visible => 'service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])
    and gone_id <> all ((select hidden_children())::uuid[])');
-- last_event_apart is set last and has no event of its own: it would stand after the time that it ends.
create trigger audit after insert or update of child_id, unmerged_at on record_merge
  for each row execute function audit_row('service_id,merge_id', '');

alter policy within_service on child
  using (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]) and not is_merged_away)
  with check (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]) and not is_merged_away);

-- Who may see what went away -----------------------------------------------------------------------------------------

create or replace function hidden_children() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (
      select r.child_id from child_restriction r
      where r.service_id = current_service() and not exists (
        select from child_access a
        where a.service_id = r.service_id and a.child_id = r.child_id and a.user_id = current_person()
          and (a.until is null or a.until > now()))
      union
      select c.child_id from conflict_of_interest c
      where c.service_id = current_service() and c.user_id = current_person()
    )
    select coalesce(array_agg(every.child_id), '{}') from (
      select h.child_id from hidden h
      union
      select m.gone_id from hidden h join record_merge m
        on m.service_id = current_service() and m.child_id = h.child_id and m.unmerged_at is null
    ) every;
  end;
comment on function hidden_children() is 'The children whom the person who asks must not see: restricted ones without access, and conflicts of interest; with each of them the records that were merged into it. Asked once a query.';

create function hidden_while_merged() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select coalesce(array_agg(distinct each.child_id), '{}')
    from record_merge m cross join lateral unnest(m.children) each (child_id)
    where m.service_id = current_service() and m.unmerged_at is not null and m.children && (select hidden_children())::uuid[];
  end;
comment on function hidden_while_merged() is 'Children whose record was, for a time that is over, one with the record of a child hidden from the person who asks.';

create function is_hidden_event(child uuid, event bigint) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from record_merge m
      where m.service_id = current_service() and m.unmerged_at is not null and child = any (m.children)
        and event between m.first_event and m.last_event_apart and m.children && (select hidden_children())::uuid[]);
  end;
comment on function is_hidden_event(uuid, bigint) is 'Whether an event of the audit is of a time in which the child''s record was one with that of a child hidden from the person who asks.';
revoke all on function hidden_while_merged(), is_hidden_event(uuid, bigint) from public;
grant execute on function hidden_while_merged(), is_hidden_event(uuid, bigint) to throughline_app;

alter policy within_service on audit_event using (
  service_id = (select current_service())
  and case
    when child_id is null then table_name is null or table_name not in ('notification', 'import_row')
    when child_id = any ((select hidden_children())::uuid[]) then false
    when child_id = any ((select hidden_while_merged())::uuid[]) and is_hidden_event(child_id, id) then false
    -- That two children are twins is known only to those who may know of both; so is what a record was merged with.
    when table_name = 'child_pair' then (row_key ->> 'other_id')::uuid <> all ((select hidden_children())::uuid[])
    else true end);

create or replace function child_standing(child uuid) returns text language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select case
      when not exists (select from child c where c.service_id = current_service() and c.child_id = child and not c.is_merged_away) then 'none'
      when exists (select from conflict_of_interest c where c.service_id = current_service() and c.child_id = child and c.user_id = current_person()) then 'conflict'
      when child = any (hidden_children()) then 'restricted'
      else 'open'
    end;
  end;

create or replace function find_restricted_child(its_reference text, its_name text, born date) returns uuid language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select found.child_id from (
      select coalesce((select m.child_id from record_merge m
        where m.service_id = c.service_id and m.gone_id = c.child_id and m.unmerged_at is null), c.child_id) as child_id
      from child c
      where c.service_id = current_service()
        and (c.reference = its_reference
          or (c.birth_date = born and (c.folded_name = its_name or its_name = any (c.whole_names) or exists (
            select from child_name n
            where n.service_id = c.service_id and n.child_id = c.child_id and n.folded_name = its_name))))
    ) found
    where child_standing(found.child_id) = 'restricted'
    limit 1;
  end;

drop function find_children_named(text);
create function find_children_named(said text) returns table (child_id uuid, folded_name text, other_name text, must_not_be_used boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hidden uuid[] := hidden_children();
  begins text := regexp_replace(said, '([\\%_])', '\\\1', 'g') || '%';
begin
  return query
    select c.child_id, c.folded_name, '', false from child c
    where c.service_id = current_service() and c.child_id <> all (hidden) and not c.is_merged_away
      and (c.folded_name % said or c.folded_name %> said or c.folded_name like begins or c.folded_name like '% ' || begins)
    union all
    select n.child_id, n.folded_name, n.name, n.must_not_be_used from child_name n
    where n.service_id = current_service() and n.child_id <> all (hidden)
      and (n.folded_name % said or n.folded_name %> said or n.folded_name like begins or n.folded_name like '% ' || begins);
end $$;
comment on function find_children_named(text) is 'Children with a name like the one said, folded: alike by trigrams, as a whole or within a longer name, or with a word that begins with it. Within the service, and without the children hidden from the person who asks. other_name is empty where it is the child''s own name that is alike.';
revoke all on function find_children_named(text) from public;
grant execute on function find_children_named(text) to throughline_app;

create or replace function hidden_notifications() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (select h as known, exists (select from conflict_of_interest x
        where x.service_id = h.service_id and x.user_id = current_person() and x.child_id = coalesce((select m.child_id
          from record_merge m where m.service_id = h.service_id and m.gone_id = h.child_id and m.unmerged_at is null), h.child_id)) as is_conflict
      from child h where h.service_id = current_service() and h.child_id = any (hidden_children()))
    select coalesce(array_agg(n.notification_id), '{}') from notification n
    where n.service_id = current_service() and exists (select from hidden) and (
      n.child_id in (select (known).child_id from hidden)
      or (n.child_id is null and exists (select from hidden
        where may_be(known, n.folded_names, n.birth_date, n.postcode, n.phone, n.school, is_conflict))));
  end;

create or replace function hidden_import_rows() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (select h as known, exists (select from conflict_of_interest x
        where x.service_id = h.service_id and x.user_id = current_person() and x.child_id = coalesce((select m.child_id
          from record_merge m where m.service_id = h.service_id and m.gone_id = h.child_id and m.unmerged_at is null), h.child_id)) as is_conflict
      from child h where h.service_id = current_service() and h.child_id = any (hidden_children())),
    arrived as (select unnest(hidden_notifications()) as notification_id where exists (select from hidden))
    select coalesce(array_agg(r.row_id), '{}') from import_row r
    where r.service_id = current_service() and exists (select from hidden) and (
      r.notification_id in (select notification_id from arrived)
      or (r.state in ('failed', 'dropped') and exists (select from hidden
        where may_be(known, r.folded_names, r.birth_date, r.cells->>'postcode', r.cells->>'phone', r.cells->>'school', is_conflict))));
  end;

-- What is hidden because it comes near a record that was merged away waits for the same people, and is listed for managers.
create or replace function arrivals_for_named(seeing text[]) returns table (notification_id uuid, received_at timestamptz, named text[])
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select n.notification_id, n.received_at, array(
      select a.name from person_account a
      where a.service_id = n.service_id and a.user_id = any (who_can_open(r.child_id, seeing)) order by a.name)
    from child_restriction r
    join notification n on n.service_id = r.service_id and n.child_id is null and n.closed_at is null
      and exists (select from child c
        where c.service_id = r.service_id
          and (c.child_id = r.child_id or c.child_id in (select m.gone_id from record_merge m
            where m.service_id = r.service_id and m.child_id = r.child_id and m.unmerged_at is null))
          and may_be(c, n.folded_names, n.birth_date, n.postcode, n.phone, n.school, false))
    where r.service_id = current_service() and not exists (select from conflict_of_interest x
      where x.service_id = r.service_id and x.child_id = r.child_id and x.user_id = current_person());
  end;

-- Moving rows: a mechanism, not a list -------------------------------------------------------------------------------

create function merge_columns() returns table (target name, col name) language sql stable set search_path = public, pg_temp
  begin atomic
    select c.relname, a.attname
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and (a.attname = 'child_id' or exists (
        select from pg_constraint f
        where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'public.child'::regclass
          and a.attnum = f.conkey[array_position(f.confkey, (select k.attnum from pg_attribute k
            where k.attrelid = 'public.child'::regclass and k.attname = 'child_id'))]))
    order by c.relname, a.attname;
  end;
comment on function merge_columns() is 'Every column that names a child, as the catalog has it: called child_id, or a foreign key to child. A new table is here without being listed.';

create function merge_rules() returns table (target name, col name, rule text, once text, why text) language sql immutable set search_path = public, pg_temp
  begin atomic
    values
      ('audit_event'::name, 'child_id'::name, 'stays', '', 'The audit is never rewritten: History reads it under every record that was merged.'),
      ('child', 'child_id', 'stays', '', 'The record itself: its details are settled one by one, and what is left is kept for unmerging.'),
      ('record_merge', 'gone_id', 'stays', '', 'Which record went away.'),
      ('record_merge', 'kept_id', 'stays', '', 'Which record it went into at the time.'),
      ('child_restriction', 'child_id', 'access', '', 'One for a record: the result is restricted if either is (merge_access).'),
      ('child_access', 'child_id', 'access', '', 'Only those who could open both may open the result (merge_access).'),
      ('conflict_of_interest', 'child_id', 'once', 'user_id', 'Whoever must not see one of the two does not see the result.'),
      ('child_pair', 'child_id', 'once', 'other_id', 'Said of both is said once.'),
      ('child_pair', 'other_id', 'once', 'child_id', 'Said of both is said once.');
  end;
comment on function merge_rules() is 'What a merge does with a column that names a child, where it does not simply move the row to the record that is kept. stays: left as it is. once: where the kept record has the same (in the column named), the other row is taken away. access: see merge_access. A table that can hold one row for a child, or one for a child and something else, needs a rule.';

-- A row that refers to another and names the child with it may follow it later in the transaction.
create procedure prepare_for_merging(target regclass) language plpgsql as $$
declare it record;
begin
  for it in select f.conname from pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'child_id' and a.attnum = any (f.conkey)
    where f.contype = 'f' and f.conrelid = target and f.confrelid <> 'public.child'::regclass and not f.condeferrable
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', target, it.conname);
  end loop;
  if target not in ('public.child'::regclass, 'public.record_merge'::regclass) and not exists (
    select from pg_trigger t where t.tgrelid = target and t.tgname = 'follow_merge') then
    execute format('create trigger follow_merge before insert or update of child_id on %s for each row
      when (new.child_id is not null) execute function follow_merge()', target);
  end if;
end $$;
comment on procedure prepare_for_merging(regclass) is 'Makes a table with a child_id fit for merging: its references to other rows of the child can wait until all are moved, and what is written for a record in the moment in which it is merged follows it.';

create function follow_merge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare now_at uuid;
begin
  -- Waits for a merge of this child that is under way; what that merge has done is seen by the next statement.
  perform from child c where c.service_id = new.service_id and c.child_id = new.child_id for key share;
  select m.child_id into now_at from record_merge m
    where m.service_id = new.service_id and m.gone_id = new.child_id and m.unmerged_at is null;
  if found then new.child_id := now_at; end if;
  return new;
end $$;
comment on function follow_merge() is 'What is written for a record that has just been merged into another is written there.';

create or replace procedure protect_child_rows(target regclass, grants text default 'select, insert, update') language plpgsql as $$
begin
  call protect(target, grants, true, '',
    'service_id = (select current_service()) and (child_id is null or child_id <> all ((select hidden_children())::uuid[]))');
  call prepare_for_merging(target);
end $$;
comment on procedure protect_child_rows(regclass, text) is 'For tables with rows about a child: as protect, without the children hidden from the person who asks, and fit for merging.';

do $$
declare target regclass;
begin
  for target in select distinct c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'audit_event'
  loop
    call prepare_for_merging(target);
  end loop;
end $$;

-- Every row of a child by index, also those that have ended.
drop index case_worker_by_child;
create index case_worker_by_child on case_worker (service_id, child_id);
drop index child_alert_by_child;
create index child_alert_by_child on child_alert (service_id, child_id);

create function count_child_rows(child uuid) returns table (target text, count bigint) language plpgsql stable set search_path = public, pg_temp as $$
declare it record;
begin
  for it in select c.target, c.col from merge_columns() c
    where c.col = 'child_id' and c.target not in ('audit_event', 'child', 'record_merge')
      and has_table_privilege(c.target::text, 'select')
  loop
    target := it.target;
    execute format('select count(*) from %I where service_id = current_service() and child_id = $1', it.target) into count using child;
    return next;
  end loop;
end $$;
comment on function count_child_rows(uuid) is 'How many rows each table holds about a child, as far as the person who asks may see them.';
revoke all on function merge_columns(), merge_rules(), count_child_rows(uuid), follow_merge() from public;
grant execute on function merge_columns(), merge_rules(), count_child_rows(uuid) to throughline_app;

-- Merging ------------------------------------------------------------------------------------------------------------

create function hold_records(one uuid, other uuid) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from child c where c.service_id = current_service() and c.child_id in (one, other) order by c.child_id for update;
  return nextval(pg_get_serial_sequence('public.audit_event', 'id'));
end $$;
comment on function hold_records(uuid, uuid) is 'Holds two records, always in the same order, so that nothing is added to either until the transaction ends. Answers a mark: what the transaction does from here on has a higher number in the audit.';

create function can_open_until(child uuid, person uuid, at timestamptz) returns timestamptz language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select case
      when not exists (select from child_restriction r where r.service_id = current_service() and r.child_id = child) then 'infinity'::timestamptz
      else (select max(coalesce(x.until, 'infinity')) from child_access x
        where x.service_id = current_service() and x.child_id = child and x.user_id = person and (x.until is null or x.until > at))
    end;
  end;
comment on function can_open_until(uuid, uuid, timestamptz) is 'Until when somebody may open a record, as far as its restriction goes: infinity where it is not restricted or they are named, null where they may not.';
revoke all on function can_open_until(uuid, uuid, timestamptz) from public;

create function merge_access(kept uuid, gone uuid, at timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  x record;
  limits jsonb := '{}';
begin
  -- Asked of all before any is changed.
  for x in select a.access_id, can_open_until(case when a.child_id = kept then gone else kept end, a.user_id, at) as other,
      can_open_until(a.child_id, a.user_id, at) as own
    from child_access a where a.service_id = current_service() and a.child_id in (kept, gone) and (a.until is null or a.until > at)
  loop
    limits := limits || jsonb_build_object(x.access_id::text, coalesce(x.other, at));
  end loop;
  -- Somebody who opened one of the two in an emergency, and may not open the other, opens neither from now on. What they
  -- opened stays to be reviewed.
  update child_access a set until = least(a.until, (limits ->> a.access_id::text)::timestamptz), version = a.version + 1
  where a.service_id = current_service() and a.child_id in (kept, gone) and a.broke_glass and a.until > at
    and (limits ->> a.access_id::text)::timestamptz < a.until;
  if exists (select from child_restriction r where r.service_id = current_service() and r.child_id = kept)
    <> exists (select from child_restriction r where r.service_id = current_service() and r.child_id = gone) then
    -- Glass that was broken in a record that is no longer restricted opens nothing in the other.
    update child_access a set until = at, version = a.version + 1
    where a.service_id = current_service() and a.until > at and a.child_id in (kept, gone)
      and not exists (select from child_restriction r where r.service_id = a.service_id and r.child_id = a.child_id);
  end if;
  -- Named in one of the two only: no longer named. Named in one, and let into the other for a while: that while.
  delete from child_access a
  where a.service_id = current_service() and a.child_id in (kept, gone) and a.until is null
    and (limits ->> a.access_id::text)::timestamptz <> 'infinity';
  delete from child_access a
  where a.service_id = current_service() and a.child_id = gone and a.until is null and exists (
    select from child_access k where k.service_id = a.service_id and k.child_id = kept and k.user_id = a.user_id and k.until is null);
  update child_restriction k set reason = k.reason || E'\n' || g.reason from child_restriction g
  where k.service_id = current_service() and k.child_id = kept
    and g.service_id = k.service_id and g.child_id = gone and g.reason <> k.reason;
  delete from child_restriction g where g.service_id = current_service() and g.child_id = gone and exists (
    select from child_restriction k where k.service_id = g.service_id and k.child_id = kept);
end $$;
comment on function merge_access(uuid, uuid, timestamptz) is 'Narrows who may open either of two records to those who may open both, before they become one.';
revoke all on function merge_access(uuid, uuid, timestamptz) from public;

create function leave_cases_shut_out(child uuid, at timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update case_worker w set until_at = greatest(w.from_at, at)
  where w.service_id = current_service() and w.child_id = child and w.until_at is null and (
    exists (select from conflict_of_interest c
      where c.service_id = w.service_id and c.child_id = w.child_id and c.user_id = w.user_id)
    or (w.part = 'holder' and can_open_until(child, w.user_id, at) is null));
  update involvement i set holder_id = null, version = i.version + 1
  where i.service_id = current_service() and i.child_id = child and i.ended_at is null and i.holder_id is not null
    and not exists (select from case_worker w where w.service_id = i.service_id and w.involvement_id = i.involvement_id
      and w.user_id = i.holder_id and w.part = 'holder' and w.until_at is null)
    and (can_open_until(child, i.holder_id, at) is null or exists (select from conflict_of_interest c
      where c.service_id = i.service_id and c.child_id = i.child_id and c.user_id = i.holder_id));
end $$;
comment on function leave_cases_shut_out(uuid, timestamptz) is 'A case is not left with somebody to whom it is not there: whoever holds one and may no longer open the record holds it no more, and whoever has a conflict of interest has no part left.';
revoke all on function leave_cases_shut_out(uuid, timestamptz) from public;

create function merge_records(kept uuid, gone uuid, mark bigint, why text, seeing text[], at timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it record;
  g child;
begin
  if kept = gone or child_standing(kept) <> 'open' or child_standing(gone) <> 'open' then return 'not-there'; end if;
  if exists (select from child_pair p where p.service_id = current_service() and p.child_id = kept and p.other_id = gone) then
    return 'said-different';
  end if;
  select c.* into g from child c where c.service_id = current_service() and c.child_id = gone;
  perform merge_access(kept, gone, at);
  for it in select r.target, r.col, r.once from merge_rules() r where r.rule = 'once' loop
    execute format('delete from %1$I t where t.service_id = $1 and t.%2$I = $3 and exists (
      select from %1$I k where k.service_id = t.service_id and k.%2$I = $2 and k.%3$I = t.%3$I)', it.target, it.col, it.once)
      using current_service(), kept, gone;
  end loop;
  set constraints all deferred;
  for it in select c.target, c.col from merge_columns() c
    where not exists (select from merge_rules() r where r.target = c.target and r.col = c.col and r.rule = 'stays')
  loop
    begin
      execute format('update %1$I set %2$I = $1 where service_id = $2 and %2$I = $3', it.target, it.col)
        using kept, current_service(), gone;
    exception when unique_violation or exclusion_violation then
      return 'both-have ' || it.target;
    end;
  end loop;
  set constraints all immediate;
  perform leave_cases_shut_out(kept, at);
  if exists (select from child_restriction r where r.service_id = current_service() and r.child_id = kept)
    and who_can_open(kept, seeing) = '{}' then
    return 'left-to-nobody';
  end if;
  update child c set is_merged_away = true, version = c.version + 1 where c.service_id = current_service() and c.child_id = gone;
  insert into record_merge (service_id, child_id, kept_id, gone_id, gone_reference, gone_name, children, merged_by, merged_at,
    reason, transaction, first_event, last_event)
  values (current_service(), kept, kept, gone, g.reference, trim(g.given_name || ' ' || g.family_name),
    array(select kept union select gone union select unnest(m.children) from record_merge m
      where m.service_id = current_service() and m.child_id = kept and m.unmerged_at is null),
    current_person(), at, why, pg_current_xact_id(), mark, nextval(pg_get_serial_sequence('public.audit_event', 'id')));
  -- What people have typed and not sent is found again under the record that is kept.
  update draft d set form = '/children/' || kept || substr(d.form, length('/children/' || gone) + 1)
  where d.service_id = current_service() and starts_with(d.form, '/children/' || gone || '/')
    and not exists (select from draft k where k.service_id = d.service_id and k.user_id = d.user_id
      and k.form = '/children/' || kept || substr(d.form, length('/children/' || gone) + 1));
  return 'done';
end $$;
comment on function merge_records(uuid, uuid, bigint, text, text[], timestamptz) is 'Moves everything about one child to the record of another, which the caller holds (hold_records) and whose details it has settled since the mark. Answers done; anything else undoes the transaction: not-there, said-different, left-to-nobody, or both-have with the table in which each has the one row that there can be.';

-- Unmerging ----------------------------------------------------------------------------------------------------------

create function key_of(target name) returns text language sql stable set search_path = public, pg_temp
  begin atomic
    select 'jsonb_build_object(' || string_agg(format('%L, t.%I', a.attname, a.attname), ', ') || ')'
    from pg_constraint p join pg_attribute a on a.attrelid = p.conrelid and a.attnum = any (p.conkey)
    where p.conrelid = format('public.%I', target)::regclass and p.contype = 'p';
  end;
comment on function key_of(name) is 'An expression for the key of a row t, as the audit writes it.';

create function undo_change(e audit_event) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own text[] := array(select a.attname::text from pg_attribute a where a.attrelid = format('public.%I', e.table_name)::regclass
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a');
  -- What only makes sense together goes back together, or, where any of it was changed since, not at all.
  together text[] := array['given_name,family_name,known_as,folded_name,whole_names', 'birth_date,birth_date_basis', 'address,postcode,has_no_fixed_address'];
  part text;
  current jsonb;
  columns text[];
  changed text[];
  key text := key_of(e.table_name::name);
begin
  if e.action = 'insert' then
    execute format('delete from %I t where %s = $1', e.table_name, key) using e.row_key;
  elsif e.action = 'delete' then
    columns := array(select name from unnest(own) name where e.before ? name);
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1) on conflict do nothing', e.table_name,
      (select string_agg(quote_ident(name), ', ') from unnest(columns) name)) using e.before;
  elsif e.action = 'update' then
    execute format('select to_jsonb(t) from %I t where %s = $1', e.table_name, key) into current using e.row_key;
    if current is null then return; end if;
    columns := array(select name from unnest(own) name where e.before ? name and name <> 'version');
    changed := array(select name from unnest(columns) name where current -> name is distinct from e.after -> name);
    if e.table_name = 'child' then
      foreach part in array together loop
        if changed && string_to_array(part, ',') then changed := changed || string_to_array(part, ','); end if;
      end loop;
    end if;
    columns := array(select name from unnest(columns) name where name <> all (changed));
    if columns = '{}' then return; end if;
    if 'version' = any (own) then columns := columns || 'version'::text; end if;
    execute format('update %1$I t set %2$s from jsonb_populate_record(null::%1$I, $2) was where %3$s = $1', e.table_name,
      (select string_agg(case when name = 'version' then 'version = t.version + 1' else format('%1$I = was.%1$I', name) end, ', ')
        from unnest(columns) name), key) using e.row_key, e.before;
  end if;
end $$;
comment on function undo_change(audit_event) is 'Takes back one change that the audit holds, as far as nobody has changed the same since: a row added is taken away, one taken away is added, and each column gets back what it held. A version is counted on, so that nobody saves over what they have not seen.';
revoke all on function key_of(name), undo_change(audit_event) from public;

create function unmerge_records(merge uuid, chosen bigint[], why text, at timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m record_merge;
  e audit_event;
  it record;
  moved bigint;
  once bigint;
  was_written boolean;
  says_who text[] := array['child_restriction', 'child_access', 'conflict_of_interest'];
begin
  select r.* into m from record_merge r where r.service_id = current_service() and r.merge_id = merge and r.unmerged_at is null;
  if not found or child_standing(m.child_id) <> 'open' then return 'not-there'; end if;
  if m.child_id <> m.kept_id or exists (select from record_merge l where l.service_id = m.service_id and l.child_id = m.child_id
    and l.unmerged_at is null and l.first_event > m.first_event) then
    return 'later-first';
  end if;
  was_written := exists (select from audit_event a
    where a.service_id = m.service_id and a.child_id = m.kept_id and a.id > m.first_event
      and a.action in ('insert', 'update', 'delete') and a.table_name <> 'record_merge'
      and not (a.transaction = m.transaction and a.id < m.last_event));
  update record_merge r set unmerged_by = current_person(), unmerged_at = at, unmerged_because = why,
    last_event_apart = 9223372036854775807 where r.service_id = m.service_id and r.merge_id = m.merge_id;
  update child c set is_merged_away = false, version = c.version + 1 where c.service_id = m.service_id and c.child_id = m.gone_id;
  set constraints all deferred;
  -- What was moved goes back, with all that was changed in it since.
  for it in select c.target, c.col from merge_columns() c
    where not exists (select from merge_rules() r where r.target = c.target and r.col = c.col and r.rule = 'stays')
      and (not was_written or c.target::text <> all (says_who))
  loop
    execute format('update %1$I t set %2$I = $1 from audit_event a
      where a.service_id = $2 and a.transaction = $3 and a.id > $4 and a.id < $5 and a.action = ''update'' and a.table_name = %1$L
        and a.before ->> %2$L = $1::text and t.service_id = $2 and t.%2$I = $6 and %3$s = a.row_key', it.target, it.col, key_of(it.target))
      using m.gone_id, m.service_id, m.transaction, m.first_event, m.last_event, m.kept_id;
  end loop;
  for e in select a.* from audit_event a
    where a.service_id = m.service_id and a.transaction = m.transaction and a.id > m.first_event and a.id < m.last_event
      and a.action in ('insert', 'update', 'delete')
      and not (a.table_name = 'child' and a.row_key ->> 'child_id' = m.gone_id::text)
      and not (a.action = 'update' and m.gone_id::text in (coalesce(a.before ->> 'child_id', ''), coalesce(a.before ->> 'other_id', '')))
      and (not was_written or a.table_name <> all (says_who || array['case_worker', 'involvement']))
    order by a.id desc
  loop
    perform undo_change(e);
  end loop;
  -- What was written since, as it was sorted.
  for e in select a.* from audit_event a
    where a.service_id = m.service_id and a.id = any (chosen) and a.id > m.first_event and a.child_id = m.kept_id
      and a.action in ('insert', 'update') and exists (select from merge_columns() c where c.target = a.table_name and c.col = 'child_id')
      and a.table_name not in ('child', 'record_merge') and a.table_name <> all (says_who)
  loop
    execute format('update %I t set child_id = $1 where t.service_id = $2 and t.child_id = $3 and %s = $4', e.table_name, key_of(e.table_name::name))
      using m.gone_id, m.service_id, m.kept_id, e.row_key;
  end loop;
  -- What belongs to a case goes where the case goes.
  loop
    moved := 0;
    for it in select f.conrelid::regclass as target, f.confrelid::regclass as parent,
        (select string_agg(format('t.%I = p.%I', own.attname, theirs.attname), ' and ')
          from unnest(f.conkey, f.confkey) k (own, theirs)
          join pg_attribute own on own.attrelid = f.conrelid and own.attnum = k.own
          join pg_attribute theirs on theirs.attrelid = f.confrelid and theirs.attnum = k.theirs
          where own.attname <> 'child_id') as fits
      from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'child_id' and a.attnum = any (f.conkey)
      where f.contype = 'f' and f.confrelid <> 'public.child'::regclass and f.connamespace = 'public'::regnamespace
    loop
      execute format('update %s t set child_id = $1 from %s p
        where p.service_id = $2 and p.child_id = $1 and t.service_id = $2 and t.child_id = $3 and %s', it.target, it.parent, it.fits)
        using m.gone_id, m.service_id, m.kept_id;
      get diagnostics once = row_count;
      moved := moved + once;
    end loop;
    exit when moved = 0;
  end loop;
  if was_written then
    -- What was written while it was one record may be about either child: only those who may see it now may see both.
    insert into child_restriction (service_id, child_id, reason, restricted_by, restricted_at)
      select r.service_id, m.gone_id, r.reason, r.restricted_by, r.restricted_at from child_restriction r
      where r.service_id = m.service_id and r.child_id = m.kept_id on conflict do nothing;
    insert into child_access (service_id, child_id, user_id, granted_at)
      select x.service_id, m.gone_id, x.user_id, x.granted_at from child_access x
      where x.service_id = m.service_id and x.child_id = m.kept_id and x.until is null;
    insert into conflict_of_interest (service_id, child_id, user_id, relation, declared_at)
      select c.service_id, m.gone_id, c.user_id, c.relation, c.declared_at from conflict_of_interest c
      where c.service_id = m.service_id and c.child_id = m.kept_id on conflict do nothing;
    perform leave_cases_shut_out(m.gone_id, at);
  end if;
  begin
    set constraints all immediate;
  exception when foreign_key_violation then
    return 'entangled';
  end;
  update record_merge r set last_event_apart = nextval(pg_get_serial_sequence('public.audit_event', 'id'))
  where r.service_id = m.service_id and r.merge_id = m.merge_id;
  return 'done';
end $$;
comment on function unmerge_records(uuid, bigint[], text, timestamptz) is 'Takes a merge back, whose two records the caller holds: what was moved goes back, and of what was written since the events that were chosen. Answers done; anything else undoes the transaction: not-there, later-first (a later merge of the record must be taken back before), entangled (a row that goes back refers to one that stays).';
revoke all on function hold_records(uuid, uuid), merge_records(uuid, uuid, bigint, text, text[], timestamptz),
  unmerge_records(uuid, bigint[], text, timestamptz) from public;
grant execute on function hold_records(uuid, uuid), merge_records(uuid, uuid, bigint, text, text[], timestamptz),
  unmerge_records(uuid, bigint[], text, timestamptz) to throughline_app;
