-- The API: systems of partners that send to the service, the keys that they send with, which of them sent a notification,
-- and the answers that a repeated request is given again.

create table partner_system (
  service_id uuid not null,
  system_id uuid not null default uuidv7(),
  name text not null,
  added_at timestamptz not null default now(),
  constraint partner_system_pk primary key (service_id, system_id),
  constraint partner_system_service foreign key (service_id) references service,
  constraint partner_system_name_given check (length(trim(name)) > 0)
);
comment on table partner_system is 'A partner''s program that uses the API. What it does stands in the audit under system_id; it has no account, so nobody can sign in as it, and nobody can name it for a restricted record.';
create unique index partner_system_one_per_name on partner_system (service_id, lower(name));
call protect('partner_system', grants => 'select, insert');

create table api_key (
  service_id uuid not null,
  key_id uuid not null default uuidv7(),
  system_id uuid not null,
  name text not null,
  scopes text[] not null,
  token_hash bytea not null,
  beginning text not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  constraint api_key_pk primary key (service_id, key_id),
  constraint api_key_system foreign key (service_id, system_id) references partner_system,
  constraint api_key_made_by_account foreign key (service_id, made_by) references person_account,
  constraint api_key_ended_by_account foreign key (service_id, ended_by) references person_account,
  constraint api_key_name_given check (length(trim(name)) > 0),
  constraint api_key_has_scope check (cardinality(scopes) > 0),
  constraint api_key_ends_within_a_year check (expires_at > made_at and expires_at <= made_at + interval '1 year 2 days'),
  constraint api_key_ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
comment on table api_key is 'What a partner''s system shows instead of signing in. The key is kept as a hash only; beginning holds its first characters, by which people tell one from another.';
create unique index api_key_one_per_token on api_key (token_hash);
create index api_key_by_system on api_key (service_id, system_id);
call protect('api_key', audited => false);
-- That it was used is no change to it.
create trigger audit after insert or update of ended_at, expires_at, scopes, system_id, name on api_key
  for each row execute function audit_row('service_id,key_id', 'token_hash');

create function find_api_key(hash bytea) returns table (
  service_id uuid, service_name text, system_id uuid, system_name text, key_id uuid, scopes text[],
  expires_at timestamptz, used_at timestamptz, ended_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select k.service_id, v.name, k.system_id, s.name, k.key_id, k.scopes, k.expires_at, k.used_at, k.ended_at
    from api_key k join partner_system s using (service_id, system_id) join service v using (service_id)
    where k.token_hash = hash;
  end;
comment on function find_api_key(bytea) is 'The API key with this hash, and whose it is.';
revoke all on function find_api_key(bytea) from public;
grant execute on function find_api_key(bytea) to throughline_app;

create table api_answer (
  service_id uuid not null,
  system_id uuid not null,
  idempotency_key text not null,
  request_print bytea not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  constraint api_answer_pk primary key (service_id, system_id, idempotency_key),
  constraint api_answer_system foreign key (service_id, system_id) references partner_system
);
comment on table api_answer is 'What a request with an idempotency key was answered, for 24 hours: the same request is answered alike and done once. Kept in the transaction of what it did. request_print is keyed with the installation''s secret, so that it tells nothing of what was sent.';
create index api_answer_by_age on api_answer (service_id, answered_at);
call protect('api_answer', grants => 'select, insert, delete', audited => false);

create table notification_sender (
  service_id uuid not null,
  notification_id uuid not null,
  system_id uuid not null,
  key_id uuid not null,
  sent_at timestamptz not null,
  told_at timestamptz,
  constraint notification_sender_pk primary key (service_id, notification_id, system_id),
  constraint notification_sender_notification foreign key (service_id, notification_id) references notification,
  constraint notification_sender_system foreign key (service_id, system_id) references partner_system,
  constraint notification_sender_key_used foreign key (service_id, key_id) references api_key
);
comment on table notification_sender is 'Which partner''s system sent a notification, and when first: it alone is told what became of it. told_at: when it was first told that a case is open. Says nothing about the child.';
call protect('notification_sender');
