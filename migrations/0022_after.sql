-- What comes when the work ends, and after: who takes over, what the child, the family and the referrer say, and the
-- time in which further offences are looked for.

-- Follow-up --------------------------------------------------------------------------------------------------------

create table follow_up (
  service_id uuid not null,
  involvement_id uuid not null,
  child_id uuid not null,
  from_on date not null,
  until_on date not null,
  proof_until date not null,
  constraint follow_up_pk primary key (service_id, involvement_id),
  constraint follow_up_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint follow_up_child foreign key (service_id, child_id) references child,
  constraint follow_up_in_order check (until_on > from_on and proof_until >= until_on)
);
comment on table follow_up is 'The time in which further offences are looked for after a case: from the day of the ending to the last day, both included, and until when an offence within it may be proven. Set when the case ends as its pathway follows, taken away when it is opened again.';
create index follow_up_by_last_day on follow_up (service_id, until_on, involvement_id);
create index follow_up_by_child on follow_up (service_id, child_id);
call protect_child_rows('follow_up', 'select, insert, update, delete');

-- Cases that ended before there was a follow-up: both pathways that there are follow for two years what their step "end" ended.
set local throughline.system = 'on';
insert into follow_up (service_id, involvement_id, child_id, from_on, until_on, proof_until)
  select i.service_id, i.involvement_id, i.child_id, d.day, (d.day + interval '2 years')::date,
    ((d.day + interval '2 years')::date + interval '6 months')::date
  from involvement i cross join lateral (select (i.ended_at at time zone 'Europe/London')::date as day) d
  where i.ended_at is not null and i.pathway in ('diversion', 'esp-prevention') and exists (
    select from milestone m where m.service_id = i.service_id and m.involvement_id = i.involvement_id
      and m.step = 'end' and m.happened_at = i.ended_at);
set local throughline.system = '';

create table follow_up_check (
  service_id uuid not null,
  check_id uuid not null default uuidv7(),
  involvement_id uuid not null,
  child_id uuid not null,
  checked_on date not null,
  source text not null,
  asked text not null default '',
  result text not null,
  note text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint follow_up_check_pk primary key (service_id, check_id),
  constraint follow_up_check_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint follow_up_check_child foreign key (service_id, child_id) references child,
  constraint follow_up_check_account foreign key (service_id, recorded_by) references person_account,
  constraint follow_up_check_source_known check (source in ('police', 'court', 'social-care', 'family', 'other-service', 'own-records', 'other')),
  constraint follow_up_check_result_known check (result in ('nothing', 'something', 'no-answer'))
);
comment on table follow_up_check is 'Somebody asked whether the child has offended again: where, when, and what came of it, nothing found included.';
create index follow_up_check_by_involvement on follow_up_check (service_id, involvement_id, checked_on);
create index follow_up_check_by_child on follow_up_check (service_id, child_id);
call protect_child_rows('follow_up_check', 'select, insert');

create table follow_up_offence (
  service_id uuid not null,
  involvement_id uuid not null,
  offence_id uuid not null,
  child_id uuid not null,
  verdict text not null,
  proven_on date,
  source text not null,
  reason text not null default '',
  judged_by uuid not null,
  judged_at timestamptz not null,
  version integer not null default 1,
  constraint follow_up_offence_pk primary key (service_id, involvement_id, offence_id),
  constraint follow_up_offence_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint follow_up_offence_offence foreign key (service_id, offence_id) references offence,
  constraint follow_up_offence_child foreign key (service_id, child_id) references child,
  constraint follow_up_offence_account foreign key (service_id, judged_by) references person_account,
  constraint follow_up_offence_verdict_known check (verdict in ('further-proven', 'further-not-proven', 'not-further')),
  constraint follow_up_offence_proven_on_a_day check ((verdict = 'further-proven') = (proven_on is not null)),
  constraint follow_up_offence_not_further_with_reason check (verdict <> 'not-further' or length(trim(reason)) > 0),
  constraint follow_up_offence_source_given check (length(trim(source)) > 0)
);
comment on table follow_up_offence is 'What a person said of an offence that was found in a follow-up: a further offence, proven on a day or not proven, or none, with the reason. An offence without a row here waits to be looked at.';
create index follow_up_offence_by_offence on follow_up_offence (service_id, offence_id);
create index follow_up_offence_by_child on follow_up_offence (service_id, child_id);
call protect_child_rows('follow_up_offence');

-- Exit to other services -------------------------------------------------------------------------------------------

create table exit_service (
  service_id uuid not null,
  exit_id uuid not null default uuidv7(),
  involvement_id uuid not null,
  child_id uuid not null,
  kind text not null,
  name text not null,
  told text not null,
  told_on date,
  meets_on date,
  child_agrees text not null,
  note text not null default '',
  began text,
  began_on date,
  began_note text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint exit_service_pk primary key (service_id, exit_id),
  constraint exit_service_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint exit_service_child foreign key (service_id, child_id) references child,
  constraint exit_service_account foreign key (service_id, recorded_by) references person_account,
  constraint exit_service_named check (length(trim(name)) > 0),
  constraint exit_service_agreement_known check (child_agrees in ('yes', 'no', 'not-asked')),
  constraint exit_service_began_known check (began in ('yes', 'not-yet', 'no', 'declined', 'not-known'))
);
comment on table exit_service is 'A service or a person that helps the child from here: who was told, when they first meet, and, asked afterwards, whether it began.';
create index exit_service_by_involvement on exit_service (service_id, involvement_id);
create index exit_service_by_child on exit_service (service_id, child_id);
call protect_child_rows('exit_service');

