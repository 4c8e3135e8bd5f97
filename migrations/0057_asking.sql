-- How it was is asked after the work by somebody who had no part in it: what came of each try to ask.

create table asking_try (
  service_id uuid not null,
  asking_try_id uuid not null default uuidv7(),
  child_id uuid not null,
  involvement_id uuid not null,
  form text not null,
  outcome text not null,
  again_on date,
  note text not null default '',
  tried_by uuid not null,
  tried_at timestamptz not null,
  constraint asking_try_pk primary key (service_id, asking_try_id),
  constraint asking_try_child foreign key (service_id, child_id) references child,
  constraint asking_try_involvement foreign key (service_id, involvement_id, child_id)
    references involvement (service_id, involvement_id, child_id) deferrable initially immediate,
  constraint asking_try_account foreign key (service_id, tried_by) references person_account,
  constraint asking_try_outcome_known check (outcome in ('not-reached', 'later', 'declined')),
  constraint asking_try_again_when_later check ((again_on is not null) = (outcome = 'later'))
);
comment on table asking_try is 'Somebody who had no part in the work tried to ask how it was, and nothing was said: nobody was reached, it is to be asked later, or they did not want to.';
comment on column asking_try.form is 'The form for feedback, by its id in the pack of the service.';
create index asking_try_by_involvement on asking_try (service_id, involvement_id, tried_at desc);
create index asking_try_by_child on asking_try (service_id, child_id);
call protect_child_rows('asking_try', 'select, insert');
