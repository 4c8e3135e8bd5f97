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

-- Why nothing is known of what somebody wishes, for each who was harmed --------------------------------------------------

create table plan_silence (
  service_id uuid not null,
  plan_id uuid not null,
  victim_id uuid not null,
  child_id uuid not null,
  words text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  version integer not null default 1,
  constraint plan_silence_pk primary key (service_id, plan_id, victim_id),
  constraint plan_silence_plan foreign key (service_id, child_id, plan_id)
    references plan (service_id, child_id, plan_id) deferrable initially immediate,
  constraint plan_silence_account foreign key (service_id, said_by) references person_account
);
comment on table plan_silence is 'Why a plan is signed though nothing is known of what somebody wishes who was harmed, in the words of whoever writes the plan. It holds until the victim worker tells something.';
comment on column plan_silence.words is 'Empty: the reason was taken back.';
create index plan_silence_by_child on plan_silence (service_id, child_id);
call protect_child_rows('plan_silence');
comment on column plan.no_wishes_reason is 'Why no wishes of those who were harmed are recorded, where nobody was passed on to the victim worker. For those who were, see plan_silence.';

-- Somebody who was passed on by mistake leaves the plan ----------------------------------------------------------------

alter table victim_voice add column is_withdrawn boolean not null default false,
  add constraint victim_voice_withdrawn_says_nothing check (not is_withdrawn
    or cardinality(wishes) = 0 and wishes_words = '' and no_wishes_reason = '' and safety_words = '');
comment on column victim_voice.is_withdrawn is 'The last row of somebody who was passed on by mistake: the child''s side is told of nobody any more.';

set local throughline.system = 'on';
set local throughline.purpose = 'Somebody was passed on by mistake';
insert into victim_voice (service_id, child_id, victim_id, known_as, recorded_by, recorded_at, is_withdrawn)
  select distinct on (o.service_id, o.child_id, o.victim_id) o.service_id, o.child_id, o.victim_id, v.known_as, v.recorded_by,
    greatest(now(), v.recorded_at), true
  from victim m join victim_of o on o.service_id = m.service_id and o.victim_id = m.victim_id
    join victim_voice v on v.service_id = o.service_id and v.victim_id = o.victim_id and v.child_id = o.child_id
  where m.closed_reason = 'mistake' order by o.service_id, o.child_id, o.victim_id, v.recorded_at desc, v.voice_id desc;
set local throughline.system = '';
set local throughline.purpose = '';
