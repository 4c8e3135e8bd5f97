-- The floor that everything stands on: who is asking, what a row may be seen by, and the record of every change.
--
-- The program sets three things at the start of each transaction, and the database takes them from there:
--   throughline.service  the service (tenant) that the request belongs to
--   throughline.user     the person who asks; empty for the program's own work
--   throughline.request  the request's id, so that a line in the log and a line in the audit find each other
--   throughline.purpose  what the request does, in words
--   throughline.reason   the reason that the person gave, where one is asked for

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The role whose rights the application has. Logins are members of it; it never owns a table.
do $$ begin
  -- On a server whose owner may not make roles it is made beforehand, by hand.
  if not exists (select from pg_roles where rolname = 'throughline_app') then
    create role throughline_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema public to throughline_app;
-- Every function may otherwise be called by anybody, and the owner's run with the owner's rights.
alter default privileges revoke execute on routines from public;

create function current_service() returns uuid language sql stable parallel safe
  return nullif(current_setting('throughline.service', true), '')::uuid;
comment on function current_service() is 'The service that this transaction works for; null outside a request.';

create function current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('throughline.user', true), '')::uuid;
comment on function current_person() is 'The person who asks; null for the program''s own work.';

grant execute on function current_service(), current_person() to throughline_app;

create function is_system() returns boolean language sql stable parallel safe
  return current_setting('throughline.system', true) = 'on' or session_user <> current_user;
comment on function is_system() is 'Whether the owner may look across services: it says so itself (migrations, backup, audit), or the application has called one of the owner''s functions. Only policies for the owner ask it.';

-- The audit ----------------------------------------------------------------------------------------------------

create table audit_event (
  service_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null,
  transaction xid8 not null,
  person_id uuid,
  request text,
  action text not null,
  purpose text,
  reason text,
  table_name text,
  row_key jsonb,
  child_id uuid,
  before jsonb,
  after jsonb,
  hash bytea not null,
  constraint audit_event_pk primary key (service_id, id),
  constraint audit_event_action_known check (action in ('insert', 'update', 'delete', 'view', 'event')),
  constraint audit_event_change_names_its_row check (action in ('view', 'event') or (table_name is not null and row_key is not null))
);
comment on table audit_event is 'Every change (before, after, who, why, request) and every view of a child. Rows are only ever added.';
create index audit_event_by_child on audit_event (service_id, child_id, id) where child_id is not null;
create index audit_event_by_transaction on audit_event (service_id, transaction);

create table audit_link (
  service_id uuid not null,
  position bigint not null,
  event_id bigint not null,
  hash bytea not null,
  constraint audit_link_pk primary key (service_id, position),
  constraint audit_link_one_per_event unique (service_id, event_id)
);
comment on table audit_link is 'The chain: each hash covers the one before and the event''s own.';

create table audit_seal (
  service_id uuid not null,
  position bigint not null,
  hash bytea not null,
  horizon xid8 not null,
  server text not null,
  sealed_at timestamptz not null,
  signature text not null,
  constraint audit_seal_pk primary key (service_id, position)
);
comment on table audit_seal is 'The chain''s head after each batch, signed with a key that the database does not hold.';
comment on column audit_seal.horizon is 'Every transaction below this number had ended when the chain was sealed, so an event of such a transaction that stands after the seal was slipped in.';
comment on column audit_seal.server is 'The server whose transactions the horizon numbers: a restored copy counts its own.';

create function audit_event_hash(e audit_event) returns bytea language sql immutable parallel safe
  return sha256(convert_to(jsonb_build_array(
    e.service_id, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), e.transaction::text, e.person_id,
    e.request, e.action, e.purpose, e.reason, e.table_name, e.row_key, e.child_id, e.before, e.after)::text, 'UTF8'));
comment on function audit_event_hash(audit_event) is 'SHA-256 over every column of an event but the hash itself.';

