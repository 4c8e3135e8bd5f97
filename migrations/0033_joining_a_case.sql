-- What arrives about a child whose case is open may belong to that case.

alter table notification add column has_joined boolean not null default false,
  add constraint notification_joined_a_case check (not has_joined or involvement_id is not null);
comment on column notification.has_joined is 'It was added to a case that was open already, and opened none.';

-- Whoever sent it is told what becomes of the case, as whoever opened it is.
alter table referrer_told drop constraint referrer_told_once_of_a_step,
  add constraint referrer_told_once_of_a_step unique (service_id, milestone_id, notification_id);
