-- What another service knows of a child's history, and may share, comes with the record; and the case that was opened with what came.

alter table transferred_entry drop constraint transferred_entry_kind_known,
  add constraint transferred_entry_kind_known
    check (kind in ('details', 'fact', 'case', 'step', 'contact', 'note', 'agreement', 'health-agreement'));

alter table arrived_transfer add column involvement_id uuid,
  add constraint arrived_transfer_case foreign key (service_id, involvement_id, child_id)
    references involvement (service_id, involvement_id, child_id) deferrable initially immediate,
  add constraint arrived_transfer_case_of_child check (involvement_id is null or child_id is not null);
comment on column arrived_transfer.involvement_id is 'The case that was opened here with what came; empty until one is.';

-- The pages of a child's notes, contacts and what other services recorded are read in the order in which they are shown,
-- from where the page before ended: an index that has that order whole lets a page stop after its own rows.

create index note_by_time on note (service_id, child_id, happened_at, note_id);
drop index note_by_child;

create index appointment_by_time on appointment (service_id, child_id, starts_at, appointment_id);
drop index appointment_by_child;

create index transferred_entry_by_time on transferred_entry (service_id, child_id, happened_at, transferred_entry_id);
drop index transferred_entry_by_child;
