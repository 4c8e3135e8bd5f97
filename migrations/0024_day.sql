-- A person's cases, also those that have ended and in which something is still owed, are found without looking at the
-- cases of the whole service.

drop index involvement_by_holder;
create index involvement_by_holder on involvement (service_id, holder_id);
