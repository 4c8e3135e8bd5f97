-- What was sensitive stays so once it was mended; children who come back to a group; links that are made once; and one
-- answer to who can sign in.

-- Notes that were sensitive --------------------------------------------------------------------------------------

alter table note add column sensitive_through integer not null default 0;
comment on column note.sensitive_through is 'The last version of an ordinary note that was sensitive, 0 where none was. That version and those before it are read as a sensitive note is: what was taken out of it is not given to everybody by making the rest ordinary.';

-- What the audit knows of notes that were sensitive before this column was there. That the column was filled is no change
-- of a note: nobody is to look for one in its history.
set local throughline.system = 'on';
alter table note disable trigger audit;
update note n set sensitive_through = e.version from (
  select a.service_id, (a.row_key ->> 'note_id')::uuid as note_id, max((a.after ->> 'version')::integer) - 1 as version
  from audit_event a
  where a.table_name = 'note' and a.action = 'update' and a.before ->> 'sensitivity' = 'sensitive' and a.after ? 'version'
  group by 1, 2) e
where n.service_id = e.service_id and n.note_id = e.note_id and n.sensitivity = 'ordinary';
alter table note enable trigger audit;
set local throughline.system = '';

create function keep_sensitive_versions() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.sensitive_through := case when old.sensitivity = 'sensitive' and new.sensitivity <> 'sensitive' then old.version
    else old.sensitive_through end;
  return new;
end $$;
comment on function keep_sensitive_versions() is 'Remembers in a note that becomes ordinary up to which version it was sensitive; nobody else writes that.';
create trigger keep_sensitive_versions before update on note for each row execute function keep_sensitive_versions();

create function is_note_change_hidden(note uuid, was_version integer) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from note n
      where n.service_id = current_service() and n.note_id = note
        and (n.sensitivity = 'sensitive' or (n.sensitive_through > 0 and coalesce(was_version, 0) <= n.sensitive_through))
        and n.written_by is distinct from current_person() and not sees_sensitive(n.child_id));
  end;
comment on function is_note_change_hidden(uuid, integer) is 'Whether a change of a note is too sensitive for the person who asks: of a sensitive note every one, of one that was sensitive those that tell of it as it was then. was_version: the version that the change came after; where it is not known, the first.';

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
        when 'chronology_mark' then case coalesce(after, before) ->> 'kind'
          when 'note' then not is_note_hidden((coalesce(after, before) ->> 'about_id')::uuid)
          when 'attachment' then not is_attachment_hidden((coalesce(after, before) ->> 'about_id')::uuid)
          else true end
        -- That two children are twins is known only to those who may know of both; so is what a record was merged with.
        when 'child_pair' then (row_key ->> 'other_id')::uuid <> all ((select hidden_children())::uuid[])
        else true end
      end);

revoke all on function keep_sensitive_versions(), is_note_change_hidden(uuid, integer) from public;
grant execute on function is_note_change_hidden(uuid, integer) to throughline_app;

-- Children who come back to a group ---------------------------------------------------------------------------------

