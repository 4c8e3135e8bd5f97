-- The pages of a child's notes, contacts and what other services recorded are read in the order in which they are shown,
-- from where the page before ended: an index that has that order whole lets a page stop after its own rows.

create index note_by_time on note (service_id, child_id, happened_at, note_id);
drop index note_by_child;

create index appointment_by_time on appointment (service_id, child_id, starts_at, appointment_id);
drop index appointment_by_child;

create index transferred_entry_by_time on transferred_entry (service_id, child_id, happened_at, transferred_entry_id);
drop index transferred_entry_by_child;
