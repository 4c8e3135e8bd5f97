-- The child's copy of the plan in plain words and in other languages; and a page of their own for a child and for a parent.

create table goal_picture (
  service_id uuid not null,
  line_id uuid not null,
  child_id uuid not null,
  picture text not null,
  constraint goal_picture_pk primary key (service_id, line_id),
  constraint goal_picture_child foreign key (service_id, child_id) references child,
  constraint goal_picture_chosen check (picture <> '')
);
comment on table goal_picture is 'The picture that stands for a goal in the child''s copy, in this plan and in those that follow it.';
comment on column goal_picture.line_id is 'The line of the goal, as plan_goal.line_id.';
create index goal_picture_by_child on goal_picture (service_id, child_id);
call protect_child_rows('goal_picture', 'select, insert, update, delete');

create table plan_copy (
  service_id uuid not null,
  plan_id uuid not null,
  child_id uuid not null,
  language text not null,
  words jsonb not null default '[]',
  written_by uuid not null,
  written_at timestamptz not null,
  version integer not null default 1,
  constraint plan_copy_pk primary key (service_id, plan_id, language),
  constraint plan_copy_plan foreign key (service_id, child_id, plan_id)
    references plan (service_id, child_id, plan_id) deferrable initially immediate,
  constraint plan_copy_account foreign key (service_id, written_by) references person_account,
  constraint plan_copy_words_list check (jsonb_typeof(words) = 'array')
);
comment on table plan_copy is 'The words of the child''s copy of a plan in one language: for each sentence of the plan the same in plain words. Bound to the very sentence, so that words for a sentence that has changed since are not shown.';
comment on column plan_copy.words is 'A list of {said, plain}: the sentence as it stands in the plan, and as the child reads it.';
comment on column plan_copy.language is 'A language tag (BCP 47), such as en or ur.';
create index plan_copy_by_child on plan_copy (service_id, child_id);
call protect_child_rows('plan_copy');

create table own_page (
  service_id uuid not null,
  own_page_id uuid not null default uuidv7(),
  child_id uuid not null,
  whose text not null,
  shares text[] not null,
  language text not null default 'en',
  token_hash bytea not null,
  pin_hash text not null,
  wrong_tries integer not null default 0,
  rests_until timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text not null default '',
  last_used_at timestamptz,
  made_by_form bytea,
  version integer not null default 1,
  constraint own_page_pk primary key (service_id, own_page_id),
  constraint own_page_of_child unique (service_id, child_id, own_page_id),
  constraint own_page_child foreign key (service_id, child_id) references child,
  constraint own_page_account foreign key (service_id, made_by) references person_account,
  constraint own_page_whose_known check (whose in ('child', 'parent')),
  constraint own_page_shares_known check (shares <@ array['plan', 'meetings', 'people']),
  constraint own_page_token_once unique (token_hash),
  constraint own_page_ends_after_made check (expires_at > made_at),
  constraint own_page_ended_why_known check (ended_why in ('', 'by-worker', 'too-many-tries')),
  constraint own_page_ended_with_why check ((ended_at is null) = (ended_why = ''))
);
comment on table own_page is 'A page for a child, or for a parent, opened by a link and a PIN without signing in. Of both a hash is kept. It shows what was shared and nothing else.';
comment on column own_page.wrong_tries is 'Wrong PINs since the last right one: every few it rests, and after too many it ends.';
comment on column own_page.made_by_form is 'A hash of the form that made it, as it was sent: the same form again makes no second page.';
create index own_page_by_child on own_page (service_id, child_id);
call protect('own_page', secrets => 'token_hash,pin_hash,made_by_form',
  visible => 'service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])');
call prepare_for_merging('own_page');

create table own_page_opening (
  service_id uuid not null,
  opening_id uuid not null default uuidv7(),
  own_page_id uuid not null,
  child_id uuid not null,
  token_hash bytea not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  constraint own_page_opening_pk primary key (service_id, opening_id),
  constraint own_page_opening_page foreign key (service_id, child_id, own_page_id)
    references own_page (service_id, child_id, own_page_id) deferrable initially immediate
);
comment on table own_page_opening is 'A page that was opened by its PIN in one browser, until when it stays open there.';
create index own_page_opening_by_page on own_page_opening (service_id, own_page_id, token_hash);
create index own_page_opening_by_child on own_page_opening (service_id, child_id);
call protect('own_page_opening', secrets => 'token_hash',
  visible => 'service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])');
call prepare_for_merging('own_page_opening');