create or replace function carry_session(session uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare s group_session;
begin
  select * into s from group_session g where g.service_id = current_service() and g.session_id = session;
  if not found then return; end if;
  if s.cancelled_at is null then
    -- Whoever is in the group comes: to a session that has begun only those who were in it then, unless it is written down
    -- afterwards and has nobody yet.
    insert into appointment (service_id, child_id, involvement_id, session_id, with_user, kind, starts_at, minutes, place, place_id)
    select m.service_id, m.child_id, m.involvement_id, s.session_id, s.lead_user, 'group', s.starts_at, s.minutes, s.place, s.place_id
    from group_member m join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = s.service_id and m.group_id = s.group_id and m.left_at is null and i.ended_at is null
      and (m.joined_at <= s.starts_at or not exists (select from appointment x
        where x.service_id = s.service_id and x.session_id = s.session_id))
    on conflict (service_id, session_id, involvement_id) where session_id is not null do nothing;
    -- Whoever left and joined again comes again. What was cancelled for a child who has been in the group since, stays so.
    update appointment a set state = 'planned', recorded_at = null, version = a.version + 1
    from group_member m join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = s.service_id and m.group_id = s.group_id and m.left_at is null and i.ended_at is null
      and a.service_id = s.service_id and a.session_id = s.session_id and a.involvement_id = m.involvement_id
      and a.state = 'cancelled' and a.recorded_at < m.joined_at and s.starts_at > at;
  end if;
  update appointment a set starts_at = s.starts_at, minutes = s.minutes, place = s.place, place_id = s.place_id,
    with_user = s.lead_user, version = a.version + 1
  where a.service_id = s.service_id and a.session_id = s.session_id and a.state = 'planned' and s.cancelled_at is null
    and (a.starts_at, a.minutes, a.place, a.with_user) is distinct from (s.starts_at, s.minutes, s.place, s.lead_user);
  update appointment a set state = 'cancelled', recorded_at = at, version = a.version + 1
  where a.service_id = s.service_id and a.session_id = s.session_id and a.state = 'planned' and s.cancelled_at is not null;
end $$;
comment on function carry_session(uuid, timestamptz) is 'Gives every child who is in the group now an appointment in the session, also one who left and has joined again; brings those that are planned to where and when the session is, or cancels them with it; children hidden from the person who asks included, of whom it tells nothing. at: now, or when it was cancelled.';

-- Who can sign in -----------------------------------------------------------------------------------------------------

create function can_sign_in(a person_account) returns boolean language sql stable parallel safe
  return a.disabled_at is null and (a.password_hash is not null
    or exists (select from passkey p where p.service_id = a.service_id and p.user_id = a.user_id));
comment on function can_sign_in(person_account) is 'Whether a person has a way to sign in that is open to them: a password or a passkey, and an account that is not disabled. Every other way in is added here.';
revoke all on function can_sign_in(person_account) from public;
grant execute on function can_sign_in(person_account) to throughline_app;

create or replace function find_calendar_feed(hash bytea) returns table (
  service_id uuid, calendar_feed_id uuid, user_id uuid, name text, roles text[], with_initials boolean, asked_on date)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select f.service_id, f.calendar_feed_id, f.user_id, a.name, a.roles, f.with_initials, f.asked_on
    from calendar_feed f join person_account a using (service_id, user_id)
    where f.token_hash = hash and f.ended_at is null and can_sign_in(a);
  end;

create or replace function who_can_open(child uuid, seeing text[]) returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select coalesce(array_agg(distinct a.user_id), '{}')
    from child_access x join person_account a on a.service_id = x.service_id and a.user_id = x.user_id
    where x.service_id = current_service() and x.child_id = child and x.until is null
      and can_sign_in(a) and a.roles && seeing
      and not exists (select from conflict_of_interest c
        where c.service_id = x.service_id and c.child_id = x.child_id and c.user_id = x.user_id);
  end;

-- Links that are shown once are made once --------------------------------------------------------------------------------

alter table calendar_feed add column made_by_form bytea;
comment on column calendar_feed.made_by_form is 'A hash of the form that made it and its token: the same form sent again, because its answer was lost, gives this address a new token in place of a second address.';
create unique index calendar_feed_once_a_form on calendar_feed (service_id, user_id, made_by_form)
  where made_by_form is not null and ended_at is null;
alter table feedback_invitation add column made_by_form bytea;
comment on column feedback_invitation.made_by_form is 'A hash of the form that made it and its token: the same form sent again, because its answer was lost, makes no second link.';
create unique index feedback_invitation_once_a_form on feedback_invitation (service_id, made_by, made_by_form)
  where made_by_form is not null and withdrawn_at is null;

-- The audit keeps of it as little as of the token.
drop trigger audit on feedback_invitation;
create trigger audit after insert or update or delete on feedback_invitation
  for each row execute function audit_row('service_id,invitation_id', 'token_hash,made_by_form');
drop trigger audit on calendar_feed;
create trigger audit after insert or update of ended_at, name, with_initials, token_hash on calendar_feed
  for each row execute function audit_row('service_id,calendar_feed_id', 'token_hash,made_by_form');
