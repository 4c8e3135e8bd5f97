-- Documents about a child: drafts with their versions, and copies as they were sent, with what they held and its hash.

create table document (
  service_id uuid not null,
  document_id uuid not null default uuidv7(),
  child_id uuid not null,
  kind text not null,
  about_id uuid,
  about_part text not null default '',
  state text not null default 'draft',
  made_by uuid not null,
  made_at timestamptz not null,
  set_aside_why text not null default '',
  version integer not null default 1,
  constraint document_pk primary key (service_id, document_id),
  constraint document_of_child unique (service_id, child_id, document_id),
  constraint document_child foreign key (service_id, child_id) references child,
  constraint document_account foreign key (service_id, made_by) references person_account,
  constraint document_kind_said check (kind <> ''),
  constraint document_state_known check (state in ('draft', 'final', 'set-aside')),
  constraint document_set_aside_says_why check ((state = 'set-aside') = (set_aside_why <> ''))
);
comment on table document is 'A document about a child. draft: being written; final: a copy was made of it as it stands; set-aside: begun and not used.';
comment on column document.kind is 'The definition of the document, by its id.';
comment on column document.about_id is 'What of the record it was made from: the assessment, the plan or the appointment, as its definition says. Null where it is about the child alone.';
comment on column document.about_part is 'What more was chosen of it: of a child''s copy its language, as a tag (BCP 47).';
create index document_by_child on document (service_id, child_id, made_at);
call protect_child_rows('document');

create table document_version (
  service_id uuid not null,
  document_id uuid not null,
  number integer not null,
  child_id uuid not null,
  own_words jsonb not null,
  tree jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  constraint document_version_pk primary key (service_id, document_id, number),
  constraint document_version_of_child unique (service_id, child_id, document_id, number),
  constraint document_version_document foreign key (service_id, child_id, document_id)
    references document (service_id, child_id, document_id) deferrable initially immediate,
  constraint document_version_account foreign key (service_id, saved_by) references person_account,
  constraint document_version_counted check (number > 0),
  constraint document_version_words check (jsonb_typeof(own_words) = 'object')
);
comment on table document_version is 'What was saved of a document, in order: the worker''s own words in its open parts, and the whole of it as it read then.';
create index document_version_by_child on document_version (service_id, child_id);
call protect_child_rows('document_version', 'select, insert');

create table document_copy (
  service_id uuid not null,
  copy_id uuid not null default uuidv7(),
  document_id uuid not null,
  child_id uuid not null,
  number integer not null,
  name text not null,
  bytes integer not null,
  sha256 text not null,
  tree jsonb not null,
  sent_to text not null,
  sent_how text not null,
  sent_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint document_copy_pk primary key (service_id, copy_id),
  constraint document_copy_of_child unique (service_id, child_id, copy_id),
  constraint document_copy_document foreign key (service_id, child_id, document_id)
    references document (service_id, child_id, document_id) deferrable initially immediate,
  constraint document_copy_version foreign key (service_id, child_id, document_id, number)
    references document_version (service_id, child_id, document_id, number) deferrable initially immediate,
  constraint document_copy_account foreign key (service_id, made_by) references person_account,
  constraint document_copy_named check (name <> ''),
  constraint document_copy_holds_something check (bytes > 0),
  constraint document_copy_hashed check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint document_copy_sent_to_somebody check (length(trim(sent_to)) > 0),
  constraint document_copy_way_known check (sent_how in ('post', 'by-hand', 'secure-email', 'court-portal', 'other'))
);
comment on table document_copy is 'A copy of a document as it was sent: to whom, how and when, as it read, and the SHA-256 of the Word file in hexadecimal figures. It is never changed.';
create index document_copy_by_document on document_copy (service_id, document_id, made_at);
create index document_copy_by_child on document_copy (service_id, child_id);
call protect_child_rows('document_copy', 'select, insert');

create table document_copy_content (
  service_id uuid not null,
  copy_id uuid not null,
  child_id uuid not null,
  content bytea not null,
  constraint document_copy_content_pk primary key (service_id, copy_id),
  constraint document_copy_content_of_copy foreign key (service_id, child_id, copy_id)
    references document_copy (service_id, child_id, copy_id) deferrable initially immediate
);
comment on table document_copy_content is 'The Word file of a copy, byte by byte. Not written to the audit, which keeps the row of document_copy with the hash of it.';
alter table document_copy_content alter column content set storage external;
create index document_copy_content_by_child on document_copy_content (service_id, child_id);
call protect('document_copy_content', grants => 'select, insert', audited => false, visible =>
  'service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])');
call prepare_for_merging('document_copy_content');
