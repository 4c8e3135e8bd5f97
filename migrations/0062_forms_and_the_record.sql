-- What forms say and who wrote in them reaches those who need it: whoever wrote in a form does not countersign it.

alter table assessment_section add column written_by uuid[];
update assessment_section s set written_by = array(
  select distinct person from (
    select s.saved_by as person
    union all
    select e.person_id from audit_event e
    where e.service_id = s.service_id and e.child_id = s.child_id and e.table_name = 'assessment_section'
      and e.action in ('insert', 'update') and e.row_key @> jsonb_build_object('assessment_id', s.assessment_id, 'section', s.section)
  ) who where person is not null);
alter table assessment_section
  alter column written_by set not null,
  add constraint assessment_section_written_by_whoever_saved check (saved_by = any (written_by));
comment on column assessment_section.written_by is 'Everybody who has saved this section since the form was begun: none of them countersigns it.';
