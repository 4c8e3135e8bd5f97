-- A try that reached nobody is written down, and the appointment stays to be followed up.

alter table appointment add column tries jsonb not null default '[]',
  add constraint appointment_tries_list check (jsonb_typeof(tries) = 'array');
comment on column appointment.tries is 'Tries to follow a missed appointment up in which nobody was reached, in order: at (an instant), by (the name of whoever tried) and done (in words).';
