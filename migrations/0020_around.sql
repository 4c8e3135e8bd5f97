-- What is around a child, and how it was before: addresses, education, care, people, what may be shared and what was,
-- notes that not everybody may read and that can be searched, files, and what stands out in the chronology.

set local throughline.system = 'on';

-- Facts with a beginning and an end --------------------------------------------------------------------------------

create table child_address (
  service_id uuid not null,
  address_id uuid not null default uuidv7(),
  child_id uuid not null,
  kind text not null,
  address text not null default '',
  postcode text not null default '',
  lives_there text not null default '',
  confidential_from text not null default '',
  note text not null default '',
  from_on date,
  until_on date,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  constraint child_address_pk primary key (service_id, address_id),
  constraint child_address_child foreign key (service_id, child_id) references child,
  constraint child_address_kind_known check (kind in ('home', 'placement', 'part-time', 'none')),
  constraint child_address_somewhere check (kind = 'none' or address <> '' or postcode <> ''),
  constraint child_address_in_order check (until_on >= from_on)
);
comment on table child_address is 'Where a child lives or lived: at home, in a placement, for part of the time, or without a fixed address (then where the child may be found). from_on is empty where nobody knows since when; until_on while it lasts. confidential_from: who must not learn of it. child.address, postcode and has_no_fixed_address hold the current one for search and matching: the program keeps them in step in one place.';
create index child_address_by_child on child_address (service_id, child_id);

create table child_education (
  service_id uuid not null,
  education_id uuid not null default uuidv7(),
  child_id uuid not null,
  kind text not null,
  name text not null default '',
  contact text not null default '',
  note text not null default '',
  from_on date,
  until_on date,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  constraint child_education_pk primary key (service_id, education_id),
  constraint child_education_child foreign key (service_id, child_id) references child,
  constraint child_education_kind_known check (kind in ('school', 'special-school', 'college', 'alternative', 'home', 'training', 'work', 'none', 'not-said')),
  constraint child_education_named check (name <> '' or kind in ('home', 'none')),
  constraint child_education_in_order check (until_on >= from_on)
);
comment on table child_education is 'Where a child learns, trains or works, or that the child is nowhere; from when until when. not-said: what arrived named a place and not its kind. child.school holds the current one for search and matching.';
create index child_education_by_child on child_education (service_id, child_id);

create table child_care (
  service_id uuid not null,
  care_id uuid not null default uuidv7(),
  child_id uuid not null,
  status text not null,
  legal_basis text not null default '',
  authority text not null default '',
  worker text not null default '',
  worker_contact text not null default '',
  note text not null default '',
  from_on date,
  until_on date,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  constraint child_care_pk primary key (service_id, care_id),
  constraint child_care_child foreign key (service_id, child_id) references child,
  constraint child_care_status_given check (status <> ''),
  constraint child_care_in_order check (until_on >= from_on)
);
comment on table child_care is 'What children’s social care does or did for a child, with the social worker; status and legal_basis are codes of the lists care-status and care-legal-basis.';
create index child_care_by_child on child_care (service_id, child_id);

-- What the record holds already is the beginning of each history; nobody knows since when.
insert into child_address (service_id, child_id, kind, address, postcode, recorded_at)
  select service_id, child_id, case when has_no_fixed_address then 'none' else 'home' end, address, postcode, added_at
  from child where has_no_fixed_address or address <> '' or postcode <> '';
insert into child_education (service_id, child_id, kind, name, recorded_at)
  select service_id, child_id, 'not-said', school, added_at from child where school <> '';

call protect_child_rows('child_address', 'select, insert, update, delete');
call protect_child_rows('child_education', 'select, insert, update, delete');
call protect_child_rows('child_care', 'select, insert, update, delete');

alter table child
  add column religion text not null default '',
  add column disability text not null default '',
  add column disability_words text not null default '',
  add column what_helps text not null default '',
  add column interpreter_note text not null default '',
  add constraint child_disability_known check (disability in ('', 'yes', 'no', 'not-asked', 'would-not-say'));
comment on column child.disability_words is 'In the words of the child or the family: read by those who may read of health. what_helps is read by everybody who may open the record.';

alter table child_person
  add column kind text not null default 'other',
  add column organisation text not null default '',
  add column lives_with_child boolean not null default false,
  add column barred_reason text not null default '',
  add column best_way text not null default '',
  add column language text not null default '',
  add column needs_interpreter boolean not null default false,
  add constraint child_person_kind_known check (kind in ('parent', 'carer', 'sibling', 'family', 'friend', 'professional', 'other'));
