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
  constraint appointment_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint appointment_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint appointment_lasts CHECK (((minutes >= 5) AND (minutes <= 480)))
  constraint appointment_missed_with_reason CHECK ((((state = 'missed'::text) = (reason_is_acceptable IS NOT NULL)) AND ((state <> 'missed'::text) OR (missed_reason <> ''::text))))
  constraint appointment_pk PRIMARY KEY (service_id, appointment_id)
  constraint appointment_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'kept'::text, 'missed'::text, 'cancelled'::text])))
  constraint appointment_with_account FOREIGN KEY (service_id, with_user) REFERENCES person_account(service_id, user_id)
  CREATE INDEX appointment_by_child ON appointment USING btree (service_id, child_id, starts_at)
  CREATE INDEX appointment_by_start ON appointment USING btree (service_id, starts_at, appointment_id)
  CREATE INDEX appointment_by_worker ON appointment USING btree (service_id, with_user, starts_at)
  CREATE INDEX appointment_missed ON appointment USING btree (service_id, involvement_id) WHERE (state = 'missed'::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,appointment_id', '')
  grant insert, select, update to throughline_app
table attachment row security forced
  service_id uuid not null
  attachment_id uuid not null default uuidv7()
  child_id uuid not null
  note_id uuid
  name text not null
  description text not null
  type text not null
  bytes integer not null
  sha256 text not null
  sensitivity text not null default 'ordinary'::text
  scan text not null
  scan_words text not null default ''::text
  added_by uuid not null
  added_at timestamp with time zone not null
  removed_by uuid
  removed_at timestamp with time zone
  removed_reason text not null default ''::text
  version integer not null default 1
  constraint attachment_added_by_account FOREIGN KEY (service_id, added_by) REFERENCES person_account(service_id, user_id)
  constraint attachment_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint attachment_holds_something CHECK ((bytes > 0))
  constraint attachment_named CHECK ((name <> ''::text))
  constraint attachment_note FOREIGN KEY (service_id, note_id) REFERENCES note(service_id, note_id)
  constraint attachment_pk PRIMARY KEY (service_id, attachment_id)
  constraint attachment_removed_by_account FOREIGN KEY (service_id, removed_by) REFERENCES person_account(service_id, user_id)
  constraint attachment_removed_with_reason CHECK ((((removed_at IS NULL) = (removed_reason = ''::text)) AND ((removed_at IS NULL) = (removed_by IS NULL))))
  constraint attachment_scan_known CHECK ((scan = ANY (ARRAY['clean'::text, 'infected'::text, 'not-scanned'::text])))
  constraint attachment_sensitivity_known CHECK ((sensitivity = ANY (ARRAY['ordinary'::text, 'sensitive'::text])))
  CREATE INDEX attachment_by_child ON attachment USING btree (service_id, child_id)
  CREATE INDEX attachment_by_note ON attachment USING btree (service_id, note_id) WHERE (note_id IS NOT NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND
CASE
    WHEN (note_id IS NOT NULL) THEN (NOT is_note_hidden(note_id))
    WHEN (sensitivity = 'sensitive'::text) THEN ((added_by = ( SELECT current_person() AS current_person)) OR sees_sensitive(child_id))
    ELSE true
END)) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,attachment_id', '')
  grant insert, select, update to throughline_app
