-- Whether the reason for a missed appointment is acceptable is often not known when it is recorded. That is an answer of
-- its own: it counts neither way, and it is asked again when the appointment is followed up.

alter table appointment drop constraint appointment_missed_with_reason;
alter table appointment add constraint appointment_missed_with_reason check (
  (state = 'missed' or reason_is_acceptable is null) and (state <> 'missed' or missed_reason <> ''));
comment on column appointment.reason_is_acceptable is 'Whether the reason for a missed one is acceptable. Null while it is not known yet: then it is neither, and it is still to be followed up.';

create or replace view clock_event with (security_invoker = true) as
  select service_id, child_id, involvement_id, appointment_id as about, 'appointment-missed' as step, starts_at as at
  from appointment where state = 'missed' and reason_is_acceptable is not true
  union all
  select service_id, child_id, involvement_id, appointment_id, 'missed-appointment-followed-up', followed_up_at
  from appointment where state = 'missed' and followed_up_at is not null;
comment on view clock_event is 'What happened to a case beside its milestones and starts or stops a clock: missed appointments whose reason nobody has said to be acceptable, and their follow-up. about: the appointment, so that a follow-up answers its own.';
