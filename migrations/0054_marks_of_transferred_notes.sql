-- Notes that come with a record keep the marks that the other service gave them.

alter table transferred_entry
  add column sensitivity text not null default 'ordinary',
  add column has_third_party boolean not null default false,
  add constraint transferred_entry_sensitivity_known check (sensitivity in ('ordinary', 'sensitive'));
comment on column transferred_entry.sensitivity is 'sensitive: a note that is read by those alone who read our own sensitive notes (sees_sensitive).';
comment on column transferred_entry.has_third_party is 'A note with information about or from somebody else that is not to be given to the child.';

alter policy within_service on transferred_entry
  using (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])
    and case when sensitivity = 'sensitive' then sees_sensitive(child_id) else true end)
  with check (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]));

-- Whoever takes a package in may not read all that came before, and must not put it there twice.
create function has_come_before(child uuid, service text, mark bytea) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from transferred_entry e where e.service_id = current_service() and e.child_id = child
      and child <> all (hidden_children()) and e.from_service = service and e.fingerprint = mark);
  end;
comment on function has_come_before(uuid, text, bytea) is 'Whether the same entry of another service stands on the record of a child already, also one that is too sensitive for the person who asks.';

create function is_their_note_hidden(entry uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from transferred_entry e
      where e.service_id = current_service() and e.transferred_entry_id = entry and e.sensitivity = 'sensitive'
        and not sees_sensitive(e.child_id));
  end;
comment on function is_their_note_hidden(uuid) is 'Whether a note of another service is too sensitive for the person who asks.';

create or replace function is_entry_hidden(kind text, entry uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select case kind when 'note' then is_note_hidden(entry) when 'attachment' then is_attachment_hidden(entry)
      when 'their-note' then is_their_note_hidden(entry) else false end;
  end;

alter policy within_service on audit_event using (service_id = (select current_service()) and
  case
    when table_name in ('victim', 'victim_of', 'victim_contact') and not (select sees_victims()) then false
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

-- Single notes can be left out of a package.
alter table transfer add column notes_left_out integer not null default 0,
  add constraint transfer_notes_left_out_counted check (notes_left_out >= 0);
comment on column transfer.notes_left_out is 'How many notes were left out, one by one, where notes went.';

revoke all on function has_come_before(uuid, text, bytea), is_their_note_hidden(uuid) from public;
grant execute on function has_come_before(uuid, text, bytea), is_their_note_hidden(uuid) to throughline_app;
