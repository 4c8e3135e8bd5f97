-- What belongs together stays together when a merge is taken back; a mark is as sensitive as what it marks; own notes are found
-- without asking about each.

set local throughline.system = 'on';

-- What refers to another row of the child says of which child ------------------------------------------------------------

-- Where a merge was taken apart before, what hangs on an entry may have stayed behind: it follows now.
set constraints all deferred;
update attachment t set child_id = p.child_id from note p
where p.service_id = t.service_id and p.note_id = t.note_id and p.child_id <> t.child_id;
update attachment_content t set child_id = p.child_id from attachment p
where p.service_id = t.service_id and p.attachment_id = t.attachment_id and p.child_id <> t.child_id;
update information_shared t set child_id = p.child_id from sharing_agreement p
where p.service_id = t.service_id and p.agreement_id = t.agreement_id and p.child_id <> t.child_id;
update transferred_entry t set child_id = p.child_id from arrived_transfer p
where p.service_id = t.service_id and p.arrived_transfer_id = t.arrived_transfer_id and p.child_id <> t.child_id;
-- Appointments went with their case: so does the series that they were planned in. Where some of them are of another case,
-- that of the other child, these stand by themselves now.
update appointment_series p set child_id = t.child_id from appointment t
where p.service_id = t.service_id and p.series_id = t.series_id and p.child_id <> t.child_id
  and not exists (select from appointment o where o.service_id = p.service_id and o.series_id = p.series_id and o.child_id = p.child_id);
update appointment t set series_id = null from appointment_series p
where p.service_id = t.service_id and p.series_id = t.series_id and p.child_id <> t.child_id;
-- What was judged of an offence that turned out to be another child's is no judgement any more. The audit keeps it.
delete from follow_up_offence t using offence p
where p.service_id = t.service_id and p.offence_id = t.offence_id and p.child_id <> t.child_id;
set constraints all immediate;

-- These find the rows of a child as well: the index that did so before is not needed beside them.
alter table appointment_series add constraint appointment_series_and_child unique (service_id, child_id, series_id);
drop index appointment_series_by_child;
alter table feedback_invitation add constraint feedback_invitation_and_child unique (service_id, child_id, invitation_id);
drop index feedback_invitation_by_child;
alter table milestone add constraint milestone_and_child unique (service_id, child_id, milestone_id);
drop index milestone_by_child;
alter table offence add constraint offence_and_child unique (service_id, child_id, offence_id);
drop index offence_by_child;
alter table sharing_agreement add constraint sharing_agreement_and_child unique (service_id, child_id, agreement_id);
drop index sharing_agreement_by_child;
alter table note add constraint note_and_child unique (service_id, child_id, note_id);
alter table arrived_transfer add constraint arrived_transfer_and_child unique (service_id, child_id, arrived_transfer_id);

alter table appointment drop constraint appointment_in_series,
  add constraint appointment_in_series foreign key (service_id, child_id, series_id)
    references appointment_series (service_id, child_id, series_id) deferrable initially immediate;
alter table attachment drop constraint attachment_note,
  add constraint attachment_note foreign key (service_id, child_id, note_id)
    references note (service_id, child_id, note_id) deferrable initially immediate;
alter table feedback drop constraint feedback_invitation_followed,
  add constraint feedback_invitation_followed foreign key (service_id, child_id, invitation_id)
    references feedback_invitation (service_id, child_id, invitation_id) deferrable initially immediate;
alter table follow_up_offence drop constraint follow_up_offence_offence,
  add constraint follow_up_offence_offence foreign key (service_id, child_id, offence_id)
    references offence (service_id, child_id, offence_id) deferrable initially immediate;
alter table hand_over drop constraint hand_over_milestone,
  add constraint hand_over_milestone foreign key (service_id, child_id, milestone_id)
    references milestone (service_id, child_id, milestone_id) deferrable initially immediate;