comment on column child_person.best_way is 'The best way and time to reach the person, in words.';
alter table child_person disable trigger audit;
update child_person set kind = case
  when relationship ~* '\m(mother|father|mum|mam|dad|parents?|step-?(mother|father|mum|dad))\M' then 'parent'
  when relationship ~* 'carer|guardian' then 'carer'
  when relationship ~* '\m(step|half)?-?(brother|sister|sibling)' then 'sibling'
  when relationship ~* 'grand|\m(aunt|uncle|cousin|nan|nephew|niece)' then 'family'
  when relationship ~* 'worker|teacher|officer|nurse|doctor|tutor|mentor|therapist|psychologist' then 'professional'
  when relationship ~* 'friend' then 'friend'
  else 'other' end;
alter table child_person enable trigger audit;

-- What may be shared, and what was ---------------------------------------------------------------------------------

create table sharing_agreement (
  service_id uuid not null,
  agreement_id uuid not null default uuidv7(),
  child_id uuid not null,
  what text not null,
  has_health boolean not null,
  with_whom text not null,
  basis text not null,
  reason text not null default '',
  agreed_by text[] not null default '{}',
  how_asked text not null default '',
  from_on date not null,
  until_on date,
  withdrawn_on date,
  withdrawn_by text not null default '',
  withdrawn_reason text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint sharing_agreement_pk primary key (service_id, agreement_id),
  constraint sharing_agreement_child foreign key (service_id, child_id) references child,
  constraint sharing_agreement_account foreign key (service_id, recorded_by) references person_account,
  constraint sharing_agreement_what_and_whom check (what <> '' and with_whom <> ''),
  constraint sharing_agreement_basis_told check (case basis when 'consent' then cardinality(agreed_by) > 0 and how_asked <> '' else reason <> '' end),
  constraint sharing_agreement_in_order check (until_on >= from_on and withdrawn_on >= from_on),
  constraint sharing_agreement_withdrawn_by_somebody check ((withdrawn_on is null) = (withdrawn_by = ''))
);
comment on table sharing_agreement is 'What may be shared about a child, with whom, on what basis (a code of the list sharing-basis), from when until when; consent with who agreed and how they were asked. has_health: its words are read by those who may read of health.';
create index sharing_agreement_by_child on sharing_agreement (service_id, child_id);
call protect_child_rows('sharing_agreement');

create table information_shared (
  service_id uuid not null,
  shared_id uuid not null default uuidv7(),
  child_id uuid not null,
  agreement_id uuid,
  what text not null,
  has_health boolean not null,
  with_whom text not null,
  way text not null,
  basis text not null,
  reason text not null default '',
  shared_at timestamptz not null,
  shared_by uuid not null,
  recorded_at timestamptz not null,
  mistaken_reason text not null default '',
  version integer not null default 1,
  constraint information_shared_pk primary key (service_id, shared_id),
  constraint information_shared_child foreign key (service_id, child_id) references child,
  constraint information_shared_agreement foreign key (service_id, agreement_id) references sharing_agreement,
  constraint information_shared_account foreign key (service_id, shared_by) references person_account,
  constraint information_shared_what_and_whom check (what <> '' and with_whom <> '' and way <> '' and basis <> ''),
  constraint information_shared_on_a_ground check (agreement_id is not null or reason <> '')
);
comment on table information_shared is 'Each time that something about a child was given to somebody: what, to whom, how, on what basis, by whom. Without an agreement the basis needs a reason. A line written by mistake stays, with why it is wrong.';
create index information_shared_by_child on information_shared (service_id, child_id, shared_at);
call protect_child_rows('information_shared');

-- Notes that not everybody may read ----------------------------------------------------------------------------------

create function works_with(child uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from case_worker w
        where w.service_id = current_service() and w.child_id = child and w.user_id = current_person() and w.until_at is null)
      or exists (select from worker_leave l join case_worker w on w.service_id = l.service_id and w.user_id = l.user_id
        where l.service_id = current_service() and l.covered_by = current_person()
          and current_day() between l.from_on and l.until_on and w.child_id = child and w.until_at is null)
      or exists (select from child_access x
        where x.service_id = current_service() and x.child_id = child and x.user_id = current_person()
          and (x.until is null or x.until > now()));
  end;
comment on function works_with(uuid) is 'Whether the person who asks has a part in a case of the child, by the measure of the program (isRelated): as a worker, by covering today, or by access to a restricted record.';

create function sees_sensitive(child uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from person_account a
        where a.service_id = current_service() and a.user_id = current_person() and a.roles && array['senior', 'manager'])
      or works_with(child);
  end;
comment on function sees_sensitive(uuid) is 'Whether the person who asks may read sensitive notes and files about a child: seniors, managers, and whoever has a part in the case. The same roles stand in the permission notes.sensitive; a test compares them.';

