-- Steps that were recorded wrongly can be corrected, and no answer stands under a key that means something else as well.

-- Corrections ----------------------------------------------------------------------------------------------------

alter table milestone
  add column version integer not null default 1,
  add column corrected_at timestamptz,
  add column corrected_by uuid,
  add column corrected_because text not null default '',
  add constraint milestone_corrected_by_account foreign key (service_id, corrected_by) references person_account,
  add constraint milestone_corrected_by_somebody_for_a_reason
    check ((corrected_at is null) = (corrected_by is null) and (corrected_at is null) = (corrected_because = ''));
comment on table milestone is 'What happened to an involvement, when, by whom. Stage is where it stood afterwards; clocks are worked out from here. words: what was done, and each question with its answer, as they were read at the time, so that a definition that changes leaves the past as it was. corrected_*: the last correction; what stood before it, and earlier corrections, are in the audit.';
grant update on milestone to throughline_app;

-- Keys ------------------------------------------------------------------------------------------------------------

-- The pathway diversion kept different questions under one key. Their words stay as they were read.
select set_config('throughline.system', 'on', true),
  set_config('throughline.purpose', 'Gave each question a key of its own', true);
update milestone m
set answers = (
  select jsonb_object_agg(
    case when a.key = k.was then k.becomes when starts_with(a.key, k.was || '-reason') then k.becomes || substr(a.key, length(k.was) + 1) else a.key end,
    a.value)
  from jsonb_each(m.answers) a)
from involvement i, (values
    ('screen', 'safe-now', 'danger-now'),
    ('allocate', 'why', 'why-worker'),
    ('change-worker', 'why', 'why-changed'),
    ('decline', 'why', 'why-declined'),
    ('reopen', 'why', 'why-reopened')
  ) k (step, was, becomes)
where i.service_id = m.service_id and i.involvement_id = m.involvement_id and i.pathway = 'diversion'
  and m.step = k.step and m.answers ? k.was;
-- A case that was opened again went back to the decision; now that is an answer.
update milestone m set answers = m.answers || '{"reopened-to": "decide-anew"}'
from involvement i
where i.service_id = m.service_id and i.involvement_id = m.involvement_id and i.pathway = 'diversion'
  and m.step = 'reopen' and not m.answers ? 'reopened-to';
select set_config('throughline.system', '', true), set_config('throughline.purpose', '', true);
