import type { Client } from 'pg'

/**
 * The schema as text, in a fixed order: what the migrations have made, to be read and compared. The owner's name
 * differs between installations and is written as "owner".
 */
export async function dumpSchema(client: Client): Promise<string> {
  const { rows } = await client.query<{ text: string }>(`
    with tables as (
      select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    ), lines as (
      select 1 as part, relname as name, 0 as place, 'table ' || relname
        || case when relrowsecurity then ' row security' else '' end
        || case when relforcerowsecurity then ' forced' else '' end as text from tables
      union all
      select 1, t.relname, 100 + a.attnum, '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case a.attidentity when 'a' then ' generated always as identity' else '' end
        || coalesce(case when a.attgenerated = '' then ' default ' else ' generated ' end || pg_get_expr(d.adbin, d.adrelid), '')
      from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
      union all
      select 1, t.relname, 2000, '  constraint ' || conname || ' ' || pg_get_constraintdef(c.oid)
      from tables t join pg_constraint c on c.conrelid = t.oid where c.contype <> 'n'
      union all
      select 1, t.relname, 3000, '  ' || pg_get_indexdef(i.indexrelid)
      from tables t join pg_index i on i.indrelid = t.oid
      where not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
      union all
      select 1, t.relname, 4000, '  policy ' || p.polname || ' for '
        || case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end
        || ' to ' || (select string_agg(case when r.oid = t.relowner then 'owner' else r.rolname end, ', ') from pg_roles r where r.oid = any (p.polroles))
        || case when p.polpermissive then '' else ' restrictive' end
        || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
        || coalesce(' check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
      from tables t join pg_policy p on p.polrelid = t.oid
      union all
      select 1, t.relname, 5000, '  ' || pg_get_triggerdef(g.oid)
      from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
      union all
      select 1, t.relname, 6000, '  grant ' || string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) || ' to ' || r.rolname
      from tables t, aclexplode(t.relacl) x join pg_roles r on r.oid = x.grantee
      where x.grantee <> t.relowner group by t.relname, r.rolname
      union all
      select 2, p.proname || oidvectortypes(p.proargtypes), 0, pg_get_functiondef(p.oid)
      from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all
      select 2, p.proname || oidvectortypes(p.proargtypes), 1, 'grant execute on ' || p.oid::regprocedure || ' to '
        || string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname)
      from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
        left join pg_roles r on r.oid = x.grantee
      where p.pronamespace = 'public'::regnamespace and x.grantee <> p.proowner
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      group by p.oid, p.proname, p.proargtypes
    )
    select text from lines order by part, name, place, text`)
  const { rows: owner } = await client.query<{ name: string }>(
    `select tableowner as name from pg_tables where schemaname = 'public' and tablename = 'migration'`,
  )
  const text = rows.map(row => row.text.replaceAll('public.', '')).join('\n')
  return `${text.replaceAll(owner[0]?.name ?? 'owner', 'owner')}\n`
}
