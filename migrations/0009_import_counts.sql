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
