-- What a child has agreed to do after a decision out of court: each by its day, how it went, and how it was worded before.

create table condition (
  service_id uuid not null,
  condition_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid not null,
  what text not null,
  why text not null,
  due_on date not null,
  amount integer,
  unit text,
  state text not null default 'open',
  state_words text not null default '',
  state_on date,
  police_told text not null default '',
  milestone_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint condition_pk primary key (service_id, condition_id),
  constraint condition_of_child unique (service_id, child_id, condition_id),
  constraint condition_child foreign key (service_id, child_id) references child,
  constraint condition_case foreign key (service_id, involvement_id, child_id)
    references involvement (service_id, involvement_id, child_id) deferrable initially immediate,
  constraint condition_milestone foreign key (service_id, child_id, milestone_id)
    references milestone (service_id, child_id, milestone_id) deferrable initially immediate,
  constraint condition_account foreign key (service_id, recorded_by) references person_account,
  constraint condition_worded check (length(trim(what)) > 0 and length(trim(why)) > 0),
  constraint condition_amount check ((amount is null) = (unit is null) and amount > 0),
  constraint condition_unit_known check (unit in ('hours', 'sessions')),
  constraint condition_state_known check (state in ('open', 'kept', 'not-kept', 'ended')),
  constraint condition_state_dated check ((state = 'open') = (state_on is null)),
  constraint condition_state_says_why check (state in ('open', 'kept') or length(trim(state_words)) > 0),
  constraint condition_told_by_a_step check ((milestone_id is null) = (police_told = ''))
);
comment on table condition is 'One thing that a child has agreed to do in a case: what, why, by when, how much, and whether it was kept.';
comment on column condition.state_words is 'How it went; why it was not kept, or why it ended before it was done.';
comment on column condition.police_told is 'What the police were told when it was not kept; milestone_id is the step of the case that says so.';
create index condition_by_case on condition (service_id, involvement_id, due_on);
create index condition_by_child on condition (service_id, child_id);
create index condition_open on condition (service_id, due_on) where state = 'open';
call protect_child_rows('condition');

create table condition_before (
  service_id uuid not null,
  condition_id uuid not null,
  version integer not null,
  child_id uuid not null,
  what text not null,
  why text not null,
  due_on date not null,
  amount integer,
  unit text,
  because text not null,
  varied_by uuid not null,
  varied_at timestamptz not null,
  constraint condition_before_pk primary key (service_id, condition_id, version),
  constraint condition_before_condition foreign key (service_id, child_id, condition_id)
    references condition (service_id, child_id, condition_id) deferrable initially immediate,
  constraint condition_before_account foreign key (service_id, varied_by) references person_account,
  constraint condition_before_says_why check (length(trim(because)) > 0)
);
comment on table condition_before is 'How a condition was worded before it was varied, and why it was. Nothing here changes.';
create index condition_before_by_child on condition_before (service_id, child_id);
call protect_child_rows('condition_before');
