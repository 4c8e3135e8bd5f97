-- Cover that is ended before its days are over: the wrong person was named, and must not go on to see the records.

create table ended_cover (
  service_id uuid not null,
  ended_cover_id uuid not null default uuidv7(),
  user_id uuid not null,
  covered_by uuid not null,
  from_on date not null,
  ended_at timestamptz not null,
  ended_by uuid not null,
  constraint ended_cover_pk primary key (service_id, ended_cover_id),
  constraint ended_cover_account foreign key (service_id, user_id) references person_account,
  constraint ended_cover_by foreign key (service_id, covered_by) references person_account,
  constraint ended_cover_ender foreign key (service_id, ended_by) references person_account,
  constraint ended_cover_not_by_oneself check (covered_by <> user_id)
);
comment on table ended_cover is 'Who had the part of somebody on leave in their cases, from which day, and when that was ended before the leave was over. Access goes by worker_leave alone, which names nobody for those days any more; this keeps that somebody had it.';
create index ended_cover_by_person on ended_cover (service_id, user_id, ended_at);
call protect('ended_cover', grants => 'select, insert');
