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
table action row security forced
  service_id uuid not null
  action_id uuid not null default uuidv7()
  source text not null
  source_reference text not null default ''::text
  source_title text not null default ''::text
  child_id uuid
  about_kind text
  about_id uuid
  what text not null
  owner_id uuid
  owner_words text not null default ''::text
  due_on date
  due_words text not null default ''::text
  begins_on date
  given_on date not null
  added_by uuid not null
  added_at timestamp with time zone not null
  evidence text not null default ''::text
  done_on date
  done_by uuid
  checked_on date
  checked_by uuid
  sent_back_at timestamp with time zone
  given_up_at timestamp with time zone
  given_up_reason text not null default ''::text
  file_colour text not null default ''::text
  import_id uuid
  version integer not null default 1
  constraint action_about_whole CHECK (((about_kind IS NULL) = (about_id IS NULL)))
  constraint action_added_by FOREIGN KEY (service_id, added_by) REFERENCES person_account(service_id, user_id)
  constraint action_checked_account FOREIGN KEY (service_id, checked_by) REFERENCES person_account(service_id, user_id)
  constraint action_checked_by_another CHECK (((checked_by IS NULL) OR ((checked_by <> done_by) AND (checked_by IS DISTINCT FROM owner_id))))
  constraint action_checked_whole CHECK ((((checked_on IS NULL) = (checked_by IS NULL)) AND ((checked_on IS NULL) OR (done_on IS NOT NULL))))
  constraint action_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id) DEFERRABLE
  constraint action_day_or_words CHECK (((due_on IS NULL) OR ((due_words = ''::text) AND (begins_on IS NULL))))
  constraint action_done_account FOREIGN KEY (service_id, done_by) REFERENCES person_account(service_id, user_id)
  constraint action_done_whole CHECK ((((done_on IS NULL) = (done_by IS NULL)) AND ((done_on IS NULL) OR (length(TRIM(BOTH FROM evidence)) > 0))))
  constraint action_ends_once CHECK (((given_up_at IS NULL) OR (done_on IS NULL)))
  constraint action_given_up_says_why CHECK (((given_up_at IS NULL) = (given_up_reason = ''::text)))
  constraint action_of_child UNIQUE (service_id, child_id, action_id)
  constraint action_of_import FOREIGN KEY (service_id, import_id) REFERENCES action_import(service_id, import_id)
  constraint action_owned CHECK (((owner_id IS NOT NULL) OR (length(TRIM(BOTH FROM owner_words)) > 0)))
  constraint action_owner FOREIGN KEY (service_id, owner_id) REFERENCES person_account(service_id, user_id)
  constraint action_pk PRIMARY KEY (service_id, action_id)
  constraint action_said CHECK ((length(TRIM(BOTH FROM what)) > 0))
  CREATE INDEX action_by_about ON action USING btree (service_id, about_kind, about_id) WHERE (about_id IS NOT NULL)
  CREATE INDEX action_by_added ON action USING btree (service_id, added_at, action_id)
  CREATE INDEX action_by_child ON action USING btree (service_id, child_id) WHERE (child_id IS NOT NULL)
  CREATE INDEX action_by_due ON action USING btree (service_id, COALESCE(due_on, '9999-12-31'::date), action_id)
  CREATE INDEX action_by_owner ON action USING btree (service_id, owner_id)
  CREATE UNIQUE INDEX action_imported_once ON action USING btree (service_id, source, source_title, source_reference) WHERE (import_id IS NOT NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON action FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,action_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON action FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table action_import row security forced
  service_id uuid not null
  import_id uuid not null default uuidv7()
  name text not null
  rows jsonb not null
  sent_by uuid not null
  sent_at timestamp with time zone not null
  kept_at timestamp with time zone
  constraint action_import_account FOREIGN KEY (service_id, sent_by) REFERENCES person_account(service_id, user_id)
  constraint action_import_pk PRIMARY KEY (service_id, import_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON action_import FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,import_id', '')
  grant insert, select, update to throughline_app
table action_progress row security forced
  service_id uuid not null
  progress_id uuid not null default uuidv7()
  action_id uuid not null
  child_id uuid
  kind text not null
  words text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  constraint action_progress_account FOREIGN KEY (service_id, written_by) REFERENCES person_account(service_id, user_id)
  constraint action_progress_action FOREIGN KEY (service_id, action_id) REFERENCES action(service_id, action_id)
  constraint action_progress_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id) DEFERRABLE
  constraint action_progress_kind_known CHECK ((kind = ANY (ARRAY['added'::text, 'progress'::text, 'changed'::text, 'done'::text, 'checked'::text, 'sent-back'::text, 'given-up'::text])))
  constraint action_progress_pk PRIMARY KEY (service_id, progress_id)
  constraint action_progress_same_child FOREIGN KEY (service_id, child_id, action_id) REFERENCES action(service_id, child_id, action_id) DEFERRABLE
  CREATE INDEX action_progress_by_action ON action_progress USING btree (service_id, action_id, written_at)
  CREATE INDEX action_progress_by_child ON action_progress USING btree (service_id, child_id) WHERE (child_id IS NOT NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON action_progress FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,progress_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON action_progress FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
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
  ways text[]
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
  tries jsonb not null default '[]'::jsonb
  constraint appointment_at_place FOREIGN KEY (service_id, place_id) REFERENCES meeting_place(service_id, place_id)
  constraint appointment_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint appointment_fetched_by FOREIGN KEY (service_id, fetched_by) REFERENCES person_account(service_id, user_id)
  constraint appointment_in_series FOREIGN KEY (service_id, child_id, series_id) REFERENCES appointment_series(service_id, child_id, series_id) DEFERRABLE
  constraint appointment_in_session FOREIGN KEY (service_id, session_id) REFERENCES group_session(service_id, session_id)
  constraint appointment_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint appointment_judged_by FOREIGN KEY (service_id, reason_judged_by) REFERENCES person_account(service_id, user_id)
  constraint appointment_lasts CHECK (((minutes >= 1) AND (minutes <= 480)))
  constraint appointment_missed_with_reason CHECK ((((state = 'missed'::text) OR (reason_is_acceptable IS NULL)) AND ((state <> 'missed'::text) OR (missed_reason <> ''::text))))
  constraint appointment_of_child UNIQUE (service_id, child_id, appointment_id)
  constraint appointment_pk PRIMARY KEY (service_id, appointment_id)
  constraint appointment_safe_with_words CHECK (((way_is_safe <> 'with-care'::text) OR (safety_note <> ''::text)))
  constraint appointment_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'kept'::text, 'missed'::text, 'cancelled'::text, 'tried'::text])))
  constraint appointment_tries_list CHECK ((jsonb_typeof(tries) = 'array'::text))
  constraint appointment_way_known CHECK ((way_is_safe = ANY (ARRAY[''::text, 'safe'::text, 'with-care'::text, 'not-known'::text])))
  constraint appointment_with_account FOREIGN KEY (service_id, with_user) REFERENCES person_account(service_id, user_id)
  CREATE INDEX appointment_by_series ON appointment USING btree (service_id, series_id, starts_at) WHERE (series_id IS NOT NULL)
  CREATE INDEX appointment_by_start ON appointment USING btree (service_id, starts_at, appointment_id)
  CREATE INDEX appointment_by_time ON appointment USING btree (service_id, child_id, starts_at, appointment_id)
  CREATE INDEX appointment_by_worker ON appointment USING btree (service_id, with_user, starts_at)
  CREATE INDEX appointment_missed ON appointment USING btree (service_id, involvement_id) WHERE (state = 'missed'::text)
  CREATE UNIQUE INDEX appointment_once_a_session ON appointment USING btree (service_id, session_id, involvement_id) WHERE (session_id IS NOT NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,appointment_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON appointment FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  constraint appointment_series_and_child UNIQUE (service_id, child_id, series_id)
  constraint appointment_series_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint appointment_series_pk PRIMARY KEY (service_id, series_id)
  constraint appointment_series_weekdays CHECK (((weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]) AND (cardinality(weekdays) > 0)))
  constraint appointment_series_weeks CHECK (((every_weeks >= 1) AND (every_weeks <= 2)))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON appointment_series FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,series_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON appointment_series FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table arrival_reopening row security forced
  service_id uuid not null
  reopening_id uuid not null default uuidv7()
  notification_id uuid not null
  reopened_at timestamp with time zone not null
  reopened_by uuid not null
  reason text not null
  closed_at timestamp with time zone not null
  closed_reason text not null
  closed_by uuid
  constraint arrival_reopening_account FOREIGN KEY (service_id, reopened_by) REFERENCES person_account(service_id, user_id)
  constraint arrival_reopening_after_closing CHECK ((reopened_at >= closed_at))
  constraint arrival_reopening_closer FOREIGN KEY (service_id, closed_by) REFERENCES person_account(service_id, user_id)
  constraint arrival_reopening_notification FOREIGN KEY (service_id, notification_id) REFERENCES notification(service_id, notification_id)
  constraint arrival_reopening_pk PRIMARY KEY (service_id, reopening_id)
  constraint arrival_reopening_says_why CHECK ((length(TRIM(BOTH FROM reason)) > 0))
  CREATE INDEX arrival_reopening_by_notification ON arrival_reopening USING btree (service_id, notification_id, reopened_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (notification_id <> ALL (( SELECT hidden_notifications() AS hidden_notifications)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (notification_id <> ALL (( SELECT hidden_notifications() AS hidden_notifications)::uuid[]))))
  grant insert, select to throughline_app
table arrived_transfer row security forced
  service_id uuid not null
  arrived_transfer_id uuid not null default uuidv7()
  content_hash bytea not null
  from_service text not null
  reference text not null
  folded_names text[] not null
  birth_date date
  postcode text not null
  phone text not null
  school text not null
  content jsonb
  taken_by uuid not null
  taken_at timestamp with time zone not null
  child_id uuid
  settled_by uuid
  settled_at timestamp with time zone
  version integer not null default 1
  involvement_id uuid
  constraint arrived_transfer_and_child UNIQUE (service_id, child_id, arrived_transfer_id)
  constraint arrived_transfer_case FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint arrived_transfer_case_of_child CHECK (((involvement_id IS NULL) OR (child_id IS NOT NULL)))
  constraint arrived_transfer_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint arrived_transfer_child_when_settled CHECK (((child_id IS NULL) OR (settled_at IS NOT NULL)))
  constraint arrived_transfer_content_while_it_waits CHECK (((content IS NULL) = (settled_at IS NOT NULL)))
  constraint arrived_transfer_once UNIQUE (service_id, content_hash)
  constraint arrived_transfer_pk PRIMARY KEY (service_id, arrived_transfer_id)
  constraint arrived_transfer_settled FOREIGN KEY (service_id, settled_by) REFERENCES person_account(service_id, user_id)
  constraint arrived_transfer_settled_whole CHECK (((settled_at IS NULL) = (settled_by IS NULL)))
  constraint arrived_transfer_taken FOREIGN KEY (service_id, taken_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX arrived_transfer_by_child ON arrived_transfer USING btree (service_id, child_id) WHERE (child_id IS NOT NULL)
  CREATE INDEX arrived_transfer_waiting ON arrived_transfer USING btree (service_id, taken_at) WHERE (settled_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (arrived_transfer_id <> ALL (( SELECT hidden_transfers() AS hidden_transfers)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON arrived_transfer FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,arrived_transfer_id', 'content,folded_names,birth_date,postcode,phone,school,reference')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON arrived_transfer FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table asking_try row security forced
  service_id uuid not null
  asking_try_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid not null
  form text not null
  outcome text not null
  again_on date
  note text not null default ''::text
  tried_by uuid not null
  tried_at timestamp with time zone not null
  constraint asking_try_account FOREIGN KEY (service_id, tried_by) REFERENCES person_account(service_id, user_id)
  constraint asking_try_again_when_later CHECK (((again_on IS NOT NULL) = (outcome = 'later'::text)))
  constraint asking_try_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint asking_try_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint asking_try_outcome_known CHECK ((outcome = ANY (ARRAY['not-reached'::text, 'later'::text, 'declined'::text])))
  constraint asking_try_pk PRIMARY KEY (service_id, asking_try_id)
  CREATE INDEX asking_try_by_child ON asking_try USING btree (service_id, child_id)
  CREATE INDEX asking_try_by_involvement ON asking_try USING btree (service_id, involvement_id, tried_at DESC)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON asking_try FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,asking_try_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON asking_try FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table assessment row security forced
  service_id uuid not null
  assessment_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid
  form text not null
  wording text not null
  state text not null default 'open'::text
  begun_by uuid not null
  begun_at timestamp with time zone not null
  version integer not null default 1
  constraint assessment_account FOREIGN KEY (service_id, begun_by) REFERENCES person_account(service_id, user_id)
  constraint assessment_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint assessment_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint assessment_of_child UNIQUE (service_id, child_id, assessment_id)
  constraint assessment_pk PRIMARY KEY (service_id, assessment_id)
  constraint assessment_state_known CHECK ((state = ANY (ARRAY['open'::text, 'sent'::text, 'signed'::text, 'set-aside'::text])))
  CREATE INDEX assessment_by_beginning ON assessment USING btree (service_id, begun_at, assessment_id)
  CREATE INDEX assessment_by_child ON assessment USING btree (service_id, child_id, begun_at)
  CREATE INDEX assessment_waiting ON assessment USING btree (service_id, state) WHERE (state = 'sent'::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,assessment_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON assessment FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table assessment_comment row security forced
  service_id uuid not null
  comment_id uuid not null default uuidv7()
  assessment_id uuid
  child_id uuid not null
  question text not null
  words text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  outcome text
  answer text not null default ''::text
  answered_by uuid
  answered_at timestamp with time zone
  version integer not null default 1
  plan_id uuid
  constraint assessment_comment_answered_whole CHECK ((((outcome IS NULL) = (answered_by IS NULL)) AND ((outcome IS NULL) = (answered_at IS NULL)) AND ((outcome IS DISTINCT FROM 'answered'::text) OR (length(TRIM(BOTH FROM answer)) > 0))))
  constraint assessment_comment_answerer FOREIGN KEY (service_id, answered_by) REFERENCES person_account(service_id, user_id)
  constraint assessment_comment_assessment FOREIGN KEY (service_id, child_id, assessment_id) REFERENCES assessment(service_id, child_id, assessment_id) DEFERRABLE
  constraint assessment_comment_of_one CHECK ((num_nonnulls(assessment_id, plan_id) = 1))
  constraint assessment_comment_outcome_known CHECK ((outcome = ANY (ARRAY['answered'::text, 'dealt-with'::text])))
  constraint assessment_comment_pk PRIMARY KEY (service_id, comment_id)
  constraint assessment_comment_plan FOREIGN KEY (service_id, child_id, plan_id) REFERENCES plan(service_id, child_id, plan_id) DEFERRABLE
  constraint assessment_comment_says CHECK (((length(TRIM(BOTH FROM question)) > 0) AND (length(TRIM(BOTH FROM words)) > 0)))
  constraint assessment_comment_writer FOREIGN KEY (service_id, written_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX assessment_comment_by_assessment ON assessment_comment USING btree (service_id, assessment_id, written_at)
  CREATE INDEX assessment_comment_by_child ON assessment_comment USING btree (service_id, child_id)
  CREATE INDEX assessment_comment_by_plan ON assessment_comment USING btree (service_id, plan_id, written_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON assessment_comment FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,comment_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON assessment_comment FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table assessment_result row security forced
  service_id uuid not null
  assessment_id uuid not null
  name text not null
  child_id uuid not null
  label text not null
  words text not null
  why_none text not null default ''::text
  figures jsonb not null default '{}'::jsonb
  rule_version text not null
  worked_out_at timestamp with time zone not null
  constraint assessment_result_assessment FOREIGN KEY (service_id, child_id, assessment_id) REFERENCES assessment(service_id, child_id, assessment_id) DEFERRABLE
  constraint assessment_result_figures CHECK ((jsonb_typeof(figures) = 'object'::text))
  constraint assessment_result_pk PRIMARY KEY (service_id, assessment_id, name)
  constraint assessment_result_rule CHECK ((length(TRIM(BOTH FROM rule_version)) > 0))
  constraint assessment_result_says CHECK (((length(TRIM(BOTH FROM words)) > 0) <> (length(TRIM(BOTH FROM why_none)) > 0)))
  CREATE INDEX assessment_result_by_child ON assessment_result USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON assessment_result FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,assessment_id,name', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON assessment_result FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select to throughline_app
table assessment_section row security forced
  service_id uuid not null
  assessment_id uuid not null
  section text not null
  child_id uuid not null
  answers jsonb not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  version integer not null default 1
  written_by uuid[] not null
  constraint assessment_section_account FOREIGN KEY (service_id, saved_by) REFERENCES person_account(service_id, user_id)
  constraint assessment_section_answers CHECK ((jsonb_typeof(answers) = 'object'::text))
  constraint assessment_section_assessment FOREIGN KEY (service_id, child_id, assessment_id) REFERENCES assessment(service_id, child_id, assessment_id) DEFERRABLE
  constraint assessment_section_pk PRIMARY KEY (service_id, assessment_id, section)
  constraint assessment_section_written_by_whoever_saved CHECK ((saved_by = ANY (written_by)))
  CREATE INDEX assessment_section_by_child ON assessment_section USING btree (service_id, child_id)
  CREATE INDEX assessment_section_by_words ON assessment_section USING gin (service_id, form_words(answers))
  policy searched for select to owner using (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON assessment_section FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,assessment_id,section', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON assessment_section FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table assessment_signing row security forced
  service_id uuid not null
  signing_id uuid not null default uuidv7()
  assessment_id uuid not null
  child_id uuid not null
  kind text not null
  words text not null default ''::text
  signed_by uuid not null
  signed_at timestamp with time zone not null
  takes_up uuid[]
  constraint assessment_signing_account FOREIGN KEY (service_id, signed_by) REFERENCES person_account(service_id, user_id)
  constraint assessment_signing_assessment FOREIGN KEY (service_id, child_id, assessment_id) REFERENCES assessment(service_id, child_id, assessment_id) DEFERRABLE
  constraint assessment_signing_kind_known CHECK ((kind = ANY (ARRAY['signed'::text, 'countersigned'::text, 'returned'::text, 'taken-back'::text, 'set-aside'::text])))
  constraint assessment_signing_pk PRIMARY KEY (service_id, signing_id)
  constraint assessment_signing_says_why CHECK (((kind = 'signed'::text) OR (length(TRIM(BOTH FROM words)) > 0)))
  CREATE INDEX assessment_signing_by_assessment ON assessment_signing USING btree (service_id, assessment_id, signed_at)
  CREATE INDEX assessment_signing_by_child ON assessment_signing USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON assessment_signing FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,signing_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON assessment_signing FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
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
  constraint attachment_and_child UNIQUE (service_id, attachment_id, child_id)
  constraint attachment_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint attachment_holds_something CHECK ((bytes > 0))
  constraint attachment_named CHECK ((name <> ''::text))
  constraint attachment_note FOREIGN KEY (service_id, child_id, note_id) REFERENCES note(service_id, child_id, note_id) DEFERRABLE
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
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON attachment FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table attachment_content row security forced
  service_id uuid not null
  attachment_id uuid not null
  child_id uuid not null
  content bytea not null
  constraint attachment_content_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint attachment_content_of_attachment FOREIGN KEY (service_id, attachment_id, child_id) REFERENCES attachment(service_id, attachment_id, child_id) DEFERRABLE
  constraint attachment_content_pk PRIMARY KEY (service_id, attachment_id)
  CREATE INDEX attachment_content_by_child ON attachment_content USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (NOT is_attachment_hidden(attachment_id)))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (NOT is_attachment_hidden(attachment_id))))
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON attachment_content FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  CREATE INDEX audit_event_exports ON audit_event USING btree (service_id, at, id) WHERE ((action = 'event'::text) AND (after ? 'list'::text))
  policy added_by_trigger for insert to owner check (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND
CASE
    WHEN (((table_name = ANY (ARRAY['victim'::text, 'victim_of'::text, 'victim_contact'::text, 'victim_end_noted'::text])) OR ((action = 'event'::text) AND (after ?| ARRAY['victim'::text, 'victims'::text]))) AND (NOT ( SELECT sees_victims() AS sees_victims))) THEN false
    WHEN ((table_name = ANY (ARRAY['victim'::text, 'victim_of'::text, 'victim_contact'::text, 'victim_end_noted'::text])) AND ((COALESCE((row_key ->> 'victim_id'::text), (after ->> 'victim_id'::text)))::uuid = ANY (( SELECT hidden_victims() AS hidden_victims)::uuid[]))) THEN false
    WHEN ((action = 'event'::text) AND (((after ->> 'victim'::text) = ANY ((( SELECT hidden_victims() AS hidden_victims))::text[])) OR ((after -> 'victims'::text) ?| (( SELECT hidden_victims() AS hidden_victims))::text[]))) THEN false
    WHEN (child_id IS NULL) THEN ((action <> 'view'::text) AND ((table_name IS NULL) OR (table_name <> ALL (ARRAY['notification'::text, 'import_row'::text]))))
    WHEN (child_id = ANY (( SELECT hidden_children() AS hidden_children)::uuid[])) THEN false
    WHEN ((child_id = ANY (( SELECT hidden_while_merged() AS hidden_while_merged)::uuid[])) AND is_hidden_event(child_id, id)) THEN false
    ELSE
    CASE table_name
        WHEN 'note'::text THEN (NOT is_note_change_hidden(((row_key ->> 'note_id'::text))::uuid,
        CASE
            WHEN (action = 'update'::text) THEN (((after ->> 'version'::text))::integer - 1)
            ELSE 1
        END))
        WHEN 'attachment'::text THEN (NOT is_attachment_hidden(((row_key ->> 'attachment_id'::text))::uuid))
        WHEN 'transferred_entry'::text THEN (NOT is_their_note_hidden(((row_key ->> 'transferred_entry_id'::text))::uuid))
        WHEN 'chronology_mark'::text THEN (NOT is_entry_hidden((COALESCE(after, before) ->> 'kind'::text), ((COALESCE(after, before) ->> 'about_id'::text))::uuid))
        WHEN 'child_pair'::text THEN (((row_key ->> 'other_id'::text))::uuid <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))
        ELSE true
    END
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
table calendar_feed row security forced
  service_id uuid not null
  calendar_feed_id uuid not null default uuidv7()
  user_id uuid not null
  name text not null
  token_hash bytea not null
  with_initials boolean not null default false
  made_at timestamp with time zone not null
  asked_on date
  ended_at timestamp with time zone
  made_by_form bytea
  constraint calendar_feed_named CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint calendar_feed_of_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint calendar_feed_pk PRIMARY KEY (service_id, calendar_feed_id)
  CREATE INDEX calendar_feed_by_user ON calendar_feed USING btree (service_id, user_id)
  CREATE UNIQUE INDEX calendar_feed_once_a_form ON calendar_feed USING btree (service_id, user_id, made_by_form) WHERE ((made_by_form IS NOT NULL) AND (ended_at IS NULL))
  CREATE UNIQUE INDEX calendar_feed_one_per_token ON calendar_feed USING btree (token_hash)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR UPDATE OF ended_at, name, with_initials, token_hash ON calendar_feed FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,calendar_feed_id', 'token_hash,made_by_form')
  grant insert, select, update to throughline_app
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
  constraint case_worker_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint case_worker_part_known CHECK ((part = ANY (ARRAY['holder'::text, 'co-worker'::text])))
  constraint case_worker_pk PRIMARY KEY (service_id, case_worker_id)
  constraint case_worker_until_after_from CHECK ((until_at >= from_at))
  CREATE INDEX case_worker_by_child ON case_worker USING btree (service_id, child_id)
  CREATE INDEX case_worker_by_user ON case_worker USING btree (service_id, user_id) WHERE (until_at IS NULL)
  CREATE UNIQUE INDEX case_worker_one_holder ON case_worker USING btree (service_id, involvement_id) WHERE ((part = 'holder'::text) AND (until_at IS NULL))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON case_worker FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,case_worker_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON case_worker FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  needs_interpreter boolean
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
  is_merged_away boolean not null default false
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
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (NOT is_merged_away))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (NOT is_merged_away)))
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
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_access FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_address FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  CREATE INDEX child_alert_by_child ON child_alert USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_alert FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_alert_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_alert FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_care FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_education FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select, update to throughline_app
table child_name row security forced
  service_id uuid not null
  child_name_id uuid not null default uuidv7()
  child_id uuid not null
  name text not null
  folded_name text not null
  kind text not null
  from_on date
  until_on date
  changed_by text not null default ''::text
  must_not_be_used boolean not null default false
  constraint child_name_changed_by_known CHECK ((changed_by = ANY (ARRAY[''::text, 'deed-poll'::text, 'adoption'::text, 'transition'::text, 'marriage'::text, 'other'::text])))
  constraint child_name_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_name_given CHECK ((name <> ''::text))
  constraint child_name_kind_known CHECK ((kind = ANY (ARRAY['alias'::text, 'former'::text, 'spelling'::text])))
  constraint child_name_pk PRIMARY KEY (service_id, child_name_id)
  constraint child_name_until_after_from CHECK ((until_on >= from_on))
  CREATE INDEX child_name_by_child ON child_name USING btree (service_id, child_id)
  CREATE INDEX child_name_by_name ON child_name USING gin (service_id, folded_name gin_trgm_ops)
  policy searched for select to owner using (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_name FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_name_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_name FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select, update to throughline_app
table child_pair row security forced
  service_id uuid not null
  child_id uuid not null
  other_id uuid not null
  relation text not null
  note text not null default ''::text
  said_by uuid not null
  said_at timestamp with time zone not null
  constraint child_pair_account FOREIGN KEY (service_id, said_by) REFERENCES person_account(service_id, user_id)
  constraint child_pair_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_pair_of_two CHECK ((child_id <> other_id))
  constraint child_pair_other FOREIGN KEY (service_id, other_id) REFERENCES child(service_id, child_id)
  constraint child_pair_pk PRIMARY KEY (service_id, child_id, other_id)
  constraint child_pair_relation_known CHECK ((relation = ANY (ARRAY['twin'::text, 'sibling'::text, 'different'::text])))
  CREATE INDEX child_pair_by_other ON child_pair USING btree (service_id, other_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (other_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (other_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_pair FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_id,other_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_pair FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select to throughline_app
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
  same_as uuid
  constraint child_person_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint child_person_kind_known CHECK ((kind = ANY (ARRAY['parent'::text, 'carer'::text, 'sibling'::text, 'family'::text, 'friend'::text, 'professional'::text, 'other'::text])))
  constraint child_person_named CHECK ((name <> ''::text))
  constraint child_person_not_itself CHECK ((same_as <> child_person_id))
  constraint child_person_pk PRIMARY KEY (service_id, child_person_id)
  constraint child_person_relationship_given CHECK ((relationship <> ''::text))
  CREATE INDEX child_person_by_child ON child_person USING btree (service_id, child_id)
  CREATE INDEX child_person_by_phone ON child_person USING btree (service_id, phone_figures) WHERE (phone_figures <> ''::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON child_person FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,child_person_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_person FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON child_restriction FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (NOT is_entry_hidden(kind, about_id)))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON chronology_mark FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,mark_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON chronology_mark FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select to throughline_app
table clock_override row security forced
  service_id uuid not null
  clock_override_id uuid not null default uuidv7()
  pathway text not null
  clock text not null
  unit text not null
  count integer not null
  from_on date not null
  until_on date
  source text not null
  reason text not null
  set_by uuid not null
  set_at timestamp with time zone not null
  ended_because text not null default ''::text
  version integer not null default 1
  constraint clock_override_pk PRIMARY KEY (service_id, clock_override_id)
  constraint clock_override_runs CHECK ((count > 0))
  constraint clock_override_service FOREIGN KEY (service_id) REFERENCES service(service_id)
  constraint clock_override_set_by_account FOREIGN KEY (service_id, set_by) REFERENCES person_account(service_id, user_id)
  constraint clock_override_sourced CHECK (((length(TRIM(BOTH FROM source)) > 0) AND (length(TRIM(BOTH FROM reason)) > 0)))
  constraint clock_override_unit_known CHECK ((unit = ANY (ARRAY['minutes'::text, 'hours'::text, 'days'::text, 'workingDays'::text, 'months'::text])))
  CREATE INDEX clock_override_by_clock ON clock_override USING btree (service_id, pathway, clock)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON clock_override FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,clock_override_id', '')
  grant insert, select, update to throughline_app
table condition row security forced
  service_id uuid not null
  condition_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid not null
  what text not null
  why text not null
  due_on date not null
  amount integer
  unit text
  state text not null default 'open'::text
  state_words text not null default ''::text
  state_on date
  police_told text not null default ''::text
  milestone_id uuid
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  version integer not null default 1
  constraint condition_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint condition_amount CHECK ((((amount IS NULL) = (unit IS NULL)) AND (amount > 0)))
  constraint condition_case FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint condition_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint condition_milestone FOREIGN KEY (service_id, child_id, milestone_id) REFERENCES milestone(service_id, child_id, milestone_id) DEFERRABLE
  constraint condition_of_child UNIQUE (service_id, child_id, condition_id)
  constraint condition_pk PRIMARY KEY (service_id, condition_id)
  constraint condition_state_dated CHECK (((state = 'open'::text) = (state_on IS NULL)))
  constraint condition_state_known CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'not-kept'::text, 'ended'::text])))
  constraint condition_state_says_why CHECK (((state = ANY (ARRAY['open'::text, 'kept'::text])) OR (length(TRIM(BOTH FROM state_words)) > 0)))
  constraint condition_told_by_a_step CHECK (((milestone_id IS NULL) = (police_told = ''::text)))
  constraint condition_unit_known CHECK ((unit = ANY (ARRAY['hours'::text, 'sessions'::text])))
  constraint condition_worded CHECK (((length(TRIM(BOTH FROM what)) > 0) AND (length(TRIM(BOTH FROM why)) > 0)))
  CREATE INDEX condition_by_case ON condition USING btree (service_id, involvement_id, due_on)
  CREATE INDEX condition_by_child ON condition USING btree (service_id, child_id)
  CREATE INDEX condition_open ON condition USING btree (service_id, due_on) WHERE (state = 'open'::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON condition FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,condition_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON condition FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table condition_before row security forced
  service_id uuid not null
  condition_id uuid not null
  version integer not null
  child_id uuid not null
  what text not null
  why text not null
  due_on date not null
  amount integer
  unit text
  because text not null
  varied_by uuid not null
  varied_at timestamp with time zone not null
  constraint condition_before_account FOREIGN KEY (service_id, varied_by) REFERENCES person_account(service_id, user_id)
  constraint condition_before_condition FOREIGN KEY (service_id, child_id, condition_id) REFERENCES condition(service_id, child_id, condition_id) DEFERRABLE
  constraint condition_before_pk PRIMARY KEY (service_id, condition_id, version)
  constraint condition_before_says_why CHECK ((length(TRIM(BOTH FROM because)) > 0))
  CREATE INDEX condition_before_by_child ON condition_before USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON condition_before FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,condition_id,version', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON condition_before FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
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
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON conflict_of_interest FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select to throughline_app
table digest_told row security forced
  service_id uuid not null
  user_id uuid not null
  told_on date not null
  constraint digest_told_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint digest_told_pk PRIMARY KEY (service_id, user_id, told_on)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  grant delete, insert, select to throughline_app
table document row security forced
  service_id uuid not null
  document_id uuid not null default uuidv7()
  child_id uuid not null
  kind text not null
  about_id uuid
  about_part text not null default ''::text
  state text not null default 'draft'::text
  made_by uuid not null
  made_at timestamp with time zone not null
  set_aside_why text not null default ''::text
  version integer not null default 1
  constraint document_account FOREIGN KEY (service_id, made_by) REFERENCES person_account(service_id, user_id)
  constraint document_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint document_kind_said CHECK ((kind <> ''::text))
  constraint document_of_child UNIQUE (service_id, child_id, document_id)
  constraint document_pk PRIMARY KEY (service_id, document_id)
  constraint document_set_aside_says_why CHECK (((state = 'set-aside'::text) = (set_aside_why <> ''::text)))
  constraint document_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'final'::text, 'set-aside'::text])))
  CREATE INDEX document_by_child ON document USING btree (service_id, child_id, made_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON document FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,document_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON document FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table document_copy row security forced
  service_id uuid not null
  copy_id uuid not null default uuidv7()
  document_id uuid not null
  child_id uuid not null
  number integer not null
  name text not null
  bytes integer not null
  sha256 text not null
  tree jsonb not null
  sent_to text not null
  sent_how text not null
  sent_on date not null
  made_by uuid not null
  made_at timestamp with time zone not null
  constraint document_copy_account FOREIGN KEY (service_id, made_by) REFERENCES person_account(service_id, user_id)
  constraint document_copy_document FOREIGN KEY (service_id, child_id, document_id) REFERENCES document(service_id, child_id, document_id) DEFERRABLE
  constraint document_copy_hashed CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  constraint document_copy_holds_something CHECK ((bytes > 0))
  constraint document_copy_named CHECK ((name <> ''::text))
  constraint document_copy_of_child UNIQUE (service_id, child_id, copy_id)
  constraint document_copy_pk PRIMARY KEY (service_id, copy_id)
  constraint document_copy_sent_to_somebody CHECK ((length(TRIM(BOTH FROM sent_to)) > 0))
  constraint document_copy_version FOREIGN KEY (service_id, child_id, document_id, number) REFERENCES document_version(service_id, child_id, document_id, number) DEFERRABLE
  constraint document_copy_way_known CHECK ((sent_how = ANY (ARRAY['post'::text, 'by-hand'::text, 'secure-email'::text, 'court-portal'::text, 'other'::text])))
  CREATE INDEX document_copy_by_child ON document_copy USING btree (service_id, child_id)
  CREATE INDEX document_copy_by_document ON document_copy USING btree (service_id, document_id, made_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON document_copy FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,copy_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON document_copy FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table document_copy_content row security forced
  service_id uuid not null
  copy_id uuid not null
  child_id uuid not null
  content bytea not null
  constraint document_copy_content_of_copy FOREIGN KEY (service_id, child_id, copy_id) REFERENCES document_copy(service_id, child_id, copy_id) DEFERRABLE
  constraint document_copy_content_pk PRIMARY KEY (service_id, copy_id)
  CREATE INDEX document_copy_content_by_child ON document_copy_content USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON document_copy_content FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table document_version row security forced
  service_id uuid not null
  document_id uuid not null
  number integer not null
  child_id uuid not null
  own_words jsonb not null
  tree jsonb not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  constraint document_version_account FOREIGN KEY (service_id, saved_by) REFERENCES person_account(service_id, user_id)
  constraint document_version_counted CHECK ((number > 0))
  constraint document_version_document FOREIGN KEY (service_id, child_id, document_id) REFERENCES document(service_id, child_id, document_id) DEFERRABLE
  constraint document_version_of_child UNIQUE (service_id, child_id, document_id, number)
  constraint document_version_pk PRIMARY KEY (service_id, document_id, number)
  constraint document_version_words CHECK ((jsonb_typeof(own_words) = 'object'::text))
  CREATE INDEX document_version_by_child ON document_version USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON document_version FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,document_id,number', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON document_version FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
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
table ended_cover row security forced
  service_id uuid not null
  ended_cover_id uuid not null default uuidv7()
  user_id uuid not null
  covered_by uuid not null
  from_on date not null
  ended_at timestamp with time zone not null
  ended_by uuid not null
  constraint ended_cover_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint ended_cover_by FOREIGN KEY (service_id, covered_by) REFERENCES person_account(service_id, user_id)
  constraint ended_cover_ender FOREIGN KEY (service_id, ended_by) REFERENCES person_account(service_id, user_id)
  constraint ended_cover_not_by_oneself CHECK ((covered_by <> user_id))
  constraint ended_cover_pk PRIMARY KEY (service_id, ended_cover_id)
  CREATE INDEX ended_cover_by_person ON ended_cover USING btree (service_id, user_id, ended_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON ended_cover FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,ended_cover_id', '')
  grant insert, select to throughline_app
table exit_service row security forced
  service_id uuid not null
  exit_id uuid not null default uuidv7()
  involvement_id uuid not null
  child_id uuid not null
  kind text not null
  name text not null
  told text not null
  told_on date
  meets_on date
  child_agrees text not null
  note text not null default ''::text
  began text
  began_on date
  began_note text not null default ''::text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  version integer not null default 1
  constraint exit_service_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint exit_service_agreement_known CHECK ((child_agrees = ANY (ARRAY['yes'::text, 'no'::text, 'not-asked'::text])))
  constraint exit_service_began_known CHECK ((began = ANY (ARRAY['yes'::text, 'not-yet'::text, 'no'::text, 'declined'::text, 'not-known'::text])))
  constraint exit_service_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint exit_service_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint exit_service_named CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint exit_service_pk PRIMARY KEY (service_id, exit_id)
  CREATE INDEX exit_service_by_child ON exit_service USING btree (service_id, child_id)
  CREATE INDEX exit_service_by_involvement ON exit_service USING btree (service_id, involvement_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON exit_service FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,exit_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON exit_service FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table fact_confirmation row security forced
  service_id uuid not null
  confirmation_id uuid not null default uuidv7()
  child_id uuid not null
  fact text not null
  words text not null
  confirmed_by uuid not null
  confirmed_at timestamp with time zone not null
  constraint fact_confirmation_account FOREIGN KEY (service_id, confirmed_by) REFERENCES person_account(service_id, user_id)
  constraint fact_confirmation_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint fact_confirmation_pk PRIMARY KEY (service_id, confirmation_id)
  constraint fact_confirmation_says_what CHECK (((length(TRIM(BOTH FROM fact)) > 0) AND (length(TRIM(BOTH FROM words)) > 0)))
  CREATE INDEX fact_confirmation_by_child ON fact_confirmation USING btree (service_id, child_id, fact, confirmed_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON fact_confirmation FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,confirmation_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON fact_confirmation FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table feedback row security forced
  service_id uuid not null
  feedback_id uuid not null default uuidv7()
  involvement_id uuid not null
  child_id uuid not null
  invitation_id uuid
  form text not null
  way text not null
  answers jsonb not null
  words jsonb not null
  given_at timestamp with time zone not null
  recorded_by uuid
  withdrawn_at timestamp with time zone
  version integer not null default 1
  words_read_by uuid
  words_read_at timestamp with time zone
  constraint feedback_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint feedback_by_link_or_by_somebody CHECK ((((way = 'link'::text) = (invitation_id IS NOT NULL)) AND ((way = 'link'::text) = (recorded_by IS NULL))))
  constraint feedback_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint feedback_invitation_followed FOREIGN KEY (service_id, child_id, invitation_id) REFERENCES feedback_invitation(service_id, child_id, invitation_id) DEFERRABLE
  constraint feedback_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint feedback_of_child UNIQUE (service_id, child_id, feedback_id)
  constraint feedback_once_by_a_link UNIQUE (service_id, invitation_id)
  constraint feedback_pk PRIMARY KEY (service_id, feedback_id)
  constraint feedback_way_known CHECK ((way = ANY (ARRAY['link'::text, 'device'::text, 'paper'::text])))
  constraint feedback_withdrawn_is_empty CHECK (((withdrawn_at IS NULL) OR ((answers = '{}'::jsonb) AND (words = '[]'::jsonb))))
  constraint feedback_words_read_by_somebody CHECK (((words_read_by IS NULL) = (words_read_at IS NULL)))
  constraint feedback_words_reader FOREIGN KEY (service_id, words_read_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX feedback_by_child ON feedback USING btree (service_id, child_id)
  CREATE INDEX feedback_by_involvement ON feedback USING btree (service_id, involvement_id)
  CREATE INDEX feedback_unread ON feedback USING btree (service_id, given_at) WHERE ((words_read_at IS NULL) AND (withdrawn_at IS NULL))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON feedback FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,feedback_id', 'answers,words')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON feedback FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table feedback_invitation row security forced
  service_id uuid not null
  invitation_id uuid not null default uuidv7()
  involvement_id uuid not null
  child_id uuid not null
  form text not null
  token_hash bytea not null
  made_by uuid not null
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  made_by_form bytea
  constraint feedback_invitation_account FOREIGN KEY (service_id, made_by) REFERENCES person_account(service_id, user_id)
  constraint feedback_invitation_and_child UNIQUE (service_id, child_id, invitation_id)
  constraint feedback_invitation_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint feedback_invitation_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint feedback_invitation_lasts CHECK ((expires_at > made_at))
  constraint feedback_invitation_pk PRIMARY KEY (service_id, invitation_id)
  CREATE INDEX feedback_invitation_by_involvement ON feedback_invitation USING btree (service_id, involvement_id)
  CREATE UNIQUE INDEX feedback_invitation_once_a_form ON feedback_invitation USING btree (service_id, made_by, made_by_form) WHERE ((made_by_form IS NOT NULL) AND (withdrawn_at IS NULL))
  CREATE UNIQUE INDEX feedback_invitation_one_per_token ON feedback_invitation USING btree (token_hash)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON feedback_invitation FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,invitation_id', 'token_hash,made_by_form')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON feedback_invitation FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table feedback_theme row security forced
  service_id uuid not null
  feedback_id uuid not null
  question text not null
  child_id uuid not null
  theme text not null
  given_by uuid not null
  given_at timestamp with time zone not null
  constraint feedback_theme_account FOREIGN KEY (service_id, given_by) REFERENCES person_account(service_id, user_id)
  constraint feedback_theme_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint feedback_theme_feedback FOREIGN KEY (service_id, child_id, feedback_id) REFERENCES feedback(service_id, child_id, feedback_id) DEFERRABLE
  constraint feedback_theme_named CHECK ((length(TRIM(BOTH FROM theme)) > 0))
  constraint feedback_theme_pk PRIMARY KEY (service_id, feedback_id, question, theme)
  CREATE INDEX feedback_theme_by_child ON feedback_theme USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON feedback_theme FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,feedback_id,question,theme', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON feedback_theme FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select to throughline_app
table feedback_whose row security forced
  service_id uuid not null
  feedback_whose_id uuid not null default uuidv7()
  feedback_id uuid not null
  child_id uuid not null
  reason text not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  constraint feedback_whose_account FOREIGN KEY (service_id, asked_by) REFERENCES person_account(service_id, user_id)
  constraint feedback_whose_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint feedback_whose_feedback FOREIGN KEY (service_id, child_id, feedback_id) REFERENCES feedback(service_id, child_id, feedback_id) DEFERRABLE
  constraint feedback_whose_pk PRIMARY KEY (service_id, feedback_whose_id)
  constraint feedback_whose_says_why CHECK ((length(TRIM(BOTH FROM reason)) > 0))
  CREATE INDEX feedback_whose_by_child ON feedback_whose USING btree (service_id, child_id)
  CREATE INDEX feedback_whose_by_feedback ON feedback_whose USING btree (service_id, feedback_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT asks_whose() AS asks_whose) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT asks_whose() AS asks_whose) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON feedback_whose FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,feedback_whose_id', 'reason')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON feedback_whose FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table follow_up row security forced
  service_id uuid not null
  involvement_id uuid not null
  child_id uuid not null
  from_on date not null
  until_on date not null
  proof_until date not null
  constraint follow_up_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint follow_up_in_order CHECK (((until_on > from_on) AND (proof_until >= until_on)))
  constraint follow_up_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint follow_up_pk PRIMARY KEY (service_id, involvement_id)
  CREATE INDEX follow_up_by_child ON follow_up USING btree (service_id, child_id)
  CREATE INDEX follow_up_by_first_day ON follow_up USING btree (service_id, from_on, involvement_id)
  CREATE INDEX follow_up_by_last_day ON follow_up USING btree (service_id, until_on, involvement_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON follow_up FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,involvement_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON follow_up FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select, update to throughline_app
table follow_up_check row security forced
  service_id uuid not null
  check_id uuid not null default uuidv7()
  involvement_id uuid not null
  child_id uuid not null
  checked_on date not null
  source text not null
  asked text not null default ''::text
  result text not null
  note text not null default ''::text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint follow_up_check_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint follow_up_check_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint follow_up_check_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint follow_up_check_pk PRIMARY KEY (service_id, check_id)
  constraint follow_up_check_result_known CHECK ((result = ANY (ARRAY['nothing'::text, 'something'::text, 'no-answer'::text])))
  constraint follow_up_check_source_known CHECK ((source = ANY (ARRAY['police'::text, 'court'::text, 'social-care'::text, 'family'::text, 'other-service'::text, 'own-records'::text, 'other'::text])))
  CREATE INDEX follow_up_check_by_child ON follow_up_check USING btree (service_id, child_id)
  CREATE INDEX follow_up_check_by_involvement ON follow_up_check USING btree (service_id, involvement_id, checked_on)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON follow_up_check FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,check_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON follow_up_check FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table follow_up_offence row security forced
  service_id uuid not null
  involvement_id uuid not null
  offence_id uuid not null
  child_id uuid not null
  verdict text not null
  proven_on date
  source text not null
  reason text not null default ''::text
  judged_by uuid not null
  judged_at timestamp with time zone not null
  version integer not null default 1
  constraint follow_up_offence_account FOREIGN KEY (service_id, judged_by) REFERENCES person_account(service_id, user_id)
  constraint follow_up_offence_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint follow_up_offence_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint follow_up_offence_not_further_with_reason CHECK (((verdict <> 'not-further'::text) OR (length(TRIM(BOTH FROM reason)) > 0)))
  constraint follow_up_offence_offence FOREIGN KEY (service_id, child_id, offence_id) REFERENCES offence(service_id, child_id, offence_id) DEFERRABLE
  constraint follow_up_offence_pk PRIMARY KEY (service_id, involvement_id, offence_id)
  constraint follow_up_offence_proven_on_a_day CHECK (((verdict = 'further-proven'::text) = (proven_on IS NOT NULL)))
  constraint follow_up_offence_source_given CHECK ((length(TRIM(BOTH FROM source)) > 0))
  constraint follow_up_offence_verdict_known CHECK ((verdict = ANY (ARRAY['further-proven'::text, 'further-not-proven'::text, 'not-further'::text])))
  CREATE INDEX follow_up_offence_by_child ON follow_up_offence USING btree (service_id, child_id)
  CREATE INDEX follow_up_offence_by_offence ON follow_up_offence USING btree (service_id, offence_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON follow_up_offence FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,involvement_id,offence_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON follow_up_offence FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
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
table forum_attendance row security forced
  service_id uuid not null
  meeting_id uuid not null
  seat text not null
  presence text not null
  name text not null default ''::text
  by_phone boolean not null default false
  marked_by uuid not null
  marked_at timestamp with time zone not null
  version integer not null default 1
  constraint forum_attendance_account FOREIGN KEY (service_id, marked_by) REFERENCES person_account(service_id, user_id)
  constraint forum_attendance_meeting FOREIGN KEY (service_id, meeting_id) REFERENCES forum_meeting(service_id, meeting_id)
  constraint forum_attendance_pk PRIMARY KEY (service_id, meeting_id, seat)
  constraint forum_attendance_presence_known CHECK ((presence = ANY (ARRAY['attended'::text, 'represented'::text, 'apologies'::text, 'absent'::text, 'not-a-member-then'::text])))
  constraint forum_attendance_says_who CHECK (((presence <> ALL (ARRAY['attended'::text, 'represented'::text])) OR (length(TRIM(BOTH FROM name)) > 0)))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON forum_attendance FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,meeting_id,seat', '')
  CREATE TRIGGER tell_room AFTER INSERT OR UPDATE ON forum_attendance FOR EACH ROW EXECUTE FUNCTION tell_room()
  grant insert, select, update to throughline_app
table forum_item row security forced
  service_id uuid not null
  item_id uuid not null default uuidv7()
  forum text not null
  kind text not null
  child_id uuid
  involvement_id uuid
  title text not null default ''::text
  meeting_id uuid
  due_on date
  place integer not null default 0
  referral jsonb not null default '{}'::jsonb
  referred_by uuid not null
  referred_at timestamp with time zone not null
  follows_id uuid
  state text not null default 'waiting'::text
  decision text
  decision_answers jsonb not null default '{}'::jsonb
  reasons text not null default ''::text
  dissent text not null default ''::text
  decided_by uuid
  decided_at timestamp with time zone
  withdrawn_reason text not null default ''::text
  milestone_id uuid
  version integer not null default 1
  constraint forum_item_case FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint forum_item_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint forum_item_decided CHECK ((((state = 'decided'::text) = (decision IS NOT NULL)) AND ((state = 'decided'::text) = (decided_at IS NOT NULL)) AND ((state = 'decided'::text) = (decided_by IS NOT NULL))))
  constraint forum_item_decided_by FOREIGN KEY (service_id, decided_by) REFERENCES person_account(service_id, user_id)
  constraint forum_item_follows FOREIGN KEY (service_id, child_id, follows_id) REFERENCES forum_item(service_id, child_id, item_id) DEFERRABLE
  constraint forum_item_has_a_day CHECK (((meeting_id IS NOT NULL) OR (due_on IS NOT NULL)))
  constraint forum_item_kind_known CHECK ((kind = ANY (ARRAY['child'::text, 'paper'::text])))
  constraint forum_item_meeting FOREIGN KEY (service_id, meeting_id) REFERENCES forum_meeting(service_id, meeting_id)
  constraint forum_item_milestone FOREIGN KEY (service_id, child_id, milestone_id) REFERENCES milestone(service_id, child_id, milestone_id) DEFERRABLE
  constraint forum_item_of_a_kind CHECK (((kind = 'child'::text) = (child_id IS NOT NULL)))
  constraint forum_item_of_child UNIQUE (service_id, child_id, item_id)
  constraint forum_item_paper_titled CHECK (((kind = 'child'::text) OR (length(TRIM(BOTH FROM title)) > 0)))
  constraint forum_item_pk PRIMARY KEY (service_id, item_id)
  constraint forum_item_referred_by FOREIGN KEY (service_id, referred_by) REFERENCES person_account(service_id, user_id)
  constraint forum_item_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'decided'::text, 'withdrawn'::text])))
  constraint forum_item_withdrawn_says_why CHECK (((state = 'withdrawn'::text) = (length(TRIM(BOTH FROM withdrawn_reason)) > 0)))
  CREATE INDEX forum_item_by_child ON forum_item USING btree (service_id, child_id) WHERE (child_id IS NOT NULL)
  CREATE INDEX forum_item_by_meeting ON forum_item USING btree (service_id, meeting_id, place)
  CREATE INDEX forum_item_waiting ON forum_item USING btree (service_id, forum, due_on) WHERE ((meeting_id IS NULL) AND (state = 'waiting'::text))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON forum_item FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,item_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON forum_item FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  CREATE TRIGGER tell_room AFTER INSERT OR UPDATE ON forum_item FOR EACH ROW EXECUTE FUNCTION tell_room()
  grant insert, select, update to throughline_app
table forum_meeting row security forced
  service_id uuid not null
  meeting_id uuid not null default uuidv7()
  forum text not null
  on_day date not null
  at_time time without time zone not null
  minutes integer not null
  place text not null default ''::text
  joins_by text not null default ''::text
  state text not null default 'planned'::text
  state_reason text not null default ''::text
  item_id uuid
  opened_at timestamp with time zone
  closed_at timestamp with time zone
  notes text not null default ''::text
  planned_by uuid not null
  version integer not null default 1
  constraint forum_meeting_account FOREIGN KEY (service_id, planned_by) REFERENCES person_account(service_id, user_id)
  constraint forum_meeting_called_off_says_why CHECK (((state <> 'called-off'::text) OR (length(TRIM(BOTH FROM state_reason)) > 0)))
  constraint forum_meeting_closed CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL)))
  constraint forum_meeting_item FOREIGN KEY (service_id, item_id) REFERENCES forum_item(service_id, item_id)
  constraint forum_meeting_lasts CHECK ((minutes > 0))
  constraint forum_meeting_opened CHECK (((state <> ALL (ARRAY['open'::text, 'closed'::text])) OR (opened_at IS NOT NULL)))
  constraint forum_meeting_pk PRIMARY KEY (service_id, meeting_id)
  constraint forum_meeting_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'called-off'::text])))
  CREATE UNIQUE INDEX forum_meeting_once ON forum_meeting USING btree (service_id, forum, on_day, at_time) WHERE (state <> 'called-off'::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON forum_meeting FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,meeting_id', '')
  CREATE TRIGGER tell_room AFTER INSERT OR UPDATE ON forum_meeting FOR EACH ROW EXECUTE FUNCTION tell_room()
  grant insert, select, update to throughline_app
table forum_return row security forced
  service_id uuid not null
  item_id uuid not null
  seat text not null
  child_id uuid not null
  answers jsonb not null default '{}'::jsonb
  knows_nothing boolean not null default false
  given_by uuid
  given_name text not null
  given_at timestamp with time zone not null
  version integer not null default 1
  constraint forum_return_account FOREIGN KEY (service_id, given_by) REFERENCES person_account(service_id, user_id)
  constraint forum_return_item FOREIGN KEY (service_id, child_id, item_id) REFERENCES forum_item(service_id, child_id, item_id) DEFERRABLE
  constraint forum_return_named CHECK ((length(TRIM(BOTH FROM given_name)) > 0))
  constraint forum_return_pk PRIMARY KEY (service_id, item_id, seat)
  CREATE INDEX forum_return_by_child ON forum_return USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON forum_return FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,item_id,seat', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON forum_return FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  CREATE TRIGGER tell_room AFTER INSERT OR UPDATE ON forum_return FOR EACH ROW EXECUTE FUNCTION tell_room()
  grant insert, select, update to throughline_app
table forum_seat_holder row security forced
  service_id uuid not null
  seat_holder_id uuid not null default uuidv7()
  forum text not null
  seat text not null
  user_id uuid
  name text not null
  email text not null default ''::text
  from_on date not null
  until_on date
  version integer not null default 1
  constraint forum_seat_holder_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint forum_seat_holder_named CHECK ((length(TRIM(BOTH FROM name)) > 0))
  constraint forum_seat_holder_pk PRIMARY KEY (service_id, seat_holder_id)
  constraint forum_seat_holder_until_after_from CHECK ((until_on >= from_on))
  CREATE INDEX forum_seat_holder_by_forum ON forum_seat_holder USING btree (service_id, forum, seat)
  CREATE INDEX forum_seat_holder_by_user ON forum_seat_holder USING btree (service_id, user_id) WHERE (user_id IS NOT NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON forum_seat_holder FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,seat_holder_id', '')
  grant insert, select, update to throughline_app
table goal_picture row security forced
  service_id uuid not null
  line_id uuid not null
  child_id uuid not null
  picture text not null
  constraint goal_picture_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint goal_picture_chosen CHECK ((picture <> ''::text))
  constraint goal_picture_pk PRIMARY KEY (service_id, line_id)
  CREATE INDEX goal_picture_by_child ON goal_picture USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON goal_picture FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,line_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON goal_picture FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select, update to throughline_app
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
  constraint group_member_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint group_member_leaves_after_joining CHECK ((left_at >= joined_at))
  constraint group_member_pk PRIMARY KEY (service_id, member_id)
  CREATE INDEX group_member_by_child ON group_member USING btree (service_id, child_id)
  CREATE UNIQUE INDEX group_member_once ON group_member USING btree (service_id, group_id, involvement_id) WHERE (left_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON group_member FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,member_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON group_member FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  constraint group_session_lasts CHECK (((minutes >= 1) AND (minutes <= 480)))
  constraint group_session_lead FOREIGN KEY (service_id, lead_user) REFERENCES person_account(service_id, user_id)
  constraint group_session_pk PRIMARY KEY (service_id, session_id)
  constraint group_session_place FOREIGN KEY (service_id, place_id) REFERENCES meeting_place(service_id, place_id)
  CREATE INDEX group_session_by_group ON group_session USING btree (service_id, group_id, starts_at)
  CREATE INDEX group_session_by_start ON group_session USING btree (service_id, starts_at, session_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON group_session FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,session_id', '')
  grant insert, select, update to throughline_app
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
  constraint hand_over_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint hand_over_milestone FOREIGN KEY (service_id, child_id, milestone_id) REFERENCES milestone(service_id, child_id, milestone_id) DEFERRABLE
  constraint hand_over_pk PRIMARY KEY (service_id, hand_over_id)
  constraint hand_over_to_account FOREIGN KEY (service_id, to_user) REFERENCES person_account(service_id, user_id)
  CREATE INDEX hand_over_by_child ON hand_over USING btree (service_id, child_id)
  CREATE INDEX hand_over_by_involvement ON hand_over USING btree (service_id, involvement_id)
  CREATE INDEX hand_over_unread ON hand_over USING btree (service_id, to_user) WHERE (read_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON hand_over FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,hand_over_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON hand_over FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  route_in text not null
  constraint import_file_account FOREIGN KEY (service_id, started_by) REFERENCES person_account(service_id, user_id)
  constraint import_file_one_per_content UNIQUE (service_id, route_in, content_hash)
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
  constraint information_shared_agreement FOREIGN KEY (service_id, child_id, agreement_id) REFERENCES sharing_agreement(service_id, child_id, agreement_id) DEFERRABLE
  constraint information_shared_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint information_shared_on_a_ground CHECK (((agreement_id IS NOT NULL) OR (reason <> ''::text)))
  constraint information_shared_pk PRIMARY KEY (service_id, shared_id)
  constraint information_shared_what_and_whom CHECK (((what <> ''::text) AND (with_whom <> ''::text) AND (way <> ''::text) AND (basis <> ''::text)))
  CREATE INDEX information_shared_by_child ON information_shared USING btree (service_id, child_id, shared_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON information_shared FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,shared_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON information_shared FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  CREATE INDEX involvement_by_holder ON involvement USING btree (service_id, holder_id)
  CREATE INDEX involvement_by_start ON involvement USING btree (service_id, started_at, involvement_id)
  CREATE INDEX involvement_open ON involvement USING btree (service_id, pathway, stage) WHERE (ended_at IS NULL)
  CREATE INDEX involvement_open_by_start ON involvement USING btree (service_id, started_at, involvement_id) WHERE (ended_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON involvement FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,involvement_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON involvement FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  constraint milestone_and_child UNIQUE (service_id, child_id, milestone_id)
  constraint milestone_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint milestone_corrected_by_account FOREIGN KEY (service_id, corrected_by) REFERENCES person_account(service_id, user_id)
  constraint milestone_corrected_by_somebody_for_a_reason CHECK ((((corrected_at IS NULL) = (corrected_by IS NULL)) AND ((corrected_at IS NULL) = (corrected_because = ''::text))))
  constraint milestone_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint milestone_pk PRIMARY KEY (service_id, milestone_id)
  constraint milestone_recorded_by_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX milestone_by_involvement ON milestone USING btree (service_id, involvement_id, happened_at)
  CREATE INDEX milestone_by_step ON milestone USING btree (service_id, step, happened_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON milestone FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,milestone_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON milestone FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  sensitive_through integer not null default 0
  is_day boolean not null default false
  constraint note_and_child UNIQUE (service_id, child_id, note_id)
  constraint note_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint note_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint note_pk PRIMARY KEY (service_id, note_id)
  constraint note_sensitivity_known CHECK ((sensitivity = ANY (ARRAY['ordinary'::text, 'sensitive'::text])))
  constraint note_text_given CHECK ((length(TRIM(BOTH FROM text)) > 0))
  constraint note_written_by_account FOREIGN KEY (service_id, written_by) REFERENCES person_account(service_id, user_id)
  CREATE INDEX note_by_time ON note USING btree (service_id, child_id, happened_at, note_id)
  CREATE INDEX note_by_words ON note USING gin (service_id, note_words(text, details))
  policy searched for select to owner using (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND
CASE
    WHEN (sensitivity = 'sensitive'::text) THEN ((written_by = ( SELECT current_person() AS current_person)) OR sees_sensitive(child_id))
    ELSE true
END)) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON note FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,note_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON note FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  CREATE TRIGGER keep_sensitive_versions BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION keep_sensitive_versions()
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
  has_joined boolean not null default false
  closed_by uuid
  constraint notification_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint notification_closed_with_reason CHECK (((closed_at IS NULL) = (closed_reason IS NULL)))
  constraint notification_closer FOREIGN KEY (service_id, closed_by) REFERENCES person_account(service_id, user_id)
  constraint notification_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint notification_joined_a_case CHECK (((NOT has_joined) OR (involvement_id IS NOT NULL)))
  constraint notification_pk PRIMARY KEY (service_id, notification_id)
  CREATE INDEX notification_by_child ON notification USING btree (service_id, child_id)
  CREATE INDEX notification_by_involvement ON notification USING btree (service_id, involvement_id)
  CREATE INDEX notification_by_name ON notification USING gin (service_id, folded_name gin_trgm_ops)
  CREATE INDEX notification_by_receipt ON notification USING btree (service_id, received_at, notification_id)
  CREATE INDEX notification_by_reference ON notification USING btree (service_id, folded_reference)
  CREATE INDEX notification_closed ON notification USING btree (service_id, closed_at) WHERE ((closed_at IS NOT NULL) AND (involvement_id IS NULL))
  CREATE INDEX notification_open ON notification USING btree (service_id, received_at) WHERE ((child_id IS NULL) AND (closed_at IS NULL))
  CREATE INDEX notification_open_by_route ON notification USING btree (service_id, route_in, received_at) WHERE ((child_id IS NULL) AND (closed_at IS NULL))
  CREATE INDEX notification_without_reference ON notification USING btree (service_id, route_in, folded_name) WHERE (reference IS NULL)
  CREATE UNIQUE INDEX notification_one_per_child ON notification USING btree (service_id, route_in, folded_reference, folded_name, birth_date) NULLS NOT DISTINCT WHERE ((reference IS NOT NULL) AND (form = 'yot1'::text))
  policy searched for select to owner using (true)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND
CASE
    WHEN (child_id IS NULL) THEN (notification_id <> ALL (( SELECT hidden_notifications() AS hidden_notifications)::uuid[]))
    ELSE (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))
END)) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON notification FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,notification_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON notification FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  from_service text not null default ''::text
  recorded_at timestamp with time zone not null default now()
  constraint offence_and_child UNIQUE (service_id, child_id, offence_id)
  constraint offence_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint offence_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint offence_pk PRIMARY KEY (service_id, offence_id)
  CREATE INDEX offence_by_police_reference ON offence USING btree (service_id, folded_reference) WHERE (folded_reference <> ''::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON offence FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,offence_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON offence FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table own_message row security forced
  service_id uuid not null
  message_id uuid not null default uuidv7()
  child_id uuid not null
  own_page_id uuid not null
  appointment_id uuid
  words text not null
  said_at timestamp with time zone not null
  heard_by uuid
  heard_at timestamp with time zone
  version integer not null default 1
  danger text
  done_words text not null default ''::text
  looked_by uuid
  looked_at timestamp with time zone
  looked_words text not null default ''::text
  constraint own_message_account FOREIGN KEY (service_id, heard_by) REFERENCES person_account(service_id, user_id)
  constraint own_message_appointment FOREIGN KEY (service_id, child_id, appointment_id) REFERENCES appointment(service_id, child_id, appointment_id) DEFERRABLE
  constraint own_message_danger_is_answered CHECK (((danger IS DISTINCT FROM 'yes'::text) OR (length(TRIM(BOTH FROM done_words)) > 0)))
  constraint own_message_danger_known CHECK ((danger = ANY (ARRAY['yes'::text, 'no'::text])))
  constraint own_message_heard_by_somebody CHECK (((heard_by IS NULL) = (heard_at IS NULL)))
  constraint own_message_looked_account FOREIGN KEY (service_id, looked_by) REFERENCES person_account(service_id, user_id)
  constraint own_message_looked_after_heard CHECK (((looked_at IS NULL) OR (heard_at IS NOT NULL)))
  constraint own_message_looked_by_somebody CHECK (((looked_by IS NULL) = (looked_at IS NULL)))
  constraint own_message_page FOREIGN KEY (service_id, child_id, own_page_id) REFERENCES own_page(service_id, child_id, own_page_id) DEFERRABLE
  constraint own_message_pk PRIMARY KEY (service_id, message_id)
  constraint own_message_says_something CHECK ((length(TRIM(BOTH FROM words)) > 0))
  CREATE INDEX own_message_by_child ON own_message USING btree (service_id, child_id)
  CREATE INDEX own_message_in_danger ON own_message USING btree (service_id, heard_at) WHERE ((danger = 'yes'::text) AND (looked_at IS NULL))
  CREATE INDEX own_message_unheard ON own_message USING btree (service_id, said_at) WHERE (heard_at IS NULL)
  CREATE INDEX own_message_waiting ON own_message USING btree (service_id, child_id) WHERE (heard_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON own_message FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,message_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON own_message FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table own_page row security forced
  service_id uuid not null
  own_page_id uuid not null default uuidv7()
  child_id uuid not null
  whose text not null
  shares text[] not null
  language text not null default 'en'::text
  token_hash bytea not null
  pin_hash text not null
  wrong_tries integer not null default 0
  rests_until timestamp with time zone
  made_by uuid not null
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_why text not null default ''::text
  last_used_at timestamp with time zone
  made_by_form bytea
  version integer not null default 1
  all_wrong_tries integer not null default 0
  last_wrong_at timestamp with time zone
  line_id uuid not null default uuidv7()
  reader_words text not null default ''::text
  constraint own_page_account FOREIGN KEY (service_id, made_by) REFERENCES person_account(service_id, user_id)
  constraint own_page_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint own_page_ended_why_known CHECK ((ended_why = ANY (ARRAY[''::text, 'by-worker'::text, 'too-many-tries'::text])))
  constraint own_page_ended_with_why CHECK (((ended_at IS NULL) = (ended_why = ''::text)))
  constraint own_page_ends_after_made CHECK ((expires_at > made_at))
  constraint own_page_of_child UNIQUE (service_id, child_id, own_page_id)
  constraint own_page_pk PRIMARY KEY (service_id, own_page_id)
  constraint own_page_shares_known CHECK ((shares <@ ARRAY['plan'::text, 'meetings'::text, 'people'::text]))
  constraint own_page_token_once UNIQUE (token_hash)
  constraint own_page_whose_known CHECK ((whose = ANY (ARRAY['child'::text, 'parent'::text])))
  CREATE INDEX own_page_by_child ON own_page USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON own_page FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,own_page_id', 'token_hash,pin_hash,made_by_form')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON own_page FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table own_page_opening row security forced
  service_id uuid not null
  opening_id uuid not null default uuidv7()
  own_page_id uuid not null
  child_id uuid not null
  token_hash bytea not null
  opened_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  constraint own_page_opening_page FOREIGN KEY (service_id, child_id, own_page_id) REFERENCES own_page(service_id, child_id, own_page_id) DEFERRABLE
  constraint own_page_opening_pk PRIMARY KEY (service_id, opening_id)
  CREATE INDEX own_page_opening_by_child ON own_page_opening USING btree (service_id, child_id)
  CREATE INDEX own_page_opening_by_page ON own_page_opening USING btree (service_id, own_page_id, token_hash)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON own_page_opening FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,opening_id', 'token_hash')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON own_page_opening FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
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
  digest text not null default 'working-days'::text
  constraint person_account_digest_known CHECK ((digest = ANY (ARRAY['working-days'::text, 'mondays'::text, 'never'::text])))
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
table plan row security forced
  service_id uuid not null
  plan_id uuid not null default uuidv7()
  child_id uuid not null
  involvement_id uuid
  state text not null default 'open'::text
  starts_on date
  review_on date
  level text
  delivery text not null default ''::text
  harmed text
  no_wishes_reason text not null default ''::text
  begun_by uuid not null
  begun_at timestamp with time zone not null
  version integer not null default 1
  constraint plan_account FOREIGN KEY (service_id, begun_by) REFERENCES person_account(service_id, user_id)
  constraint plan_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint plan_harmed_known CHECK ((harmed = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])))
  constraint plan_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint plan_of_child UNIQUE (service_id, child_id, plan_id)
  constraint plan_pk PRIMARY KEY (service_id, plan_id)
  constraint plan_reviewed_after_start CHECK ((review_on >= starts_on))
  constraint plan_state_known CHECK ((state = ANY (ARRAY['open'::text, 'sent'::text, 'signed'::text, 'replaced'::text, 'set-aside'::text])))
  CREATE INDEX plan_by_child ON plan USING btree (service_id, child_id, begun_at)
  CREATE INDEX plan_waiting ON plan USING btree (service_id, state) WHERE (state = 'sent'::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,plan_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table plan_contingency row security forced
  service_id uuid not null
  contingency_id uuid not null default uuidv7()
  plan_id uuid not null
  child_id uuid not null
  if_words text not null
  then_words text not null
  who_words text not null
  version integer not null default 1
  constraint plan_contingency_is_whole CHECK (((length(TRIM(BOTH FROM if_words)) > 0) AND (length(TRIM(BOTH FROM then_words)) > 0) AND (length(TRIM(BOTH FROM who_words)) > 0)))
  constraint plan_contingency_pk PRIMARY KEY (service_id, contingency_id)
  constraint plan_contingency_plan FOREIGN KEY (service_id, child_id, plan_id) REFERENCES plan(service_id, child_id, plan_id) DEFERRABLE
  CREATE INDEX plan_contingency_by_child ON plan_contingency USING btree (service_id, child_id)
  CREATE INDEX plan_contingency_by_plan ON plan_contingency USING btree (service_id, plan_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan_contingency FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,contingency_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan_contingency FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select, update to throughline_app
table plan_copy row security forced
  service_id uuid not null
  plan_id uuid not null
  child_id uuid not null
  language text not null
  words jsonb not null default '[]'::jsonb
  written_by uuid not null
  written_at timestamp with time zone not null
  version integer not null default 1
  constraint plan_copy_account FOREIGN KEY (service_id, written_by) REFERENCES person_account(service_id, user_id)
  constraint plan_copy_pk PRIMARY KEY (service_id, plan_id, language)
  constraint plan_copy_plan FOREIGN KEY (service_id, child_id, plan_id) REFERENCES plan(service_id, child_id, plan_id) DEFERRABLE
  constraint plan_copy_words_list CHECK ((jsonb_typeof(words) = 'array'::text))
  CREATE INDEX plan_copy_by_child ON plan_copy USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan_copy FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,plan_id,language', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan_copy FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table plan_goal row security forced
  service_id uuid not null
  goal_id uuid not null default uuidv7()
  plan_id uuid not null
  child_id uuid not null
  line_id uuid not null
  strand text not null
  words text not null
  why text not null default ''::text
  low_words text not null default ''::text
  high_words text not null default ''::text
  outcome text
  outcome_on date
  outcome_words text not null default ''::text
  version integer not null default 1
  constraint plan_goal_of_child UNIQUE (service_id, child_id, goal_id)
  constraint plan_goal_outcome_has_day CHECK (((outcome IS NULL) = (outcome_on IS NULL)))
  constraint plan_goal_outcome_known CHECK ((outcome = ANY (ARRAY['reached'::text, 'partly'::text, 'dropped'::text])))
  constraint plan_goal_pk PRIMARY KEY (service_id, goal_id)
  constraint plan_goal_plan FOREIGN KEY (service_id, child_id, plan_id) REFERENCES plan(service_id, child_id, plan_id) DEFERRABLE
  constraint plan_goal_says_what CHECK ((length(TRIM(BOTH FROM words)) > 0))
  constraint plan_goal_strand_known CHECK ((strand = ANY (ARRAY['good-life'::text, 'child-safe'::text, 'others-safe'::text])))
  CREATE INDEX plan_goal_by_child ON plan_goal USING btree (service_id, child_id)
  CREATE INDEX plan_goal_by_plan ON plan_goal USING btree (service_id, plan_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan_goal FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,goal_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan_goal FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select, update to throughline_app
table plan_progress row security forced
  service_id uuid not null
  progress_id uuid not null default uuidv7()
  child_id uuid not null
  line_id uuid not null
  mark integer not null
  said_by text not null
  words text not null default ''::text
  on_day date not null
  recorded_by uuid
  recorded_at timestamp with time zone not null
  own_page_id uuid
  constraint plan_progress_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint plan_progress_by_somebody CHECK (((recorded_by IS NULL) = (own_page_id IS NOT NULL)))
  constraint plan_progress_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint plan_progress_mark_on_scale CHECK (((mark >= 0) AND (mark <= 10)))
  constraint plan_progress_own_page FOREIGN KEY (service_id, child_id, own_page_id) REFERENCES own_page(service_id, child_id, own_page_id) DEFERRABLE
  constraint plan_progress_pk PRIMARY KEY (service_id, progress_id)
  constraint plan_progress_said_by_known CHECK ((said_by = ANY (ARRAY['child'::text, 'family'::text, 'worker'::text])))
  CREATE INDEX plan_progress_by_child ON plan_progress USING btree (service_id, child_id, line_id, on_day)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan_progress FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,progress_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan_progress FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table plan_signing row security forced
  service_id uuid not null
  signing_id uuid not null default uuidv7()
  plan_id uuid not null
  child_id uuid not null
  kind text not null
  words text not null default ''::text
  signed_by uuid not null
  signed_at timestamp with time zone not null
  takes_up uuid[]
  constraint plan_signing_account FOREIGN KEY (service_id, signed_by) REFERENCES person_account(service_id, user_id)
  constraint plan_signing_kind_known CHECK ((kind = ANY (ARRAY['signed'::text, 'countersigned'::text, 'returned'::text, 'taken-back'::text, 'set-aside'::text])))
  constraint plan_signing_pk PRIMARY KEY (service_id, signing_id)
  constraint plan_signing_plan FOREIGN KEY (service_id, child_id, plan_id) REFERENCES plan(service_id, child_id, plan_id) DEFERRABLE
  constraint plan_signing_says_why CHECK (((kind = 'signed'::text) OR (length(TRIM(BOTH FROM words)) > 0)))
  CREATE INDEX plan_signing_by_child ON plan_signing USING btree (service_id, child_id)
  CREATE INDEX plan_signing_by_plan ON plan_signing USING btree (service_id, plan_id, signed_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan_signing FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,signing_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan_signing FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table plan_silence row security forced
  service_id uuid not null
  plan_id uuid not null
  victim_id uuid not null
  child_id uuid not null
  words text not null
  said_by uuid not null
  said_at timestamp with time zone not null
  version integer not null default 1
  constraint plan_silence_account FOREIGN KEY (service_id, said_by) REFERENCES person_account(service_id, user_id)
  constraint plan_silence_pk PRIMARY KEY (service_id, plan_id, victim_id)
  constraint plan_silence_plan FOREIGN KEY (service_id, child_id, plan_id) REFERENCES plan(service_id, child_id, plan_id) DEFERRABLE
  CREATE INDEX plan_silence_by_child ON plan_silence USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan_silence FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,plan_id,victim_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan_silence FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table plan_step row security forced
  service_id uuid not null
  step_id uuid not null default uuidv7()
  goal_id uuid not null
  child_id uuid not null
  words text not null
  who text not null
  who_user_id uuid
  who_words text not null default ''::text
  due_on date
  state text not null default 'to-do'::text
  state_on date
  state_words text not null default ''::text
  version integer not null default 1
  constraint plan_step_account FOREIGN KEY (service_id, who_user_id) REFERENCES person_account(service_id, user_id)
  constraint plan_step_goal FOREIGN KEY (service_id, child_id, goal_id) REFERENCES plan_goal(service_id, child_id, goal_id) DEFERRABLE
  constraint plan_step_pk PRIMARY KEY (service_id, step_id)
  constraint plan_step_says_what CHECK ((length(TRIM(BOTH FROM words)) > 0))
  constraint plan_step_says_who CHECK (
CASE who
    WHEN 'worker'::text THEN (who_user_id IS NOT NULL)
    WHEN 'other'::text THEN (length(TRIM(BOTH FROM who_words)) > 0)
    ELSE true
END)
  constraint plan_step_state_has_day CHECK (((state = 'to-do'::text) = (state_on IS NULL)))
  constraint plan_step_state_known CHECK ((state = ANY (ARRAY['to-do'::text, 'done'::text, 'not-done'::text])))
  constraint plan_step_who_known CHECK ((who = ANY (ARRAY['child'::text, 'family'::text, 'worker'::text, 'other'::text])))
  CREATE INDEX plan_step_by_child ON plan_step USING btree (service_id, child_id)
  CREATE INDEX plan_step_by_goal ON plan_step USING btree (service_id, goal_id)
  CREATE INDEX plan_step_by_worker ON plan_step USING btree (service_id, who_user_id) WHERE (state = 'to-do'::text)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan_step FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,step_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan_step FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant delete, insert, select, update to throughline_app
table plan_writer row security forced
  service_id uuid not null
  plan_id uuid not null
  user_id uuid not null
  child_id uuid not null
  constraint plan_writer_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint plan_writer_pk PRIMARY KEY (service_id, plan_id, user_id)
  constraint plan_writer_plan FOREIGN KEY (service_id, child_id, plan_id) REFERENCES plan(service_id, child_id, plan_id) DEFERRABLE
  CREATE INDEX plan_writer_by_child ON plan_writer USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON plan_writer FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,plan_id,user_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON plan_writer FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table record_merge row security forced
  service_id uuid not null
  merge_id uuid not null default uuidv7()
  child_id uuid not null
  kept_id uuid not null
  gone_id uuid not null
  gone_reference text not null
  gone_name text not null
  children uuid[] not null
  merged_by uuid not null
  merged_at timestamp with time zone not null
  reason text not null
  transaction xid8 not null
  first_event bigint not null
  last_event bigint not null
  unmerged_by uuid
  unmerged_at timestamp with time zone
  unmerged_because text not null default ''::text
  last_event_apart bigint
  constraint record_merge_by_account FOREIGN KEY (service_id, merged_by) REFERENCES person_account(service_id, user_id)
  constraint record_merge_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint record_merge_gone FOREIGN KEY (service_id, gone_id) REFERENCES child(service_id, child_id)
  constraint record_merge_kept FOREIGN KEY (service_id, kept_id) REFERENCES child(service_id, child_id)
  constraint record_merge_of_two CHECK ((kept_id <> gone_id))
  constraint record_merge_pk PRIMARY KEY (service_id, merge_id)
  constraint record_merge_reason_given CHECK ((length(TRIM(BOTH FROM reason)) > 0))
  constraint record_merge_unmerged_by_account FOREIGN KEY (service_id, unmerged_by) REFERENCES person_account(service_id, user_id)
  constraint record_merge_unmerged_by_somebody_for_a_reason CHECK ((((unmerged_at IS NULL) = (unmerged_by IS NULL)) AND ((unmerged_at IS NULL) = (unmerged_because = ''::text)) AND ((unmerged_at IS NULL) = (last_event_apart IS NULL))))
  CREATE INDEX record_merge_apart ON record_merge USING btree (service_id) WHERE (unmerged_at IS NOT NULL)
  CREATE INDEX record_merge_by_child ON record_merge USING btree (service_id, child_id)
  CREATE INDEX record_merge_by_reference ON record_merge USING btree (service_id, gone_reference) WHERE (unmerged_at IS NULL)
  CREATE UNIQUE INDEX record_merge_one_at_a_time ON record_merge USING btree (service_id, gone_id) WHERE (unmerged_at IS NULL)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (gone_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (gone_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR UPDATE OF child_id, unmerged_at ON record_merge FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,merge_id', '')
  grant select to throughline_app
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
  constraint referrer_told_involvement FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint referrer_told_message FOREIGN KEY (service_id, message_id) REFERENCES message(service_id, message_id)
  constraint referrer_told_milestone FOREIGN KEY (service_id, child_id, milestone_id) REFERENCES milestone(service_id, child_id, milestone_id) DEFERRABLE
  constraint referrer_told_notification FOREIGN KEY (service_id, notification_id) REFERENCES notification(service_id, notification_id)
  constraint referrer_told_of_a_case CHECK (((child_id IS NULL) = (involvement_id IS NULL)))
  constraint referrer_told_once_of_a_step UNIQUE (service_id, milestone_id, notification_id)
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
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON referrer_told FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table said_and_done row security forced
  service_id uuid not null
  entry_id uuid not null default uuidv7()
  said text not null
  done text not null
  since date not null
  ended_on date
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  version integer not null default 1
  constraint said_and_done_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint said_and_done_ends_after CHECK ((ended_on >= since))
  constraint said_and_done_pk PRIMARY KEY (service_id, entry_id)
  constraint said_and_done_whole CHECK (((length(TRIM(BOTH FROM said)) > 0) AND (length(TRIM(BOTH FROM done)) > 0)))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON said_and_done FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,entry_id', '')
  grant insert, select, update to throughline_app
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
  constraint sharing_agreement_and_child UNIQUE (service_id, child_id, agreement_id)
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
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON sharing_agreement FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,agreement_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON sharing_agreement FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table significant_event row security forced
  service_id uuid not null
  event_id uuid not null default uuidv7()
  child_id uuid not null
  kind text not null
  happened_on date not null
  told_by text not null
  words text not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  mistaken_reason text not null default ''::text
  mistaken_by uuid
  mistaken_at timestamp with time zone
  version integer not null default 1
  constraint significant_event_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint significant_event_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint significant_event_corrector FOREIGN KEY (service_id, mistaken_by) REFERENCES person_account(service_id, user_id)
  constraint significant_event_mistaken_whole CHECK ((((mistaken_reason = ''::text) = (mistaken_by IS NULL)) AND ((mistaken_reason = ''::text) = (mistaken_at IS NULL))))
  constraint significant_event_pk PRIMARY KEY (service_id, event_id)
  constraint significant_event_says CHECK (((length(TRIM(BOTH FROM kind)) > 0) AND (length(TRIM(BOTH FROM told_by)) > 0) AND (length(TRIM(BOTH FROM words)) > 0)))
  CREATE INDEX significant_event_by_child ON significant_event USING btree (service_id, child_id, happened_on)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON significant_event FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,event_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON significant_event FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table told_by_form row security forced
  service_id uuid not null
  told_id uuid not null default uuidv7()
  child_id uuid not null
  assessment_id uuid not null
  field text not null
  words text not null
  told_by uuid not null
  told_at timestamp with time zone not null
  constraint told_by_form_account FOREIGN KEY (service_id, told_by) REFERENCES person_account(service_id, user_id)
  constraint told_by_form_assessment FOREIGN KEY (service_id, child_id, assessment_id) REFERENCES assessment(service_id, child_id, assessment_id) DEFERRABLE
  constraint told_by_form_field_known CHECK ((field = 'how-to-talk'::text))
  constraint told_by_form_once UNIQUE (service_id, assessment_id, field)
  constraint told_by_form_pk PRIMARY KEY (service_id, told_id)
  constraint told_by_form_says_something CHECK ((length(TRIM(BOTH FROM words)) > 0))
  CREATE INDEX told_by_form_by_child ON told_by_form USING btree (service_id, child_id, field, told_at DESC)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON told_by_form FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,told_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON told_by_form FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table transfer row security forced
  service_id uuid not null
  transfer_id uuid not null default uuidv7()
  child_id uuid not null
  to_service text not null
  told text not null
  reason text not null
  parts text[] not null
  file_name text not null
  file_hash bytea not null
  made_by uuid not null
  made_at timestamp with time zone not null
  handed_out_at timestamp with time zone
  notes_left_out integer not null default 0
  constraint transfer_account FOREIGN KEY (service_id, made_by) REFERENCES person_account(service_id, user_id)
  constraint transfer_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint transfer_hash_is_sha256 CHECK ((length(file_hash) = 32))
  constraint transfer_notes_left_out_counted CHECK ((notes_left_out >= 0))
  constraint transfer_pk PRIMARY KEY (service_id, transfer_id)
  constraint transfer_told CHECK (((length(TRIM(BOTH FROM to_service)) > 0) AND (length(TRIM(BOTH FROM told)) > 0) AND (length(TRIM(BOTH FROM reason)) > 0)))
  CREATE INDEX transfer_by_child ON transfer USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON transfer FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,transfer_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON transfer FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table transfer_file row security forced
  service_id uuid not null
  transfer_id uuid not null
  user_id uuid not null
  made_at timestamp with time zone not null
  content bytea not null
  constraint transfer_file_pk PRIMARY KEY (service_id, transfer_id)
  constraint transfer_file_transfer FOREIGN KEY (service_id, transfer_id) REFERENCES transfer(service_id, transfer_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (user_id = ( SELECT current_person() AS current_person)))) check (((service_id = ( SELECT current_service() AS current_service)) AND (user_id = ( SELECT current_person() AS current_person))))
  grant delete, insert, select to throughline_app
table transferred_entry row security forced
  service_id uuid not null
  transferred_entry_id uuid not null default uuidv7()
  child_id uuid not null
  arrived_transfer_id uuid not null
  from_service text not null
  kind text not null
  happened_at timestamp with time zone not null
  is_day boolean not null
  title text not null
  words jsonb not null
  by_name text not null default ''::text
  fingerprint bytea not null
  sensitivity text not null default 'ordinary'::text
  has_third_party boolean not null default false
  constraint transferred_entry_arrived FOREIGN KEY (service_id, child_id, arrived_transfer_id) REFERENCES arrived_transfer(service_id, child_id, arrived_transfer_id) DEFERRABLE
  constraint transferred_entry_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint transferred_entry_kind_known CHECK ((kind = ANY (ARRAY['details'::text, 'fact'::text, 'case'::text, 'step'::text, 'contact'::text, 'note'::text, 'agreement'::text, 'health-agreement'::text])))
  constraint transferred_entry_pk PRIMARY KEY (service_id, transferred_entry_id)
  constraint transferred_entry_sensitivity_known CHECK ((sensitivity = ANY (ARRAY['ordinary'::text, 'sensitive'::text])))
  CREATE INDEX transferred_entry_by_time ON transferred_entry USING btree (service_id, child_id, happened_at, transferred_entry_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND
CASE
    WHEN (sensitivity = 'sensitive'::text) THEN sees_sensitive(child_id)
    ELSE true
END)) check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON transferred_entry FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,transferred_entry_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON transferred_entry FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table unmet_need row security forced
  service_id uuid not null
  need_id uuid not null default uuidv7()
  child_id uuid not null
  need text not null
  reason text not null
  words text not null default ''::text
  found_on date not null
  met_on date
  met_words text not null default ''::text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  version integer not null default 1
  assessment_id uuid
  constraint unmet_need_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint unmet_need_assessment FOREIGN KEY (service_id, child_id, assessment_id) REFERENCES assessment(service_id, child_id, assessment_id) DEFERRABLE
  constraint unmet_need_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint unmet_need_met_after_found CHECK ((met_on >= found_on))
  constraint unmet_need_pk PRIMARY KEY (service_id, need_id)
  CREATE INDEX unmet_need_by_child ON unmet_need USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON unmet_need FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,need_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON unmet_need FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select, update to throughline_app
table victim row security forced
  service_id uuid not null
  victim_id uuid not null
  kind text not null
  name text not null
  known_as text not null
  age_group text not null default ''::text
  phone text not null default ''::text
  email text not null default ''::text
  address text not null default ''::text
  language text not null default ''::text
  needs text not null default ''::text
  safe_contact text not null default ''::text
  police_reference text not null default ''::text
  consent text not null default 'not-asked'::text
  consent_on date
  consent_words text not null default ''::text
  safety text not null default ''::text
  passed_on_by uuid not null
  passed_on_at timestamp with time zone not null
  closed_on date
  closed_reason text not null default ''::text
  closed_words text not null default ''::text
  version integer not null default 1
  constraint victim_account FOREIGN KEY (service_id, passed_on_by) REFERENCES person_account(service_id, user_id)
  constraint victim_age_group_known CHECK ((age_group = ANY (ARRAY[''::text, 'child'::text, 'adult'::text])))
  constraint victim_closed_says_why CHECK (((closed_on IS NULL) = (closed_reason = ''::text)))
  constraint victim_consent_has_day CHECK (((consent = 'not-asked'::text) = (consent_on IS NULL)))
  constraint victim_consent_known CHECK ((consent = ANY (ARRAY['not-asked'::text, 'yes'::text, 'no'::text, 'withdrawn'::text])))
  constraint victim_kind_known CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])))
  constraint victim_named CHECK (((length(TRIM(BOTH FROM name)) > 0) AND (length(TRIM(BOTH FROM known_as)) > 0)))
  constraint victim_pk PRIMARY KEY (service_id, victim_id)
  policy passed_on for insert to throughline_app check (((service_id = ( SELECT current_service() AS current_service)) AND (passed_on_by = ( SELECT current_person() AS current_person))))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT sees_victims() AS sees_victims) AND (victim_id <> ALL (( SELECT hidden_victims() AS hidden_victims)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT sees_victims() AS sees_victims) AND (victim_id <> ALL (( SELECT hidden_victims() AS hidden_victims)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON victim FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,victim_id', '')
  grant insert, select, update to throughline_app
table victim_contact row security forced
  service_id uuid not null
  contact_id uuid not null default uuidv7()
  victim_id uuid not null
  at timestamp with time zone not null
  way text not null
  was_reached boolean not null
  words text not null default ''::text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint victim_contact_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint victim_contact_pk PRIMARY KEY (service_id, contact_id)
  constraint victim_contact_victim FOREIGN KEY (service_id, victim_id) REFERENCES victim(service_id, victim_id)
  constraint victim_contact_way_known CHECK ((way = ANY (ARRAY['phone'::text, 'letter'::text, 'email'::text, 'message'::text, 'meeting'::text, 'home-visit'::text])))
  CREATE INDEX victim_contact_by_victim ON victim_contact USING btree (service_id, victim_id, at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT sees_victims() AS sees_victims) AND (victim_id <> ALL (( SELECT hidden_victims() AS hidden_victims)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT sees_victims() AS sees_victims) AND (victim_id <> ALL (( SELECT hidden_victims() AS hidden_victims)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON victim_contact FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,contact_id', '')
  grant insert, select to throughline_app
table victim_end_noted row security forced
  service_id uuid not null
  victim_id uuid not null
  child_id uuid not null
  involvement_id uuid not null
  ended_at timestamp with time zone not null
  noted_by uuid not null
  noted_at timestamp with time zone not null
  constraint victim_end_noted_account FOREIGN KEY (service_id, noted_by) REFERENCES person_account(service_id, user_id)
  constraint victim_end_noted_case FOREIGN KEY (service_id, involvement_id, child_id) REFERENCES involvement(service_id, involvement_id, child_id) DEFERRABLE
  constraint victim_end_noted_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint victim_end_noted_pk PRIMARY KEY (service_id, victim_id, involvement_id, ended_at)
  constraint victim_end_noted_victim FOREIGN KEY (service_id, victim_id) REFERENCES victim(service_id, victim_id)
  CREATE INDEX victim_end_noted_by_child ON victim_end_noted USING btree (service_id, child_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT sees_victims() AS sees_victims) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (victim_id <> ALL (( SELECT hidden_victims() AS hidden_victims)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT sees_victims() AS sees_victims) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (victim_id <> ALL (( SELECT hidden_victims() AS hidden_victims)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON victim_end_noted FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,victim_id,involvement_id,ended_at', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON victim_end_noted FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table victim_of row security forced
  service_id uuid not null
  victim_of_id uuid not null default uuidv7()
  victim_id uuid not null
  child_id uuid not null
  what_happened text not null default ''::text
  constraint victim_of_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint victim_of_pk PRIMARY KEY (service_id, victim_of_id)
  constraint victim_of_victim FOREIGN KEY (service_id, victim_id) REFERENCES victim(service_id, victim_id)
  CREATE INDEX victim_of_by_child ON victim_of USING btree (service_id, child_id)
  CREATE INDEX victim_of_by_victim ON victim_of USING btree (service_id, victim_id)
  policy passed_on for insert to throughline_app check (((service_id = ( SELECT current_service() AS current_service)) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT sees_victims() AS sees_victims) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (victim_id <> ALL (( SELECT hidden_victims() AS hidden_victims)::uuid[])))) check (((service_id = ( SELECT current_service() AS current_service)) AND ( SELECT sees_victims() AS sees_victims) AND (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])) AND (victim_id <> ALL (( SELECT hidden_victims() AS hidden_victims)::uuid[]))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON victim_of FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,victim_of_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON victim_of FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
table victim_voice row security forced
  service_id uuid not null
  voice_id uuid not null default uuidv7()
  child_id uuid not null
  victim_id uuid not null
  known_as text not null
  wishes text[] not null default '{}'::text[]
  wishes_words text not null default ''::text
  no_wishes_reason text not null default ''::text
  safety_words text not null default ''::text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  is_withdrawn boolean not null default false
  constraint victim_voice_account FOREIGN KEY (service_id, recorded_by) REFERENCES person_account(service_id, user_id)
  constraint victim_voice_child FOREIGN KEY (service_id, child_id) REFERENCES child(service_id, child_id)
  constraint victim_voice_known_as_given CHECK ((length(TRIM(BOTH FROM known_as)) > 0))
  constraint victim_voice_one_or_other CHECK ((((cardinality(wishes) = 0) AND (wishes_words = ''::text)) OR (no_wishes_reason = ''::text)))
  constraint victim_voice_pk PRIMARY KEY (service_id, voice_id)
  constraint victim_voice_withdrawn_says_nothing CHECK (((NOT is_withdrawn) OR ((cardinality(wishes) = 0) AND (wishes_words = ''::text) AND (no_wishes_reason = ''::text) AND (safety_words = ''::text))))
  CREATE INDEX victim_voice_by_child ON victim_voice USING btree (service_id, child_id, victim_id, recorded_at)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[]))))) check (((service_id = ( SELECT current_service() AS current_service)) AND ((child_id IS NULL) OR (child_id <> ALL (( SELECT hidden_children() AS hidden_children)::uuid[])))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON victim_voice FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,voice_id', '')
  CREATE TRIGGER follow_merge BEFORE INSERT OR UPDATE OF child_id ON victim_voice FOR EACH ROW WHEN ((new.child_id IS NOT NULL)) EXECUTE FUNCTION follow_merge()
  grant insert, select to throughline_app
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
table worker_card row security forced
  service_id uuid not null
  user_id uuid not null
  called text not null default ''::text
  does text not null default ''::text
  phone text not null default ''::text
  reach text not null default ''::text
  picture text not null default ''::text
  version integer not null default 1
  constraint worker_card_account FOREIGN KEY (service_id, user_id) REFERENCES person_account(service_id, user_id)
  constraint worker_card_pk PRIMARY KEY (service_id, user_id)
  policy system for all to owner using (( SELECT is_system() AS is_system)) check (( SELECT is_system() AS is_system))
  policy within_service for all to throughline_app using ((service_id = ( SELECT current_service() AS current_service))) check ((service_id = ( SELECT current_service() AS current_service)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON worker_card FOR EACH ROW EXECUTE FUNCTION audit_row('service_id,user_id', '')
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
           WHERE ((a.service_id = n.service_id) AND (a.user_id = ANY (who_can_open(r.child_id, arrivals_for_named.seeing))))
           ORDER BY a.name) AS "array"
    FROM (child_restriction r
      JOIN notification n ON (((n.service_id = r.service_id) AND (n.child_id IS NULL) AND (n.closed_at IS NULL) AND (EXISTS ( SELECT
            FROM child c
           WHERE ((c.service_id = r.service_id) AND ((c.child_id = r.child_id) OR (c.child_id IN ( SELECT m.gone_id
                    FROM record_merge m
                   WHERE ((m.service_id = r.service_id) AND (m.child_id = r.child_id) AND (m.unmerged_at IS NULL))))) AND may_be(c.*, n.folded_names, n.birth_date, n.postcode, n.phone, n.school, false)))))))
   WHERE ((r.service_id = current_service()) AND (NOT (EXISTS ( SELECT
            FROM conflict_of_interest x
           WHERE ((x.service_id = r.service_id) AND (x.child_id = r.child_id) AND (x.user_id = current_person()))))));
END

grant execute on arrivals_for_named(text[]) to throughline_app
CREATE OR REPLACE FUNCTION asks_whose()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM person_account a
           WHERE ((a.service_id = current_service()) AND (a.user_id = current_person()) AND (a.roles && ARRAY['senior'::text, 'manager'::text])))) AS "exists";
END

grant execute on asks_whose() to throughline_app
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
CREATE OR REPLACE FUNCTION can_open_until(child uuid, person uuid, at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (NOT (EXISTS ( SELECT
                FROM child_restriction r
               WHERE ((r.service_id = current_service()) AND (r.child_id = can_open_until.child))))) THEN 'infinity'::timestamp with time zone
             ELSE ( SELECT max(COALESCE(x.until, 'infinity'::timestamp with time zone)) AS max
                FROM child_access x
               WHERE ((x.service_id = current_service()) AND (x.child_id = can_open_until.child) AND (x.user_id = can_open_until.person) AND ((x.until IS NULL) OR (x.until > can_open_until.at))))
         END AS max;
END

CREATE OR REPLACE FUNCTION can_sign_in(a person_account)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (((a).disabled_at IS NULL) AND (((a).password_hash IS NOT NULL) OR (EXISTS (SELECT FROM passkey p WHERE ((p.service_id = (can_sign_in.a).service_id) AND (p.user_id = (can_sign_in.a).user_id))))))

grant execute on can_sign_in(person_account) to throughline_app
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
    -- Whoever is in the group comes: to a session that has begun only those who were in it then, unless it is written down
    -- afterwards and has nobody yet.
    insert into appointment (service_id, child_id, involvement_id, session_id, with_user, kind, starts_at, minutes, place, place_id)
    select m.service_id, m.child_id, m.involvement_id, s.session_id, s.lead_user, 'group', s.starts_at, s.minutes, s.place, s.place_id
    from group_member m join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = s.service_id and m.group_id = s.group_id and m.left_at is null and i.ended_at is null
      and (m.joined_at <= s.starts_at or not exists (select from appointment x
        where x.service_id = s.service_id and x.session_id = s.session_id))
    on conflict (service_id, session_id, involvement_id) where session_id is not null do nothing;
    -- Whoever left and joined again comes again. What was cancelled for a child who has been in the group since, stays so.
    update appointment a set state = 'planned', recorded_at = null, version = a.version + 1
    from group_member m join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = s.service_id and m.group_id = s.group_id and m.left_at is null and i.ended_at is null
      and a.service_id = s.service_id and a.session_id = s.session_id and a.involvement_id = m.involvement_id
      and a.state = 'cancelled' and a.recorded_at < m.joined_at and s.starts_at > at;
  end if;
  update appointment a set starts_at = s.starts_at, minutes = s.minutes, place = s.place, place_id = s.place_id,
    with_user = s.lead_user, version = a.version + 1
  where a.service_id = s.service_id and a.session_id = s.session_id and a.state = 'planned' and s.cancelled_at is null
    and (a.starts_at, a.minutes, a.place, a.with_user) is distinct from (s.starts_at, s.minutes, s.place, s.lead_user);
  update appointment a set state = 'cancelled', recorded_at = at, version = a.version + 1
  where a.service_id = s.service_id and a.session_id = s.session_id and a.state = 'planned' and s.cancelled_at is not null;
end $function$

grant execute on carry_session(uuid,timestamp with time zone) to throughline_app
CREATE OR REPLACE FUNCTION child_of_entry(kind text, entry uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT
         CASE kind
             WHEN 'addresses'::text THEN ( SELECT t.child_id
                FROM child_address t
               WHERE ((t.service_id = current_service()) AND (t.address_id = child_of_entry.entry)))
             WHEN 'alert'::text THEN ( SELECT t.child_id
                FROM child_alert t
               WHERE ((t.service_id = current_service()) AND (t.child_alert_id = child_of_entry.entry)))
             WHEN 'appointment'::text THEN ( SELECT t.child_id
                FROM appointment t
               WHERE ((t.service_id = current_service()) AND (t.appointment_id = child_of_entry.entry)))
             WHEN 'arrival'::text THEN ( SELECT t.child_id
                FROM notification t
               WHERE ((t.service_id = current_service()) AND (t.notification_id = child_of_entry.entry)))
             WHEN 'attachment'::text THEN ( SELECT t.child_id
                FROM attachment t
               WHERE ((t.service_id = current_service()) AND (t.attachment_id = child_of_entry.entry)))
             WHEN 'care'::text THEN ( SELECT t.child_id
                FROM child_care t
               WHERE ((t.service_id = current_service()) AND (t.care_id = child_of_entry.entry)))
             WHEN 'education'::text THEN ( SELECT t.child_id
                FROM child_education t
               WHERE ((t.service_id = current_service()) AND (t.education_id = child_of_entry.entry)))
             WHEN 'event'::text THEN ( SELECT t.child_id
                FROM significant_event t
               WHERE ((t.service_id = current_service()) AND (t.event_id = child_of_entry.entry)))
             WHEN 'note'::text THEN ( SELECT t.child_id
                FROM note t
               WHERE ((t.service_id = current_service()) AND (t.note_id = child_of_entry.entry)))
             WHEN 'offence'::text THEN ( SELECT t.child_id
                FROM offence t
               WHERE ((t.service_id = current_service()) AND (t.offence_id = child_of_entry.entry)))
             WHEN 'sharing'::text THEN ( SELECT t.child_id
                FROM information_shared t
               WHERE ((t.service_id = current_service()) AND (t.shared_id = child_of_entry.entry)))
             WHEN 'step'::text THEN ( SELECT t.child_id
                FROM milestone t
               WHERE ((t.service_id = current_service()) AND (t.milestone_id = child_of_entry.entry)))
             WHEN 'their-contact'::text THEN ( SELECT t.child_id
                FROM transferred_entry t
               WHERE ((t.service_id = current_service()) AND (t.transferred_entry_id = child_of_entry.entry)))
             WHEN 'their-note'::text THEN ( SELECT t.child_id
                FROM transferred_entry t
               WHERE ((t.service_id = current_service()) AND (t.transferred_entry_id = child_of_entry.entry)))
             WHEN 'their-step'::text THEN ( SELECT t.child_id
                FROM transferred_entry t
               WHERE ((t.service_id = current_service()) AND (t.transferred_entry_id = child_of_entry.entry)))
             ELSE NULL::uuid
         END AS "case";
END

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
               WHERE ((c.service_id = current_service()) AND (c.child_id = child_standing.child) AND (NOT c.is_merged_away))))) THEN 'none'::text
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
CREATE OR REPLACE FUNCTION clear_transfer_files(before timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 DELETE FROM transfer_file
   WHERE ((transfer_file.service_id = current_service()) AND (transfer_file.made_at < clear_transfer_files.before));
END

grant execute on clear_transfer_files(timestamp with time zone) to throughline_app
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
CREATE OR REPLACE FUNCTION count_child_rows(child uuid)
 RETURNS TABLE(target text, count bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare it record;
begin
  for it in select c.target, c.col from merge_columns() c
    where c.col = 'child_id' and c.target not in ('audit_event', 'child', 'record_merge')
      and has_table_privilege(c.target::text, 'select')
  loop
    target := it.target;
    execute format('select count(*) from %I where service_id = current_service() and child_id = $1', it.target) into count using child;
    return next;
  end loop;
end $function$

grant execute on count_child_rows(uuid) to throughline_app
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
     a.version,
     a.digest
    FROM person_account a
   WHERE ((a.email = lower(TRIM(BOTH FROM find_accounts.address))) AND (a.disabled_at IS NULL))
   ORDER BY a.created_at;
END

grant execute on find_accounts(text) to throughline_app
CREATE OR REPLACE FUNCTION find_api_key(hash bytea)
 RETURNS TABLE(service_id uuid, service_name text, system_id uuid, system_name text, key_id uuid, scopes text[], ways text[], expires_at timestamp with time zone, used_at timestamp with time zone, ended_at timestamp with time zone)
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
     k.ways,
     k.expires_at,
     k.used_at,
     k.ended_at
    FROM ((api_key k
      JOIN partner_system s USING (service_id, system_id))
      JOIN service v USING (service_id))
   WHERE (k.token_hash = find_api_key.hash);
END

grant execute on find_api_key(bytea) to throughline_app
CREATE OR REPLACE FUNCTION find_arrivals_named(said text)
 RETURNS TABLE(notification_id uuid, likeness real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  hidden uuid[] := hidden_notifications();
  begins text := regexp_replace(said, '([\\%_])', '\\\1', 'g') || '%';
begin
  return query
    select n.notification_id, greatest(similarity(n.folded_name, said), word_similarity(said, n.folded_name)) from notification n
    where n.service_id = current_service() and n.notification_id <> all (hidden)
      and (n.folded_name % said or n.folded_name %> said or n.folded_name like begins or n.folded_name like '% ' || begins)
    order by 2 desc, n.notification_id desc limit 500;
end $function$

grant execute on find_arrivals_named(text) to throughline_app
CREATE OR REPLACE FUNCTION find_calendar_feed(hash bytea)
 RETURNS TABLE(service_id uuid, calendar_feed_id uuid, user_id uuid, name text, roles text[], with_initials boolean, asked_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT f.service_id,
     f.calendar_feed_id,
     f.user_id,
     a.name,
     a.roles,
     f.with_initials,
     f.asked_on
    FROM (calendar_feed f
      JOIN person_account a USING (service_id, user_id))
   WHERE ((f.token_hash = find_calendar_feed.hash) AND (f.ended_at IS NULL) AND can_sign_in(a.*));
END

grant execute on find_calendar_feed(bytea) to throughline_app
CREATE OR REPLACE FUNCTION find_children_named(said text)
 RETURNS TABLE(child_id uuid, folded_name text, other_name text, must_not_be_used boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  hidden uuid[] := hidden_children();
  begins text := regexp_replace(said, '([\\%_])', '\\\1', 'g') || '%';
begin
  return query
    select c.child_id, c.folded_name, '', false from child c
    where c.service_id = current_service() and c.child_id <> all (hidden) and not c.is_merged_away
      and (c.folded_name % said or c.folded_name %> said or c.folded_name like begins or c.folded_name like '% ' || begins)
    union all
    select n.child_id, n.folded_name, n.name, n.must_not_be_used from child_name n
    where n.service_id = current_service() and n.child_id <> all (hidden)
      and (n.folded_name % said or n.folded_name %> said or n.folded_name like begins or n.folded_name like '% ' || begins);
end $function$

grant execute on find_children_named(text) to throughline_app
CREATE OR REPLACE FUNCTION find_feedback_invitation(hash bytea)
 RETURNS TABLE(service_id uuid, service_name text, is_demonstration boolean, form text, expires_at timestamp with time zone, withdrawn_at timestamp with time zone, is_given boolean, is_taken_back boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT v.service_id,
     s.name,
     s.is_demonstration,
     v.form,
     v.expires_at,
     v.withdrawn_at,
     (f.feedback_id IS NOT NULL),
     (f.withdrawn_at IS NOT NULL)
    FROM ((feedback_invitation v
      JOIN service s ON ((s.service_id = v.service_id)))
      LEFT JOIN feedback f ON (((f.service_id = v.service_id) AND (f.invitation_id = v.invitation_id))))
   WHERE (v.token_hash = find_feedback_invitation.hash);
END

grant execute on find_feedback_invitation(bytea) to throughline_app
CREATE OR REPLACE FUNCTION find_form_sections(asked text[], about uuid, only_own boolean, most integer)
 RETURNS TABLE(assessment_id uuid, section text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  hidden uuid[] := hidden_children();
  own uuid[] := own_children();
  words tsquery := note_query(asked);
begin
  return query
    select s.assessment_id, s.section from assessment_section s
    where s.service_id = current_service() and form_words(s.answers) @@ words
      and (about is null or s.child_id = about) and s.child_id <> all (hidden)
      and (not only_own or s.child_id = any (own))
    order by s.saved_at desc, s.assessment_id desc, s.section limit most;
end $function$

grant execute on find_form_sections(text[],uuid,boolean,integer) to throughline_app
CREATE OR REPLACE FUNCTION find_notes(asked text[], about uuid, only_own boolean, after uuid, most integer)
 RETURNS TABLE(note_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  hidden uuid[] := hidden_children();
  own uuid[] := own_children();
  sees_all boolean := sees_all_sensitive();
  words tsquery := note_query(asked);
  last record;
begin
  select n.happened_at, n.note_id into last from note n where n.service_id = current_service() and n.note_id = after;
  return query
    select n.note_id from note n
    where n.service_id = current_service() and note_words(n.text, n.details) @@ words
      and (about is null or n.child_id = about) and n.child_id <> all (hidden)
      and (not only_own or n.child_id = any (own))
      and (n.sensitivity <> 'sensitive' or n.written_by = current_person() or sees_all or n.child_id = any (own))
      and (after is null or (n.happened_at, n.note_id) < (last.happened_at, last.note_id))
    order by n.happened_at desc, n.note_id desc limit most;
end $function$

grant execute on find_notes(text[],uuid,boolean,uuid,integer) to throughline_app
CREATE OR REPLACE FUNCTION find_own_page(hash bytea)
 RETURNS TABLE(service_id uuid, own_page_id uuid, child_id uuid, whose text, shares text[], language text, pin_hash text, wrong_tries integer, rests_until timestamp with time zone, expires_at timestamp with time zone, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.service_id,
     p.own_page_id,
     p.child_id,
     p.whose,
     p.shares,
     p.language,
     p.pin_hash,
     p.wrong_tries,
     p.rests_until,
     p.expires_at,
     p.ended_at
    FROM own_page p
   WHERE (p.token_hash = find_own_page.hash);
END

grant execute on find_own_page(bytea) to throughline_app
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
 SELECT found.child_id
    FROM ( SELECT COALESCE(( SELECT m.child_id
                    FROM record_merge m
                   WHERE ((m.service_id = c.service_id) AND (m.gone_id = c.child_id) AND (m.unmerged_at IS NULL))), c.child_id) AS child_id
            FROM child c
           WHERE ((c.service_id = current_service()) AND ((c.reference = find_restricted_child.its_reference) OR ((c.birth_date = find_restricted_child.born) AND ((c.folded_name = find_restricted_child.its_name) OR (find_restricted_child.its_name = ANY (c.whole_names)) OR (EXISTS ( SELECT
                    FROM child_name n
                   WHERE ((n.service_id = c.service_id) AND (n.child_id = c.child_id) AND (n.folded_name = find_restricted_child.its_name))))))))) found
   WHERE (child_standing(found.child_id) = 'restricted'::text)
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
CREATE OR REPLACE FUNCTION follow_merge()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare now_at uuid;
begin
  -- Waits for a merge of this child that is under way; what that merge has done is seen by the next statement.
  perform from child c where c.service_id = new.service_id and c.child_id = new.child_id for key share;
  select m.child_id into now_at from record_merge m
    where m.service_id = new.service_id and m.gone_id = new.child_id and m.unmerged_at is null;
  if found then new.child_id := now_at; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION form_words(answers jsonb)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN jsonb_to_tsvector('english'::regconfig, answers, '["string"]'::jsonb)

grant execute on form_words(jsonb) to throughline_app
CREATE OR REPLACE FUNCTION give_feedback(hash bytea, said jsonb, its_words jsonb, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into feedback (service_id, involvement_id, child_id, invitation_id, form, way, answers, words, given_at)
    select v.service_id, v.involvement_id, v.child_id, v.invitation_id, v.form, 'link', said, its_words, at
    from feedback_invitation v
    where v.token_hash = hash and v.service_id = current_service() and v.withdrawn_at is null and v.expires_at > at
    on conflict (service_id, invitation_id) do nothing;
  return found;
end $function$

grant execute on give_feedback(bytea,jsonb,jsonb,timestamp with time zone) to throughline_app
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
CREATE OR REPLACE FUNCTION has_come_before(child uuid, service text, mark bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM transferred_entry e
           WHERE ((e.service_id = current_service()) AND (e.child_id = has_come_before.child) AND (has_come_before.child <> ALL (hidden_children())) AND (e.from_service = has_come_before.service) AND (e.fingerprint = has_come_before.mark)))) AS "exists";
END

grant execute on has_come_before(uuid,text,bytea) to throughline_app
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
 WITH hidden AS (
          SELECT r.child_id
            FROM child_restriction r
           WHERE ((r.service_id = current_service()) AND (NOT (EXISTS ( SELECT
                    FROM child_access a
                   WHERE ((a.service_id = r.service_id) AND (a.child_id = r.child_id) AND (a.user_id = current_person()) AND ((a.until IS NULL) OR (a.until > now())))))) AND ((COALESCE(current_setting('throughline.own_page'::text, true), ''::text) = ''::text) OR (r.child_id IS DISTINCT FROM own_page_child())))
         UNION
          SELECT c.child_id
            FROM conflict_of_interest c
           WHERE ((c.service_id = current_service()) AND (c.user_id = current_person()))
         )
  SELECT COALESCE(array_agg(every.child_id), '{}'::uuid[]) AS "coalesce"
    FROM ( SELECT h.child_id
            FROM hidden h
         UNION
          SELECT m.gone_id
            FROM (hidden h
              JOIN record_merge m ON (((m.service_id = current_service()) AND (m.child_id = h.child_id) AND (m.unmerged_at IS NULL))))) every;
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
                   WHERE ((x.service_id = h.service_id) AND (x.user_id = current_person()) AND (x.child_id = COALESCE(( SELECT m.child_id
                            FROM record_merge m
                           WHERE ((m.service_id = h.service_id) AND (m.gone_id = h.child_id) AND (m.unmerged_at IS NULL))), h.child_id))))) AS is_conflict
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
                   WHERE ((x.service_id = h.service_id) AND (x.user_id = current_person()) AND (x.child_id = COALESCE(( SELECT m.child_id
                            FROM record_merge m
                           WHERE ((m.service_id = h.service_id) AND (m.gone_id = h.child_id) AND (m.unmerged_at IS NULL))), h.child_id))))) AS is_conflict
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
CREATE OR REPLACE FUNCTION hidden_transfers()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH hidden AS (
          SELECT h.*::child AS known,
             (EXISTS ( SELECT
                    FROM conflict_of_interest x
                   WHERE ((x.service_id = h.service_id) AND (x.user_id = current_person()) AND (x.child_id = COALESCE(( SELECT m.child_id
                            FROM record_merge m
                           WHERE ((m.service_id = h.service_id) AND (m.gone_id = h.child_id) AND (m.unmerged_at IS NULL))), h.child_id))))) AS is_conflict
            FROM child h
           WHERE ((h.service_id = current_service()) AND (h.child_id = ANY (hidden_children())))
         )
  SELECT COALESCE(array_agg(t.arrived_transfer_id), '{}'::uuid[]) AS "coalesce"
    FROM arrived_transfer t
   WHERE ((t.service_id = current_service()) AND (EXISTS ( SELECT
            FROM hidden)) AND ((t.child_id IN ( SELECT (hidden.known).child_id AS child_id
            FROM hidden)) OR ((t.child_id IS NULL) AND (EXISTS ( SELECT
            FROM hidden
           WHERE may_be(hidden.known, t.folded_names, t.birth_date, t.postcode, t.phone, t.school, hidden.is_conflict))))));
END

grant execute on hidden_transfers() to throughline_app
CREATE OR REPLACE FUNCTION hidden_victims()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT o.victim_id), '{}'::uuid[]) AS "coalesce"
    FROM victim_of o
   WHERE ((o.service_id = current_service()) AND (o.child_id = ANY (( SELECT hidden_children() AS hidden_children)::uuid[])));
END

grant execute on hidden_victims() to throughline_app
CREATE OR REPLACE FUNCTION hidden_while_merged()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT each.child_id), '{}'::uuid[]) AS "coalesce"
    FROM (record_merge m
      CROSS JOIN LATERAL unnest(m.children) each(child_id))
   WHERE ((m.service_id = current_service()) AND (m.unmerged_at IS NOT NULL) AND (m.children && ( SELECT hidden_children() AS hidden_children)));
END

grant execute on hidden_while_merged() to throughline_app
CREATE OR REPLACE FUNCTION hold_records(one uuid, other uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from child c where c.service_id = current_service() and c.child_id in (one, other) order by c.child_id for update;
  return nextval(pg_get_serial_sequence('audit_event', 'id'));
end $function$

grant execute on hold_records(uuid,uuid) to throughline_app
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
CREATE OR REPLACE FUNCTION is_by_upgrade(e audit_event)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (((e).person_id IS NULL) AND ((e).request IS NULL) AND starts_with(COALESCE((e).purpose, 'Upgrade: '::text), 'Upgrade: '::text))

grant execute on is_by_upgrade(audit_event) to throughline_app
CREATE OR REPLACE FUNCTION is_entry_hidden(kind text, entry uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT
         CASE kind
             WHEN 'note'::text THEN is_note_hidden(entry)
             WHEN 'attachment'::text THEN is_attachment_hidden(entry)
             WHEN 'their-note'::text THEN is_their_note_hidden(entry)
             ELSE false
         END AS "case";
END

grant execute on is_entry_hidden(text,uuid) to throughline_app
CREATE OR REPLACE FUNCTION is_hidden_event(child uuid, event bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM record_merge m
           WHERE ((m.service_id = current_service()) AND (m.unmerged_at IS NOT NULL) AND (is_hidden_event.child = ANY (m.children)) AND ((is_hidden_event.event >= m.first_event) AND (is_hidden_event.event <= m.last_event_apart)) AND (m.children && ( SELECT hidden_children() AS hidden_children))))) AS "exists";
END

grant execute on is_hidden_event(uuid,bigint) to throughline_app
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
CREATE OR REPLACE FUNCTION is_note_change_hidden(note uuid, was_version integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM note n
           WHERE ((n.service_id = current_service()) AND (n.note_id = is_note_change_hidden.note) AND ((n.sensitivity = 'sensitive'::text) OR ((n.sensitive_through > 0) AND (COALESCE(is_note_change_hidden.was_version, 0) <= n.sensitive_through))) AND (n.written_by IS DISTINCT FROM current_person()) AND (NOT sees_sensitive(n.child_id))))) AS "exists";
END

grant execute on is_note_change_hidden(uuid,integer) to throughline_app
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

CREATE OR REPLACE FUNCTION is_their_note_hidden(entry uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM transferred_entry e
           WHERE ((e.service_id = current_service()) AND (e.transferred_entry_id = is_their_note_hidden.entry) AND (e.sensitivity = 'sensitive'::text) AND (NOT sees_sensitive(e.child_id))))) AS "exists";
END

grant execute on is_their_note_hidden(uuid) to throughline_app
CREATE OR REPLACE FUNCTION keep_notification(way_in text, its_form text, is_list boolean, its_reference text, received timestamp with time zone, given text, family text, names text[], born date, described jsonb, said jsonb)
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
          -- A list is sent again and again; anybody else who writes otherwise about a child whose first referral is settled
          -- refers the child anew.
          and (is_list or n.details = said or (n.child_id is null and n.closed_at is null)) end
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

grant execute on keep_notification(text,text,boolean,text,timestamp with time zone,text,text,text[],date,jsonb,jsonb) to throughline_app
CREATE OR REPLACE FUNCTION keep_sensitive_versions()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.sensitive_through := case when old.sensitivity = 'sensitive' and new.sensitivity <> 'sensitive' then old.version
    else old.sensitive_through end;
  return new;
end $function$

CREATE OR REPLACE FUNCTION key_of(target name)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (('jsonb_build_object('::text || string_agg(format('%L, t.%I'::text, a.attname, a.attname), ', '::text)) || ')'::text)
    FROM (pg_constraint p
      JOIN pg_attribute a ON (((a.attrelid = p.conrelid) AND (a.attnum = ANY (p.conkey)))))
   WHERE ((p.conrelid = ((format('%I'::text, key_of.target))::regclass)::oid) AND (p.contype = 'p'::"char"));
END

CREATE OR REPLACE FUNCTION leave_cases_shut_out(child uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update case_worker w set until_at = greatest(w.from_at, at)
  where w.service_id = current_service() and w.child_id = child and w.until_at is null and (
    exists (select from conflict_of_interest c
      where c.service_id = w.service_id and c.child_id = w.child_id and c.user_id = w.user_id)
    or (w.part = 'holder' and can_open_until(child, w.user_id, at) is null));
  update involvement i set holder_id = null, version = i.version + 1
  where i.service_id = current_service() and i.child_id = child and i.ended_at is null and i.holder_id is not null
    and not exists (select from case_worker w where w.service_id = i.service_id and w.involvement_id = i.involvement_id
      and w.user_id = i.holder_id and w.part = 'holder' and w.until_at is null)
    and (can_open_until(child, i.holder_id, at) is null or exists (select from conflict_of_interest c
      where c.service_id = i.service_id and c.child_id = i.child_id and c.user_id = i.holder_id));
end $function$

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
      and not exists (select from unnest(children) child where e.after -> 'children' ? child::text and is_hidden_event(child, e.id))
      and e.id < earlier_than
    order by e.id desc limit most;
end $function$

grant execute on list_views_of(uuid[],bigint,integer) to throughline_app
CREATE OR REPLACE FUNCTION loads_of_workers(alone uuid DEFAULT NULL::uuid)
 RETURNS TABLE(user_id uuid, children bigint, cases jsonb)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT g.user_id,
     max(g.children) AS children,
     jsonb_agg(jsonb_build_object('part', g.part, 'pathway', g.pathway, 'stage', g.stage, 'hasAlert', g.has_alert, 'needsInterpreter', g.needs_interpreter, 'cases', g.cases) ORDER BY g.pathway, g.stage, g.part, g.has_alert, g.needs_interpreter) AS jsonb_agg
    FROM ( SELECT w.user_id,
             w.part,
             i.pathway,
             i.stage,
             (c.needs_interpreter IS TRUE) AS needs_interpreter,
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
           GROUP BY w.service_id, w.user_id, w.part, i.pathway, i.stage, (c.needs_interpreter IS TRUE), (a.child_id IS NOT NULL)) g
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

CREATE OR REPLACE FUNCTION merge_access(kept uuid, gone uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  x record;
  limits jsonb := '{}';
begin
  -- Asked of all before any is changed.
  for x in select a.access_id, can_open_until(case when a.child_id = kept then gone else kept end, a.user_id, at) as other,
      can_open_until(a.child_id, a.user_id, at) as own
    from child_access a where a.service_id = current_service() and a.child_id in (kept, gone) and (a.until is null or a.until > at)
  loop
    limits := limits || jsonb_build_object(x.access_id::text, coalesce(x.other, at));
  end loop;
  -- Somebody who opened one of the two in an emergency, and may not open the other, opens neither from now on. What they
  -- opened stays to be reviewed.
  update child_access a set until = least(a.until, (limits ->> a.access_id::text)::timestamptz), version = a.version + 1
  where a.service_id = current_service() and a.child_id in (kept, gone) and a.broke_glass and a.until > at
    and (limits ->> a.access_id::text)::timestamptz < a.until;
  if exists (select from child_restriction r where r.service_id = current_service() and r.child_id = kept)
    <> exists (select from child_restriction r where r.service_id = current_service() and r.child_id = gone) then
    -- Glass that was broken in a record that is no longer restricted opens nothing in the other.
    update child_access a set until = at, version = a.version + 1
    where a.service_id = current_service() and a.until > at and a.child_id in (kept, gone)
      and not exists (select from child_restriction r where r.service_id = a.service_id and r.child_id = a.child_id);
  end if;
  -- Named in one of the two only: no longer named. Named in one, and let into the other for a while: that while.
  delete from child_access a
  where a.service_id = current_service() and a.child_id in (kept, gone) and a.until is null
    and (limits ->> a.access_id::text)::timestamptz <> 'infinity';
  delete from child_access a
  where a.service_id = current_service() and a.child_id = gone and a.until is null and exists (
    select from child_access k where k.service_id = a.service_id and k.child_id = kept and k.user_id = a.user_id and k.until is null);
  update child_restriction k set reason = k.reason || E'\n' || g.reason from child_restriction g
  where k.service_id = current_service() and k.child_id = kept
    and g.service_id = k.service_id and g.child_id = gone and g.reason <> k.reason;
  delete from child_restriction g where g.service_id = current_service() and g.child_id = gone and exists (
    select from child_restriction k where k.service_id = g.service_id and k.child_id = kept);
end $function$

CREATE OR REPLACE FUNCTION merge_columns()
 RETURNS TABLE(target name, col name)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.relname,
     a.attname
    FROM (pg_class c
      JOIN pg_attribute a ON (((a.attrelid = c.oid) AND (a.attnum > 0) AND (NOT a.attisdropped))))
   WHERE ((c.relnamespace = ('public'::regnamespace)::oid) AND (c.relkind = ANY (ARRAY['r'::"char", 'p'::"char"])) AND (NOT c.relispartition) AND ((a.attname = 'child_id'::name) OR (EXISTS ( SELECT
            FROM pg_constraint f
           WHERE ((f.contype = 'f'::"char") AND (f.conrelid = c.oid) AND (f.confrelid = ('child'::regclass)::oid) AND (a.attnum = f.conkey[array_position(f.confkey, ( SELECT k.attnum
                    FROM pg_attribute k
                   WHERE ((k.attrelid = ('child'::regclass)::oid) AND (k.attname = 'child_id'::name))))]))))))
   ORDER BY c.relname, a.attname;
END

grant execute on merge_columns() to throughline_app
CREATE OR REPLACE FUNCTION merge_records(kept uuid, gone uuid, mark bigint, why text, seeing text[], at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  it record;
  g child;
begin
  if kept = gone or child_standing(kept) <> 'open' or child_standing(gone) <> 'open' then return 'not-there'; end if;
  if exists (select from child_pair p where p.service_id = current_service() and p.child_id = kept and p.other_id = gone) then
    return 'said-different';
  end if;
  select c.* into g from child c where c.service_id = current_service() and c.child_id = gone;
  perform merge_access(kept, gone, at);
  for it in select r.target, r.col, r.once from merge_rules() r where r.rule = 'once' loop
    execute format('delete from %1$I t where t.service_id = $1 and t.%2$I = $3 and exists (
      select from %1$I k where k.service_id = t.service_id and k.%2$I = $2 and k.%3$I = t.%3$I)', it.target, it.col, it.once)
      using current_service(), kept, gone;
  end loop;
  set constraints all deferred;
  for it in select c.target, c.col from merge_columns() c
    where not exists (select from merge_rules() r where r.target = c.target and r.col = c.col and r.rule = 'stays')
  loop
    begin
      execute format('update %1$I set %2$I = $1 where service_id = $2 and %2$I = $3', it.target, it.col)
        using kept, current_service(), gone;
    exception when unique_violation or exclusion_violation then
      return 'both-have ' || it.target;
    end;
  end loop;
  set constraints all immediate;
  perform leave_cases_shut_out(kept, at);
  if exists (select from child_restriction r where r.service_id = current_service() and r.child_id = kept)
    and who_can_open(kept, seeing) = '{}' then
    return 'left-to-nobody';
  end if;
  update child c set is_merged_away = true, version = c.version + 1 where c.service_id = current_service() and c.child_id = gone;
  insert into record_merge (service_id, child_id, kept_id, gone_id, gone_reference, gone_name, children, merged_by, merged_at,
    reason, transaction, first_event, last_event)
  values (current_service(), kept, kept, gone, g.reference, trim(g.given_name || ' ' || g.family_name),
    array(select kept union select gone union select unnest(m.children) from record_merge m
      where m.service_id = current_service() and m.child_id = kept and m.unmerged_at is null),
    current_person(), at, why, pg_current_xact_id(), mark, nextval(pg_get_serial_sequence('audit_event', 'id')));
  -- What people have typed and not sent is found again under the record that is kept.
  update draft d set form = '/children/' || kept || substr(d.form, length('/children/' || gone) + 1)
  where d.service_id = current_service() and starts_with(d.form, '/children/' || gone || '/')
    and not exists (select from draft k where k.service_id = d.service_id and k.user_id = d.user_id
      and k.form = '/children/' || kept || substr(d.form, length('/children/' || gone) + 1));
  return 'done';
end $function$

grant execute on merge_records(uuid,uuid,bigint,text,text[],timestamp with time zone) to throughline_app
CREATE OR REPLACE FUNCTION merge_rules()
 RETURNS TABLE(target name, col name, rule text, once text, why text)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 VALUES ('audit_event'::name,'child_id'::name,'stays'::text,''::text,'The audit is never rewritten: History reads it under every record that was merged.'::text), ('child'::name,'child_id'::name,'stays'::text,''::text,'The record itself: its details are settled one by one, and what is left is kept for unmerging.'::text), ('record_merge'::name,'gone_id'::name,'stays'::text,''::text,'Which record went away.'::text), ('record_merge'::name,'kept_id'::name,'stays'::text,''::text,'Which record it went into at the time.'::text), ('child_restriction'::name,'child_id'::name,'access'::text,''::text,'One for a record: the result is restricted if either is (merge_access).'::text), ('child_access'::name,'child_id'::name,'access'::text,''::text,'Only those who could open both may open the result (merge_access).'::text), ('conflict_of_interest'::name,'child_id'::name,'once'::text,'user_id'::text,'Whoever must not see one of the two does not see the result.'::text), ('child_pair'::name,'child_id'::name,'once'::text,'other_id'::text,'Said of both is said once.'::text), ('child_pair'::name,'other_id'::name,'once'::text,'child_id'::text,'Said of both is said once.'::text);
END

grant execute on merge_rules() to throughline_app
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
CREATE OR REPLACE FUNCTION own_children()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT own.child_id), '{}'::uuid[]) AS "coalesce"
    FROM ( SELECT w.child_id
            FROM case_worker w
           WHERE ((w.service_id = current_service()) AND (w.user_id = current_person()) AND (w.until_at IS NULL))
         UNION ALL
          SELECT w.child_id
            FROM (worker_leave l
              JOIN case_worker w ON (((w.service_id = l.service_id) AND (w.user_id = l.user_id))))
           WHERE ((l.service_id = current_service()) AND (l.covered_by = current_person()) AND ((current_day() >= l.from_on) AND (current_day() <= l.until_on)) AND (w.until_at IS NULL))
         UNION ALL
          SELECT x.child_id
            FROM child_access x
           WHERE ((x.service_id = current_service()) AND (x.user_id = current_person()) AND ((x.until IS NULL) OR (x.until > now())))) own;
END

grant execute on own_children() to throughline_app
CREATE OR REPLACE FUNCTION own_page_child()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.child_id
    FROM own_page p
   WHERE ((p.service_id = current_service()) AND (p.ended_at IS NULL) AND (p.token_hash = decode(NULLIF(current_setting('throughline.own_page'::text, true), ''::text), 'hex'::text)));
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

CREATE OR REPLACE PROCEDURE prepare_for_merging(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
declare it record;
begin
  for it in select f.conname from pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'child_id' and a.attnum = any (f.conkey)
    where f.contype = 'f' and f.conrelid = target and f.confrelid <> 'child'::regclass and not f.condeferrable
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', target, it.conname);
  end loop;
  if target not in ('child'::regclass, 'record_merge'::regclass) and not exists (
    select from pg_trigger t where t.tgrelid = target and t.tgname = 'follow_merge') then
    execute format('create trigger follow_merge before insert or update of child_id on %s for each row
      when (new.child_id is not null) execute function follow_merge()', target);
  end if;
end $procedure$

CREATE OR REPLACE PROCEDURE protect_child_rows(IN target regclass, IN grants text DEFAULT 'select, insert, update'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  call protect(target, grants, true, '',
    'service_id = (select current_service()) and (child_id is null or child_id <> all ((select hidden_children())::uuid[]))');
  call prepare_for_merging(target);
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
CREATE OR REPLACE FUNCTION sees_all_sensitive()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM person_account a
           WHERE ((a.service_id = current_service()) AND (a.user_id = current_person()) AND (a.roles && ARRAY['senior'::text, 'manager'::text])))) AS "exists";
END

CREATE OR REPLACE FUNCTION sees_sensitive(child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (sees_all_sensitive() OR works_with(child));
END

grant execute on sees_sensitive(uuid) to throughline_app
CREATE OR REPLACE FUNCTION sees_victims()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM person_account a
           WHERE ((a.service_id = current_service()) AND (a.user_id = current_person()) AND (a.roles && ARRAY['victim-worker'::text, 'manager'::text, 'inspector'::text])))) AS "exists";
END

grant execute on sees_victims() to throughline_app
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
CREATE OR REPLACE FUNCTION stands_for_itself(entry child_person)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (((entry).same_as IS NULL) OR (NOT (EXISTS (SELECT FROM child_person k WHERE ((k.service_id = (stands_for_itself.entry).service_id) AND (k.child_person_id = (stands_for_itself.entry).same_as) AND (k.child_id = (stands_for_itself.entry).child_id))))))

grant execute on stands_for_itself(child_person) to throughline_app
CREATE OR REPLACE FUNCTION take_back_feedback(hash bytea, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update feedback f set answers = '{}', words = '[]', withdrawn_at = at, version = f.version + 1
    from feedback_invitation v
    where v.token_hash = hash and v.service_id = current_service() and f.service_id = v.service_id
      and f.invitation_id = v.invitation_id and f.withdrawn_at is null;
  return found;
end $function$

grant execute on take_back_feedback(bytea,timestamp with time zone) to throughline_app
CREATE OR REPLACE FUNCTION tell_room()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare meeting uuid;
begin
  if tg_table_name = 'forum_return' then
    select i.meeting_id into meeting from forum_item i where i.service_id = new.service_id and i.item_id = new.item_id;
  else
    meeting := new.meeting_id;
  end if;
  if meeting is not null then perform pg_notify('throughline_room', new.service_id || ' ' || meeting); end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION undo_change(e audit_event)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  own text[] := array(select a.attname::text from pg_attribute a where a.attrelid = to_regclass(format('%I', e.table_name))
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a');
  -- What only makes sense together goes back together, or, where any of it was changed since, not at all.
  together text[] := array['given_name,family_name,known_as,folded_name,whole_names', 'birth_date,birth_date_basis', 'address,postcode,has_no_fixed_address'];
  part text;
  current jsonb;
  columns text[];
  changed text[];
  key text;
begin
  -- A table that there was when the change was made and is no more: what it held has gone where it belongs.
  if to_regclass(format('%I', e.table_name)) is null then return; end if;
  key := key_of(e.table_name::name);
  if e.action = 'insert' then
    execute format('delete from %I t where %s = $1', e.table_name, key) using e.row_key;
  elsif e.action = 'delete' then
    columns := array(select name from unnest(own) name where e.before ? name);
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1) on conflict do nothing', e.table_name,
      (select string_agg(quote_ident(name), ', ') from unnest(columns) name)) using e.before;
  elsif e.action = 'update' then
    execute format('select to_jsonb(t) from %I t where %s = $1', e.table_name, key) into current using e.row_key;
    if current is null then return; end if;
    columns := array(select name from unnest(own) name where e.before ? name and name <> 'version');
    changed := array(select name from unnest(columns) name where current -> name is distinct from e.after -> name);
    if e.table_name = 'child' then
      foreach part in array together loop
        if changed && string_to_array(part, ',') then changed := changed || string_to_array(part, ','); end if;
      end loop;
    end if;
    columns := array(select name from unnest(columns) name where name <> all (changed));
    if columns = '{}' then return; end if;
    if 'version' = any (own) then columns := columns || 'version'::text; end if;
    execute format('update %1$I t set %2$s from jsonb_populate_record(null::%1$I, $2) was where %3$s = $1', e.table_name,
      (select string_agg(case when name = 'version' then 'version = t.version + 1' else format('%1$I = was.%1$I', name) end, ', ')
        from unnest(columns) name), key) using e.row_key, e.before;
  end if;
end $function$

CREATE OR REPLACE FUNCTION unmerge_past_addresses(m record_merge)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE child_address c SET child_id = (unmerge_past_addresses.m).gone_id
    FROM (audit_event moved
      JOIN audit_event made ON (((made.service_id = moved.service_id) AND (made.table_name = 'child_past_address'::text) AND (made.action = 'insert'::text) AND (made.row_key = moved.row_key))))
   WHERE ((moved.service_id = (unmerge_past_addresses.m).service_id) AND (moved.transaction = (unmerge_past_addresses.m).transaction) AND (moved.id > (unmerge_past_addresses.m).first_event) AND (moved.id < (unmerge_past_addresses.m).last_event) AND (moved.table_name = 'child_past_address'::text) AND (moved.action = 'update'::text) AND ((moved.before ->> 'child_id'::text) = ((unmerge_past_addresses.m).gone_id)::text) AND (c.service_id = (unmerge_past_addresses.m).service_id) AND (c.child_id = (unmerge_past_addresses.m).kept_id) AND (c.recorded_at = ((made.after ->> 'noted_at'::text))::timestamp with time zone) AND (c.address = (made.after ->> 'address'::text)) AND (c.postcode = (made.after ->> 'postcode'::text)));
 DELETE FROM child_address c
    USING audit_event made
   WHERE ((made.service_id = (unmerge_past_addresses.m).service_id) AND (made.transaction = (unmerge_past_addresses.m).transaction) AND (made.id > (unmerge_past_addresses.m).first_event) AND (made.id < (unmerge_past_addresses.m).last_event) AND (made.table_name = 'child_past_address'::text) AND (made.action = 'insert'::text) AND (c.service_id = (unmerge_past_addresses.m).service_id) AND (c.child_id = (unmerge_past_addresses.m).kept_id) AND (c.kind = 'home'::text) AND (c.version = 1) AND (c.recorded_at = ((made.after ->> 'noted_at'::text))::timestamp with time zone) AND (c.address = (made.after ->> 'address'::text)) AND (c.postcode = (made.after ->> 'postcode'::text)));
END

CREATE OR REPLACE FUNCTION unmerge_records(merge uuid, chosen bigint[], why text, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  m record_merge;
  e audit_event;
  it record;
  moved bigint;
  once bigint;
  was_written boolean;
  says_who text[] := array['child_restriction', 'child_access', 'conflict_of_interest'];
begin
  select r.* into m from record_merge r where r.service_id = current_service() and r.merge_id = merge and r.unmerged_at is null;
  if not found or child_standing(m.child_id) <> 'open' then return 'not-there'; end if;
  if m.child_id <> m.kept_id or exists (select from record_merge l where l.service_id = m.service_id and l.child_id = m.child_id
    and l.unmerged_at is null and l.first_event > m.first_event) then
    return 'later-first';
  end if;
  was_written := exists (select from audit_event a
    where a.service_id = m.service_id and a.child_id = m.kept_id and a.id > m.first_event
      and a.action in ('insert', 'update', 'delete') and a.table_name <> 'record_merge'
      and not (a.transaction = m.transaction and a.id < m.last_event) and not is_by_upgrade(a));
  update record_merge r set unmerged_by = current_person(), unmerged_at = at, unmerged_because = why,
    last_event_apart = 9223372036854775807 where r.service_id = m.service_id and r.merge_id = m.merge_id;
  update child c set is_merged_away = false, version = c.version + 1 where c.service_id = m.service_id and c.child_id = m.gone_id;
  set constraints all deferred;
  -- What was moved goes back, with all that was changed in it since.
  for it in select c.target, c.col from merge_columns() c
    where not exists (select from merge_rules() r where r.target = c.target and r.col = c.col and r.rule = 'stays')
      and (not was_written or c.target::text <> all (says_who))
  loop
    execute format('update %1$I t set %2$I = $1 from audit_event a
      where a.service_id = $2 and a.transaction = $3 and a.id > $4 and a.id < $5 and a.action = ''update'' and a.table_name = %1$L
        and a.before ->> %2$L = $1::text and t.service_id = $2 and t.%2$I = $6 and %3$s = a.row_key', it.target, it.col, key_of(it.target))
      using m.gone_id, m.service_id, m.transaction, m.first_event, m.last_event, m.kept_id;
  end loop;
  perform unmerge_past_addresses(m);
  for e in select a.* from audit_event a
    where a.service_id = m.service_id and a.transaction = m.transaction and a.id > m.first_event and a.id < m.last_event
      and a.action in ('insert', 'update', 'delete')
      and not (a.table_name = 'child' and a.row_key ->> 'child_id' = m.gone_id::text)
      and not (a.action = 'update' and m.gone_id::text in (coalesce(a.before ->> 'child_id', ''), coalesce(a.before ->> 'other_id', '')))
      and (not was_written or a.table_name <> all (says_who || array['case_worker', 'involvement']))
    order by a.id desc
  loop
    perform undo_change(e);
  end loop;
  -- What was written since, as it was sorted.
  for e in select a.* from audit_event a
    where a.service_id = m.service_id and a.id = any (chosen) and a.id > m.first_event and a.child_id = m.kept_id
      and a.action in ('insert', 'update') and exists (select from merge_columns() c where c.target = a.table_name and c.col = 'child_id')
      and a.table_name not in ('child', 'record_merge') and a.table_name <> all (says_who)
  loop
    execute format('update %I t set child_id = $1 where t.service_id = $2 and t.child_id = $3 and %s = $4', e.table_name, key_of(e.table_name::name))
      using m.gone_id, m.service_id, m.kept_id, e.row_key;
  end loop;
  -- What belongs to a case goes where the case goes, a file with its note and so on.
  loop
    moved := 0;
    for it in select f.conrelid::regclass as target, f.confrelid::regclass as parent,
        (select string_agg(format('t.%I = p.%I', own.attname, theirs.attname), ' and ')
          from unnest(f.conkey, f.confkey) k (own, theirs)
          join pg_attribute own on own.attrelid = f.conrelid and own.attnum = k.own
          join pg_attribute theirs on theirs.attrelid = f.confrelid and theirs.attnum = k.theirs
          where own.attname <> 'child_id') as fits
      from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'child_id' and a.attnum = any (f.conkey)
      where f.contype = 'f' and f.confrelid <> 'child'::regclass and f.connamespace = 'public'::regnamespace
    loop
      execute format('update %s t set child_id = $1 from %s p
        where p.service_id = $2 and p.child_id = $1 and t.service_id = $2 and t.child_id = $3 and %s', it.target, it.parent, it.fits)
        using m.gone_id, m.service_id, m.kept_id;
      get diagnostics once = row_count;
      moved := moved + once;
    end loop;
    exit when moved = 0;
  end loop;
  -- An appointment stands where its case stands, and a series where its appointments stand; where only some of them do, they
  -- stand by themselves.
  update appointment t set child_id = i.child_id from involvement i
  where t.service_id = m.service_id and t.child_id in (m.kept_id, m.gone_id)
    and i.service_id = t.service_id and i.involvement_id = t.involvement_id and i.child_id <> t.child_id;
  update appointment_series p set child_id = case p.child_id when m.kept_id then m.gone_id else m.kept_id end
  where p.service_id = m.service_id and p.child_id in (m.kept_id, m.gone_id)
    and exists (select from appointment t where t.service_id = p.service_id and t.series_id = p.series_id)
    and not exists (select from appointment t where t.service_id = p.service_id and t.series_id = p.series_id and t.child_id = p.child_id);
  update appointment t set series_id = null from appointment_series p
  where t.service_id = m.service_id and t.child_id in (m.kept_id, m.gone_id)
    and p.service_id = t.service_id and p.series_id = t.series_id and p.child_id <> t.child_id;
  -- What was judged of an offence that is the other child's is no judgement any more; the audit keeps it.
  delete from follow_up_offence t using offence o, involvement i
  where t.service_id = m.service_id and t.child_id in (m.kept_id, m.gone_id)
    and o.service_id = t.service_id and o.offence_id = t.offence_id
    and i.service_id = t.service_id and i.involvement_id = t.involvement_id and o.child_id <> i.child_id;
  -- A mark stands where the entry stands that it marks.
  update chronology_mark k set child_id = child_of_entry(k.kind, k.about_id)
  where k.service_id = m.service_id and k.child_id in (m.kept_id, m.gone_id)
    and child_of_entry(k.kind, k.about_id) in (m.kept_id, m.gone_id) and child_of_entry(k.kind, k.about_id) <> k.child_id;
  if was_written then
    -- What was written while it was one record may be about either child: only those who may see it now may see both.
    insert into child_restriction (service_id, child_id, reason, restricted_by, restricted_at)
      select r.service_id, m.gone_id, r.reason, r.restricted_by, r.restricted_at from child_restriction r
      where r.service_id = m.service_id and r.child_id = m.kept_id on conflict do nothing;
    insert into child_access (service_id, child_id, user_id, granted_at)
      select x.service_id, m.gone_id, x.user_id, x.granted_at from child_access x
      where x.service_id = m.service_id and x.child_id = m.kept_id and x.until is null;
    insert into conflict_of_interest (service_id, child_id, user_id, relation, declared_at)
      select c.service_id, m.gone_id, c.user_id, c.relation, c.declared_at from conflict_of_interest c
      where c.service_id = m.service_id and c.child_id = m.kept_id on conflict do nothing;
    perform leave_cases_shut_out(m.gone_id, at);
  end if;
  begin
    set constraints all immediate;
  exception when foreign_key_violation then
    return 'entangled';
  end;
  update record_merge r set last_event_apart = nextval(pg_get_serial_sequence('audit_event', 'id'))
  where r.service_id = m.service_id and r.merge_id = m.merge_id;
  return 'done';
end $function$

grant execute on unmerge_records(uuid,bigint[],text,timestamp with time zone) to throughline_app
CREATE OR REPLACE FUNCTION who_can_open(child uuid, seeing text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT a.user_id), '{}'::uuid[]) AS "coalesce"
    FROM (child_access x
      JOIN person_account a ON (((a.service_id = x.service_id) AND (a.user_id = x.user_id))))
   WHERE ((x.service_id = current_service()) AND (x.child_id = who_can_open.child) AND (x.until IS NULL) AND can_sign_in(a.*) AND (a.roles && who_can_open.seeing) AND (NOT (EXISTS ( SELECT
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
 SELECT (child = ANY (( SELECT own_children() AS own_children)::uuid[]));
END

grant execute on works_with(uuid) to throughline_app
