-- A key may be good for some ways in only: a school's system sends as a school, and not as the police.

alter table api_key add column ways text[];
comment on column api_key.ways is 'The ways in by which it may send. Null: by every one, as keys made before it could be said.';

drop function find_api_key(bytea);
create function find_api_key(hash bytea) returns table (
  service_id uuid, service_name text, system_id uuid, system_name text, key_id uuid, scopes text[], ways text[],
  expires_at timestamptz, used_at timestamptz, ended_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select k.service_id, v.name, k.system_id, s.name, k.key_id, k.scopes, k.ways, k.expires_at, k.used_at, k.ended_at
    from api_key k join partner_system s using (service_id, system_id) join service v using (service_id)
    where k.token_hash = hash;
  end;
comment on function find_api_key(bytea) is 'The API key with this hash, and whose it is.';
revoke all on function find_api_key(bytea) from public;
grant execute on function find_api_key(bytea) to throughline_app;
