-- Finding a child quickly in a large service, and one place for the events that clocks listen to.

create extension if not exists btree_gin;

-- What clocks listen to beside milestones ------------------------------------------------------------------------

create view clock_event with (security_invoker = true) as
  select service_id, child_id, involvement_id, appointment_id as about, 'appointment-missed' as step, starts_at as at
  from appointment where state = 'missed' and not reason_is_acceptable
  union all
  select service_id, child_id, involvement_id, appointment_id, 'missed-appointment-followed-up', followed_up_at
  from appointment where state = 'missed' and followed_up_at is not null;
comment on view clock_event is 'What happened to a case beside its milestones and starts or stops a clock: appointments missed without an acceptable reason, and their follow-up. about: the appointment, so that a follow-up answers its own.';
grant select on clock_event to throughline_app;
create index appointment_missed on appointment (service_id, involvement_id) where state = 'missed';

-- Names ----------------------------------------------------------------------------------------------------------

-- The comparison of trigrams is not leakproof, so under row-level security it cannot use an index for the application:
-- it would be asked of every child of the service. One function of the owner asks the index, and leaves out by itself
-- what the person may not see. Its policies are constant, because one that has to be asked keeps the index out too.
create policy searched on child for select to current_user using (true);
create policy searched on child_name for select to current_user using (true);

drop index child_by_name;
drop index child_name_by_name;
create index child_by_name on child using gin (service_id, folded_name gin_trgm_ops);
create index child_name_by_name on child_name using gin (service_id, folded_name gin_trgm_ops);

create function find_children_named(said text) returns table (child_id uuid, folded_name text, other_name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hidden uuid[] := hidden_children();
  begins text := regexp_replace(said, '([\\%_])', '\\\1', 'g') || '%';
begin
  return query
    select c.child_id, c.folded_name, '' from child c
    where c.service_id = current_service() and c.child_id <> all (hidden)
      and (c.folded_name % said or c.folded_name %> said or c.folded_name like begins or c.folded_name like '% ' || begins)
    union all
    select n.child_id, n.folded_name, n.name from child_name n
    where n.service_id = current_service() and n.child_id <> all (hidden)
      and (n.folded_name % said or n.folded_name %> said or n.folded_name like begins or n.folded_name like '% ' || begins);
end $$;
comment on function find_children_named(text) is 'Children with a name like the one said, folded: alike by trigrams, as a whole or within a longer name, or with a word that begins with it. Within the service, and without the children hidden from the person who asks. other_name is empty where it is the child''s own name that is alike.';
revoke all on function find_children_named(text) from public;
grant execute on function find_children_named(text) to throughline_app;

-- Numbers --------------------------------------------------------------------------------------------------------

-- Kept as they are compared, since only a plain column's equality reaches an index under row-level security.
create function phone_figures(written text) returns text language sql immutable parallel safe
  return regexp_replace(regexp_replace(written, '[^0-9]', '', 'g'), '^(00)?44', '0');
comment on function phone_figures(text) is 'The figures of a phone number, 0 for the country''s 44.';
grant execute on function phone_figures(text) to throughline_app;

create function fold_reference(written text) returns text language sql immutable parallel safe
  return lower(regexp_replace(written, '[^[:alnum:]]', '', 'g'));
comment on function fold_reference(text) is 'A reference of the police as it is compared: letters and figures only, however they were parted.';
grant execute on function fold_reference(text) to throughline_app;

alter table child add column phone_figures text not null generated always as (phone_figures(phone)) stored;
alter table child_person add column phone_figures text not null generated always as (phone_figures(phone)) stored;
create index child_by_phone on child (service_id, phone_figures) where phone_figures <> '';
create index child_person_by_phone on child_person (service_id, phone_figures) where phone_figures <> '';

drop index notification_by_police_reference;
drop index offence_by_police_reference;
alter table notification add column folded_reference text not null generated always as (fold_reference(police_reference)) stored;
alter table offence add column folded_reference text not null generated always as (fold_reference(police_reference)) stored;
create index notification_by_police_reference on notification (service_id, folded_reference);
create index offence_by_police_reference on offence (service_id, folded_reference) where folded_reference <> '';
