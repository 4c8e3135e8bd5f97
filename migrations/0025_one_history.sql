-- Where a child lived stands in one history (child_address): what merges wrote down apart goes there.

set local throughline.system = 'on';
insert into child_address (service_id, child_id, kind, address, postcode, until_on, recorded_at)
  select service_id, child_id, 'home', address, postcode, noted_at::date, noted_at from child_past_address;
set local throughline.system = '';
drop table child_past_address;

create or replace function undo_change(e audit_event) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own text[] := array(select a.attname::text from pg_attribute a where a.attrelid = to_regclass(format('public.%I', e.table_name))
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a');
  -- What only makes sense together goes back together, or, where any of it was changed since, not at all.
  together text[] := array['given_name,family_name,known_as,folded_name,whole_names', 'birth_date,birth_date_basis', 'address,postcode,has_no_fixed_address'];
  part text;
  current jsonb;
  columns text[];
  changed text[];
  key text;
begin
  -- A table that there was when the change was made and is no more: what it held has gone where it belongs.
  if to_regclass(format('public.%I', e.table_name)) is null then return; end if;
  key := key_of(e.table_name::name);
  if e.action = 'insert' then
    execute format('delete from %I t where %s = $1', e.table_name, key) using e.row_key;
  elsif e.action = 'delete' then
    columns := array(select name from unnest(own) name where e.before ? name);
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1) on conflict do nothing', e.table_name,
      (select string_agg(quote_ident(name), ', ') from unnest(columns) name)) using e.before;
  elsif e.action = 'update' then
    execute format('select to_jsonb(t) from %I t where %s = $1', e.table_name, key) into current using e.row_key;
    if current is null then return; end if;
    columns := array(select name from unnest(own) name where e.before ? name and name <> 'version');
    changed := array(select name from unnest(columns) name where current -> name is distinct from e.after -> name);
    if e.table_name = 'child' then
      foreach part in array together loop
        if changed && string_to_array(part, ',') then changed := changed || string_to_array(part, ','); end if;
      end loop;
    end if;
    columns := array(select name from unnest(columns) name where name <> all (changed));
    if columns = '{}' then return; end if;
    if 'version' = any (own) then columns := columns || 'version'::text; end if;
    execute format('update %1$I t set %2$s from jsonb_populate_record(null::%1$I, $2) was where %3$s = $1', e.table_name,
      (select string_agg(case when name = 'version' then 'version = t.version + 1' else format('%1$I = was.%1$I', name) end, ', ')
        from unnest(columns) name), key) using e.row_key, e.before;
  end if;
end $$;

call prepare_for_merging('attachment_content');
