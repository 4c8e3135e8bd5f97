-- What arrives: several children under one police reference, rows that are left out and taken back, and nothing about a
-- child who is hidden from the person, however the notification spells the name.

set local throughline.system = 'on';

-- A crime has one reference and may have several children: a notification is known by all three.
alter table notification disable trigger audit;
alter table notification add column folded_names text[] not null default '{}';
update notification set folded_names = array[folded_name];
alter table notification enable trigger audit;
alter table notification drop constraint notification_one_per_reference;
alter table notification add constraint notification_one_per_child
  unique nulls not distinct (service_id, police_reference, folded_name, birth_date);
comment on column notification.folded_names is 'Every name that it gives the child, as names are compared.';

alter table import_row disable trigger audit;
alter table import_row
  add column row_id uuid not null default uuidv7(),
  add column folded_names text[] not null default '{}',
  add column birth_date date,
  add column dropped_reason text not null default '';
update import_row set folded_names = array[lower(unaccent(concat_ws(' ', cells->>'first_name', cells->>'family_name')))];
alter table import_row enable trigger audit;
alter table import_row add constraint import_row_one_per_id unique (service_id, row_id);
comment on column import_row.folded_names is 'Every name that the row gives the child, as names are compared; birth_date where it can be read.';

alter table offence drop constraint offence_involvement;
alter table offence add constraint offence_involvement
  foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id);

create function birth_fits(known child, born date) returns boolean language sql immutable
  begin atomic
    select coalesce(known.birth_date = born
      or to_char(known.birth_date, 'YYYY-MM-DD') = to_char(born, 'YYYY-DD-MM')
      or (known.birth_date_basis = 'estimated' and abs(known.birth_date - born) <= 366)
      or (select count(*) = 1 from generate_series(1, 10) figure
        where substr(known.birth_date::text, figure, 1) <> substr(born::text, figure, 1)), false);
  end;
comment on function birth_fits(child, date) is 'Whether a date of birth may be that of a child: the same, with day and month exchanged, with one figure different, or near one that is estimated.';

-- Whoever has a conflict of interest is one person, and may know the child under another name: from them everything is
-- hidden that the page which asks who it is would offer that child for (src/record/arrivals/matching.ts). A restricted
-- record is hidden from nearly everybody: what arrives must come near it, or children who only share a name or a
-- birthday with it would wait unseen.
create function place_fits(known child, postcode text, phone text, school text) returns boolean language sql immutable
  begin atomic
    select exists (select from (values (known.postcode, postcode), (known.phone, phone), (known.school, school)) same (one, other)
      where one <> '' and lower(regexp_replace(one, '[^[:alnum:]]', '', 'g')) = lower(regexp_replace(other, '[^[:alnum:]]', '', 'g')));
  end;
comment on function place_fits(child, text, text, text) is 'Whether a postcode, a phone number or a school is the child''s, however it was written.';

create function may_be(known child, names text[], born date, postcode text, phone text, school text, loosely boolean)
  returns boolean language sql stable set search_path = public, pg_temp
  begin atomic
    with alike as (
      select coalesce(max(similarity(own.name, said.name)), 0) as most
      from unnest(names) said (name)
      cross join lateral (
        select known.folded_name as name
        union all
        select n.folded_name from child_name n where n.service_id = known.service_id and n.child_id = known.child_id
      ) own)
    select case when loosely then
        coalesce(known.birth_date = born or to_char(known.birth_date, 'YYYY-MM-DD') = to_char(born, 'YYYY-DD-MM'), false)
        or most >= 0.345
        or (most >= 0.3 and (birth_fits(known, born) or place_fits(known, postcode, phone, school)))
      else (most >= 0.6 and (born is null or known.birth_date is null or place_fits(known, postcode, phone, school)))
        or (most >= 0.3 and birth_fits(known, born))
      end
    from alike;
  end;
comment on function may_be(child, text[], date, text, text, text, boolean) is 'Whether somebody described may be a child that is known; loosely: wherever a person would be asked about it.';
revoke all on function birth_fits(child, date), place_fits(child, text, text, text), may_be(child, text[], date, text, text, text, boolean) from public;

create or replace function hidden_notifications() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (select h as known, exists (select from conflict_of_interest x
        where x.service_id = h.service_id and x.child_id = h.child_id and x.user_id = current_person()) as is_conflict
      from child h where h.service_id = current_service() and h.child_id = any (hidden_children()))
    select coalesce(array_agg(n.notification_id), '{}') from notification n
    where n.service_id = current_service() and exists (select from hidden) and (
      n.child_id in (select (known).child_id from hidden)
      or (n.child_id is null and exists (select from hidden
        where may_be(known, n.folded_names, n.birth_date, n.details->>'postcode', n.details->>'phone', n.details->>'school', is_conflict))));
  end;

