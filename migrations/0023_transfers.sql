-- A child's record as it goes to another service, and as it comes from one.

-- Out --------------------------------------------------------------------------------------------------------------

create table transfer (
  service_id uuid not null,
  transfer_id uuid not null default uuidv7(),
  child_id uuid not null,
  to_service text not null,
  told text not null,
  reason text not null,
  parts text[] not null,
  file_name text not null,
  file_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  handed_out_at timestamptz,
  constraint transfer_pk primary key (service_id, transfer_id),
  constraint transfer_child foreign key (service_id, child_id) references child,
  constraint transfer_account foreign key (service_id, made_by) references person_account,
  constraint transfer_told check (length(trim(to_service)) > 0 and length(trim(told)) > 0 and length(trim(reason)) > 0),
  constraint transfer_hash_is_sha256 check (length(file_hash) = 32)
);
comment on table transfer is 'That a record was made into a package for another service: to whom, why, which parts, and the SHA-256 of the file. The package itself is not kept.';
create index transfer_by_child on transfer (service_id, child_id);
call protect_child_rows('transfer');

create table transfer_file (
  service_id uuid not null,
  transfer_id uuid not null,
  user_id uuid not null,
  made_at timestamptz not null,
  content bytea not null,
  constraint transfer_file_pk primary key (service_id, transfer_id),
  constraint transfer_file_transfer foreign key (service_id, transfer_id) references transfer
);
comment on table transfer_file is 'The encrypted file between the moment in which it was made and the one in which whoever made it takes it, an hour at most. The passphrase is never here.';
-- Nobody but its maker has anything to do with it, and what became of it stands in transfer.
call protect('transfer_file', 'select, insert, delete', audited => false,
  visible => 'service_id = (select current_service()) and user_id = (select current_person())');

create function clear_transfer_files(before timestamptz) returns void
  language sql security definer set search_path = public, pg_temp
  begin atomic
    delete from transfer_file where service_id = current_service() and made_at < before;
  end;
comment on function clear_transfer_files(timestamptz) is 'Deletes encrypted packages that nobody has taken.';
revoke all on function clear_transfer_files(timestamptz) from public;
grant execute on function clear_transfer_files(timestamptz) to throughline_app;

-- In ---------------------------------------------------------------------------------------------------------------

create table arrived_transfer (
  service_id uuid not null,
  arrived_transfer_id uuid not null default uuidv7(),
  content_hash bytea not null,
  from_service text not null,
  reference text not null,
  folded_names text[] not null,
  birth_date date,
  postcode text not null,
  phone text not null,
  school text not null,
  content jsonb,
  taken_by uuid not null,
  taken_at timestamptz not null,
  child_id uuid,
  settled_by uuid,
  settled_at timestamptz,
  version integer not null default 1,
  constraint arrived_transfer_pk primary key (service_id, arrived_transfer_id),
  constraint arrived_transfer_once unique (service_id, content_hash),
  constraint arrived_transfer_child foreign key (service_id, child_id) references child,
  constraint arrived_transfer_taken foreign key (service_id, taken_by) references person_account,
  constraint arrived_transfer_settled foreign key (service_id, settled_by) references person_account,
  constraint arrived_transfer_settled_whole check ((settled_at is null) = (settled_by is null)),
  constraint arrived_transfer_child_when_settled check (child_id is null or settled_at is not null),
  constraint arrived_transfer_content_while_it_waits check ((content is null) = (settled_at is not null))
);
comment on table arrived_transfer is 'A package from another service. Its content waits here until somebody has said which child it is about, and is then on the record and no longer here; settled without a child it was not wanted. The same content is taken in once.';
create index arrived_transfer_by_child on arrived_transfer (service_id, child_id) where child_id is not null;
create index arrived_transfer_waiting on arrived_transfer (service_id, taken_at) where settled_at is null;
-- Until it is a child's nobody could say who may read it in the audit: what is in it never stands there.
call protect('arrived_transfer', secrets => 'content,folded_names,birth_date,postcode,phone,school,reference');
call prepare_for_merging('arrived_transfer');

create function hidden_transfers() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (select h as known, exists (select from conflict_of_interest x
        where x.service_id = h.service_id and x.user_id = current_person() and x.child_id = coalesce((
          select m.child_id from record_merge m
          where m.service_id = h.service_id and m.gone_id = h.child_id and m.unmerged_at is null), h.child_id)) as is_conflict
      from child h where h.service_id = current_service() and h.child_id = any (hidden_children()))
    select coalesce(array_agg(t.arrived_transfer_id), '{}') from arrived_transfer t
    where t.service_id = current_service() and exists (select from hidden) and (t.child_id in (select (known).child_id from hidden)
      or (t.child_id is null and exists (select from hidden
        where may_be(hidden.known, t.folded_names, t.birth_date, t.postcode, t.phone, t.school, hidden.is_conflict))));
  end;
comment on function hidden_transfers() is 'Packages that are, or by the measure of arrivals may be, about a child hidden from the person who asks: those wait for somebody who may see that child.';
revoke all on function hidden_transfers() from public;
grant execute on function hidden_transfers() to throughline_app;
alter policy within_service on arrived_transfer
  using (service_id = (select current_service()) and arrived_transfer_id <> all ((select hidden_transfers())::uuid[]))
  with check (service_id = (select current_service()) and (child_id is null or child_id <> all ((select hidden_children())::uuid[])));

create table transferred_entry (
  service_id uuid not null,
  transferred_entry_id uuid not null default uuidv7(),
  child_id uuid not null,
  arrived_transfer_id uuid not null,
  from_service text not null,
  kind text not null,
  happened_at timestamptz not null,
  is_day boolean not null,
  title text not null,
  words jsonb not null,
  by_name text not null default '',
  fingerprint bytea not null,
  constraint transferred_entry_pk primary key (service_id, transferred_entry_id),
  constraint transferred_entry_child foreign key (service_id, child_id) references child,
  constraint transferred_entry_arrived foreign key (service_id, arrived_transfer_id) references arrived_transfer,
  constraint transferred_entry_kind_known check (kind in ('details', 'case', 'step', 'contact', 'note'))
);
comment on table transferred_entry is 'What another service recorded of a child, as it came and never changed: its details, cases, steps, contacts and notes. words: questions with their answers. fingerprint: the same entry of a later package is not taken in again.';
create index transferred_entry_by_child on transferred_entry (service_id, child_id, happened_at);
call protect_child_rows('transferred_entry', 'select, insert');

alter table offence add column from_service text not null default '';
comment on column offence.from_service is 'The service whose package told of the offence; empty where we or the police wrote it down.';
