table account_link row security forced
  service_id uuid not null
  link_id uuid not null default uuidv7()
  user_id uuid not null
  purpose text not null
  token_hash bytea not null
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint account_link_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint account_link_pk PRIMARY KEY (service_id, link_id)
  constraint account_link_purpose_known CHECK ((purpose = ANY (ARRAY['invitation'::text, 'reset'::text])))
  CREATE UNIQUE INDEX account_link_one_per_token ON account_link USING btree (token_hash)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON account_link FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,link_id', 'token_hash')
  grant insert, select, update to throughline_app
table api_answer row security forced
  service_id uuid not null
  system_id uuid not null
  idempotency_key text not null
  request_print bytea not null
  answer jsonb not null
  answered_at timestamp with time zone not null
  constraint api_answer_pk PRIMARY KEY (service_id, system_id, idempotency_key)
  constraint api_answer_system FOREIGN KEY (service_id, system_id) REFERENCES partner_system(service_id, system_id)
  CREATE INDEX api_answer_by_age ON api_answer USING btree (service_id, answered_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  grant delete, insert, select to throughline_app
table api_key row security forced
  service_id uuid not null
  key_id uuid not null default uuidv7()
  system_id uuid not null
  name text not null
  scopes text[] not null
  token_hash bytea not null
  beginning text not null
  made_by uuid not null
  made_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  ended_at timestamp with time zone
  ended_by uuid
  constraint api_key_ended_by_account FOREIGN KEY (service_id, ended_by) REFERENCES person_account(service_id, user_id)
  constraint api_key_ended_by_somebody CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  constraint api_key_ends_within_a_year CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '1 year 2 days'::interval))))
  constraint api_key_has_scope CHECK ((cardinality(scopes) > 0))
  constraint api_key_made_by_account FOREIGN KEY (service_id, made_by) REFERENCES person_account(service_id, user_id)
  constraint api_key_name_given CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint api_key_pk PRIMARY KEY (service_id, key_id)
  constraint api_key_system FOREIGN KEY (service_id, system_id) REFERENCES partner_system(service_id, system_id)
  CREATE INDEX api_key_by_system ON api_key USING btree (service_id, system_id)
  CREATE UNIQUE INDEX api_key_one_per_token ON api_key USING btree (token_hash)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR UPDATE OF ended_at, expires_at, scopes, system_id, name ON api_key FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,key_id', 'token_hash')
  grant insert, select, update to throughline_app
table appointment row security forced
  service_id uuid not null
  appointment_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid not null
  with_user uuid not null
  kind text not null
  starts_at timestamp with time zone not null
  minutes integer not null
  place text not null
  state text not null default 'planned'::text
  missed_reason text not null default ''::text
  reason_is_acceptable boolean
  what_happened text not null default ''::text
  followed_up_at timestamp with time zone
  follow_up text not null default ''::text
  recorded_at timestamp with time zone
  version integer not null default 1
  series_id uuid
  session_id uuid
  place_id uuid
  travel text not null default ''::text
  fetched_by uuid
  meets_at text not null default ''::text
  way_is_safe text not null default ''::text
  safety_note text not null default ''::text
  missed_code text not null default ''::text
  reason_judged_by uuid
  reached text not null default ''::text
  comes_next text not null default ''::text
  constraint appointment_at_place FOREIGN KEY (service_id, place_id) REFERENCES meeting_place(service_id, place_id)
  constraint appointment_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint appointment_fetched_by FOREIGN KEY (service_id, fetched_by) REFERENCES person_account(service_id, user_id)
  constraint appointment_in_series FOREIGN KEY (service_id, series_id) REFERENCES appointment_series(service_id, series_id)
  constraint appointment_in_session FOREIGN KEY (service_id, session_id) REFERENCES group_session(service_id, session_id)
  constraint appointment_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint appointment_judged_by FOREIGN KEY (service_id, reason_judged_by) REFERENCES person_account(service_id, user_id)
  constraint appointment_lasts CHECK (((minutes >= 5) AND (minutes <= 480)))
  constraint appointment_missed_with_reason CHECK ((((state = 'missed'::text) = (reason_is_acceptable IS NOT NULL)) AND ((state <> 'missed'::text) OR (missed_reason <> ''::text))))
  constraint appointment_pk PRIMARY KEY (service_id, appointment_id)
  constraint appointment_safe_with_words CHECK (((way_is_safe <> 'with-care'::text) OR (safety_note <> ''::text)))
  constraint appointment_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'kept'::text, 'missed'::text, 'cancelled'::text])))
  constraint appointment_way_known CHECK ((way_is_safe = ANY (ARRAY[''::text, 'safe'::text, 'with-care'::text, 'not-known'::text])))
  constraint appointment_with_account FOREIGN KEY (service_id, with_user) REFERENCES person_account(service_id, user_id)
  CREATE INDEX appointment_by_child ON appointment USING btree (service_id, child_id, starts_at)
  CREATE INDEX appointment_by_series ON appointment USING btree (service_id, series_id, starts_at) WHERE (series_id IS NOT NULL)
  CREATE INDEX appointment_by_start ON appointment USING btree (service_id, starts_at, appointment_id)
  CREATE INDEX appointment_by_worker ON appointment USING btree (service_id, with_user, starts_at)
  CREATE INDEX appointment_missed ON appointment USING btree (service_id, involvement_id) WHERE (state = 'missed'::text)
  CREATE UNIQUE INDEX appointment_once_a_session ON appointment USING btree (service_id, session_id, involvement_id) WHERE (session_id IS NOT NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,appointment_id', '')
  grant insert, select, update to throughline_app
table appointment_series row security forced
  service_id uuid not null
  series_id uuid not null default uuidv7()
  child_id uuid not null
  every_weeks integer not null
  weekdays integer[] not null
  skips_bank_holidays boolean not null
  planned_by uuid not null
  planned_at timestamp with time zone not null
  constraint appointment_series_account FOREIGN KEY (service_id, planned_by) REFERENCES person_account(service_id, user_id)
  constraint appointment_series_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint appointment_series_pk PRIMARY KEY (service_id, series_id)
  constraint appointment_series_weekdays CHECK (((weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]) AND (cardinality(weekdays) > 0)))
  constraint appointment_series_weeks CHECK (((every_weeks >= 1) AND (every_weeks <= 2)))
  CREATE INDEX appointment_series_by_child ON appointment_series USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON appointment_series FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,series_id', '')
  grant insert, select to throughline_app
table audit_event row security forced
  service_id uuid not null
  id bigint not null generated always as identity
  at timestamp with time zone not null
  transaction xid8 not null
  person_id uuid
  request text
  action text not null
  purpose text
  reason text
  table_name text
  row_key jsonb
  child_id uuid
  before jsonb
  after jsonb
  hash bytea not null
  constraint audit_event_action_known CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text, 'view'::text, 'event'::text])))
  constraint audit_event_change_names_its_row CHECK (((action = ANY (ARRAY['view'::text, 'event'::text])) OR ((table_name IS NOT NULL) AND (row_key IS NOT NULL))))
  constraint audit_event_pk PRIMARY KEY (service_id, id)
  CREATE INDEX audit_event_by_child ON audit_event USING btree (service_id, child_id, id) WHERE (child_id IS NOT NULL)
  CREATE INDEX audit_event_by_children ON audit_event USING gin (service_id, ((after -> 'children'::text))) WHERE ((action = 'view'::text) AND (child_id IS NULL))
  CREATE INDEX audit_event_by_transaction ON audit_event USING btree (service_id, transaction)
  policy added_by_trigger for insert to owner check (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND
CASE
    WHEN (child_id IS NULL) THEN ((action <> 'view'::text) AND ((table_name IS NULL) OR (table_name <> ALL (ARRAY['notification'::text, 'import_row'::text]))))
    ELSE (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))
