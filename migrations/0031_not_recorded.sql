-- What nobody said is not recorded: whether an interpreter is needed, and at what time something was that a note tells of.

-- Every record began with “no”. Where the audit tells of nobody who put it there, and no arrival said so, it is left open.
alter table child alter column needs_interpreter drop default, alter column needs_interpreter drop not null;
comment on column child.needs_interpreter is 'Empty where nobody has said.';
set local throughline.system = 'on';
set local throughline.purpose = 'Upgrade: left open whether an interpreter is needed where nobody had said';
update child c set needs_interpreter = null, version = version + 1
where not c.needs_interpreter
  and not exists (select from audit_event e
    where e.service_id = c.service_id and e.child_id = c.child_id and e.table_name = 'child' and e.action = 'update'
      and e.after ->> 'needs_interpreter' = 'false')
  and not exists (select from notification n
    where n.service_id = c.service_id and n.child_id = c.child_id and n.details ->> 'needs-interpreter' = 'no');
set local throughline.purpose = '';
set local throughline.system = '';

create or replace function loads_of_workers(alone uuid default null) returns table (user_id uuid, children bigint, cases jsonb)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select g.user_id, max(g.children) as children,
      jsonb_agg(jsonb_build_object('part', g.part, 'pathway', g.pathway, 'stage', g.stage, 'hasAlert', g.has_alert,
        'needsInterpreter', g.needs_interpreter, 'cases', g.cases) order by g.pathway, g.stage, g.part, g.has_alert, g.needs_interpreter)
    from (
      select w.user_id, w.part, i.pathway, i.stage, c.needs_interpreter is true as needs_interpreter,
        a.child_id is not null as has_alert, count(*) as cases,
        (select count(distinct o.child_id) from case_worker o
          join involvement oi on oi.service_id = o.service_id and oi.involvement_id = o.involvement_id and oi.ended_at is null
          where o.service_id = w.service_id and o.user_id = w.user_id and o.until_at is null) as children
      from case_worker w
      join involvement i on i.service_id = w.service_id and i.involvement_id = w.involvement_id and i.ended_at is null
      join child c on c.service_id = w.service_id and c.child_id = w.child_id
      left join (select distinct l.service_id, l.child_id from child_alert l where l.ended_at is null) a
        on a.service_id = w.service_id and a.child_id = w.child_id
      where w.service_id = current_service() and w.until_at is null and (alone is null or w.user_id = alone)
      group by w.service_id, w.user_id, w.part, i.pathway, i.stage, c.needs_interpreter is true, a.child_id is not null
    ) g group by g.user_id;
  end;

-- A note without a time was put at midday, or at the moment of writing on the day itself, to stand in its place among the
-- others, and then read as if somebody had said so. Which of the earlier ones were is told by these moments.
alter table note add column is_day boolean not null default false;
comment on column note.is_day is 'Nobody said at what time: happened_at orders the note within its day, and the day alone is shown.';
alter table note disable trigger audit;
set local throughline.system = 'on';
update note set is_day = true
where happened_at = written_at
  or ((happened_at at time zone 'Europe/London')::time = '12:00'
    and (happened_at at time zone 'Europe/London')::date < (written_at at time zone 'Europe/London')::date);
set local throughline.system = '';
alter table note enable trigger audit;
