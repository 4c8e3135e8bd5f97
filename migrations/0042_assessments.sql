-- Long forms about a child: assessments, screenings, tools. The questions are definitions (practice/); here stand the answers,
-- section by section, so that two people may answer two sections at once.

create table assessment (
  service_id uuid not null,
  assessment_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid,
  form text not null,
  wording text not null,
  state text not null default 'open',
  begun_by uuid not null,
  begun_at timestamptz not null,
  version integer not null default 1,
  constraint assessment_pk primary key (service_id, assessment_id),
  constraint assessment_of_child unique (service_id, child_id, assessment_id),
  constraint assessment_child foreign key (service_id, child_id) references child,
  constraint assessment_involvement foreign key (service_id, involvement_id, child_id)
    references involvement (service_id, involvement_id, child_id),
  constraint assessment_account foreign key (service_id, begun_by) references person_account,
  constraint assessment_state_known check (state in ('open', 'sent', 'signed', 'set-aside'))
);
comment on table assessment is 'A long form about a child, by the id of its definition and of the wording in which it was begun. open: it is being answered; sent: whoever wrote it has signed it and somebody countersigns; signed: it is finished; set-aside: it was begun and is not used.';
create index assessment_by_child on assessment (service_id, child_id, begun_at);
create index assessment_waiting on assessment (service_id, state) where state = 'sent';
call protect_child_rows('assessment');

create table assessment_section (
  service_id uuid not null,
  assessment_id uuid not null,
  section text not null,
  child_id uuid not null,
  answers jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  version integer not null default 1,
  constraint assessment_section_pk primary key (service_id, assessment_id, section),
  constraint assessment_section_assessment foreign key (service_id, child_id, assessment_id)
    references assessment (service_id, child_id, assessment_id) deferrable initially immediate,
  constraint assessment_section_account foreign key (service_id, saved_by) references person_account,
  constraint assessment_section_answers check (jsonb_typeof(answers) = 'object')
);
comment on table assessment_section is 'The answers of one section, by the names of its questions; only what was answered.';
create index assessment_section_by_child on assessment_section (service_id, child_id);
call protect_child_rows('assessment_section');

create table assessment_signing (
  service_id uuid not null,
  signing_id uuid not null default uuidv7(),
  assessment_id uuid not null,
  child_id uuid not null,
  kind text not null,
  words text not null default '',
  signed_by uuid not null,
  signed_at timestamptz not null,
  constraint assessment_signing_pk primary key (service_id, signing_id),
  constraint assessment_signing_assessment foreign key (service_id, child_id, assessment_id)
    references assessment (service_id, child_id, assessment_id) deferrable initially immediate,
  constraint assessment_signing_account foreign key (service_id, signed_by) references person_account,
  constraint assessment_signing_kind_known check (kind in ('signed', 'countersigned', 'returned', 'taken-back', 'set-aside')),
  constraint assessment_signing_says_why check (kind = 'signed' or length(trim(words)) > 0)
);
comment on table assessment_signing is 'Who signed a form, countersigned it, gave it back, took it back or set it aside, when, and why, in order.';
create index assessment_signing_by_assessment on assessment_signing (service_id, assessment_id, signed_at);
create index assessment_signing_by_child on assessment_signing (service_id, child_id);
call protect_child_rows('assessment_signing', 'select, insert');

create table fact_confirmation (
  service_id uuid not null,
  confirmation_id uuid not null default uuidv7(),
  child_id uuid not null,
  fact text not null,
  words text not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  constraint fact_confirmation_pk primary key (service_id, confirmation_id),
  constraint fact_confirmation_child foreign key (service_id, child_id) references child,
  constraint fact_confirmation_account foreign key (service_id, confirmed_by) references person_account,
  constraint fact_confirmation_says_what check (length(trim(fact)) > 0 and length(trim(words)) > 0)
);
comment on table fact_confirmation is 'That somebody has looked at what the record says of a fact, and found it right: in the words that stood there.';
create index fact_confirmation_by_child on fact_confirmation (service_id, child_id, fact, confirmed_at);
call protect_child_rows('fact_confirmation', 'select, insert');
