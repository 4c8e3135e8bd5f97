-- A service's own lengths for clocks, the digest by e-mail, and calendars.

create table clock_override (
  service_id uuid not null,
  clock_override_id uuid not null default uuidv7(),
  pathway text not null,
  clock text not null,
  unit text not null,
  count integer not null,
  from_on date not null,
  until_on date,
  source text not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  ended_because text not null default '',
  version integer not null default 1,
  constraint clock_override_pk primary key (service_id, clock_override_id),
  constraint clock_override_service foreign key (service_id) references service,
  constraint clock_override_set_by_account foreign key (service_id, set_by) references person_account,
  constraint clock_override_unit_known check (unit in ('minutes', 'hours', 'days', 'workingDays', 'months')),
  constraint clock_override_runs check (count > 0),
  constraint clock_override_sourced check (length(trim(source)) > 0 and length(trim(reason)) > 0)
);
comment on table clock_override is 'A service''s own length for a clock of a pathway: what starts in these days is held to it. Of several the one that was set last holds. Where until_on lies before from_on it never held: it was set by mistake. Rows are kept for ever, since what was due then is worked out from them.';
create index clock_override_by_clock on clock_override (service_id, pathway, clock);
call protect('clock_override');

alter table person_account add column digest text not null default 'working-days';
alter table person_account add constraint person_account_digest_known check (digest in ('working-days', 'mondays', 'never'));
comment on column person_account.digest is 'On which mornings the person is told by e-mail what is due. The message counts, and names nobody.';

-- Written anew, since it answers whole accounts and one has a column more.
create or replace function find_accounts(address text) returns setof person_account
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select a.* from person_account a where a.email = lower(trim(address)) and a.disabled_at is null order by a.created_at;
  end;

create table digest_told (
  service_id uuid not null,
  user_id uuid not null,
  told_on date not null,
  constraint digest_told_pk primary key (service_id, user_id, told_on),
  constraint digest_told_account foreign key (service_id, user_id) references person_account
);
comment on table digest_told is 'That a person had a digest on a day: a job that is done twice writes once.';
call protect('digest_told', grants => 'select, insert, delete', audited => false);

create table calendar_feed (
  service_id uuid not null,
  calendar_feed_id uuid not null default uuidv7(),
  user_id uuid not null,
  name text not null,
  token_hash bytea not null,
  with_initials boolean not null default false,
  made_at timestamptz not null,
  asked_on date,
  ended_at timestamptz,
  constraint calendar_feed_pk primary key (service_id, calendar_feed_id),
  constraint calendar_feed_of_account foreign key (service_id, user_id) references person_account,
  constraint calendar_feed_named check (length(trim(name)) > 0)
);
comment on table calendar_feed is 'An address under which a calendar program reads a person''s appointments. The token in it is kept as a hash; asked_on: the last day on which it was read. It ends when the person says so, or can no longer sign in.';
create unique index calendar_feed_one_per_token on calendar_feed (token_hash);
create index calendar_feed_by_user on calendar_feed (service_id, user_id);
call protect('calendar_feed', audited => false);
create trigger audit after insert or update of ended_at, name, with_initials on calendar_feed
  for each row execute function audit_row('service_id,calendar_feed_id', 'token_hash');

create function find_calendar_feed(hash bytea) returns table (
  service_id uuid, calendar_feed_id uuid, user_id uuid, name text, roles text[], with_initials boolean, asked_on date)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select f.service_id, f.calendar_feed_id, f.user_id, a.name, a.roles, f.with_initials, f.asked_on
    from calendar_feed f join person_account a using (service_id, user_id)
    where f.token_hash = hash and f.ended_at is null and a.disabled_at is null and a.password_hash is not null;
  end;
comment on function find_calendar_feed(bytea) is 'Whose calendar an address leads to, while it has not ended and the person can sign in.';
revoke all on function find_calendar_feed(bytea) from public;
grant execute on function find_calendar_feed(bytea) to throughline_app;
