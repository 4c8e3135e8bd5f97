-- The list of follow-ups in the order in which the work ended.

create index follow_up_by_first_day on follow_up (service_id, from_on, involvement_id);
