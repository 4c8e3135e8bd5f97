-- The list of follow-ups in the order in which the work ended, and who exported which list.

create index follow_up_by_first_day on follow_up (service_id, from_on, involvement_id);

create index audit_event_exports on audit_event (service_id, at, id) where action = 'event' and after ? 'list';
