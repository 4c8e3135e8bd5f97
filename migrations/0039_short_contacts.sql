-- A contact can be as short as it was: a call of two minutes, or a message that was left.

alter table appointment drop constraint appointment_lasts,
  add constraint appointment_lasts check (minutes between 1 and 480);
alter table group_session drop constraint group_session_lasts,
  add constraint group_session_lasts check (minutes between 1 and 480);
