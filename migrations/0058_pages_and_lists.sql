-- A page of somebody's own ends after so many wrong PINs in its whole life, however often the right one came between; and the
-- forms of a service are listed by when they were begun.

alter table own_page
  add column all_wrong_tries integer not null default 0,
  add column last_wrong_at timestamptz;
comment on column own_page.all_wrong_tries is 'Wrong PINs since the page was made: a right one does not forget them.';
comment on column own_page.last_wrong_at is 'When a wrong PIN was typed last.';

create index assessment_by_beginning on assessment (service_id, begun_at, assessment_id);