create function add_audit_event(
  service uuid, action text, table_name text, row_key jsonb, child uuid, before jsonb, after jsonb, purpose text
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare e audit_event;
begin
  e.service_id := service;
  e.id := nextval(pg_get_serial_sequence('public.audit_event', 'id'));
  e.at := clock_timestamp();
  e.transaction := pg_current_xact_id();
  e.person_id := current_person();
  e.request := nullif(current_setting('throughline.request', true), '');
  e.action := action;
  e.purpose := coalesce(purpose, nullif(current_setting('throughline.purpose', true), ''));
  e.reason := nullif(current_setting('throughline.reason', true), '');
  e.table_name := table_name;
  e.row_key := row_key;
  e.child_id := child;
  e.before := before;
  e.after := after;
  e.hash := audit_event_hash(e);
  insert into audit_event overriding system value select e.*;
end $$;
revoke all on function add_audit_event(uuid, text, text, jsonb, uuid, jsonb, jsonb, text) from public;

create function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  becomes jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  whole jsonb := coalesce(becomes, was);
  -- The first argument names the columns of the key, the second those whose values must not be kept.
  key_columns text[] := string_to_array(tg_argv[0], ',');
  secrets text[] := string_to_array(tg_argv[1], ',');
  row_key jsonb;
  secret text;
begin
  select jsonb_object_agg(name, whole -> name) into row_key from unnest(key_columns) name;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value) into was from jsonb_each(to_jsonb(old)) where to_jsonb(new) -> key is distinct from value;
    if was is null then return null; end if;
    select jsonb_object_agg(key, becomes -> key) into becomes from jsonb_object_keys(was) key;
  end if;
  foreach secret in array secrets loop
    if was ? secret and was -> secret <> 'null' then was := was || jsonb_build_object(secret, 'not kept'); end if;
    if becomes ? secret and becomes -> secret <> 'null' then becomes := becomes || jsonb_build_object(secret, 'not kept'); end if;
  end loop;
  perform add_audit_event(
    (whole ->> 'service_id')::uuid, lower(tg_op), tg_table_name, row_key, (whole ->> 'child_id')::uuid, was, becomes, null);
  return null;
end $$;
comment on function audit_row() is 'Writes a row''s change to the audit in the same transaction; for an update only what changed.';

create function record_view(child uuid, what text) returns void language sql security definer set search_path = public, pg_temp
  begin atomic
    select add_audit_event(current_service(), 'view', null, null, child, null, null, what);
  end;
comment on function record_view(uuid, text) is 'Records that the person who asks looked at a child''s record.';

create function record_event(what text, about uuid, details jsonb) returns void language sql security definer set search_path = public, pg_temp
  begin atomic
    select add_audit_event(current_service(), 'event', null, null, about, null, details, what);
  end;
comment on function record_event(text, uuid, jsonb) is 'Records something that is neither a change nor a view: a sign-in, a failed sign-in, an export.';
revoke all on function record_view(uuid, text), record_event(text, uuid, jsonb) from public;
grant execute on function record_view(uuid, text), record_event(text, uuid, jsonb) to throughline_app;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger only_added before update or delete or truncate on audit_event for each statement execute function refuse_change();
create trigger only_added before update or delete or truncate on audit_link for each statement execute function refuse_change();
create trigger only_added before update or delete or truncate on audit_seal for each statement execute function refuse_change();