alter table information_shared drop constraint information_shared_agreement,
  add constraint information_shared_agreement foreign key (service_id, child_id, agreement_id)
    references sharing_agreement (service_id, child_id, agreement_id) deferrable initially immediate;
alter table referrer_told drop constraint referrer_told_milestone,
  add constraint referrer_told_milestone foreign key (service_id, child_id, milestone_id)
    references milestone (service_id, child_id, milestone_id) deferrable initially immediate;
alter table transferred_entry drop constraint transferred_entry_arrived,
  add constraint transferred_entry_arrived foreign key (service_id, child_id, arrived_transfer_id)
    references arrived_transfer (service_id, child_id, arrived_transfer_id) deferrable initially immediate;

-- Marks of the chronology ------------------------------------------------------------------------------------------------

create function child_of_entry(kind text, entry uuid) returns uuid language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select case kind
      when 'addresses' then (select t.child_id from child_address t where t.service_id = current_service() and t.address_id = entry)
      when 'alert' then (select t.child_id from child_alert t where t.service_id = current_service() and t.child_alert_id = entry)
      when 'appointment' then (select t.child_id from appointment t where t.service_id = current_service() and t.appointment_id = entry)
      when 'arrival' then (select t.child_id from notification t where t.service_id = current_service() and t.notification_id = entry)
      when 'attachment' then (select t.child_id from attachment t where t.service_id = current_service() and t.attachment_id = entry)
      when 'care' then (select t.child_id from child_care t where t.service_id = current_service() and t.care_id = entry)
      when 'education' then (select t.child_id from child_education t where t.service_id = current_service() and t.education_id = entry)
      when 'note' then (select t.child_id from note t where t.service_id = current_service() and t.note_id = entry)
      when 'offence' then (select t.child_id from offence t where t.service_id = current_service() and t.offence_id = entry)
      when 'sharing' then (select t.child_id from information_shared t where t.service_id = current_service() and t.shared_id = entry)
      when 'step' then (select t.child_id from milestone t where t.service_id = current_service() and t.milestone_id = entry)
      when 'their-contact' then (select t.child_id from transferred_entry t where t.service_id = current_service() and t.transferred_entry_id = entry)
      when 'their-note' then (select t.child_id from transferred_entry t where t.service_id = current_service() and t.transferred_entry_id = entry)
      when 'their-step' then (select t.child_id from transferred_entry t where t.service_id = current_service() and t.transferred_entry_id = entry)
    end;
  end;
comment on function child_of_entry(text, uuid) is 'Of which child an entry of the chronology is, by its kind; null where it is not there or nothing is known of the kind (a test compares the kinds with the program''s).';

create function is_entry_hidden(kind text, entry uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select case kind when 'note' then is_note_hidden(entry) when 'attachment' then is_attachment_hidden(entry) else false end;
  end;
comment on function is_entry_hidden(text, uuid) is 'Whether an entry of the chronology is too sensitive for the person who asks: then its marks are hidden too, and the history of them.';

alter policy within_service on chronology_mark
  using (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]) and not is_entry_hidden(kind, about_id))
  with check (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]));

alter policy within_service on audit_event
  using (service_id = (select current_service())
    and case
      when child_id is null then action <> 'view' and (table_name is null or table_name not in ('notification', 'import_row'))
      when child_id = any ((select hidden_children())::uuid[]) then false
      when child_id = any ((select hidden_while_merged())::uuid[]) and is_hidden_event(child_id, id) then false
      else case table_name
        -- A note is written as its first version.
        when 'note' then not is_note_change_hidden((row_key ->> 'note_id')::uuid,
          case when action = 'update' then (after ->> 'version')::integer - 1 else 1 end)
        when 'attachment' then not is_attachment_hidden((row_key ->> 'attachment_id')::uuid)
        when 'chronology_mark' then not is_entry_hidden(coalesce(after, before) ->> 'kind', (coalesce(after, before) ->> 'about_id')::uuid)
        -- That two children are twins is known only to those who may know of both; so is what a record was merged with.
        when 'child_pair' then (row_key ->> 'other_id')::uuid <> all ((select hidden_children())::uuid[])
        else true end
      end);

