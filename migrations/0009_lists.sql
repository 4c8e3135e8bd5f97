-- Lists that page without slowing, a person's own views of them, and figures that are counted quickly.

create table list_view (
  service_id uuid not null,
  view_id uuid not null default uuidv7(),
  user_id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  opens_with boolean not null default false,
  version integer not null default 1,
  constraint list_view_pk primary key (service_id, view_id),
  constraint list_view_of_account foreign key (service_id, user_id) references person_account,
  constraint list_view_named check (length(trim(name)) between 1 and 60)
);
comment on table list_view is 'A person''s own view of a list: what it is narrowed to and sorted by, as it stands in an address (codes, dates and ids), under a name that only they see. list: the address of the list.';
create unique index list_view_one_per_name on list_view (service_id, user_id, list, lower(name));
create unique index list_view_one_opens on list_view (service_id, user_id, list) where opens_with;
call protect('list_view', grants => 'select, insert, update, delete',
  visible => 'service_id = (select current_service()) and user_id = (select current_person())');

-- One index for each order in which a list stands: the service, what it is sorted by, the id. Reading on from a row
-- costs the same at its beginning and at its end.
create index child_in_order on child (service_id, folded_name, child_id);
create index involvement_by_start on involvement (service_id, started_at, involvement_id);
create index involvement_open_by_start on involvement (service_id, started_at, involvement_id) where ended_at is null;
create index involvement_by_end on involvement (service_id, ended_at, involvement_id) where ended_at is not null;
create index appointment_by_start on appointment (service_id, starts_at, appointment_id);
create index notification_by_receipt on notification (service_id, received_at, notification_id);
drop index message_newest_first;
create index message_by_writing on message (service_id, created_at, message_id);

-- What the figures count of a period: the steps that were taken in it.
create index milestone_by_step on milestone (service_id, step, happened_at);
