-- Who wrote in a section of a form, found anew in the whole audit. 0062 looked only under the record that has the form now: of a form
-- that came with a merged record it missed who wrote it, and took whoever merged the records for a writer.

set local throughline.system = 'on';
alter table assessment_section disable trigger audit;
update assessment_section s set written_by = w.written_by
from (
  select o.service_id, o.assessment_id, o.section, array(
    select distinct person from unnest(e.people || o.saved_by) person where person is not null) as written_by
  from assessment_section o join (
    select a.service_id, (a.row_key ->> 'assessment_id')::uuid as assessment_id, a.row_key ->> 'section' as section,
      array_agg(distinct a.person_id) as people
    from audit_event a
    -- Saving counts a version on. Merging changes only whose it is, and taking that back changes both.
    where a.table_name = 'assessment_section'
      and (a.action = 'insert' or (a.action = 'update' and a.after ? 'version' and not a.after ? 'child_id'))
    group by 1, 2, 3) e using (service_id, assessment_id, section)
) w
where w.service_id = s.service_id and w.assessment_id = s.assessment_id and w.section = s.section
  and not (w.written_by @> s.written_by and w.written_by <@ s.written_by);
alter table assessment_section enable trigger audit;
set local throughline.system = '';
