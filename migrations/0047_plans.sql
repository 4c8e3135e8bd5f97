-- The plan made with a child: goals in the child's words, steps, progress, what is done if something goes wrong; what victims wish,
-- as far as the child's side is told; and the needs that were found and are not met.

create table plan (
  service_id uuid not null,
  plan_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid,
  state text not null default 'open',
  starts_on date,
  review_on date,
  level text,
  delivery text not null default '',
  harmed text,
  no_wishes_reason text not null default '',
  begun_by uuid not null,
  begun_at timestamptz not null,
  version integer not null default 1,
  constraint plan_pk primary key (service_id, plan_id),
  constraint plan_of_child unique (service_id, child_id, plan_id),
  constraint plan_child foreign key (service_id, child_id) references child,
  constraint plan_involvement foreign key (service_id, involvement_id, child_id)
    references involvement (service_id, involvement_id, child_id),
  constraint plan_account foreign key (service_id, begun_by) references person_account,
  constraint plan_state_known check (state in ('open', 'sent', 'signed', 'replaced', 'set-aside')),
  constraint plan_harmed_known check (harmed in ('yes', 'no', 'not-known')),
  constraint plan_reviewed_after_start check (review_on >= starts_on)
);
comment on table plan is 'A plan with a child. open: being written; sent: signed and waiting for a senior; signed: in force; replaced: another is in force since; set-aside: begun and not used.';
comment on column plan.level is 'By which level of the policy of contacts (practice) the child is met.';
comment on column plan.no_wishes_reason is 'Why no wishes of those who were harmed are recorded, where none are.';
create index plan_by_child on plan (service_id, child_id, begun_at);
create index plan_waiting on plan (service_id, state) where state = 'sent';
call protect_child_rows('plan');

create table plan_goal (
  service_id uuid not null,
  goal_id uuid not null default uuidv7(),
  plan_id uuid not null,
  child_id uuid not null,
  line_id uuid not null,
  strand text not null,
  words text not null,
  why text not null default '',
  low_words text not null default '',
  high_words text not null default '',
  outcome text,
  outcome_on date,
  outcome_words text not null default '',
  version integer not null default 1,
  constraint plan_goal_pk primary key (service_id, goal_id),
  constraint plan_goal_of_child unique (service_id, child_id, goal_id),
  constraint plan_goal_plan foreign key (service_id, child_id, plan_id)
    references plan (service_id, child_id, plan_id) deferrable initially immediate,
  constraint plan_goal_strand_known check (strand in ('good-life', 'child-safe', 'others-safe')),
  constraint plan_goal_says_what check (length(trim(words)) > 0),
  constraint plan_goal_outcome_known check (outcome in ('reached', 'partly', 'dropped')),
  constraint plan_goal_outcome_has_day check ((outcome is null) = (outcome_on is null))
);
comment on table plan_goal is 'A goal of a plan, in the words of the child, in one of the three strands.';
comment on column plan_goal.line_id is 'The same goal in a plan and in those that follow it: progress goes on along it.';
create index plan_goal_by_plan on plan_goal (service_id, plan_id);
create index plan_goal_by_child on plan_goal (service_id, child_id);
call protect_child_rows('plan_goal', 'select, insert, update, delete');

create table plan_step (
  service_id uuid not null,
  step_id uuid not null default uuidv7(),
  goal_id uuid not null,
  child_id uuid not null,
  words text not null,
  who text not null,
  who_user_id uuid,
  who_words text not null default '',
  due_on date,
  state text not null default 'to-do',
  state_on date,
  state_words text not null default '',
  version integer not null default 1,
  constraint plan_step_pk primary key (service_id, step_id),
  constraint plan_step_goal foreign key (service_id, child_id, goal_id)
    references plan_goal (service_id, child_id, goal_id) deferrable initially immediate,
  constraint plan_step_account foreign key (service_id, who_user_id) references person_account,
  constraint plan_step_says_what check (length(trim(words)) > 0),
  constraint plan_step_who_known check (who in ('child', 'family', 'worker', 'other')),
  constraint plan_step_says_who check (case who when 'worker' then who_user_id is not null when 'other' then length(trim(who_words)) > 0 else true end),
  constraint plan_step_state_known check (state in ('to-do', 'done', 'not-done')),
  constraint plan_step_state_has_day check ((state = 'to-do') = (state_on is null))
);
comment on table plan_step is 'A step towards a goal: what, who, by when, and whether it was done.';
create index plan_step_by_goal on plan_step (service_id, goal_id);
create index plan_step_by_child on plan_step (service_id, child_id);
create index plan_step_by_worker on plan_step (service_id, who_user_id) where state = 'to-do';
call protect_child_rows('plan_step', 'select, insert, update, delete');