create function hidden_import_rows() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (select h as known, exists (select from conflict_of_interest x
        where x.service_id = h.service_id and x.child_id = h.child_id and x.user_id = current_person()) as is_conflict
      from child h where h.service_id = current_service() and h.child_id = any (hidden_children())),
    arrived as (select unnest(hidden_notifications()) as notification_id where exists (select from hidden))
    select coalesce(array_agg(r.row_id), '{}') from import_row r
    where r.service_id = current_service() and exists (select from hidden) and (
      r.notification_id in (select notification_id from arrived)
      or (r.state in ('failed', 'dropped') and exists (select from hidden
        where may_be(known, r.folded_names, r.birth_date, r.cells->>'postcode', r.cells->>'phone', r.cells->>'school', is_conflict))));
  end;
comment on function hidden_import_rows() is 'Rows of files that are, or may be, about a child hidden from the person who asks. A row that still waits is nobody''s yet: the work on a file must find it.';
revoke all on function hidden_import_rows() from public;
grant execute on function hidden_import_rows() to throughline_app;
alter policy within_service on import_row
  using (service_id = (select current_service()) and row_id <> all ((select hidden_import_rows())::uuid[]))
  with check (service_id = (select current_service()));

drop function find_notification_by_reference(text);
create function keep_notification(
  reference text, way_in text, received timestamptz, given text, family text, names text[], born date, said jsonb
) returns table (id uuid, before jsonb) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Two who send the same at once: the second finds what the first has kept.
  perform pg_advisory_xact_lock(hashtextextended(current_service()::text || ' ' || reference, 0));
  return query
    select n.notification_id, n.details from notification n
    where n.service_id = current_service() and n.police_reference = reference
      and n.folded_name = names[1] and n.birth_date is not distinct from born;
  if not found then
    return query
      insert into notification (service_id, police_reference, route_in, received_at, given_name, family_name,
        folded_name, folded_names, birth_date, details)
      values (current_service(), reference, way_in, received, given, family, names[1], names, born, said)
      returning notification_id, null::jsonb;
  end if;
end $$;
comment on function keep_notification(text, text, timestamptz, text, text, text[], date, jsonb) is 'Keeps a notification, or finds the one that came before about the same child under the same reference, with what that said. Also where it is about a child hidden from the person who sends it: for telling what came before, never for showing it.';

create function settle_import_row(
  file uuid, which integer, seen integer, becomes text, wrong jsonb, notification uuid, its_cells jsonb,
  names text[], born date, reason text
) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update import_row r
  set state = becomes, faults = wrong, notification_id = notification, cells = coalesce(its_cells, r.cells),
    folded_names = coalesce(names, r.folded_names), birth_date = case when names is null then r.birth_date else born end,
    dropped_reason = reason, version = r.version + 1
  where r.service_id = current_service() and r.import_id = file and r.row_number = which and r.version = seen;
  return found;
end $$;
comment on function settle_import_row(uuid, integer, integer, text, jsonb, uuid, jsonb, text[], date, text) is 'Says what became of a row, unless somebody else has changed it since it was seen. A row may turn out to be about a child hidden from whoever sent the file: it is settled all the same, and then hidden.';
revoke all on function keep_notification(text, text, timestamptz, text, text, text[], date, jsonb),
  settle_import_row(uuid, integer, integer, text, jsonb, uuid, jsonb, text[], date, text) from public;
grant execute on function keep_notification(text, text, timestamptz, text, text, text[], date, jsonb),
  settle_import_row(uuid, integer, integer, text, jsonb, uuid, jsonb, text[], date, text) to throughline_app;

create function count_rows(file uuid) returns table (
  total bigint, waiting bigint, accepted bigint, known bigint, failed bigint, dropped bigint
) language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select count(*), count(*) filter (where r.state = 'waiting'), count(*) filter (where r.state = 'accepted'),
      count(*) filter (where r.state = 'known-already'), count(*) filter (where r.state = 'failed'),
      count(*) filter (where r.state = 'dropped')
    from import_row r where r.service_id = current_service() and r.import_id = file;
  end;
comment on function count_rows(uuid) is 'What has become of the rows of a file: whoever they are about, since a number that is one short would tell of a hidden child.';
revoke all on function count_rows(uuid) from public;
grant execute on function count_rows(uuid) to throughline_app;
