-- Somebody tried to reach the child, and did not: a call that nobody took, a message that was left. It is neither kept nor missed.

alter table appointment drop constraint appointment_state_known,
  add constraint appointment_state_known check (state in ('planned', 'kept', 'missed', 'cancelled', 'tried'));