create table plan_progress (
  service_id uuid not null,
  progress_id uuid not null default uuidv7(),
  child_id uuid not null,
  line_id uuid not null,
  mark integer not null,
  said_by text not null,
  words text not null default '',
  on_day date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint plan_progress_pk primary key (service_id, progress_id),
  constraint plan_progress_child foreign key (service_id, child_id) references child,
  constraint plan_progress_account foreign key (service_id, recorded_by) references person_account,
  constraint plan_progress_mark_on_scale check (mark between 0 and 10),
  constraint plan_progress_said_by_known check (said_by in ('child', 'family', 'worker'))
);
comment on table plan_progress is 'How a goal is going, on the child''s own scale from 0 to 10: who said so, and when.';
create index plan_progress_by_child on plan_progress (service_id, child_id, line_id, on_day);
call protect_child_rows('plan_progress', 'select, insert');

create table plan_contingency (
  service_id uuid not null,
  contingency_id uuid not null default uuidv7(),
  plan_id uuid not null,
  child_id uuid not null,
  if_words text not null,
  then_words text not null,
  who_words text not null,
  version integer not null default 1,
  constraint plan_contingency_pk primary key (service_id, contingency_id),
  constraint plan_contingency_plan foreign key (service_id, child_id, plan_id)
    references plan (service_id, child_id, plan_id) deferrable initially immediate,
  constraint plan_contingency_is_whole check (length(trim(if_words)) > 0 and length(trim(then_words)) > 0 and length(trim(who_words)) > 0)
);
comment on table plan_contingency is 'What may go wrong, what is then done, and by whom.';
create index plan_contingency_by_plan on plan_contingency (service_id, plan_id);
create index plan_contingency_by_child on plan_contingency (service_id, child_id);
call protect_child_rows('plan_contingency', 'select, insert, update, delete');

create table plan_signing (
  service_id uuid not null,
  signing_id uuid not null default uuidv7(),
  plan_id uuid not null,
  child_id uuid not null,
  kind text not null,
  words text not null default '',
  signed_by uuid not null,
  signed_at timestamptz not null,
  constraint plan_signing_pk primary key (service_id, signing_id),
  constraint plan_signing_plan foreign key (service_id, child_id, plan_id)
    references plan (service_id, child_id, plan_id) deferrable initially immediate,
  constraint plan_signing_account foreign key (service_id, signed_by) references person_account,
  constraint plan_signing_kind_known check (kind in ('signed', 'countersigned', 'returned', 'taken-back', 'set-aside')),
  constraint plan_signing_says_why check (kind = 'signed' or length(trim(words)) > 0)
);
comment on table plan_signing is 'Who signed a plan, countersigned it, gave it back, took it back or set it aside, when, and why, in order.';
create index plan_signing_by_plan on plan_signing (service_id, plan_id, signed_at);
create index plan_signing_by_child on plan_signing (service_id, child_id);
call protect_child_rows('plan_signing', 'select, insert');

create table victim_voice (
  service_id uuid not null,
  voice_id uuid not null default uuidv7(),
  child_id uuid not null,
  victim_id uuid not null,
  known_as text not null,
  wishes text[] not null default '{}',
  wishes_words text not null default '',
  no_wishes_reason text not null default '',
  safety_words text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint victim_voice_pk primary key (service_id, voice_id),
  constraint victim_voice_child foreign key (service_id, child_id) references child,
  constraint victim_voice_account foreign key (service_id, recorded_by) references person_account,
  constraint victim_voice_known_as_given check (length(trim(known_as)) > 0),
  constraint victim_voice_one_or_other check ((cardinality(wishes) = 0 and wishes_words = '') or no_wishes_reason = '')
);
comment on table victim_voice is 'What those who work with the child are told of somebody who was harmed: what they wish, what keeps them safe, or why that is not known. Never who they are. The latest of each holds; who they are stands in the walled record of victims.';
comment on column victim_voice.known_as is 'How the plan speaks of them without saying who they are, such as “the shop” or “the first boy”.';
create index victim_voice_by_child on victim_voice (service_id, child_id, victim_id, recorded_at);
call protect_child_rows('victim_voice', 'select, insert');

create table unmet_need (
  service_id uuid not null,
  need_id uuid not null default uuidv7(),
  child_id uuid not null,
  need text not null,
  reason text not null,
  words text not null default '',
  found_on date not null,
  met_on date,
  met_words text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint unmet_need_pk primary key (service_id, need_id),
  constraint unmet_need_child foreign key (service_id, child_id) references child,
  constraint unmet_need_account foreign key (service_id, recorded_by) references person_account,
  constraint unmet_need_met_after_found check (met_on >= found_on)
);
comment on table unmet_need is 'A need that was found and is not met, why not, and since when it is: by the codes of the lists need and unmet-reason.';
create index unmet_need_by_child on unmet_need (service_id, child_id);
call protect_child_rows('unmet_need');
