-- How far a file has come is said truly to whoever sent it, also where a row turned out to be about a child hidden from them.

create function count_settled_rows(file uuid) returns table (accepted bigint, known bigint)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select count(*) filter (where r.state = 'accepted'), count(*) filter (where r.state = 'known-already')
    from import_row r where r.service_id = current_service() and r.import_id = file;
  end;
comment on function count_settled_rows(uuid) is 'How many rows of a file went in, and how many were known already: whoever they are about, since a number that is one short would tell of a hidden child.';
revoke all on function count_settled_rows(uuid) from public;
grant execute on function count_settled_rows(uuid) to throughline_app;

-- A date of birth alone is shared by many. It hides what arrives from whoever has a conflict of interest, since that is one
-- person and may be family under another name; a restricted record would hide it from nearly everybody.
create function may_be(known child, names text[], born date, postcode text, phone text, school text, by_birth_alone boolean)
  returns boolean language sql stable set search_path = public, pg_temp
  begin atomic
    select (by_birth_alone and coalesce(known.birth_date = born, false))
      or (by_birth_alone and coalesce(to_char(known.birth_date, 'YYYY-MM-DD') = to_char(born, 'YYYY-DD-MM'), false))
      or exists (
        select from unnest(names) said (name)
        cross join lateral (
          select known.folded_name as name
          union all
          select n.folded_name from child_name n where n.service_id = known.service_id and n.child_id = known.child_id
        ) own
        where similarity(own.name, said.name) >= 0.345
          or (similarity(own.name, said.name) >= 0.2 and (known.birth_date = born
            or to_char(known.birth_date, 'YYYY-MM-DD') = to_char(born, 'YYYY-DD-MM')))
          or (similarity(own.name, said.name) >= 0.3 and (
            (known.birth_date_basis = 'estimated' and abs(known.birth_date - born) <= 366)
            or (select count(*) = 1 from generate_series(1, 10) figure
              where substr(known.birth_date::text, figure, 1) <> substr(born::text, figure, 1))
            or exists (select from (values (known.postcode, postcode), (known.phone, phone), (known.school, school)) same (one, other)
              where one <> '' and lower(regexp_replace(one, '[^[:alnum:]]', '', 'g')) = lower(regexp_replace(other, '[^[:alnum:]]', '', 'g'))))));
  end;
comment on function may_be(child, text[], date, text, text, text, boolean) is 'Whether somebody described may be a child that is known, by the measure of the page that asks who it is (src/record/arrivals/matching.ts); by_birth_alone: also where nothing but the date of birth fits.';
revoke all on function may_be(child, text[], date, text, text, text, boolean) from public;

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

create or replace function hidden_import_rows() returns uuid[] language sql stable security definer set search_path = public, pg_temp
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

drop function may_be(child, text[], date, text, text, text);