table attachment_content row security forced
  service_id uuid not null
  attachment_id uuid not null
  child_id uuid not null
  content bytea not null
  constraint attachment_content_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint attachment_content_of_attachment FOREIGN KEY (service_id, attachment_id) REFERENCES attachment(service_id, attachment_id)
  constraint attachment_content_pk PRIMARY KEY (service_id, attachment_id)
  CREATE INDEX attachment_content_by_child ON attachment_content USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (NOT is_attachment_hidden(attachment_id)))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (NOT is_attachment_hidden(attachment_id))))
  grant delete, insert, select, update to throughline_app
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
    ELSE ((child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND
    CASE table_name
        WHEN 'note'::text THEN (NOT is_note_hidden(((row_key ->> 'note_id'::text))::uuid))
        WHEN 'attachment'::text THEN (NOT is_attachment_hidden(((row_key ->> 'attachment_id'::text))::uuid))
        WHEN 'chronology_mark'::text THEN (NOT is_note_hidden(((COALESCE(after, before) ->> 'about_id'::text))::uuid))
        ELSE true
    END)
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
  religion text not null default ''::text
  disability text not null default ''::text
  disability_words text not null default ''::text
  what_helps text not null default ''::text
  interpreter_note text not null default ''::text
  constraint child_birth_date_basis_known CHECK ((birth_date_basis = ANY (ARRAY['known'::text, 'estimated'::text, 'unknown'::text])))
  constraint child_birth_date_unless_unknown CHECK (((birth_date IS NULL) = (birth_date_basis = 'unknown'::text)))
  constraint child_disability_known CHECK ((disability = ANY (ARRAY[''::text, 'yes'::text, 'no'::text, 'not-asked'::text, 'would-not-say'::text])))
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
table child_address row security forced
  service_id uuid not null
  address_id uuid not null default uuidv7()
  child_id uuid not null
  kind text not null
  address text not null default ''::text
  postcode text not null default ''::text
  lives_there text not null default ''::text
  confidential_from text not null default ''::text
  note text not null default ''::text
  from_on date
  until_on date
  recorded_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint child_address_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_address_in_order CHECK ((until_on >= from_on))
  constraint child_address_kind_known CHECK ((kind = ANY (ARRAY['home'::text, 'placement'::text, 'part-time'::text, 'none'::text])))
  constraint child_address_pk PRIMARY KEY (service_id, address_id)
  constraint child_address_somewhere CHECK (((kind = 'none'::text) OR (address <> ''::text) OR (postcode <> ''::text)))
  CREATE INDEX child_address_by_child ON child_address USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_address FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,address_id', '')
  grant delete, insert, select, update to throughline_app
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
table child_care row security forced
  service_id uuid not null
  care_id uuid not null default uuidv7()
  child_id uuid not null
  status text not null
  legal_basis text not null default ''::text
  authority text not null default ''::text
  worker text not null default ''::text
  worker_contact text not null default ''::text
  note text not null default ''::text
  from_on date
  until_on date
  recorded_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint child_care_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_care_in_order CHECK ((until_on >= from_on))
  constraint child_care_pk PRIMARY KEY (service_id, care_id)
  constraint child_care_status_given CHECK ((status <> ''::text))
  CREATE INDEX child_care_by_child ON child_care USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_care FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,care_id', '')
  grant delete, insert, select, update to throughline_app
table child_education row security forced
  service_id uuid not null
  education_id uuid not null default uuidv7()
  child_id uuid not null
  kind text not null
  name text not null default ''::text
  contact text not null default ''::text
  note text not null default ''::text
  from_on date
  until_on date
  recorded_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint child_education_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_education_in_order CHECK ((until_on >= from_on))
  constraint child_education_kind_known CHECK ((kind = ANY (ARRAY['school'::text, 'special-school'::text, 'college'::text, 'alternative'::text, 'home'::text, 'training'::text, 'work'::text, 'none'::text, 'not-said'::text])))
  constraint child_education_named CHECK (((name <> ''::text) OR (kind = ANY (ARRAY['home'::text, 'none'::text]))))
  constraint child_education_pk PRIMARY KEY (service_id, education_id)
  CREATE INDEX child_education_by_child ON child_education USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_education FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,education_id', '')
  grant delete, insert, select, update to throughline_app
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
  kind text not null default 'other'::text
  organisation text not null default ''::text
  lives_with_child boolean not null default false
  barred_reason text not null default ''::text
  best_way text not null default ''::text
  language text not null default ''::text
  needs_interpreter boolean not null default false
  constraint child_person_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_person_kind_known CHECK ((kind = ANY (ARRAY['parent'::text, 'carer'::text, 'sibling'::text, 'family'::text, 'friend'::text, 'professional'::text, 'other'::text])))
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
table chronology_mark row security forced
  service_id uuid not null
  mark_id uuid not null default uuidv7()
  child_id uuid not null
  kind text not null
  about_id uuid not null
  reason text not null
  marked_by uuid not null
  marked_at timestamp with time zone not null
  constraint chronology_mark_account FOREIGN KEY (service_id, marked_by) REFERENCES person_account(service_id, user_id)
  constraint chronology_mark_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint chronology_mark_once UNIQUE (service_id, kind, about_id)
  constraint chronology_mark_pk PRIMARY KEY (service_id, mark_id)
  constraint chronology_mark_reason_given CHECK ((reason <> ''::text))
  CREATE INDEX chronology_mark_by_child ON chronology_mark USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND
CASE kind
    WHEN 'note'::text THEN (NOT is_note_hidden(about_id))
    WHEN 'attachment'::text THEN (NOT is_attachment_hidden(about_id))
    ELSE true
END)) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON chronology_mark FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,mark_id', '')
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
table hand_over row security forced
  service_id uuid not null
  hand_over_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid not null
  milestone_id uuid not null
  from_user uuid
  to_user uuid not null
  given_at timestamp with time zone not null
  read_at timestamp with time zone
  constraint hand_over_from_account FOREIGN KEY (service_id, from_user) REFERENCES person_account(service_id, user_id)
  constraint hand_over_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint hand_over_milestone FOREIGN KEY (service_id, milestone_id) REFERENCES milestone(service_id, milestone_id)
  constraint hand_over_pk PRIMARY KEY (service_id, hand_over_id)
  constraint hand_over_to_account FOREIGN KEY (service_id, to_user) REFERENCES person_account(service_id, user_id)
  CREATE INDEX hand_over_by_involvement ON hand_over USING btree (service_id, involvement_id)
  CREATE INDEX hand_over_unread ON hand_over USING btree (service_id, to_user) WHERE (read_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON hand_over FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,hand_over_id', '')
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
table information_shared row security forced
  service_id uuid not null
  shared_id uuid not null default uuidv7()
  child_id uuid not null
  agreement_id uuid
  what text not null
  has_health boolean not null
  with_whom text not null
  way text not null
  basis text not null
  reason text not null default ''::text
  shared_at timestamp with time zone not null
  shared_by uuid not null
  recorded_at timestamp with time zone not null
  mistaken_reason text not null default ''::text
  version integer not null default 1
  constraint information_shared_account FOREIGN KEY (service_id, shared_by) REFERENCES person_account(service_id, user_id)
  constraint information_shared_agreement FOREIGN KEY (service_id, agreement_id) REFERENCES sharing_agreement(service_id, agreement_id)
  constraint information_shared_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint information_shared_on_a_ground CHECK (((agreement_id IS NOT NULL) OR (reason <> ''::text)))
  constraint information_shared_pk PRIMARY KEY (service_id, shared_id)
  constraint information_shared_what_and_whom CHECK (((what <> ''::text) AND (with_whom <> ''::text) AND (way <> ''::text) AND (basis <> ''::text)))
  CREATE INDEX information_shared_by_child ON information_shared USING btree (service_id, child_id, shared_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON information_shared FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,shared_id', '')
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
  sensitivity text not null default 'ordinary'::text
  has_third_party boolean not null default false
  details jsonb not null default '{}'::jsonb
  constraint note_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint note_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id)
  constraint note_pk PRIMARY KEY (service_id, note_id)
  constraint note_sensitivity_known CHECK ((sensitivity = ANY (ARRAY['ordinary'::text, 'sensitive'::text])))
  constraint note_text_given CHECK ((length(TRIM(BOTH FROM text)) > 0))
  constraint note_written_by_account FOREIGN KEY (service_id, written_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX note_by_child ON note USING btree (service_id, child_id, happened_at)
  CREATE INDEX note_by_words ON note USING gin (service_id, note_words(text, details))
  policy searched for select to owner using (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND
CASE
    WHEN (sensitivity = 'sensitive'::text) THEN ((written_by = ( SELECT current_person() AS current_person)) OR sees_sensitive(child_id))
    ELSE true
END)) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
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
table sharing_agreement row security forced
  service_id uuid not null
  agreement_id uuid not null default uuidv7()
  child_id uuid not null
  what text not null
  has_health boolean not null
  with_whom text not null
  basis text not null
  reason text not null default ''::text
  agreed_by text[] not null default '{}'::text[]
  how_asked text not null default ''::text
  from_on date not null
  until_on date
  withdrawn_on date
  withdrawn_by text not null default ''::text
  withdrawn_reason text not null default ''::text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  version integer not null default 1
  constraint sharing_agreement_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint sharing_agreement_basis_told CHECK (
CASE basis
    WHEN 'consent'::text THEN ((cardinality(agreed_by) > 0) AND (how_asked <> ''::text))
    ELSE (reason <> ''::text)
END)
  constraint sharing_agreement_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint sharing_agreement_in_order CHECK (((until_on >= from_on) AND (withdrawn_on >= from_on)))
  constraint sharing_agreement_pk PRIMARY KEY (service_id, agreement_id)
  constraint sharing_agreement_what_and_whom CHECK (((what <> ''::text) AND (with_whom <> ''::text)))
  constraint sharing_agreement_withdrawn_by_somebody CHECK (((withdrawn_on IS NULL) = (withdrawn_by = ''::text)))
  CREATE INDEX sharing_agreement_by_child ON sharing_agreement USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON sharing_agreement FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,agreement_id', '')
  grant insert, select, update to throughline_app
table work_term row security forced
  service_id uuid not null
  term_id uuid not null default uuidv7()
  kind text not null
  title text not null
  ended_at timestamp with time zone
  version integer not null default 1
  constraint work_term_kind_known CHECK ((kind = ANY (ARRAY['skill'::text, 'language'::text])))
  constraint work_term_pk PRIMARY KEY (service_id, term_id)
  constraint work_term_service FOREIGN KEY (service_id) REFERENCES service(service_id)
  constraint work_term_title_given CHECK ((length(TRIM(BOTH FROM title)) > 0))
  CREATE UNIQUE INDEX work_term_one_per_title ON work_term USING btree (service_id, kind, lower(title)) WHERE (ended_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON work_term FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,term_id', '')
  grant insert, select, update to throughline_app
table worker_leave row security forced
  service_id uuid not null
  leave_id uuid not null default uuidv7()
  user_id uuid not null
  from_on date not null
  until_on date not null
  covered_by uuid
  version integer not null default 1
  constraint worker_leave_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint worker_leave_cover FOREIGN KEY (service_id, covered_by) REFERENCES person_account(service_id, user_id)
  constraint worker_leave_in_order CHECK ((until_on >= from_on))
  constraint worker_leave_not_covered_by_oneself CHECK ((covered_by <> user_id))
  constraint worker_leave_pk PRIMARY KEY (service_id, leave_id)
  CREATE INDEX worker_leave_by_cover ON worker_leave USING btree (service_id, covered_by, until_on) WHERE (covered_by IS NOT NULL)
  CREATE INDEX worker_leave_by_person ON worker_leave USING btree (service_id, user_id, until_on)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON worker_leave FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,leave_id', '')
  grant delete, insert, select, update to throughline_app
table worker_profile row security forced
  service_id uuid not null
  user_id uuid not null
  minutes_a_week integer
  days text[] not null default '{}'::text[]
  version integer not null default 1
  constraint worker_profile_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint worker_profile_days_known CHECK ((days <@ ARRAY['mon'::text, 'tue'::text, 'wed'::text, 'thu'::text, 'fri'::text, 'sat'::text, 'sun'::text]))
  constraint worker_profile_minutes_of_a_week CHECK (((minutes_a_week >= 0) AND (minutes_a_week <= 3600)))
  constraint worker_profile_pk PRIMARY KEY (service_id, user_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON worker_profile FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,user_id', '')
  grant insert, select, update to throughline_app
table worker_term row security forced
  service_id uuid not null
  user_id uuid not null
  term_id uuid not null
  constraint worker_term_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint worker_term_of_list FOREIGN KEY (service_id, term_id) REFERENCES work_term(service_id, term_id)
  constraint worker_term_pk PRIMARY KEY (service_id, user_id, term_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON worker_term FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,user_id,term_id', '')
  grant delete, insert, select to throughline_app
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
CREATE OR REPLACE FUNCTION count_beyond_cover(worker uuid, cover uuid, seeing text[])
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT count(DISTINCT w.involvement_id) AS count
    FROM ((case_worker w
      JOIN involvement i ON (((i.service_id = w.service_id) AND (i.involvement_id = w.involvement_id) AND (i.ended_at IS NULL))))
      JOIN person_account a ON (((a.service_id = w.service_id) AND (a.user_id = count_beyond_cover.cover))))
   WHERE ((w.service_id = current_service()) AND (w.user_id = count_beyond_cover.worker) AND (w.until_at IS NULL) AND ((a.disabled_at IS NOT NULL) OR (NOT (a.roles && count_beyond_cover.seeing)) OR (EXISTS ( SELECT
            FROM conflict_of_interest x
           WHERE ((x.service_id = w.service_id) AND (x.child_id = w.child_id) AND (x.user_id = count_beyond_cover.cover)))) OR ((EXISTS ( SELECT
            FROM child_restriction r
           WHERE ((r.service_id = w.service_id) AND (r.child_id = w.child_id)))) AND (NOT (EXISTS ( SELECT
            FROM child_access x
           WHERE ((x.service_id = w.service_id) AND (x.child_id = w.child_id) AND (x.user_id = count_beyond_cover.cover) AND ((x.until IS NULL) OR (x.until > now())))))))));
END

grant execute on count_beyond_cover(uuid,uuid,text[]) to throughline_app
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
CREATE OR REPLACE FUNCTION current_day()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF(current_setting('throughline.today'::text, true), ''::text))::date, ((now() AT TIME ZONE 'Europe/London'::text))::date)

grant execute on current_day() to throughline_app
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
CREATE OR REPLACE FUNCTION find_notes(asked text[], about uuid, only_own boolean, after uuid, most integer)
 RETURNS TABLE(note_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  hidden uuid[] := hidden_children();
  words tsquery := note_query(asked);
  last record;
begin
  select n.happened_at, n.note_id into last from note n where n.service_id = current_service() and n.note_id = after;
  return query
    select n.note_id from note n
    where n.service_id = current_service() and note_words(n.text, n.details) @@ words
      and (about is null or n.child_id = about) and n.child_id <> all (hidden)
      and (not only_own or works_with(n.child_id))
      and (n.sensitivity <> 'sensitive' or n.written_by = current_person() or sees_sensitive(n.child_id))
      and (after is null or (n.happened_at, n.note_id) < (last.happened_at, last.note_id))
    order by n.happened_at desc, n.note_id desc limit most;
end $function$

grant execute on find_notes(text[],uuid,boolean,uuid,integer) to throughline_app
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
CREATE OR REPLACE FUNCTION is_attachment_hidden(attachment uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM attachment a
           WHERE ((a.service_id = current_service()) AND (a.attachment_id = is_attachment_hidden.attachment) AND
                 CASE
                     WHEN (a.note_id IS NOT NULL) THEN is_note_hidden(a.note_id)
                     ELSE ((a.sensitivity = 'sensitive'::text) AND (a.added_by IS DISTINCT FROM current_person()) AND (NOT sees_sensitive(a.child_id)))
                 END))) AS "exists";
END

grant execute on is_attachment_hidden(uuid) to throughline_app
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
CREATE OR REPLACE FUNCTION is_note_hidden(note uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM note n
           WHERE ((n.service_id = current_service()) AND (n.note_id = is_note_hidden.note) AND (n.sensitivity = 'sensitive'::text) AND (n.written_by IS DISTINCT FROM current_person()) AND (NOT sees_sensitive(n.child_id))))) AS "exists";
END

grant execute on is_note_hidden(uuid) to throughline_app
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
CREATE OR REPLACE FUNCTION loads_of_workers(alone uuid DEFAULT NULL::uuid)
 RETURNS TABLE(user_id uuid, children bigint, cases jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT g.user_id,
     max(g.children) AS children,
     jsonb_agg(jsonb_build_object('part', g.part, 'pathway', g.pathway, 'stage', g.stage, 'hasAlert', g.has_alert, 'needsInterpreter', g.needs_interpreter, 'cases', g.cases) ORDER BY g.pathway, g.stage, g.part, g.has_alert, g.needs_interpreter) AS jsonb_agg
    FROM ( SELECT w.user_id,
             w.part,
             i.pathway,
             i.stage,
             c.needs_interpreter,
             (a.child_id IS NOT NULL) AS has_alert,
             count(*) AS cases,
             ( SELECT count(DISTINCT o.child_id) AS count
                    FROM (case_worker o
                      JOIN involvement oi ON (((oi.service_id = o.service_id) AND (oi.involvement_id = o.involvement_id) AND (oi.ended_at IS NULL))))
                   WHERE ((o.service_id = w.service_id) AND (o.user_id = w.user_id) AND (o.until_at IS NULL))) AS children
            FROM (((case_worker w
              JOIN involvement i ON (((i.service_id = w.service_id) AND (i.involvement_id = w.involvement_id) AND (i.ended_at IS NULL))))
              JOIN child c ON (((c.service_id = w.service_id) AND (c.child_id = w.child_id))))
              LEFT JOIN ( SELECT DISTINCT l.service_id,
                     l.child_id
                    FROM child_alert l
                   WHERE (l.ended_at IS NULL)) a ON (((a.service_id = w.service_id) AND (a.child_id = w.child_id))))
           WHERE ((w.service_id = current_service()) AND (w.until_at IS NULL) AND ((loads_of_workers.alone IS NULL) OR (w.user_id = loads_of_workers.alone)))
           GROUP BY w.service_id, w.user_id, w.part, i.pathway, i.stage, c.needs_interpreter, (a.child_id IS NOT NULL)) g
   GROUP BY g.user_id;
END

grant execute on loads_of_workers(uuid) to throughline_app
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

CREATE OR REPLACE FUNCTION note_query(asked text[])
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  term text;
  words tsquery;
  whole tsquery;
begin
  foreach term in array asked loop
    words := to_tsquery('english', term);
    -- Small words, like "the", are nothing that could be found.
    continue when numnode(words) = 0;
    -- The beginning of a word has no stem of its own: "bicy" is to find bicycles.
    if term like '%:*' then words := words || to_tsquery('simple', term); end if;
    whole := case when whole is null then words else whole && words end;
  end loop;
  return coalesce(whole, '');
end $function$

grant execute on note_query(text[]) to throughline_app
CREATE OR REPLACE FUNCTION note_words(text text, details jsonb)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (to_tsvector('english'::regconfig, "left"(text, 200000)) || jsonb_to_tsvector('english'::regconfig, details, '["string"]'::jsonb))

grant execute on note_words(text,jsonb) to throughline_app
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
CREATE OR REPLACE FUNCTION sees_sensitive(child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM person_account a
           WHERE ((a.service_id = current_service()) AND (a.user_id = current_person()) AND (a.roles && ARRAY['senior'::text, 'manager'::text])))) OR works_with(child));
END

grant execute on sees_sensitive(uuid) to throughline_app
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
CREATE OR REPLACE FUNCTION works_with(child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM case_worker w
           WHERE ((w.service_id = current_service()) AND (w.child_id = works_with.child) AND (w.user_id = current_person()) AND (w.until_at IS NULL)))) OR (EXISTS ( SELECT
            FROM (worker_leave l
              JOIN case_worker w ON (((w.service_id = l.service_id) AND (w.user_id = l.user_id))))
           WHERE ((l.service_id = current_service()) AND (l.covered_by = current_person()) AND ((current_day() >= l.from_on) AND (current_day() <= l.until_on)) AND (w.child_id = works_with.child) AND (w.until_at IS NULL)))) OR (EXISTS ( SELECT
            FROM child_access x
           WHERE ((x.service_id = current_service()) AND (x.child_id = works_with.child) AND (x.user_id = current_person()) AND ((x.until IS NULL) OR (x.until > now()))))));
END

grant execute on works_with(uuid) to throughline_app