create function extend_audit_chain(service uuid)
  returns table ("position" bigint, hash bytea, horizon xid8, server text, sealed_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  here text := (select system_identifier::text from pg_control_system());
  running pg_snapshot;
  last_seal record;
  head record;
  head_position bigint;
  head_hash bytea;
  since xid8 := '0';
  until xid8 := '18446744073709551615';
  e record;
begin
  if service is distinct from current_service() then
    raise exception 'only the chain of the service at work is extended' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit chain ' || service, 0));
  running := pg_current_snapshot();
  select s.position, s.server, s.horizon into last_seal from audit_seal s where s.service_id = service order by s.position desc limit 1;
  select l.position, l.hash into head from audit_link l where l.service_id = service order by l.position desc limit 1;
  -- The first time on a server every event that is not in the chain is taken; afterwards only what can be new, so
  -- that sealing costs as much as there is to seal.
  if last_seal.server = here then
    since := last_seal.horizon;
    until := pg_snapshot_xmax(running);
  end if;
  head_position := coalesce(head.position, 0);
  head_hash := coalesce(head.hash, sha256(convert_to(service::text, 'UTF8')));
  for e in
    select a.id, a.hash from audit_event a
    where a.service_id = service and a.transaction >= since and a.transaction < until
      and not exists (select from audit_link l where l.service_id = a.service_id and l.event_id = a.id)
    order by a.id
  loop
    head_position := head_position + 1;
    head_hash := sha256(head_hash || e.hash);
    insert into audit_link values (service, head_position, e.id, head_hash);
  end loop;
  if head_position > coalesce(last_seal.position, 0) then
    return query select head_position, head_hash, pg_snapshot_xmin(running), here, date_trunc('milliseconds', clock_timestamp());
  end if;
end $$;
comment on function extend_audit_chain(uuid) is 'Adds the events of ended transactions to the service''s chain; answers its head when that is not sealed yet. The caller signs it in the same transaction.';

create function sign_audit_chain(
  service uuid, head_position bigint, head_hash bytea, head_horizon xid8, head_server text, head_sealed_at timestamptz, head_signature text
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare head record;
begin
  select l.position, l.hash into head from audit_link l where l.service_id = service order by l.position desc limit 1;
  -- Only what extend_audit_chain has answered in this transaction: a head that is made up would stop the sealing.
  if service is distinct from current_service()
    or (head.position, head.hash) is distinct from (head_position, head_hash)
    or head_server is distinct from (select system_identifier::text from pg_control_system())
    or head_horizon > pg_snapshot_xmin(pg_current_snapshot())
    or head_sealed_at not between date_trunc('milliseconds', now()) and clock_timestamp()
  then
    raise exception 'this is not the head of the chain that was just extended' using errcode = 'insufficient_privilege';
  end if;
  insert into audit_seal (service_id, position, hash, horizon, server, sealed_at, signature)
    values (service, head_position, head_hash, head_horizon, head_server, head_sealed_at, head_signature);
end $$;
comment on function sign_audit_chain(uuid, bigint, bytea, xid8, text, timestamptz, text) is 'Keeps the signature of the chain''s head, which this transaction has just worked out.';
revoke all on function extend_audit_chain(uuid), sign_audit_chain(uuid, bigint, bytea, xid8, text, timestamptz, text) from public;
grant execute on function extend_audit_chain(uuid), sign_audit_chain(uuid, bigint, bytea, xid8, text, timestamptz, text) to throughline_app;

-- What protects a table ----------------------------------------------------------------------------------------

create procedure protect(
  target regclass, grants text default 'select, insert, update', audited boolean default true,
  secrets text default '', visible text default 'service_id = (select current_service())'
) language plpgsql as $$
declare key_columns text;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy within_service on %s to throughline_app using (%s) with check (%s)', target, visible, visible);
  execute format('create policy system on %s to current_user using ((select is_system())) with check ((select is_system()))', target);
  execute format('grant %s on %s to throughline_app', grants, target);
  if audited then
    select string_agg(attname, ',' order by array_position(conkey, attnum)) into key_columns
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
      where conrelid = target and contype = 'p';
    execute format('create trigger audit after insert or update or delete on %s for each row execute function audit_row(%L, %L)',
      target, key_columns, secrets);
  end if;
end $$;
comment on procedure protect(regclass, text, boolean, text, text) is 'Every table goes through here: row-level security on and forced, the service''s own rows only, rights for the application''s role, and the audit.';

call protect('audit_event', grants => 'select', audited => false);
call protect('audit_link', grants => 'select', audited => false);
call protect('audit_seal', grants => 'select', audited => false);
-- The functions above run as the owner and add rows for whichever service the change belongs to.
create policy added_by_trigger on audit_event for insert to current_user with check (true);
create policy added_by_seal on audit_seal for insert to current_user with check (true);

-- Services and people ------------------------------------------------------------------------------------------

create table service (
  service_id uuid not null default uuidv7(),
  name text not null,
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  constraint service_pk primary key (service_id),
  constraint service_name_given check (length(trim(name)) > 0)
);
comment on table service is 'A youth justice service: the tenant that every other row belongs to. A demonstration holds invented people only: its pages say so, and nobody needs a second step to sign in.';
call protect('service', grants => 'select');

create table person_account (
  service_id uuid not null,
  user_id uuid not null default uuidv7(),
  email text not null,
  name text not null,
  roles text[] not null,
  has_search_key boolean not null default true,
  password_hash text,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint person_account_pk primary key (service_id, user_id),
  constraint person_account_service foreign key (service_id) references service,
  constraint person_account_email_form check (email = lower(trim(email)) and email like '%_@_%'),
  constraint person_account_name_given check (length(trim(name)) > 0),
  constraint person_account_has_role check (cardinality(roles) > 0)
);
comment on table person_account is 'Somebody who signs in.';
create unique index person_account_one_per_email on person_account (service_id, email);
create index person_account_by_email on person_account (email);
call protect('person_account', secrets => 'password_hash');

create table session (
  service_id uuid not null,
  session_id uuid not null default uuidv7(),
  user_id uuid not null,
  token_hash bytea not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz,
  passed_second_factor boolean not null default false,
  device text not null default '',
  constraint session_pk primary key (service_id, session_id),
  constraint session_of_account foreign key (service_id, user_id) references person_account
);
comment on table session is 'A sign-in on one device. Holds no personal data beyond the account; the token is kept as a hash only.';
create unique index session_one_per_token on session (token_hash);
create index session_by_user on session (service_id, user_id) where ended_at is null;
call protect('session', audited => false);
create trigger audit after insert or update of ended_at, passed_second_factor on session
  for each row execute function audit_row('service_id,session_id', 'token_hash');

create table authenticator_app (
  service_id uuid not null,
  user_id uuid not null,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  constraint authenticator_app_pk primary key (service_id, user_id),
  constraint authenticator_app_of_account foreign key (service_id, user_id) references person_account
);
comment on table authenticator_app is 'The secret shared with a person''s authenticator app (TOTP), encrypted with the installation''s key; the last step used, so that a code works once.';
call protect('authenticator_app', grants => 'select, insert, update, delete', secrets => 'secret');

create table passkey (
  service_id uuid not null,
  passkey_id text not null,
  user_id uuid not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  constraint passkey_pk primary key (service_id, passkey_id),
  constraint passkey_of_account foreign key (service_id, user_id) references person_account,
  constraint passkey_name_given check (length(trim(name)) > 0)
);
comment on table passkey is 'A passkey (WebAuthn credential) that a person registered; passkey_id is the credential''s id.';
create index passkey_by_user on passkey (service_id, user_id);
call protect('passkey', grants => 'select, insert, update, delete');

create table recovery_code (
  service_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (service_id, user_id, code_hash),
  constraint recovery_code_of_account foreign key (service_id, user_id) references person_account
);
comment on table recovery_code is 'One-off codes for a person who has lost the second factor, kept as hashes.';
call protect('recovery_code', grants => 'select, insert, update, delete', secrets => 'code_hash');

create table account_link (
  service_id uuid not null,
  link_id uuid not null default uuidv7(),
  user_id uuid not null,
  purpose text not null,
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint account_link_pk primary key (service_id, link_id),
  constraint account_link_of_account foreign key (service_id, user_id) references person_account,
  constraint account_link_purpose_known check (purpose in ('invitation', 'reset'))
);
comment on table account_link is 'A link sent by e-mail, once, to set a password: an invitation or a reset. The token is kept as a hash.';
create unique index account_link_one_per_token on account_link (token_hash);
call protect('account_link', secrets => 'token_hash');

create table message (
  service_id uuid not null,
  message_id uuid not null default uuidv7(),
  to_address text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  failure text,
  constraint message_pk primary key (service_id, message_id),
  constraint message_service foreign key (service_id) references service
);
comment on table message is 'E-mail to be sent, or, where no mail server is set, to be read by an administrator. The body is emptied once sent.';
create index message_newest_first on message (service_id, created_at desc);
call protect('message', secrets => 'body');

create table draft (
  service_id uuid not null,
  user_id uuid not null,
  form text not null,
  answers jsonb not null,
  saved_at timestamptz not null default now(),
  constraint draft_pk primary key (service_id, user_id, form),
  constraint draft_of_account foreign key (service_id, user_id) references person_account
);
comment on table draft is 'What a person has typed and not yet sent. Seen by nobody else; deleted when the form is sent, and after 14 days; what was searched for, after one day.';
call protect('draft', grants => 'select, insert, update, delete', audited => false,
  visible => 'service_id = (select current_service()) and user_id = (select current_person())');

-- Questions that come before anybody is known ------------------------------------------------------------------

create function find_accounts(address text) returns setof person_account
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select a.* from person_account a where a.email = lower(trim(address)) and a.disabled_at is null order by a.created_at;
  end;
comment on function find_accounts(text) is 'The accounts with an e-mail address, in any service: for signing in only.';

create function find_session(hash bytea) returns table (
  service_id uuid, service_name text, is_demonstration boolean, session_id uuid, user_id uuid, name text, email text, roles text[], has_search_key boolean, started_at timestamptz,
  seen_at timestamptz, ended_at timestamptz, passed_second_factor boolean, disabled_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select s.service_id, v.name, v.is_demonstration, s.session_id, s.user_id, a.name, a.email, a.roles, a.has_search_key, s.started_at, s.seen_at, s.ended_at,
      s.passed_second_factor, a.disabled_at
    from session s join person_account a using (service_id, user_id) join service v using (service_id)
    where s.token_hash = hash;
  end;
comment on function find_session(bytea) is 'The session with this token, and whose it is.';

create function find_account_link(hash bytea) returns table (
  service_id uuid, link_id uuid, user_id uuid, purpose text, expires_at timestamptz, used_at timestamptz, email text, name text)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select l.service_id, l.link_id, l.user_id, l.purpose, l.expires_at, l.used_at, a.email, a.name
    from account_link l join person_account a using (service_id, user_id)
    where l.token_hash = hash and a.disabled_at is null;
  end;

create function find_passkey(credential text) returns setof passkey
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select p.* from passkey p join person_account a using (service_id, user_id) where p.passkey_id = credential and a.disabled_at is null;
  end;

create function list_services() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select s.service_id from service s order by s.service_id;
  end;
comment on function list_services() is 'Every service''s id, for the program''s own rounds (sealing, sending, clearing).';

create function clear_drafts(older_than timestamptz, of_form text) returns void
  language sql security definer set search_path = public, pg_temp
  begin atomic
    delete from draft d where d.service_id = current_service() and d.saved_at < older_than and (of_form is null or d.form = of_form);
  end;
comment on function clear_drafts(timestamptz, text) is 'Deletes old drafts of the service, whoever typed them: of one page, or of all. Only their writers can read drafts, so the application cannot find them itself.';

revoke all on function find_accounts(text), find_session(bytea), find_account_link(bytea), find_passkey(text), list_services() from public;
grant execute on function find_accounts(text), find_session(bytea), find_account_link(bytea), find_passkey(text), list_services(), clear_drafts(timestamptz, text) to throughline_app;