-- Unmerging ----------------------------------------------------------------------------------------------------------

-- The day on which an address was noted is that of London, not of Greenwich.
update child_address c set until_on = (c.recorded_at at time zone 'Europe/London')::date
from audit_event made
where made.service_id = c.service_id and made.table_name = 'child_past_address' and made.action = 'insert'
  and c.recorded_at = (made.after ->> 'noted_at')::timestamptz and c.kind = 'home' and c.version = 1
  and c.address = made.after ->> 'address' and c.postcode = made.after ->> 'postcode'
  and c.until_on = (c.recorded_at at time zone 'UTC')::date
  and c.until_on <> (c.recorded_at at time zone 'Europe/London')::date;

create function is_by_upgrade(e audit_event) returns boolean language sql immutable
  return e.person_id is null and e.request is null and starts_with(coalesce(e.purpose, 'Upgrade: '), 'Upgrade: ');
comment on function is_by_upgrade(audit_event) is 'Whether a change was made by a migration: for nobody, in no request, with a purpose that says so (the earlier ones said none). All that the program does says what for.';

create function unmerge_past_addresses(m record_merge) returns void language sql security definer set search_path = public, pg_temp
  begin atomic
    update child_address c set child_id = m.gone_id
    from audit_event moved join audit_event made on made.service_id = moved.service_id and made.table_name = 'child_past_address'
      and made.action = 'insert' and made.row_key = moved.row_key
    where moved.service_id = m.service_id and moved.transaction = m.transaction and moved.id > m.first_event and moved.id < m.last_event
      and moved.table_name = 'child_past_address' and moved.action = 'update' and moved.before ->> 'child_id' = m.gone_id::text
      and c.service_id = m.service_id and c.child_id = m.kept_id and c.recorded_at = (made.after ->> 'noted_at')::timestamptz
      and c.address = made.after ->> 'address' and c.postcode = made.after ->> 'postcode';
    delete from child_address c using audit_event made
    where made.service_id = m.service_id and made.transaction = m.transaction and made.id > m.first_event and made.id < m.last_event
      and made.table_name = 'child_past_address' and made.action = 'insert'
      and c.service_id = m.service_id and c.child_id = m.kept_id and c.kind = 'home' and c.version = 1
      and c.recorded_at = (made.after ->> 'noted_at')::timestamptz
      and c.address = made.after ->> 'address' and c.postcode = made.after ->> 'postcode';
  end;
comment on function unmerge_past_addresses(record_merge) is 'Takes back what a merge wrote of addresses while past ones stood in a table of their own (child_past_address): an upgrade has since copied them to child_address, where they are known again by the moment in which they were noted.';

create or replace function unmerge_records(merge uuid, chosen bigint[], why text, at timestamptz) returns text
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
      and not (a.transaction = m.transaction and a.id < m.last_event) and not is_by_upgrade(a));
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
  perform unmerge_past_addresses(m);
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
  -- What belongs to a case goes where the case goes, a file with its note and so on.
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
  -- An appointment stands where its case stands, and a series where its appointments stand; where only some of them do, they
  -- stand by themselves.
  update appointment t set child_id = i.child_id from involvement i
  where t.service_id = m.service_id and t.child_id in (m.kept_id, m.gone_id)
    and i.service_id = t.service_id and i.involvement_id = t.involvement_id and i.child_id <> t.child_id;
  update appointment_series p set child_id = case p.child_id when m.kept_id then m.gone_id else m.kept_id end
  where p.service_id = m.service_id and p.child_id in (m.kept_id, m.gone_id)
    and exists (select from appointment t where t.service_id = p.service_id and t.series_id = p.series_id)
    and not exists (select from appointment t where t.service_id = p.service_id and t.series_id = p.series_id and t.child_id = p.child_id);
  update appointment t set series_id = null from appointment_series p
  where t.service_id = m.service_id and t.child_id in (m.kept_id, m.gone_id)
    and p.service_id = t.service_id and p.series_id = t.series_id and p.child_id <> t.child_id;
  -- What was judged of an offence that is the other child's is no judgement any more; the audit keeps it.
  delete from follow_up_offence t using offence o, involvement i
  where t.service_id = m.service_id and t.child_id in (m.kept_id, m.gone_id)
    and o.service_id = t.service_id and o.offence_id = t.offence_id
    and i.service_id = t.service_id and i.involvement_id = t.involvement_id and o.child_id <> i.child_id;
  -- A mark stands where the entry stands that it marks.
  update chronology_mark k set child_id = child_of_entry(k.kind, k.about_id)
  where k.service_id = m.service_id and k.child_id in (m.kept_id, m.gone_id)
    and child_of_entry(k.kind, k.about_id) in (m.kept_id, m.gone_id) and child_of_entry(k.kind, k.about_id) <> k.child_id;
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
revoke all on function child_of_entry(text, uuid), is_entry_hidden(text, uuid), is_by_upgrade(audit_event), unmerge_past_addresses(record_merge) from public;
grant execute on function is_entry_hidden(text, uuid), is_by_upgrade(audit_event) to throughline_app;

