-- Words on a page of their own of which whoever heard them says that somebody could be in danger stand before those who answer for the
-- service until one of them has looked at them.

alter table own_message
  add column looked_by uuid,
  add column looked_at timestamptz,
  add column looked_words text not null default '',
  add constraint own_message_looked_account foreign key (service_id, looked_by) references person_account,
  add constraint own_message_looked_by_somebody check ((looked_by is null) = (looked_at is null)),
  add constraint own_message_looked_after_heard check (looked_at is null or heard_at is not null);
comment on column own_message.looked_by is 'Who of those who answer for the service has looked at what was heard and done.';
comment on column own_message.looked_words is 'What they say to it.';
create index own_message_in_danger on own_message (service_id, heard_at) where danger = 'yes' and looked_at is null;
