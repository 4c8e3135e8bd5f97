-- What forms say and who wrote in them reaches those who need it: whoever wrote in a form does not countersign it.

alter table assessment_section add column written_by uuid[];
-- That the column was filled is no change of a part: nobody is to look for one in its history.
set local throughline.system = 'on';
alter table assessment_section disable trigger audit;
update assessment_section s set written_by = array(
  select distinct person from (
    select s.saved_by as person
    union all
    select e.person_id from audit_event e
    where e.service_id = s.service_id and e.child_id = s.child_id and e.table_name = 'assessment_section'
      and e.action in ('insert', 'update') and e.row_key @> jsonb_build_object('assessment_id', s.assessment_id, 'section', s.section)
  ) who where person is not null);
alter table assessment_section enable trigger audit;
set local throughline.system = '';
alter table assessment_section
  alter column written_by set not null,
  add constraint assessment_section_written_by_whoever_saved check (saved_by = any (written_by));
comment on column assessment_section.written_by is 'Everybody who has saved this section since the form was begun: none of them countersigns it.';

create table told_by_form (
  service_id uuid not null,
  told_id uuid not null default uuidv7(),
  child_id uuid not null,
  assessment_id uuid not null,
  field text not null,
  words text not null,
  told_by uuid not null,
  told_at timestamptz not null,
  constraint told_by_form_pk primary key (service_id, told_id),
  constraint told_by_form_once unique (service_id, assessment_id, field),
  constraint told_by_form_assessment foreign key (service_id, child_id, assessment_id)
    references assessment (service_id, child_id, assessment_id) deferrable initially immediate,
  constraint told_by_form_account foreign key (service_id, told_by) references person_account,
  constraint told_by_form_field_known check (field in ('how-to-talk')),
  constraint told_by_form_says_something check (length(trim(words)) > 0)
);
comment on table told_by_form is 'What a form that was signed says of a field of the record, for whoever meets the child: the latest stands beside what somebody wrote in Details. Who signed it, and when.';
create index told_by_form_by_child on told_by_form (service_id, child_id, field, told_at desc);
call protect_child_rows('told_by_form', 'select, insert');

alter table unmet_need
  add column assessment_id uuid,
  add constraint unmet_need_assessment foreign key (service_id, child_id, assessment_id)
    references assessment (service_id, child_id, assessment_id) deferrable initially immediate;
comment on column unmet_need.assessment_id is 'The form that found it, where one did: recorded when that was signed.';
