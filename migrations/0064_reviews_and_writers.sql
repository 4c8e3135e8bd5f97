-- Who wrote in a plan, what was taken up when something was signed, and comments beside the goals of a plan.

create table plan_writer (
  service_id uuid not null,
  plan_id uuid not null,
  user_id uuid not null,
  child_id uuid not null,
  constraint plan_writer_pk primary key (service_id, plan_id, user_id),
  constraint plan_writer_plan foreign key (service_id, child_id, plan_id)
    references plan (service_id, child_id, plan_id) deferrable initially immediate,
  constraint plan_writer_account foreign key (service_id, user_id) references person_account
);
comment on table plan_writer is 'Everybody who has written in a plan since it was begun: none of them countersigns it.';
create index plan_writer_by_child on plan_writer (service_id, child_id);
call protect_child_rows('plan_writer');

set local throughline.system = 'on';
set local throughline.purpose = 'Who wrote in a plan, as the audit says';
-- By the row and whatever record it stood in: the audit keeps the record of its time, also where two were merged since. What a merge
-- moves is no writing: it leaves the version as it is.
with part as (
  select p.service_id, p.plan_id, p.child_id, 'plan' as name, jsonb_build_object('plan_id', p.plan_id) as key from plan p
  union all
  select g.service_id, g.plan_id, g.child_id, 'plan_goal', jsonb_build_object('goal_id', g.goal_id) from plan_goal g
  union all
  select s.service_id, g.plan_id, s.child_id, 'plan_step', jsonb_build_object('step_id', s.step_id)
  from plan_step s join plan_goal g on g.service_id = s.service_id and g.goal_id = s.goal_id
  union all
  select c.service_id, c.plan_id, c.child_id, 'plan_contingency', jsonb_build_object('contingency_id', c.contingency_id)
  from plan_contingency c
  union all
  select l.service_id, l.plan_id, l.child_id, 'plan_silence', jsonb_build_object('plan_id', l.plan_id, 'victim_id', l.victim_id)
  from plan_silence l
)
insert into plan_writer (service_id, plan_id, user_id, child_id)
  select service_id, plan_id, begun_by, child_id from plan where state in ('open', 'sent')
  union
  select t.service_id, t.plan_id, e.person_id, t.child_id
  from part t join plan p on p.service_id = t.service_id and p.plan_id = t.plan_id and p.state in ('open', 'sent')
    join audit_event e on e.service_id = t.service_id and e.table_name = t.name
      and e.row_key @> t.key
  where e.person_id is not null and (e.action = 'insert'
    -- Signing moves the state of a plan, and writes nothing in it.
    or e.action = 'update' and e.after ? 'version' and not (t.name = 'plan' and e.after ? 'state'));
set local throughline.system = '';
set local throughline.purpose = '';

alter table assessment_signing add column takes_up uuid[];
comment on column assessment_signing.takes_up is 'Of what had happened and was not reviewed, that which whoever signed says the form takes up: events, homes and offences by their ids. Null: nobody was asked; then it answers all that was written down before.';
alter table plan_signing add column takes_up uuid[];
comment on column plan_signing.takes_up is 'As of assessment_signing: what the plan takes up.';

alter table assessment_comment alter column assessment_id drop not null,
  add column plan_id uuid,
  add constraint assessment_comment_plan foreign key (service_id, child_id, plan_id)
    references plan (service_id, child_id, plan_id) deferrable initially immediate,
  add constraint assessment_comment_of_one check (num_nonnulls(assessment_id, plan_id) = 1);
comment on table assessment_comment is 'What whoever countersigns wrote beside a question of a form, or beside a goal of a plan, and what the writer did about it: answered it, or dealt with it.';
comment on column assessment_comment.question is 'The name of the question or of the part of a form; of a plan, the id of the goal.';
create index assessment_comment_by_plan on assessment_comment (service_id, plan_id, written_at);
