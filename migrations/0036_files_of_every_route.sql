-- A file may come by every way in, and says by which: its columns are the questions of that way's form. What came before
-- came from the police.

alter table import_file add column route_in text not null default 'police-notification';
alter table import_file alter column route_in drop default;
alter table import_file drop constraint import_file_one_per_content;
alter table import_file add constraint import_file_one_per_content unique (service_id, route_in, content_hash);
comment on table import_file is 'A file of notifications or referrals that came by one way in. The same content is taken in once by each way.';