-- Feedback ---------------------------------------------------------------------------------------------------------

create table feedback_invitation (
  service_id uuid not null,
  invitation_id uuid not null default uuidv7(),
  involvement_id uuid not null,
  child_id uuid not null,
  form text not null,
  token_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint feedback_invitation_pk primary key (service_id, invitation_id),
  constraint feedback_invitation_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint feedback_invitation_child foreign key (service_id, child_id) references child,
  constraint feedback_invitation_account foreign key (service_id, made_by) references person_account,
  constraint feedback_invitation_lasts check (expires_at > made_at)
);
comment on table feedback_invitation is 'A link by which a child, a parent or a referrer says how it was, without signing in. The token is kept as a hash.';
create unique index feedback_invitation_one_per_token on feedback_invitation (token_hash);
create index feedback_invitation_by_involvement on feedback_invitation (service_id, involvement_id);
create index feedback_invitation_by_child on feedback_invitation (service_id, child_id);
call protect('feedback_invitation', secrets => 'token_hash',
  visible => 'service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])');

create table feedback (
  service_id uuid not null,
  feedback_id uuid not null default uuidv7(),
  involvement_id uuid not null,
  child_id uuid not null,
  invitation_id uuid,
  form text not null,
  way text not null,
  answers jsonb not null,
  words jsonb not null,
  given_at timestamptz not null,
  recorded_by uuid,
  withdrawn_at timestamptz,
  version integer not null default 1,
  constraint feedback_pk primary key (service_id, feedback_id),
  constraint feedback_involvement foreign key (service_id, involvement_id, child_id) references involvement (service_id, involvement_id, child_id),
  constraint feedback_child foreign key (service_id, child_id) references child,
  constraint feedback_invitation_followed foreign key (service_id, invitation_id) references feedback_invitation,
  constraint feedback_account foreign key (service_id, recorded_by) references person_account,
  constraint feedback_way_known check (way in ('link', 'device', 'paper')),
  constraint feedback_by_link_or_by_somebody check ((way = 'link') = (invitation_id is not null) and (way = 'link') = (recorded_by is null)),
  constraint feedback_withdrawn_is_empty check (withdrawn_at is null or (answers = '{}' and words = '[]')),
  constraint feedback_once_by_a_link unique (service_id, invitation_id)
);
comment on table feedback is 'What a child, a parent or a referrer said of the work. Never required; whoever gave it may take it back, and then it is emptied. The audit keeps that it was given and not what it said.';
create index feedback_by_involvement on feedback (service_id, involvement_id);
create index feedback_by_child on feedback (service_id, child_id);
call protect('feedback', secrets => 'answers,words',
  visible => 'service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])');

create function find_feedback_invitation(hash bytea) returns table (
  service_id uuid, service_name text, is_demonstration boolean, form text, expires_at timestamptz, withdrawn_at timestamptz,
  is_given boolean, is_taken_back boolean)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select v.service_id, s.name, s.is_demonstration, v.form, v.expires_at, v.withdrawn_at, f.feedback_id is not null,
      f.withdrawn_at is not null
    from feedback_invitation v join service s on s.service_id = v.service_id
    left join feedback f on f.service_id = v.service_id and f.invitation_id = v.invitation_id
    where v.token_hash = hash;
  end;
comment on function find_feedback_invitation(bytea) is 'The invitation with this token, and nothing about the child whom it is about: whoever has the link is not known.';

create function give_feedback(hash bytea, said jsonb, its_words jsonb, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into feedback (service_id, involvement_id, child_id, invitation_id, form, way, answers, words, given_at)
    select v.service_id, v.involvement_id, v.child_id, v.invitation_id, v.form, 'link', said, its_words, at
    from feedback_invitation v
    where v.token_hash = hash and v.service_id = current_service() and v.withdrawn_at is null and v.expires_at > at
    on conflict (service_id, invitation_id) do nothing;
  return found;
end $$;
comment on function give_feedback(bytea, jsonb, jsonb, timestamptz) is 'Keeps what came by a link, once, also where the record is restricted: whoever has the link is nobody to whom a record is open. False where the link cannot be used, or was.';

create function take_back_feedback(hash bytea, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update feedback f set answers = '{}', words = '[]', withdrawn_at = at, version = f.version + 1
    from feedback_invitation v
    where v.token_hash = hash and v.service_id = current_service() and f.service_id = v.service_id
      and f.invitation_id = v.invitation_id and f.withdrawn_at is null;
  return found;
end $$;
comment on function take_back_feedback(bytea, timestamptz) is 'Empties what came by a link, for whoever gave it. A link that has expired still takes back what it gave.';
revoke all on function find_feedback_invitation(bytea), give_feedback(bytea, jsonb, jsonb, timestamptz), take_back_feedback(bytea, timestamptz) from public;
grant execute on function find_feedback_invitation(bytea), give_feedback(bytea, jsonb, jsonb, timestamptz), take_back_feedback(bytea, timestamptz) to throughline_app;

-- Fit for merging, as protect_child_rows makes the others.
call prepare_for_merging('feedback_invitation');
call prepare_for_merging('feedback');