END)) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant select to throughline_app
table audit_link row security forced
  service_id uuid not null
  position bigint not null
  event_id bigint not null
  hash bytea not null
  constraint audit_link_one_per_event UNIQUE (service_id, event_id)
  constraint audit_link_pk PRIMARY KEY (service_id, "position")
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant select to throughline_app
table audit_seal row security forced
  service_id uuid not null
  position bigint not null
  hash bytea not null
  horizon xid8 not null
  server text not null
  sealed_at timestamp with time zone not null
  signature text not null
  constraint audit_seal_pk PRIMARY KEY (service_id, "position")
  policy added_by_seal for insert to owner check (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant select to throughline_app
table authenticator_app row security forced
  service_id uuid not null
  user_id uuid not null
  secret text not null
  confirmed_at timestamp with time zone
  last_step bigint not null default 0
  constraint authenticator_app_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint authenticator_app_pk PRIMARY KEY (service_id, user_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON authenticator_app FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,user_id', 'secret')
  grant delete, insert, select, update to throughline_app
table case_worker row security forced
  service_id uuid not null
  case_worker_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid not null
  user_id uuid not null
  part text not null
  from_at timestamp with time zone not null
  until_at timestamp with time zone
  constraint case_worker_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint case_worker_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint case_worker_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint case_worker_part_known CHECK ((part = ANY (ARRAY['holder'::text, 'co-worker'::text])))
  constraint case_worker_pk PRIMARY KEY (service_id, case_worker_id)
  constraint case_worker_until_after_from CHECK ((until_at >= from_at))
  CREATE INDEX case_worker_by_child ON case_worker USING btree (service_id, child_id) WHERE (until_at IS NULL)
  CREATE INDEX case_worker_by_user ON case_worker USING btree (service_id, user_id) WHERE (until_at IS NULL)
  CREATE UNIQUE INDEX case_worker_one_holder ON case_worker USING btree (service_id, involvement_id) WHERE ((part = 'holder'::text) AND (until_at IS NULL))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON case_worker FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,case_worker_id', '')
  grant insert, select, update to throughline_app
table child row security forced
  service_id uuid not null
  child_id uuid not null default uuidv7()
  reference text not null
  given_name text not null
  family_name text not null
  known_as text not null default ''::text
  said_as text not null default ''::text
  folded_name text not null
  birth_date date
  birth_date_basis text not null default 'known'::text
  sex text not null default ''::text
  ethnicity text not null default ''::text
  pronouns text not null default ''::text
  language text not null default ''::text
  needs_interpreter boolean not null default false
  how_to_talk text not null default ''::text
  address text not null default ''::text
  postcode text not null default ''::text
  has_no_fixed_address boolean not null default false
  phone text not null default ''::text
  school text not null default ''::text
  added_at timestamp with time zone not null default now()
  version integer not null default 1
  phone_figures text not null generated phone_figures(phone)
  whole_names text[] not null default '{}'::text[]
  constraint child_birth_date_basis_known CHECK ((birth_date_basis = ANY (ARRAY['known'::text, 'estimated'::text, 'unknown'::text])))
  constraint child_birth_date_unless_unknown CHECK (((birth_date IS NULL) = (birth_date_basis = 'unknown'::text)))
  constraint child_named CHECK (((given_name <> ''::text) OR (family_name <> ''::text)))
  constraint child_one_per_reference UNIQUE (service_id, reference)
  constraint child_pk PRIMARY KEY (service_id, child_id)
  constraint child_service FOREIGN KEY (service_id) REFERENCES service(service_id)
  CREATE INDEX child_by_birth_date ON child USING btree (service_id, birth_date)
  CREATE INDEX child_by_name ON child USING gin (service_id, folded_name gin_trgm_ops)
  CREATE INDEX child_by_phone ON child USING btree (service_id, phone_figures) WHERE (phone_figures <> ''::text)
  CREATE INDEX child_in_order ON child USING btree (service_id, folded_name, child_id)
  policy searched for select to owner using (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_id', '')
  grant insert, select, update to throughline_app
table child_access row security forced
  service_id uuid not null
  child_id uuid not null
  user_id uuid not null
  granted_at timestamp with time zone not null default now()
  until timestamp with time zone
  broke_glass boolean not null default false
  reason text not null default ''::text
  reviewed_by uuid
  reviewed_at timestamp with time zone
  review_note text not null default ''::text
  version integer not null default 1
  access_id uuid not null default uuidv7()
  constraint child_access_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint child_access_broken_glass_has_reason CHECK (((NOT broke_glass) OR ((length(TRIM(BOTH FROM reason)) > 0) AND (until IS NOT NULL))))
  constraint child_access_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_access_not_reviewed_by_oneself CHECK ((reviewed_by <> user_id))
  constraint child_access_pk PRIMARY KEY (service_id, access_id)
  constraint child_access_reviewer FOREIGN KEY (service_id, reviewed_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX child_access_by_child ON child_access USING btree (service_id, child_id, user_id)
  CREATE INDEX child_access_to_review ON child_access USING btree (service_id) WHERE (broke_glass AND (reviewed_at IS NULL))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_access FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,access_id', '')
  grant delete, insert, select to throughline_app
table child_alert row security forced
  service_id uuid not null
  child_alert_id uuid not null default uuidv7()
  child_id uuid not null
  kind text not null
  text text not null
  raised_by uuid not null
  raised_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  version integer not null default 1
  constraint child_alert_account FOREIGN KEY (service_id, raised_by) REFERENCES person_account(service_id, user_id)
  constraint child_alert_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_alert_pk PRIMARY KEY (service_id, child_alert_id)
  constraint child_alert_text_given CHECK ((text <> ''::text))
  CREATE INDEX child_alert_by_child ON child_alert USING btree (service_id, child_id) WHERE (ended_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_alert FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_alert_id', '')
  grant insert, select, update to throughline_app
table child_name row security forced
  service_id uuid not null
  child_name_id uuid not null default uuidv7()
  child_id uuid not null
  name text not null
  folded_name text not null
  kind text not null
  constraint child_name_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_name_given CHECK ((name <> ''::text))
  constraint child_name_kind_known CHECK ((kind = ANY (ARRAY['alias'::text, 'former'::text, 'spelling'::text])))
  constraint child_name_pk PRIMARY KEY (service_id, child_name_id)
  CREATE INDEX child_name_by_child ON child_name USING btree (service_id, child_id)
  CREATE INDEX child_name_by_name ON child_name USING gin (service_id, folded_name gin_trgm_ops)
  policy searched for select to owner using (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_name FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_name_id', '')
  grant delete, insert, select, update to throughline_app
table child_person row security forced
  service_id uuid not null
  child_person_id uuid not null default uuidv7()
  child_id uuid not null
  name text not null
  relationship text not null
  phone text not null default ''::text
  email text not null default ''::text
  has_parental_responsibility boolean not null default false
  must_not_be_contacted boolean not null default false
  note text not null default ''::text
  ended_at timestamp with time zone
  version integer not null default 1
  phone_figures text not null generated phone_figures(phone)
  constraint child_person_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_person_named CHECK ((name <> ''::text))
  constraint child_person_pk PRIMARY KEY (service_id, child_person_id)
  constraint child_person_relationship_given CHECK ((relationship <> ''::text))
  CREATE INDEX child_person_by_child ON child_person USING btree (service_id, child_id)
  CREATE INDEX child_person_by_phone ON child_person USING btree (service_id, phone_figures) WHERE (phone_figures <> ''::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_person FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_person_id', '')
  grant insert, select, update to throughline_app
table child_restriction row security forced
  service_id uuid not null
  child_id uuid not null
  reason text not null
  restricted_by uuid not null
  restricted_at timestamp with time zone not null default now()
  constraint child_restriction_account FOREIGN KEY (service_id, restricted_by) REFERENCES person_account(service_id, user_id)
  constraint child_restriction_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_restriction_pk PRIMARY KEY (service_id, child_id)
  constraint child_restriction_reason_given CHECK ((length(TRIM(BOTH FROM reason)) > 0))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_restriction FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_id', '')
  grant delete, insert, select to throughline_app
table conflict_of_interest row security forced
  service_id uuid not null
  child_id uuid not null
  user_id uuid not null
  relation text not null
  declared_at timestamp with time zone not null default now()
  constraint conflict_of_interest_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint conflict_of_interest_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint conflict_of_interest_pk PRIMARY KEY (service_id, child_id, user_id)
  constraint conflict_of_interest_relation_given CHECK ((length(TRIM(BOTH FROM relation)) > 0))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON conflict_of_interest FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_id,user_id', '')
  grant delete, insert, select to throughline_app
table draft row security forced
  service_id uuid not null
  user_id uuid not null
  form text not null
  answers jsonb not null
  saved_at timestamp with time zone not null default now()
  constraint draft_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint draft_pk PRIMARY KEY (service_id, user_id, form)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (user_id = ( SELECT current_person() AS current_person)))) check (((service_id = ( SELECT current_service() AS current_service)) AND (user_id = ( SELECT current_person() AS current_person))))
  grant delete, insert, select, update to throughline_app
table form_sent row security forced
  service_id uuid not null
  user_id uuid not null
  token_hash bytea not null
  content_hash bytea not null
  led_to text not null
  said text not null
  sent_at timestamp with time zone not null
  constraint form_sent_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint form_sent_pk PRIMARY KEY (service_id, user_id, token_hash)
  CREATE INDEX form_sent_by_time ON form_sent USING btree (service_id, sent_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (user_id = ( SELECT current_person() AS current_person)))) check (((service_id = ( SELECT current_service() AS current_service)) AND (user_id = ( SELECT current_person() AS current_person))))
  grant insert, select, update to throughline_app
table group_member row security forced
  service_id uuid not null
  member_id uuid not null default uuidv7()
  group_id uuid not null
  child_id uuid not null
  involvement_id uuid not null
  joined_at timestamp with time zone not null
  left_at timestamp with time zone
  constraint group_member_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint group_member_group FOREIGN KEY (service_id, group_id) REFERENCES group_programme(service_id, group_id)
  constraint group_member_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint group_member_leaves_after_joining CHECK ((left_at >= joined_at))
  constraint group_member_pk PRIMARY KEY (service_id, member_id)
  CREATE INDEX group_member_by_child ON group_member USING btree (service_id, child_id)
  CREATE UNIQUE INDEX group_member_once ON group_member USING btree (service_id, group_id, involvement_id) WHERE (left_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON group_member FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,member_id', '')
  grant insert, select, update to throughline_app
table group_programme row security forced
  service_id uuid not null
  group_id uuid not null default uuidv7()
  title text not null
  about text not null default ''::text
  closed_at timestamp with time zone
  version integer not null default 1
  constraint group_programme_of_service FOREIGN KEY (service_id) REFERENCES service(service_id)
  constraint group_programme_pk PRIMARY KEY (service_id, group_id)
  constraint group_programme_titled CHECK ((length(TRIM(BOTH FROM title)) > 0))
  CREATE INDEX group_programme_by_title ON group_programme USING btree (service_id, title, group_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON group_programme FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,group_id', '')
  grant insert, select, update to throughline_app
table group_session row security forced
  service_id uuid not null
  session_id uuid not null default uuidv7()
  group_id uuid not null
  title text not null default ''::text
  starts_at timestamp with time zone not null
  minutes integer not null
  place_id uuid
  place text not null
  lead_user uuid not null
  workers uuid[] not null default '{}'::uuid[]
  cancelled_at timestamp with time zone
  version integer not null default 1
  constraint group_session_group FOREIGN KEY (service_id, group_id) REFERENCES group_programme(service_id, group_id)
  constraint group_session_lasts CHECK (((minutes >= 5) AND (minutes <= 480)))
  constraint group_session_lead FOREIGN KEY (service_id, lead_user) REFERENCES person_account(service_id, user_id)
  constraint group_session_pk PRIMARY KEY (service_id, session_id)
  constraint group_session_place FOREIGN KEY (service_id, place_id) REFERENCES meeting_place(service_id, place_id)
  CREATE INDEX group_session_by_group ON group_session USING btree (service_id, group_id, starts_at)
  CREATE INDEX group_session_by_start ON group_session USING btree (service_id, starts_at, session_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON group_session FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,session_id', '')
  grant insert, select, update to throughline_app
table import_file row security forced
  service_id uuid not null
  import_id uuid not null default uuidv7()
  file_name text not null
  content_hash bytea not null
  encoding text not null
  left_out text[] not null default '{}'::text[]
  started_by uuid not null
  started_at timestamp with time zone not null default now()
  finished_at timestamp with time zone
  constraint import_file_account FOREIGN KEY (service_id, started_by) REFERENCES person_account(service_id, user_id)
  constraint import_file_one_per_content UNIQUE (service_id, content_hash)
  constraint import_file_pk PRIMARY KEY (service_id, import_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON import_file FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,import_id', '')
  grant insert, select, update to throughline_app
table import_row row security forced
  service_id uuid not null
  import_id uuid not null
  row_number integer not null
  cells jsonb not null
  state text not null default 'waiting'::text
  faults jsonb not null default '[]'::jsonb
  notification_id uuid
  version integer not null default 1
  row_id uuid not null default uuidv7()
  folded_names text[] not null default '{}'::text[]
  birth_date date
  dropped_reason text not null default ''::text
  constraint import_row_accepted_is_somewhere CHECK (((state = ANY (ARRAY['accepted'::text, 'known-already'::text])) = (notification_id IS NOT NULL)))
  constraint import_row_file FOREIGN KEY (service_id, import_id) REFERENCES import_file(service_id, import_id)
  constraint import_row_notification FOREIGN KEY (service_id, notification_id) REFERENCES notification(service_id, notification_id)
  constraint import_row_one_per_id UNIQUE (service_id, row_id)
  constraint import_row_pk PRIMARY KEY (service_id, import_id, row_number)
  constraint import_row_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'known-already'::text, 'failed'::text, 'dropped'::text])))
  CREATE INDEX import_row_failed ON import_row USING btree (service_id, import_id) WHERE (state = 'failed'::text)
  CREATE INDEX import_row_waiting ON import_row USING btree (service_id, import_id, row_number) WHERE (state = 'waiting'::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (row_id <> ALL (( SELECT hidden_import_rows() AS hidden_import_rows)::uuid[])))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON import_row FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,import_id,row_number', '')
  grant insert, select, update to throughline_app
table involvement row security forced
  service_id uuid not null
  involvement_id uuid not null default uuidv7()
  child_id uuid not null
  pathway text not null
  route_in text not null
  stage text not null
  started_at timestamp with time zone not null
  ended_at timestamp with time zone
  ending text
  holder_id uuid
  version integer not null default 1
  constraint involvement_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint involvement_ended_with_ending CHECK (((ended_at IS NULL) = (ending IS NULL)))
  constraint involvement_ends_after_start CHECK ((ended_at >= started_at))
  constraint involvement_holder FOREIGN KEY (service_id, holder_id) REFERENCES person_account(service_id, user_id)
  constraint involvement_of_child UNIQUE (service_id, involvement_id, child_id)
  constraint involvement_pk PRIMARY KEY (service_id, involvement_id)
  CREATE INDEX involvement_by_child ON involvement USING btree (service_id, child_id)
  CREATE INDEX involvement_by_end ON involvement USING btree (service_id, ended_at, involvement_id) WHERE (ended_at IS NOT NULL)
  CREATE INDEX involvement_by_holder ON involvement USING btree (service_id, holder_id) WHERE (ended_at IS NULL)
  CREATE INDEX involvement_by_start ON involvement USING btree (service_id, started_at, involvement_id)
  CREATE INDEX involvement_open ON involvement USING btree (service_id, pathway, stage) WHERE (ended_at IS NULL)
  CREATE INDEX involvement_open_by_start ON involvement USING btree (service_id, started_at, involvement_id) WHERE (ended_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON involvement FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,involvement_id', '')
  grant insert, select, update to throughline_app
table list_view row security forced
  service_id uuid not null
  view_id uuid not null default uuidv7()
  user_id uuid not null
  list text not null
  name text not null
  query text not null
  opens_with boolean not null default false
  version integer not null default 1
  constraint list_view_named CHECK (((length(TRIM(BOTH FROM name)) >= 1) AND (length(TRIM(BOTH FROM name)) <= 60)))
  constraint list_view_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint list_view_pk PRIMARY KEY (service_id, view_id)
  CREATE UNIQUE INDEX list_view_one_opens ON list_view USING btree (service_id, user_id, list) WHERE opens_with
  CREATE UNIQUE INDEX list_view_one_per_name ON list_view USING btree (service_id, user_id, list, lower(name))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (user_id = ( SELECT current_person() AS current_person)))) check (((service_id = ( SELECT current_service() AS current_service)) AND (user_id = ( SELECT current_person() AS current_person))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON list_view FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,view_id', '')
  grant delete, insert, select, update to throughline_app
table meeting_place row security forced
  service_id uuid not null
  place_id uuid not null default uuidv7()
  name text not null
  address text not null
  suits text[] not null default '{}'::text[]
  note text not null default ''::text
  closed_at timestamp with time zone
  version integer not null default 1
  constraint meeting_place_named CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint meeting_place_of_service FOREIGN KEY (service_id) REFERENCES service(service_id)
  constraint meeting_place_pk PRIMARY KEY (service_id, place_id)
  CREATE UNIQUE INDEX meeting_place_one_per_name ON meeting_place USING btree (service_id, lower(name)) WHERE (closed_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON meeting_place FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,place_id', '')
  grant insert, select, update to throughline_app
table message row security forced
  service_id uuid not null
  message_id uuid not null default uuidv7()
  to_address text not null
  subject text not null
  body text not null
  created_at timestamp with time zone not null default now()
  sent_at timestamp with time zone
  failure text
  about_child boolean not null default false
  constraint message_pk PRIMARY KEY (service_id, message_id)
  constraint message_service FOREIGN KEY (service_id) REFERENCES service(service_id)
  CREATE INDEX message_by_writing ON message USING btree (service_id, created_at, message_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON message FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,message_id', 'body')
  grant insert, select, update to throughline_app
table migration
  name text not null
  hash text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_pk PRIMARY KEY (name)
table milestone row security forced
  service_id uuid not null
  milestone_id uuid not null default uuidv7()
  involvement_id uuid not null
  child_id uuid not null
  step text not null
  stage text not null
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  recorded_by uuid not null
  answers jsonb not null default '{}'::jsonb
  words jsonb not null
  version integer not null default 1
  corrected_at timestamp with time zone
  corrected_by uuid
  corrected_because text not null default ''::text
  constraint milestone_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint milestone_corrected_by_account FOREIGN KEY (service_id, corrected_by) REFERENCES person_account(service_id, user_id)
  constraint milestone_corrected_by_somebody_for_a_reason CHECK ((((corrected_at IS NULL) = (corrected_by IS NULL)) AND ((corrected_at IS NULL) = (corrected_because = ''::text))))
  constraint milestone_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint milestone_pk PRIMARY KEY (service_id, milestone_id)
  constraint milestone_recorded_by_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX milestone_by_child ON milestone USING btree (service_id, child_id)
  CREATE INDEX milestone_by_involvement ON milestone USING btree (service_id, involvement_id, happened_at)
  CREATE INDEX milestone_by_step ON milestone USING btree (service_id, step, happened_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON milestone FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,milestone_id', '')
  grant insert, select, update to throughline_app
table note row security forced
  service_id uuid not null
  note_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid
  kind text not null
  text text not null
  happened_at timestamp with time zone not null
  written_by uuid not null
  written_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint note_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint note_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint note_pk PRIMARY KEY (service_id, note_id)
  constraint note_text_given CHECK ((length(TRIM(BOTH FROM text)) > 0))
  constraint note_written_by_account FOREIGN KEY (service_id, written_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX note_by_child ON note USING btree (service_id, child_id, happened_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON note FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,note_id', '')
  grant insert, select, update to throughline_app
table notification row security forced
  service_id uuid not null
  notification_id uuid not null default uuidv7()
  reference text
  route_in text not null
  received_at timestamp with time zone not null
  given_name text not null
  family_name text not null
  folded_name text not null
  birth_date date
  details jsonb not null
  child_id uuid
  involvement_id uuid
  closed_at timestamp with time zone
  closed_reason text
  version integer not null default 1
  folded_reference text not null generated fold_reference(COALESCE(reference, ''::text))
  folded_names text[] not null default '{}'::text[]
  form text not null
  postcode text not null default ''::text
  phone text not null default ''::text
  parent_phone text not null default ''::text
  school text not null default ''::text
  constraint notification_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint notification_closed_with_reason CHECK (((closed_at IS NULL) = (closed_reason IS NULL)))
  constraint notification_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint notification_pk PRIMARY KEY (service_id, notification_id)
  CREATE INDEX notification_by_child ON notification USING btree (service_id, child_id)
  CREATE INDEX notification_by_involvement ON notification USING btree (service_id, involvement_id)
  CREATE INDEX notification_by_receipt ON notification USING btree (service_id, received_at, notification_id)
  CREATE INDEX notification_by_reference ON notification USING btree (service_id, folded_reference)
  CREATE INDEX notification_open ON notification USING btree (service_id, received_at) WHERE ((child_id IS NULL) AND (closed_at IS NULL))
  CREATE INDEX notification_open_by_route ON notification USING btree (service_id, route_in, received_at) WHERE ((child_id IS NULL) AND (closed_at IS NULL))
  CREATE INDEX notification_without_reference ON notification USING btree (service_id, route_in, folded_name) WHERE (reference IS NULL)
  CREATE UNIQUE INDEX notification_one_per_child ON notification USING btree (service_id, route_in, folded_reference, folded_name, birth_date) NULLS NOT DISTINCT WHERE ((reference IS NOT NULL) AND (form = 'yot1'::text))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND
CASE
    WHEN (child_id IS NULL) THEN (notification_id <> ALL (( SELECT hidden_notifications() AS hidden_notifications)::uuid[]))
    ELSE (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))
END)) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON notification FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,notification_id', '')
  grant insert, select, update to throughline_app
table notification_sender row security forced
  service_id uuid not null
  notification_id uuid not null
  system_id uuid not null
  key_id uuid not null
  sent_at timestamp with time zone not null
  told_at timestamp with time zone
  told_closed text
  prints jsonb not null default '{}'::jsonb
  constraint notification_sender_key_used FOREIGN KEY (service_id, key_id) REFERENCES api_key(service_id, key_id)
  constraint notification_sender_notification FOREIGN KEY (service_id, notification_id) REFERENCES notification(service_id, notification_id)
  constraint notification_sender_pk PRIMARY KEY (service_id, notification_id, system_id)
  constraint notification_sender_system FOREIGN KEY (service_id, system_id) REFERENCES partner_system(service_id, system_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON notification_sender FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,notification_id,system_id', '')
  grant insert, select, update to throughline_app
table offence row security forced
  service_id uuid not null
  offence_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid
  code text not null default ''::text
  description text not null
  committed_on date
  outcome text not null default ''::text
  outcome_on date
  police_reference text not null default ''::text
  folded_reference text not null generated fold_reference(police_reference)
  constraint offence_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint offence_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint offence_pk PRIMARY KEY (service_id, offence_id)
  CREATE INDEX offence_by_child ON offence USING btree (service_id, child_id)
  CREATE INDEX offence_by_police_reference ON offence USING btree (service_id, folded_reference) WHERE (folded_reference <> ''::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON offence FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,offence_id', '')
  grant insert, select, update to throughline_app
table partner_system row security forced
  service_id uuid not null
  system_id uuid not null default uuidv7()
  name text not null
  added_at timestamp with time zone not null default now()
  constraint partner_system_name_given CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint partner_system_pk PRIMARY KEY (service_id, system_id)
  constraint partner_system_service FOREIGN KEY (service_id) REFERENCES service(service_id)
  CREATE UNIQUE INDEX partner_system_one_per_name ON partner_system USING btree (service_id, lower(name))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON partner_system FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,system_id', '')
  grant insert, select to throughline_app
table passkey row security forced
  service_id uuid not null
  passkey_id text not null
  user_id uuid not null
  public_key bytea not null
  counter bigint not null default 0
  transports text[] not null default '{}'::text[]
  name text not null
  created_at timestamp with time zone not null default now()
  used_at timestamp with time zone
  constraint passkey_name_given CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint passkey_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint passkey_pk PRIMARY KEY (service_id, passkey_id)
  CREATE INDEX passkey_by_user ON passkey USING btree (service_id, user_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON passkey FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,passkey_id', '')
  grant delete, insert, select, update to throughline_app
table person_account row security forced
  service_id uuid not null
  user_id uuid not null default uuidv7()
  email text not null
  name text not null
  roles text[] not null
  has_search_key boolean not null default true
  password_hash text
  failed_sign_ins integer not null default 0
  locked_until timestamp with time zone
  disabled_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint person_account_email_form CHECK (((email = lower(TRIM(BOTH FROM email))) AND (email ~~ '%_@_%'::text)))
  constraint person_account_has_role CHECK ((cardinality(roles) > 0))
  constraint person_account_name_given CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint person_account_pk PRIMARY KEY (service_id, user_id)
  constraint person_account_service FOREIGN KEY (service_id) REFERENCES service(service_id)
  CREATE INDEX person_account_by_email ON person_account USING btree (email)
  CREATE UNIQUE INDEX person_account_one_per_email ON person_account USING btree (service_id, email)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON person_account FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,user_id', 'password_hash')
  grant insert, select, update to throughline_app
table recovery_code row security forced
  service_id uuid not null
  user_id uuid not null
  code_hash bytea not null
  used_at timestamp with time zone
  constraint recovery_code_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint recovery_code_pk PRIMARY KEY (service_id, user_id, code_hash)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON recovery_code FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,user_id,code_hash', 'code_hash')
  grant delete, insert, select, update to throughline_app
table referrer_told row security forced
  service_id uuid not null
  told_id uuid not null default uuidv7()
  notification_id uuid not null
  child_id uuid
  involvement_id uuid
  milestone_id uuid
  telling text not null
  to_address text not null
  message_id uuid not null
  told_by uuid not null
  told_at timestamp with time zone not null
  constraint referrer_told_account FOREIGN KEY (service_id, told_by) REFERENCES person_account(service_id, user_id)
  constraint referrer_told_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint referrer_told_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint referrer_told_message FOREIGN KEY (service_id, message_id) REFERENCES message(service_id, message_id)
  constraint referrer_told_milestone FOREIGN KEY (service_id, milestone_id) REFERENCES milestone(service_id, milestone_id)
  constraint referrer_told_notification FOREIGN KEY (service_id, notification_id) REFERENCES notification(service_id, notification_id)
  constraint referrer_told_of_a_case CHECK (((child_id IS NULL) = (involvement_id IS NULL)))
  constraint referrer_told_once_of_a_step UNIQUE (service_id, milestone_id)
  constraint referrer_told_pk PRIMARY KEY (service_id, told_id)
  CREATE INDEX referrer_told_by_child ON referrer_told USING btree (service_id, child_id)
  CREATE INDEX referrer_told_by_involvement ON referrer_told USING btree (service_id, involvement_id)
  CREATE UNIQUE INDEX referrer_told_once_of_closing ON referrer_told USING btree (service_id, notification_id) WHERE (involvement_id IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND
CASE
    WHEN (child_id IS NULL) THEN (notification_id <> ALL (( SELECT hidden_notifications() AS hidden_notifications)::uuid[]))
    ELSE (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))
END)) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON referrer_told FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,told_id', '')
  grant insert, select to throughline_app
table service row security forced
  service_id uuid not null default uuidv7()
  name text not null
  is_demonstration boolean not null default false
  created_at timestamp with time zone not null default now()
  constraint service_name_given CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint service_pk PRIMARY KEY (service_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON service FOR EACH ROW EXECUTE FUNCTION audit_row('service_id', '')
  grant select to throughline_app
table session row security forced
  service_id uuid not null
  session_id uuid not null default uuidv7()
  user_id uuid not null
  token_hash bytea not null
  started_at timestamp with time zone not null default now()
  seen_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  passed_second_factor boolean not null default false
  device text not null default ''::text
  constraint session_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint session_pk PRIMARY KEY (service_id, session_id)
  CREATE INDEX session_by_user ON session USING btree (service_id, user_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX session_one_per_token ON session USING btree (token_hash)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR UPDATE OF ended_at, passed_second_factor ON session FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,session_id', 'token_hash')
  grant insert, select, update to throughline_app
CREATE OR REPLACE FUNCTION add_audit_event(service uuid, action text, table_name text, row_key jsonb, child uuid, before jsonb, after jsonb, purpose text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare e audit_event;
begin
  e.service_id := service;
  e.id := nextval(pg_get_serial_sequence('audit_event', 'id'));
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
end $function$

CREATE OR REPLACE FUNCTION arrivals_for_named(seeing text[])
 RETURNS TABLE(notification_id uuid, received_at timestamp with time zone, named text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT n.notification_id,
     n.received_at,
     ARRAY( SELECT a.name
            FROM person_account a
           WHERE ((a.service_id = n.service_id) AND (a.user_id = ANY (who_can_open(c.child_id, arrivals_for_named.seeing))))
           ORDER BY a.name) AS "array"
    FROM ((child_restriction r
      JOIN child c ON (((c.service_id = r.service_id) AND (c.child_id = r.child_id))))
      JOIN notification n ON (((n.service_id = r.service_id) AND (n.child_id IS NULL) AND (n.closed_at IS NULL) AND may_be(c.*, n.folded_names, n.birth_date, n.postcode, n.phone, n.school, false))))
   WHERE ((r.service_id = current_service()) AND (NOT (EXISTS ( SELECT
            FROM conflict_of_interest x
           WHERE ((x.service_id = r.service_id) AND (x.child_id = r.child_id) AND (x.user_id = current_person()))))));
END

grant execute on arrivals_for_named(text[]) to throughline_app
CREATE OR REPLACE FUNCTION audit_event_hash(e audit_event)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to((jsonb_build_array((e).service_id, (e).id, to_char(((e).at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD HH24:MI:SS.US'::text), ((e).transaction)::text, (e).person_id, (e).request, (e).action, (e).purpose, (e).reason, (e).table_name, (e).row_key, (e).child_id, (e).before, (e).after))::text, 'UTF8'::name))

CREATE OR REPLACE FUNCTION audit_row()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION birth_fits(known child, born date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT COALESCE((((known).birth_date = born) OR (to_char(((known).birth_date)::timestamp with time zone, 'YYYY-MM-DD'::text) = to_char((born)::timestamp with time zone, 'YYYY-DD-MM'::text)) OR (((known).birth_date_basis = 'estimated'::text) AND (abs(((known).birth_date - born)) <= 366)) OR ( SELECT (count(*) = 1)
            FROM generate_series(1, 10) figure(figure)
           WHERE (substr(((birth_fits.known).birth_date)::text, figure.figure, 1) <> substr((birth_fits.born)::text, figure.figure, 1)))), false) AS "coalesce";
END

CREATE OR REPLACE FUNCTION break_glass(child uuid, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if child_standing(child) <> 'restricted' then return false; end if;
  insert into child_access (service_id, child_id, user_id, until, broke_glass, reason)
    values (current_service(), child, current_person(), now() + interval '4 hours', true, why);
  return true;
end $function$

grant execute on break_glass(uuid,text) to throughline_app
CREATE OR REPLACE FUNCTION carry_session(session uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare s group_session;
begin
  select * into s from group_session g where g.service_id = current_service() and g.session_id = session;
  if not found then return; end if;
  if s.cancelled_at is null then
    insert into appointment (service_id, child_id, involvement_id, session_id, with_user, kind, starts_at, minutes, place, place_id)
    select m.service_id, m.child_id, m.involvement_id, s.session_id, s.lead_user, 'group', s.starts_at, s.minutes, s.place, s.place_id
    from group_member m join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = s.service_id and m.group_id = s.group_id and m.left_at is null and i.ended_at is null
    on conflict (service_id, session_id, involvement_id) where session_id is not null do nothing;
  end if;
  update appointment a set starts_at = s.starts_at, minutes = s.minutes, place = s.place, place_id = s.place_id,
    with_user = s.lead_user, version = a.version + 1
  where a.service_id = s.service_id and a.session_id = s.session_id and a.state = 'planned' and s.cancelled_at is null
    and (a.starts_at, a.minutes, a.place, a.with_user) is distinct from (s.starts_at, s.minutes, s.place, s.lead_user);
  update appointment a set state = 'cancelled', recorded_at = at, version = a.version + 1
  where a.service_id = s.service_id and a.session_id = s.session_id and a.state = 'planned' and s.cancelled_at is not null;
end $function$

grant execute on carry_session(uuid,timestamp with time zone) to throughline_app
CREATE OR REPLACE FUNCTION child_standing(child uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (NOT (EXISTS ( SELECT
                FROM child c
               WHERE ((c.service_id = current_service()) AND (c.child_id = child_standing.child))))) THEN 'none'::text
             WHEN (EXISTS ( SELECT
                FROM conflict_of_interest c
               WHERE ((c.service_id = current_service()) AND (c.child_id = child_standing.child) AND (c.user_id = current_person())))) THEN 'conflict'::text
             WHEN (child = ANY (hidden_children())) THEN 'restricted'::text
             ELSE 'open'::text
         END AS "case";
END

grant execute on child_standing(uuid) to throughline_app
CREATE OR REPLACE FUNCTION clear_drafts(older_than timestamp with time zone, of_form text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 DELETE FROM draft d
   WHERE ((d.service_id = current_service()) AND (d.saved_at < clear_drafts.older_than) AND ((clear_drafts.of_form IS NULL) OR (d.form = clear_drafts.of_form)));
END

grant execute on clear_drafts(timestamp with time zone,text) to throughline_app
CREATE OR REPLACE FUNCTION clear_forms_sent(older_than timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 DELETE FROM form_sent f
   WHERE ((f.service_id = current_service()) AND (f.sent_at < clear_forms_sent.older_than));
END

grant execute on clear_forms_sent(timestamp with time zone) to throughline_app
CREATE OR REPLACE FUNCTION count_rows(file uuid)
 RETURNS TABLE(total bigint, waiting bigint, accepted bigint, known bigint, failed bigint, dropped bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT count(*) AS count,
     count(*) FILTER (WHERE (r.state = 'waiting'::text)) AS count,
     count(*) FILTER (WHERE (r.state = 'accepted'::text)) AS count,
     count(*) FILTER (WHERE (r.state = 'known-already'::text)) AS count,
     count(*) FILTER (WHERE (r.state = 'failed'::text)) AS count,
     count(*) FILTER (WHERE (r.state = 'dropped'::text)) AS count
    FROM import_row r
   WHERE ((r.service_id = current_service()) AND (r.import_id = count_rows.file));
END

grant execute on count_rows(uuid) to throughline_app
CREATE OR REPLACE FUNCTION current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('throughline.user'::text, true), ''::text))::uuid

grant execute on current_person() to throughline_app
CREATE OR REPLACE FUNCTION current_service()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('throughline.service'::text, true), ''::text))::uuid

grant execute on current_service() to throughline_app
CREATE OR REPLACE FUNCTION extend_audit_chain(service uuid)
 RETURNS TABLE("position" bigint, hash bytea, horizon xid8, server text, sealed_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

grant execute on extend_audit_chain(uuid) to throughline_app
CREATE OR REPLACE FUNCTION find_account_link(hash bytea)
 RETURNS TABLE(service_id uuid, link_id uuid, user_id uuid, purpose text, expires_at timestamp with time zone, used_at timestamp with time zone, email text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.service_id,
     l.link_id,
     l.user_id,
     l.purpose,
     l.expires_at,
     l.used_at,
     a.email,
     a.name
    FROM (account_link l
      JOIN person_account a USING (service_id, user_id))
   WHERE ((l.token_hash = find_account_link.hash) AND (a.disabled_at IS NULL));
END

grant execute on find_account_link(bytea) to throughline_app
CREATE OR REPLACE FUNCTION find_accounts(address text)
 RETURNS SETOF person_account
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.service_id,
     a.user_id,
     a.email,
     a.name,
     a.roles,
     a.has_search_key,
     a.password_hash,
     a.failed_sign_ins,
     a.locked_until,
     a.disabled_at,
     a.created_at,
     a.version
    FROM person_account a
   WHERE ((a.email = lower(TRIM(BOTH FROM find_accounts.address))) AND (a.disabled_at IS NULL))
   ORDER BY a.created_at;
END

grant execute on find_accounts(text) to throughline_app
CREATE OR REPLACE FUNCTION find_api_key(hash bytea)
 RETURNS TABLE(service_id uuid, service_name text, system_id uuid, system_name text, key_id uuid, scopes text[], expires_at timestamp with time zone, used_at timestamp with time zone, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT k.service_id,
     v.name,
     k.system_id,
     s.name,
     k.key_id,
     k.scopes,
     k.expires_at,
     k.used_at,
     k.ended_at
    FROM ((api_key k
      JOIN partner_system s USING (service_id, system_id))
      JOIN service v USING (service_id))
   WHERE (k.token_hash = find_api_key.hash);
END

grant execute on find_api_key(bytea) to throughline_app
CREATE OR REPLACE FUNCTION find_children_named(said text)
 RETURNS TABLE(child_id uuid, folded_name text, other_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  hidden uuid[] := hidden_children();
  begins text := regexp_replace(said, '([\\%_])', '\\\1', 'g') || '%';
begin
  return query
    select c.child_id, c.folded_name, '' from child c
    where c.service_id = current_service() and c.child_id <> all (hidden)
      and (c.folded_name % said or c.folded_name %> said or c.folded_name like begins or c.folded_name like '% ' || begins)
    union all
    select n.child_id, n.folded_name, n.name from child_name n
    where n.service_id = current_service() and n.child_id <> all (hidden)
      and (n.folded_name % said or n.folded_name %> said or n.folded_name like begins or n.folded_name like '% ' || begins);
end $function$

grant execute on find_children_named(text) to throughline_app
CREATE OR REPLACE FUNCTION find_passkey(credential text)
 RETURNS SETOF passkey
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.service_id,
     p.passkey_id,
     p.user_id,
     p.public_key,
     p.counter,
     p.transports,
     p.name,
     p.created_at,
     p.used_at
    FROM (passkey p
      JOIN person_account a USING (service_id, user_id))
   WHERE ((p.passkey_id = find_passkey.credential) AND (a.disabled_at IS NULL));
END

grant execute on find_passkey(text) to throughline_app
CREATE OR REPLACE FUNCTION find_restricted_child(its_reference text, its_name text, born date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.child_id
    FROM child c
   WHERE ((c.service_id = current_service()) AND ((c.reference = find_restricted_child.its_reference) OR ((c.birth_date = find_restricted_child.born) AND ((c.folded_name = find_restricted_child.its_name) OR (find_restricted_child.its_name = ANY (c.whole_names)) OR (EXISTS ( SELECT
            FROM child_name n
           WHERE ((n.service_id = c.service_id) AND (n.child_id = c.child_id) AND (n.folded_name = find_restricted_child.its_name))))))) AND (child_standing(c.child_id) = 'restricted'::text))
  LIMIT 1;
END

grant execute on find_restricted_child(text,text,date) to throughline_app
CREATE OR REPLACE FUNCTION find_session(hash bytea)
 RETURNS TABLE(service_id uuid, service_name text, is_demonstration boolean, session_id uuid, user_id uuid, name text, email text, roles text[], has_search_key boolean, started_at timestamp with time zone, seen_at timestamp with time zone, ended_at timestamp with time zone, passed_second_factor boolean, disabled_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.service_id,
     v.name,
     v.is_demonstration,
     s.session_id,
     s.user_id,
     a.name,
     a.email,
     a.roles,
     a.has_search_key,
     s.started_at,
     s.seen_at,
     s.ended_at,
     s.passed_second_factor,
     a.disabled_at
    FROM ((session s
      JOIN person_account a USING (service_id, user_id))
      JOIN service v USING (service_id))
   WHERE (s.token_hash = find_session.hash);
END

grant execute on find_session(bytea) to throughline_app
CREATE OR REPLACE FUNCTION fold_reference(written text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(regexp_replace(written, '[^[:alnum:]]'::text, ''::text, 'g'::text))

grant execute on fold_reference(text) to throughline_app
CREATE OR REPLACE FUNCTION glass_to_review()
 RETURNS TABLE(access_id uuid, child_id uuid, user_id uuid, granted_at timestamp with time zone, until timestamp with time zone, reason text, version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT x.access_id,
     x.child_id,
     x.user_id,
     x.granted_at,
     x.until,
     x.reason,
     x.version
    FROM child_access x
   WHERE ((x.service_id = current_service()) AND x.broke_glass AND (x.reviewed_at IS NULL) AND (NOT (EXISTS ( SELECT
            FROM conflict_of_interest c
           WHERE ((c.service_id = x.service_id) AND (c.child_id = x.child_id) AND (c.user_id = current_person()))))));
END

grant execute on glass_to_review() to throughline_app
CREATE OR REPLACE FUNCTION has_part_in(child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM case_worker w
           WHERE ((w.service_id = current_service()) AND (w.child_id = has_part_in.child) AND (w.user_id = current_person()) AND (w.until_at IS NULL)))) AS "exists";
END

grant execute on has_part_in(uuid) to throughline_app
CREATE OR REPLACE FUNCTION hidden_children()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(hidden.child_id), '{}'::uuid[]) AS "coalesce"
    FROM ( SELECT r.child_id
            FROM child_restriction r
           WHERE ((r.service_id = current_service()) AND (NOT (EXISTS ( SELECT
                    FROM child_access a
                   WHERE ((a.service_id = r.service_id) AND (a.child_id = r.child_id) AND (a.user_id = current_person()) AND ((a.until IS NULL) OR (a.until > now())))))))
         UNION
          SELECT c.child_id
            FROM conflict_of_interest c
           WHERE ((c.service_id = current_service()) AND (c.user_id = current_person()))) hidden;
END

grant execute on hidden_children() to throughline_app
CREATE OR REPLACE FUNCTION hidden_import_rows()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH hidden AS (
          SELECT h.*::child AS known,
             (EXISTS ( SELECT
                    FROM conflict_of_interest x
                   WHERE ((x.service_id = h.service_id) AND (x.child_id = h.child_id) AND (x.user_id = current_person())))) AS is_conflict
            FROM child h
           WHERE ((h.service_id = current_service()) AND (h.child_id = ANY (hidden_children())))
         ), arrived AS (
          SELECT unnest(hidden_notifications()) AS notification_id
           WHERE (EXISTS ( SELECT
                    FROM hidden))
         )
  SELECT COALESCE(array_agg(r.row_id), '{}'::uuid[]) AS "coalesce"
    FROM import_row r
   WHERE ((r.service_id = current_service()) AND (EXISTS ( SELECT
            FROM hidden)) AND ((r.notification_id IN ( SELECT arrived.notification_id
            FROM arrived)) OR ((r.state = ANY (ARRAY['failed'::text, 'dropped'::text])) AND (EXISTS ( SELECT
            FROM hidden
           WHERE may_be(hidden.known, r.folded_names, r.birth_date, (r.cells ->> 'postcode'::text), (r.cells ->> 'phone'::text), (r.cells ->> 'school'::text), hidden.is_conflict))))));
END

grant execute on hidden_import_rows() to throughline_app
CREATE OR REPLACE FUNCTION hidden_notifications()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH hidden AS (
          SELECT h.*::child AS known,
             (EXISTS ( SELECT
                    FROM conflict_of_interest x
                   WHERE ((x.service_id = h.service_id) AND (x.child_id = h.child_id) AND (x.user_id = current_person())))) AS is_conflict
            FROM child h
           WHERE ((h.service_id = current_service()) AND (h.child_id = ANY (hidden_children())))
         ), own(child_id, name) AS (
          SELECT (hidden.known).child_id AS child_id,
             (hidden.known).folded_name AS folded_name
            FROM hidden
         UNION ALL
          SELECT n_1.child_id,
             n_1.folded_name
            FROM child_name n_1
           WHERE ((n_1.service_id = current_service()) AND (n_1.child_id IN ( SELECT (hidden.known).child_id AS child_id
                    FROM hidden)))
         )
  SELECT COALESCE(array_agg(n.notification_id), '{}'::uuid[]) AS "coalesce"
    FROM ( SELECT n_1.notification_id
            FROM notification n_1
           WHERE ((n_1.service_id = current_service()) AND (n_1.child_id IN ( SELECT (hidden.known).child_id AS child_id
                    FROM hidden)))
         UNION ALL
          SELECT n_1.notification_id
            FROM notification n_1
           WHERE ((n_1.service_id = current_service()) AND (n_1.child_id IS NULL) AND (EXISTS ( SELECT
                    FROM hidden
                   WHERE (((EXISTS ( SELECT
                            FROM own,
                             unnest(n_1.folded_names) said(name)
                           WHERE ((own.child_id = (hidden.known).child_id) AND (similarity(own.name, said.name) >= (0.3)::double precision)))) OR (hidden.is_conflict AND (n_1.birth_date IS NOT NULL) AND ((hidden.known).birth_date IS NOT NULL))) AND may_be(hidden.known, n_1.folded_names, n_1.birth_date, n_1.postcode, n_1.phone, n_1.school, hidden.is_conflict)))))) n;
END

grant execute on hidden_notifications() to throughline_app
CREATE OR REPLACE FUNCTION is_last_to_open(person uuid, seeing text[], child uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (child_restriction r
              JOIN child_access x ON (((x.service_id = r.service_id) AND (x.child_id = r.child_id))))
           WHERE ((r.service_id = current_service()) AND (x.user_id = is_last_to_open.person) AND ((is_last_to_open.child IS NULL) OR (r.child_id = is_last_to_open.child)) AND (who_can_open(r.child_id, is_last_to_open.seeing) = ARRAY[is_last_to_open.person])))) AS "exists";
END

grant execute on is_last_to_open(uuid,text[],uuid) to throughline_app
CREATE OR REPLACE FUNCTION is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((current_setting('throughline.system'::text, true) = 'on'::text) OR (SESSION_USER <> CURRENT_USER))

CREATE OR REPLACE FUNCTION keep_notification(way_in text, its_form text, its_reference text, received timestamp with time zone, given text, family text, names text[], born date, described jsonb, said jsonb)
 RETURNS TABLE(id uuid, before jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- Two who send the same at once: the second finds what the first has kept.
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', current_service(), way_in, coalesce(fold_reference(its_reference), names[1])), 0));
  return query
    select n.notification_id, n.details from notification n
    where n.service_id = current_service() and n.route_in = way_in
      and n.folded_name = names[1] and n.birth_date is not distinct from born
      and case when its_reference is null then n.reference is null and n.form = its_form and n.received_at = received and n.details = said
        else n.folded_reference = fold_reference(its_reference)
          -- The police send a list again and again; anybody else who writes otherwise about a child whose first referral
          -- is settled refers the child anew.
          and (its_form = 'yot1' or n.details = said or (n.child_id is null and n.closed_at is null)) end
    limit 1;
  if not found then
    return query
      insert into notification (service_id, route_in, form, reference, received_at, given_name, family_name, folded_name,
        folded_names, birth_date, postcode, phone, parent_phone, school, details)
      values (current_service(), way_in, its_form, its_reference, received, given, family, names[1], names, born,
        coalesce(described->>'postcode', ''), coalesce(described->>'phone', ''), coalesce(described->>'parent-phone', ''),
        coalesce(described->>'school', ''), said)
      returning notification_id, null::jsonb;
  end if;
end $function$

grant execute on keep_notification(text,text,text,timestamp with time zone,text,text,text[],date,jsonb,jsonb) to throughline_app
CREATE OR REPLACE FUNCTION left_to_nobody(seeing text[])
 RETURNS TABLE(child_id uuid, restricted_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.child_id,
     r.restricted_at
    FROM child_restriction r
   WHERE ((r.service_id = current_service()) AND (who_can_open(r.child_id, left_to_nobody.seeing) = '{}'::uuid[]) AND (NOT (EXISTS ( SELECT
            FROM conflict_of_interest c
           WHERE ((c.service_id = r.service_id) AND (c.child_id = r.child_id) AND (c.user_id = current_person()))))));
END

grant execute on left_to_nobody(text[]) to throughline_app
CREATE OR REPLACE FUNCTION list_services()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.service_id
    FROM service s
   ORDER BY s.service_id;
END

grant execute on list_services() to throughline_app
CREATE OR REPLACE FUNCTION list_views_of(children uuid[], earlier_than bigint, most integer)
 RETURNS TABLE(id bigint, at timestamp with time zone, person_id uuid, purpose text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select e.id, e.at, e.person_id, e.purpose from audit_event e
    where e.service_id = current_service() and e.action = 'view' and e.child_id is null
      and e.after -> 'children' ?| (select coalesce(array_agg(child::text), '{}') from unnest(children) child where child <> all (hidden_children()))
      and e.id < earlier_than
    order by e.id desc limit most;
end $function$

grant execute on list_views_of(uuid[],bigint,integer) to throughline_app
CREATE OR REPLACE FUNCTION may_be(known child, names text[], born date, postcode text, phone text, school text, loosely boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE COST 10000
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH alike AS (
          SELECT COALESCE(max(similarity(own.name, said.name)), (0)::real) AS most
            FROM (unnest(may_be.names) said(name)
              CROSS JOIN LATERAL ( SELECT (may_be.known).folded_name AS name
                 UNION ALL
                  SELECT n.folded_name
                    FROM child_name n
                   WHERE ((n.service_id = (may_be.known).service_id) AND (n.child_id = (may_be.known).child_id))) own)
         )
  SELECT
         CASE
             WHEN may_be.loosely THEN (COALESCE((((may_be.known).birth_date = may_be.born) OR (to_char(((may_be.known).birth_date)::timestamp with time zone, 'YYYY-MM-DD'::text) = to_char((may_be.born)::timestamp with time zone, 'YYYY-DD-MM'::text))), false) OR (alike.most >= (0.345)::double precision) OR ((alike.most >= (0.3)::double precision) AND (birth_fits(may_be.known, may_be.born) OR place_fits(may_be.known, may_be.postcode, may_be.phone, may_be.school))))
             ELSE (((alike.most >= (0.6)::double precision) AND ((may_be.born IS NULL) OR ((may_be.known).birth_date IS NULL) OR place_fits(may_be.known, may_be.postcode, may_be.phone, may_be.school))) OR ((alike.most >= (0.3)::double precision) AND birth_fits(may_be.known, may_be.born)))
         END AS "case"
    FROM alike;
END

CREATE OR REPLACE FUNCTION phone_figures(written text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(regexp_replace(written, '[^0-9]'::text, ''::text, 'g'::text), '^(00)?44'::text, '0'::text)

grant execute on phone_figures(text) to throughline_app
CREATE OR REPLACE FUNCTION place_fits(known child, postcode text, phone text, school text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM ( VALUES ((place_fits.known).postcode,place_fits.postcode), ((place_fits.known).phone,place_fits.phone), ((place_fits.known).school,place_fits.school)) same(one, other)
           WHERE ((same.one <> ''::text) AND (lower(regexp_replace(same.one, '[^[:alnum:]]'::text, ''::text, 'g'::text)) = lower(regexp_replace(same.other, '[^[:alnum:]]'::text, ''::text, 'g'::text)))))) AS "exists";
END

CREATE OR REPLACE PROCEDURE protect_child_rows(IN target regclass, IN grants text DEFAULT 'select, insert, update'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  call protect(target, grants, true, '',
    'service_id = (select current_service()) and (child_id is null or child_id <> all ((select hidden_children())::uuid[]))');
end $procedure$

CREATE OR REPLACE PROCEDURE protect(IN target regclass, IN grants text DEFAULT 'select, insert, update'::text, IN audited boolean DEFAULT true, IN secrets text DEFAULT ''::text, IN visible text DEFAULT 'service_id = (select current_service())'::text)
 LANGUAGE plpgsql
AS $procedure$
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
end $procedure$

CREATE OR REPLACE FUNCTION record_event(what text, about uuid, details jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT add_audit_event(current_service(), 'event'::text, NULL::text, NULL::jsonb, about, NULL::jsonb, details, what) AS add_audit_event;
END

grant execute on record_event(text,uuid,jsonb) to throughline_app
CREATE OR REPLACE FUNCTION record_views(children uuid[], what text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT add_audit_event(current_service(), 'view'::text, NULL::text, NULL::jsonb, NULL::uuid, NULL::jsonb, jsonb_build_object('children', to_jsonb(children)), what) AS add_audit_event;
END

grant execute on record_views(uuid[],text) to throughline_app
CREATE OR REPLACE FUNCTION record_view(child uuid, what text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT add_audit_event(current_service(), 'view'::text, NULL::text, NULL::jsonb, child, NULL::jsonb, NULL::jsonb, what) AS add_audit_event;
END

grant execute on record_view(uuid,text) to throughline_app
CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end $function$

CREATE OR REPLACE FUNCTION review_glass(opening uuid, seen integer, note text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update child_access x set reviewed_by = current_person(), reviewed_at = at, review_note = note, version = version + 1
  where x.service_id = current_service() and x.access_id = opening and x.version = seen
    and x.user_id <> current_person() and x.access_id in (select access_id from glass_to_review());
  return found;
end $function$

grant execute on review_glass(uuid,integer,text,timestamp with time zone) to throughline_app
CREATE OR REPLACE FUNCTION settle_import_row(file uuid, which integer, seen integer, becomes text, wrong jsonb, notification uuid, its_cells jsonb, names text[], born date, reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update import_row r
  set state = becomes, faults = wrong, notification_id = notification, cells = coalesce(its_cells, r.cells),
    folded_names = coalesce(names, r.folded_names), birth_date = case when names is null then r.birth_date else born end,
    dropped_reason = reason, version = r.version + 1
  where r.service_id = current_service() and r.import_id = file and r.row_number = which and r.version = seen;
  return found;
end $function$

grant execute on settle_import_row(uuid,integer,integer,text,jsonb,uuid,jsonb,text[],date,text) to throughline_app
CREATE OR REPLACE FUNCTION sign_audit_chain(service uuid, head_position bigint, head_hash bytea, head_horizon xid8, head_server text, head_sealed_at timestamp with time zone, head_signature text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

grant execute on sign_audit_chain(uuid,bigint,bytea,xid8,text,timestamp with time zone,text) to throughline_app
CREATE OR REPLACE FUNCTION who_can_open(child uuid, seeing text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT a.user_id), '{}'::uuid[]) AS "coalesce"
    FROM (child_access x
      JOIN person_account a ON (((a.service_id = x.service_id) AND (a.user_id = x.user_id))))
   WHERE ((x.service_id = current_service()) AND (x.child_id = who_can_open.child) AND (x.until IS NULL) AND (a.disabled_at IS NULL) AND (a.password_hash IS NOT NULL) AND (a.roles && who_can_open.seeing) AND (NOT (EXISTS ( SELECT
            FROM conflict_of_interest c
           WHERE ((c.service_id = x.service_id) AND (c.child_id = x.child_id) AND (c.user_id = x.user_id))))));
END

CREATE OR REPLACE FUNCTION work_held_by(person uuid)
 RETURNS TABLE(cases bigint, appointments bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ( SELECT count(*) AS count
            FROM involvement i
           WHERE ((i.service_id = current_service()) AND (i.holder_id = work_held_by.person) AND (i.ended_at IS NULL))) AS count,
     ( SELECT count(*) AS count
            FROM appointment p
           WHERE ((p.service_id = current_service()) AND (p.with_user = work_held_by.person) AND (p.state = 'planned'::text))) AS count;
END

grant execute on work_held_by(uuid) to throughline_app