alter table appointment add constraint appointment_of_child unique (service_id, child_id, appointment_id);

create table own_message (
  service_id uuid not null,
  message_id uuid not null default uuidv7(),
  child_id uuid not null,
  own_page_id uuid not null,
  appointment_id uuid,
  words text not null,
  said_at timestamptz not null,
  heard_by uuid,
  heard_at timestamptz,
  version integer not null default 1,
  constraint own_message_pk primary key (service_id, message_id),
  constraint own_message_page foreign key (service_id, child_id, own_page_id)
    references own_page (service_id, child_id, own_page_id) deferrable initially immediate,
  constraint own_message_appointment foreign key (service_id, child_id, appointment_id)
    references appointment (service_id, child_id, appointment_id) deferrable initially immediate,
  constraint own_message_account foreign key (service_id, heard_by) references person_account,
  constraint own_message_says_something check (length(trim(words)) > 0),
  constraint own_message_heard_by_somebody check ((heard_by is null) = (heard_at is null))
);
comment on table own_message is 'What a child or a parent has said on their own page: why they cannot come to an appointment, or what they think. It stands on the worker''s day until somebody has heard it.';
create index own_message_by_child on own_message (service_id, child_id);
create index own_message_waiting on own_message (service_id, child_id) where heard_at is null;
call protect_child_rows('own_message');

create table worker_card (
  service_id uuid not null,
  user_id uuid not null,
  called text not null default '',
  does text not null default '',
  phone text not null default '',
  reach text not null default '',
  picture text not null default '',
  version integer not null default 1,
  constraint worker_card_pk primary key (service_id, user_id),
  constraint worker_card_account foreign key (service_id, user_id) references person_account
);
comment on table worker_card is 'What children and parents read of somebody who works with them: how they call them, what they do, how to reach them.';
call protect('worker_card');

-- A mark that was given on a page of their own was recorded by nobody who works here.
alter table plan_progress alter column recorded_by drop not null,
  add column own_page_id uuid,
  add constraint plan_progress_own_page foreign key (service_id, child_id, own_page_id)
    references own_page (service_id, child_id, own_page_id) deferrable initially immediate,
  add constraint plan_progress_by_somebody check ((recorded_by is null) = (own_page_id is not null));
comment on column plan_progress.own_page_id is 'The page on which the child or a parent gave the mark themselves.';

create function find_own_page(hash bytea) returns table (
  service_id uuid, own_page_id uuid, child_id uuid, whose text, shares text[], language text, pin_hash text, wrong_tries integer,
  rests_until timestamptz, expires_at timestamptz, ended_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select p.service_id, p.own_page_id, p.child_id, p.whose, p.shares, p.language, p.pin_hash, p.wrong_tries, p.rests_until,
      p.expires_at, p.ended_at
    from own_page p where p.token_hash = hash;
  end;
comment on function find_own_page(bytea) is 'The page with this token, before it is known for which service: nothing of the child but whose page it is. The program asks for the PIN before it shows anything.';

create function own_page_child() returns uuid language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select p.child_id from own_page p
    where p.service_id = current_service() and p.ended_at is null
      and p.token_hash = decode(nullif(current_setting('throughline.own_page', true), ''), 'hex');
  end;
comment on function own_page_child() is 'The child on whose own page, or a parent''s, the transaction works: by the hash of the link, which nobody has but those to whom it was given.';
revoke all on function find_own_page(bytea), own_page_child() from public;
grant execute on function find_own_page(bytea) to throughline_app;

-- A restricted record is closed to those who work here, and not to the child whose it is.
create or replace function hidden_children() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    with hidden as (
      select r.child_id from child_restriction r
      where r.service_id = current_service() and not exists (
        select from child_access a
        where a.service_id = r.service_id and a.child_id = r.child_id and a.user_id = current_person()
          and (a.until is null or a.until > now()))
        and (coalesce(current_setting('throughline.own_page', true), '') = '' or r.child_id is distinct from own_page_child())
      union
      select c.child_id from conflict_of_interest c
      where c.service_id = current_service() and c.user_id = current_person()
    )
    select coalesce(array_agg(every.child_id), '{}') from (
      select h.child_id from hidden h
      union
      select m.gone_id from hidden h join record_merge m
        on m.service_id = current_service() and m.child_id = h.child_id and m.unmerged_at is null
    ) every;
  end;
comment on function hidden_children() is 'The children whom the person who asks must not see: restricted ones without access, and conflicts of interest; with each of them the records that were merged into it. Never the child whose own page asks. Asked once a query.';
