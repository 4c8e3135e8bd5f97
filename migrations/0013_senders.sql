-- What a partner's system may know of what it sent does not change because a record is restricted later.

alter table notification_sender add column told_closed text;
alter table notification_sender add column prints jsonb not null default '{}';
comment on table notification_sender is 'Which partner''s system sent a notification, and when first: it alone is told what became of it. told_at: when it was first told that a case is open; told_closed: the reason for closing that it was last told. prints: what it sent, field by field, so that what it sends again can be compared without looking at the record; keyed, so that they tell nothing about the child.';
