-- What arrives by any route: a referral has the referrer's own reference or none, and its form calls its questions as it
-- likes. And what whoever referred a child was told of what became of it.

set local throughline.system = 'on';
alter table notification disable trigger audit;
alter table notification rename column police_reference to reference;
alter table notification alter column reference drop not null;
alter table notification alter column folded_reference set expression as (fold_reference(coalesce(reference, '')));
alter table notification
  add column form text not null default 'yot1',
  add column postcode text not null default '',
  add column phone text not null default '',
  add column parent_phone text not null default '',
  add column school text not null default '';
update notification set postcode = coalesce(details->>'postcode', ''), phone = coalesce(details->>'phone', ''),
  parent_phone = coalesce(details->>'parent-phone', ''), school = coalesce(details->>'school', '');
alter table notification alter column form drop default;
alter table notification enable trigger audit;
set local throughline.system = '';
comment on column notification.form is 'The form whose questions details answers, by its id among the definitions.';
comment on column notification.reference is 'The sender''s own reference: of the police, of the crime. Null where the sender gave none.';
comment on column notification.postcode is 'As it was said, whatever the form calls the question; so are phone, parent_phone and school. For comparing, beside the names and the date of birth.';

alter table notification drop constraint notification_one_per_child;
create unique index notification_one_per_child on notification (service_id, route_in, folded_reference, folded_name, birth_date)
  nulls not distinct where reference is not null and form = 'yot1';
create index notification_without_reference on notification (service_id, route_in, folded_name) where reference is null;
alter index notification_by_police_reference rename to notification_by_reference;
create index notification_open_by_route on notification (service_id, route_in, received_at) where child_id is null and closed_at is null;
create index notification_by_involvement on notification (service_id, involvement_id);

create or replace function hidden_notifications() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (select h as known, exists (select from conflict_of_interest x
        where x.service_id = h.service_id and x.child_id = h.child_id and x.user_id = current_person()) as is_conflict
      from child h where h.service_id = current_service() and h.child_id = any (hidden_children()))
    select coalesce(array_agg(n.notification_id), '{}') from notification n
    where n.service_id = current_service() and exists (select from hidden) and (
      n.child_id in (select (known).child_id from hidden)
      or (n.child_id is null and exists (select from hidden
        where may_be(known, n.folded_names, n.birth_date, n.postcode, n.phone, n.school, is_conflict))));
  end;

create or replace function arrivals_for_named(seeing text[]) returns table (notification_id uuid, received_at timestamptz, named text[])
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select n.notification_id, n.received_at, array(
      select a.name from person_account a
      where a.service_id = n.service_id and a.user_id = any (who_can_open(c.child_id, seeing)) order by a.name)
    from child_restriction r
    join child c on c.service_id = r.service_id and c.child_id = r.child_id
    join notification n on n.service_id = r.service_id and n.child_id is null and n.closed_at is null
      and may_be(c, n.folded_names, n.birth_date, n.postcode, n.phone, n.school, false)
    where r.service_id = current_service() and not exists (select from conflict_of_interest x
      where x.service_id = r.service_id and x.child_id = r.child_id and x.user_id = current_person());
  end;

alter table message add column about_child boolean not null default false;
comment on column message.about_child is 'It tells of a child: an administrator sees that it waits or was sent, and not its text. It holds no link, so its text is kept until it is sent.';

drop function keep_notification(text, text, timestamptz, text, text, text[], date, jsonb);
create function keep_notification(
  way_in text, its_form text, its_reference text, received timestamptz, given text, family text, names text[], born date,
  described jsonb, said jsonb
) returns table (id uuid, before jsonb) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Two who send the same at once: the second finds what the first has kept.
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', current_service(), way_in, coalesce(fold_reference(its_reference), names[1])), 0));
  return query
    select n.notification_id, n.details from notification n
    where n.service_id = current_service() and n.route_in = way_in
      and n.folded_name = names[1] and n.birth_date is not distinct from born
      and case when its_reference is null then n.reference is null and n.form = its_form and n.received_at = received and n.details = said
        else n.folded_reference = fold_reference(its_reference)
          -- The police send a list again and again; anybody else who writes otherwise about a child whose first referral
          -- is settled refers the child anew.
          and (its_form = 'yot1' or n.details = said or (n.child_id is null and n.closed_at is null)) end
    limit 1;
  if not found then
    return query
      insert into notification (service_id, route_in, form, reference, received_at, given_name, family_name, folded_name,
        folded_names, birth_date, postcode, phone, parent_phone, school, details)
      values (current_service(), way_in, its_form, its_reference, received, given, family, names[1], names, born,
        coalesce(described->>'postcode', ''), coalesce(described->>'phone', ''), coalesce(described->>'parent-phone', ''),
        coalesce(described->>'school', ''), said)
      returning notification_id, null::jsonb;
  end if;
end $$;
comment on function keep_notification(text, text, text, timestamptz, text, text, text[], date, jsonb, jsonb) is 'Keeps what arrived, or finds what came before by the same route about the same child: under the same reference, or without one on the same day and in the same words. With what that said. Also where it is about a child hidden from the person who sends it: for telling what came before, never for showing it.';
revoke all on function keep_notification(text, text, text, timestamptz, text, text, text[], date, jsonb, jsonb) from public;
grant execute on function keep_notification(text, text, text, timestamptz, text, text, text[], date, jsonb, jsonb) to throughline_app;

create table referrer_told (
  service_id uuid not null,
  told_id uuid not null default uuidv7(),
  notification_id uuid not null,
  child_id uuid,
  involvement_id uuid,
  milestone_id uuid,
  telling text not null,
  to_address text not null,
  message_id uuid not null,
  told_by uuid not null,
  told_at timestamptz not null,
  constraint referrer_told_pk primary key (service_id, told_id),
  constraint referrer_told_notification foreign key (service_id, notification_id) references notification,
  constraint referrer_told_child foreign key (service_id, child_id) references child,
  constraint referrer_told_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint referrer_told_milestone foreign key (service_id, milestone_id) references milestone,
  constraint referrer_told_message foreign key (service_id, message_id) references message,
  constraint referrer_told_account foreign key (service_id, told_by) references person_account,
  constraint referrer_told_of_a_case check ((child_id is null) = (involvement_id is null)),
  constraint referrer_told_once_of_a_step unique (service_id, milestone_id)
);
comment on table referrer_told is 'What whoever referred a child was told by e-mail of what became of it, and of which step; without a case, that it was closed. The words themselves stand in the outbox until they are sent.';
create unique index referrer_told_once_of_closing on referrer_told (service_id, notification_id) where involvement_id is null;
create index referrer_told_by_involvement on referrer_told (service_id, involvement_id);
create index referrer_told_by_child on referrer_told (service_id, child_id);
call protect_child_rows('referrer_told', 'select, insert');
alter policy within_service on referrer_told
  using (service_id = (select current_service()) and (child_id is null or child_id <> all ((select hidden_children())::uuid[]))
    and notification_id <> all ((select hidden_notifications())::uuid[]))
  with check (service_id = (select current_service()) and (child_id is null or child_id <> all ((select hidden_children())::uuid[])));