-- Who has a part in a case -------------------------------------------------------------------------------------------

create function own_children() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select coalesce(array_agg(distinct own.child_id), '{}') from (
      select w.child_id from case_worker w
      where w.service_id = current_service() and w.user_id = current_person() and w.until_at is null
      union all
      select w.child_id from worker_leave l join case_worker w on w.service_id = l.service_id and w.user_id = l.user_id
      where l.service_id = current_service() and l.covered_by = current_person()
        and current_day() between l.from_on and l.until_on and w.until_at is null
      union all
      select x.child_id from child_access x
      where x.service_id = current_service() and x.user_id = current_person() and (x.until is null or x.until > now())
    ) own;
  end;
comment on function own_children() is 'The children in whose case the person who asks has a part: as a worker of it now, by covering today for one who is on leave, or because a restricted record was opened to them by name or by breaking the glass. The one rule for it; asked once a query. Cover opens nothing that is hidden: that is for hidden_children() to say.';

create or replace function works_with(child uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic select child = any ((select own_children())::uuid[]); end;
comment on function works_with(uuid) is 'Whether the person who asks has a part in a case of the child (own_children).';

create function sees_all_sensitive() returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from person_account a
      where a.service_id = current_service() and a.user_id = current_person() and a.roles && array['senior', 'manager']);
  end;
comment on function sees_all_sensitive() is 'Whether the person who asks may read sensitive notes and files about every child whom they may see. The same roles stand in the permission notes.sensitive; a test compares them.';

create or replace function sees_sensitive(child uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic select sees_all_sensitive() or works_with(child); end;
comment on function sees_sensitive(uuid) is 'Whether the person who asks may read sensitive notes and files about a child: seniors, managers, and whoever has a part in the case.';

revoke all on function own_children(), sees_all_sensitive() from public;
grant execute on function own_children() to throughline_app;

create or replace function find_notes(asked text[], about uuid, only_own boolean, after uuid, most integer) returns table (note_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hidden uuid[] := hidden_children();
  own uuid[] := own_children();
  sees_all boolean := sees_all_sensitive();
  words tsquery := note_query(asked);
  last record;
begin
  select n.happened_at, n.note_id into last from note n where n.service_id = current_service() and n.note_id = after;
  return query
    select n.note_id from note n
    where n.service_id = current_service() and note_words(n.text, n.details) @@ words
      and (about is null or n.child_id = about) and n.child_id <> all (hidden)
      and (not only_own or n.child_id = any (own))
      and (n.sensitivity <> 'sensitive' or n.written_by = current_person() or sees_all or n.child_id = any (own))
      and (after is null or (n.happened_at, n.note_id) < (last.happened_at, last.note_id))
    order by n.happened_at desc, n.note_id desc limit most;
end $$;
set local throughline.system = '';
