-- What a review of plans and of the wall around victims found.

-- Whoever must not see a child does not see those whom the child harmed either ------------------------------------------

create function hidden_victims() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select coalesce(array_agg(distinct o.victim_id), '{}') from victim_of o
    where o.service_id = current_service() and o.child_id = any ((select hidden_children())::uuid[]);
  end;
comment on function hidden_victims() is 'Those who were harmed by a child hidden from the person who asks, also where other children harmed them too. Asked once a query.';
revoke all on function hidden_victims() from public;
grant execute on function hidden_victims() to throughline_app;

alter policy within_service on victim
  using (service_id = (select current_service()) and (select sees_victims()) and victim_id <> all ((select hidden_victims())::uuid[]))
  with check (service_id = (select current_service()) and (select sees_victims()) and victim_id <> all ((select hidden_victims())::uuid[]));
alter policy within_service on victim_contact
  using (service_id = (select current_service()) and (select sees_victims()) and victim_id <> all ((select hidden_victims())::uuid[]))
  with check (service_id = (select current_service()) and (select sees_victims()) and victim_id <> all ((select hidden_victims())::uuid[]));
alter policy within_service on victim_of
  using (service_id = (select current_service()) and (select sees_victims())
    and child_id <> all ((select hidden_children())::uuid[]) and victim_id <> all ((select hidden_victims())::uuid[]))
  with check (service_id = (select current_service()) and (select sees_victims())
    and child_id <> all ((select hidden_children())::uuid[]) and victim_id <> all ((select hidden_victims())::uuid[]));

-- An event that names victims is of a page on which they were seen.
alter policy within_service on audit_event using (service_id = (select current_service()) and
  case
    when (table_name in ('victim', 'victim_of', 'victim_contact') or action = 'event' and after ?| array['victim', 'victims'])
      and not (select sees_victims()) then false
    when table_name in ('victim', 'victim_of', 'victim_contact')
      and coalesce(row_key ->> 'victim_id', after ->> 'victim_id')::uuid = any ((select hidden_victims())::uuid[]) then false
    when action = 'event' and (after ->> 'victim' = any ((select hidden_victims())::text[])
      or after -> 'victims' ?| (select hidden_victims())::text[]) then false
    when child_id is null then action <> 'view' and (table_name is null or table_name <> all (array['notification', 'import_row']))
    when child_id = any ((select hidden_children())::uuid[]) then false
    when child_id = any ((select hidden_while_merged())::uuid[]) and is_hidden_event(child_id, id) then false
    else case table_name
      when 'note' then not is_note_change_hidden((row_key ->> 'note_id')::uuid,
        case when action = 'update' then (after ->> 'version')::integer - 1 else 1 end)
      when 'attachment' then not is_attachment_hidden((row_key ->> 'attachment_id')::uuid)
      when 'transferred_entry' then not is_their_note_hidden((row_key ->> 'transferred_entry_id')::uuid)
      when 'chronology_mark' then not is_entry_hidden(coalesce(after, before) ->> 'kind', (coalesce(after, before) ->> 'about_id')::uuid)
      when 'child_pair' then (row_key ->> 'other_id')::uuid <> all ((select hidden_children())::uuid[])
      else true
    end
  end);