alter table note
  add column sensitivity text not null default 'ordinary',
  add column has_third_party boolean not null default false,
  add column details jsonb not null default '{}',
  add constraint note_sensitivity_known check (sensitivity in ('ordinary', 'sensitive'));
comment on column note.sensitivity is 'sensitive: read by those with a part in the case, seniors, managers and whoever wrote it.';
comment on column note.has_third_party is 'Holds information about or from somebody else that is not to be given to the child.';
comment on column note.details is 'What the kind of note asks beside the text: with whom, which agency, who was there.';
alter policy within_service on note
  using (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])
    and case when sensitivity = 'sensitive' then written_by = (select current_person()) or sees_sensitive(child_id) else true end)
  with check (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]));

create function is_note_hidden(note uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from note n
      where n.service_id = current_service() and n.note_id = note and n.sensitivity = 'sensitive'
        and n.written_by is distinct from current_person() and not sees_sensitive(n.child_id));
  end;
comment on function is_note_hidden(uuid) is 'Whether a note is too sensitive for the person who asks: then nothing of it is shown, its files and its history neither.';

-- Finding words in notes -------------------------------------------------------------------------------------------

create function note_words(text text, details jsonb) returns tsvector language sql immutable parallel safe
  return to_tsvector('english'::regconfig, left(text, 200000)) || jsonb_to_tsvector('english'::regconfig, details, '["string"]');
comment on function note_words(text, jsonb) is 'The words of a note as they are searched for: of its first 200,000 characters, since what is found by has a longest size, and of its details.';
create index note_by_words on note using gin (service_id, note_words(text, details));

-- The comparison of words is not leakproof, so under row-level security it cannot use an index for the application. One
-- function of the owner asks the index, and leaves out by itself what the person may not see: as with names (0003).
create policy searched on note for select to current_user using (true);

create function note_query(asked text[]) returns tsquery language plpgsql immutable parallel safe as $$
declare
  term text;
  words tsquery;
  whole tsquery;
begin
  foreach term in array asked loop
    words := to_tsquery('english', term);
    -- Small words, like "the", are nothing that could be found.
    continue when numnode(words) = 0;
    -- The beginning of a word has no stem of its own: "bicy" is to find bicycles.
    if term like '%:*' then words := words || to_tsquery('simple', term); end if;
    whole := case when whole is null then words else whole && words end;
  end loop;
  return coalesce(whole, '');
end $$;
comment on function note_query(text[]) is 'What notes are asked for: every one of these terms, each a tsquery in text (a word as a beginning, or words that stand together).';

create function find_notes(asked text[], about uuid, only_own boolean, after uuid, most integer) returns table (note_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hidden uuid[] := hidden_children();
  words tsquery := note_query(asked);
  last record;
begin
  select n.happened_at, n.note_id into last from note n where n.service_id = current_service() and n.note_id = after;
  return query
    select n.note_id from note n
    where n.service_id = current_service() and note_words(n.text, n.details) @@ words
      and (about is null or n.child_id = about) and n.child_id <> all (hidden)
      and (not only_own or works_with(n.child_id))
      and (n.sensitivity <> 'sensitive' or n.written_by = current_person() or sees_sensitive(n.child_id))
      and (after is null or (n.happened_at, n.note_id) < (last.happened_at, last.note_id))
    order by n.happened_at desc, n.note_id desc limit most;
end $$;
comment on function find_notes(text[], uuid, boolean, uuid, integer) is 'The newest notes with these words (see note_query), about one child or any, after a note in the order of the list: within the service, none about children hidden from the person who asks, and no sensitive note that they may not read.';

-- Files --------------------------------------------------------------------------------------------------------------

create table attachment (
  service_id uuid not null,
  attachment_id uuid not null default uuidv7(),
  child_id uuid not null,
  note_id uuid,
  name text not null,
  description text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  sensitivity text not null default 'ordinary',
  scan text not null,
  scan_words text not null default '',
  added_by uuid not null,
  added_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  removed_reason text not null default '',
  version integer not null default 1,
  constraint attachment_pk primary key (service_id, attachment_id),
  constraint attachment_child foreign key (service_id, child_id) references child,
  constraint attachment_note foreign key (service_id, note_id) references note,
  constraint attachment_added_by_account foreign key (service_id, added_by) references person_account,
  constraint attachment_removed_by_account foreign key (service_id, removed_by) references person_account,
  constraint attachment_named check (name <> ''),
  constraint attachment_holds_something check (bytes > 0),
  constraint attachment_sensitivity_known check (sensitivity in ('ordinary', 'sensitive')),
  constraint attachment_scan_known check (scan in ('clean', 'infected', 'not-scanned')),
  constraint attachment_removed_with_reason check ((removed_at is null) = (removed_reason = '') and (removed_at is null) = (removed_by is null))
);
comment on table attachment is 'A file about a child, alone or with a note (whose sensitivity it then has): its name, its type as found in its content, its size and its SHA-256 in hexadecimal figures, and what the virus scanner said. Of a removed or infected file this row stays, and the content goes.';
create index attachment_by_child on attachment (service_id, child_id);
create index attachment_by_note on attachment (service_id, note_id) where note_id is not null;
call protect_child_rows('attachment');
alter policy within_service on attachment
  using (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])
    and case when note_id is not null then not is_note_hidden(note_id)
      when sensitivity = 'sensitive' then added_by = (select current_person()) or sees_sensitive(child_id)
      else true end)
  with check (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]));

