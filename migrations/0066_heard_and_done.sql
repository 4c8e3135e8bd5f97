-- Whoever hears what a child or a parent said on their own page says whether somebody may not be safe, and what they did.

alter table own_message
  add column danger text,
  add column done_words text not null default '',
  add constraint own_message_danger_known check (danger in ('yes', 'no')),
  add constraint own_message_danger_is_answered check (danger is distinct from 'yes' or length(trim(done_words)) > 0);
comment on column own_message.danger is 'Whether somebody may not be safe, as whoever heard it understood it; null for what was heard before anybody was asked.';
comment on column own_message.done_words is 'What was done about it.';
create index own_message_unheard on own_message (service_id, said_at) where heard_at is null;