create function is_attachment_hidden(attachment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (select from attachment a
      where a.service_id = current_service() and a.attachment_id = attachment
        and case when a.note_id is not null then is_note_hidden(a.note_id)
          else a.sensitivity = 'sensitive' and a.added_by is distinct from current_person() and not sees_sensitive(a.child_id) end);
  end;
comment on function is_attachment_hidden(uuid) is 'Whether a file is too sensitive for the person who asks, by itself or with its note.';

create table attachment_content (
  service_id uuid not null,
  attachment_id uuid not null,
  child_id uuid not null,
  content bytea not null,
  constraint attachment_content_pk primary key (service_id, attachment_id),
  constraint attachment_content_of_attachment foreign key (service_id, attachment_id) references attachment,
  constraint attachment_content_child foreign key (service_id, child_id) references child
);
comment on table attachment_content is 'What a file holds. Not written to the audit, which keeps the row of attachment with the hash of it.';
alter table attachment_content alter column content set storage external;
create index attachment_content_by_child on attachment_content (service_id, child_id);
call protect('attachment_content', grants => 'select, insert, update, delete', audited => false, visible =>
  'service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]) and not is_attachment_hidden(attachment_id)');

-- What stands out in the chronology ------------------------------------------------------------------------------------

create table chronology_mark (
  service_id uuid not null,
  mark_id uuid not null default uuidv7(),
  child_id uuid not null,
  kind text not null,
  about_id uuid not null,
  reason text not null,
  marked_by uuid not null,
  marked_at timestamptz not null,
  constraint chronology_mark_pk primary key (service_id, mark_id),
  constraint chronology_mark_once unique (service_id, kind, about_id),
  constraint chronology_mark_child foreign key (service_id, child_id) references child,
  constraint chronology_mark_account foreign key (service_id, marked_by) references person_account,
  constraint chronology_mark_reason_given check (reason <> '')
);
comment on table chronology_mark is 'An entry of the chronology that somebody has marked as significant, and why. kind and about_id name the entry: a step, a note, an appointment and so on. Deleted when it is unmarked; the audit keeps it.';
create index chronology_mark_by_child on chronology_mark (service_id, child_id);
call protect_child_rows('chronology_mark', 'select, insert, delete');
alter policy within_service on chronology_mark
  using (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])
    and case kind when 'note' then not is_note_hidden(about_id) when 'attachment' then not is_attachment_hidden(about_id) else true end)
  with check (service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[]));

-- The history of what is sensitive is as sensitive -----------------------------------------------------------------------

alter policy within_service on audit_event
  using (service_id = (select current_service())
    and case
      when child_id is null then action <> 'view' and (table_name is null or table_name not in ('notification', 'import_row'))
      when child_id = any ((select hidden_children())::uuid[]) then false
      when child_id = any ((select hidden_while_merged())::uuid[]) and is_hidden_event(child_id, id) then false
      else case table_name
        when 'note' then not is_note_hidden((row_key ->> 'note_id')::uuid)
        when 'attachment' then not is_attachment_hidden((row_key ->> 'attachment_id')::uuid)
        when 'chronology_mark' then not is_note_hidden((coalesce(after, before) ->> 'about_id')::uuid)
        -- That two children are twins is known only to those who may know of both; so is what a record was merged with.
        when 'child_pair' then (row_key ->> 'other_id')::uuid <> all ((select hidden_children())::uuid[])
        else true end
      end);

revoke all on function works_with(uuid), sees_sensitive(uuid), is_note_hidden(uuid), note_words(text, jsonb), note_query(text[]),
  find_notes(text[], uuid, boolean, uuid, integer), is_attachment_hidden(uuid) from public;
grant execute on function works_with(uuid), sees_sensitive(uuid), is_note_hidden(uuid),
  find_notes(text[], uuid, boolean, uuid, integer), is_attachment_hidden(uuid), note_words(text, jsonb), note_query(text[]) to throughline_app;
set local throughline.system = '';
