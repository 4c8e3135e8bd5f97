-- What a file holds goes where its file goes, and people are called what they were written down as.

-- A merge that is taken back moves the file, and with it what it holds: it says of which child it is only as its file does.
set local throughline.system = 'on';
update attachment_content c set child_id = a.child_id from attachment a
where a.service_id = c.service_id and a.attachment_id = c.attachment_id and a.child_id <> c.child_id;
set local throughline.system = '';
alter table attachment add constraint attachment_and_child unique (service_id, attachment_id, child_id);
alter table attachment_content drop constraint attachment_content_of_attachment,
  add constraint attachment_content_of_attachment foreign key (service_id, attachment_id, child_id)
    references attachment (service_id, attachment_id, child_id) deferrable initially immediate;

-- “Mother’s partner” was read as a parent because the word stands in it. Only what says nothing else is one; where nobody
-- has said since what the person is, they are “other” until somebody does. Who was written down with what they are says so.
set local throughline.system = 'on';
set local throughline.purpose = 'Upgrade: left open what people are who were taken for parents by a word';
update child_person p set kind = 'other', version = version + 1
where kind = 'parent' and version = 1
  and relationship !~* '^\s*(step-?\s?)?(mother|father|mum|mam|mummy|dad|daddy|parent)\s*$'
  and not exists (select from audit_event e
    where e.service_id = p.service_id and e.table_name = 'child_person' and e.action = 'insert'
      and e.row_key ->> 'child_person_id' = p.child_person_id::text and e.after ? 'kind');
set local throughline.purpose = '';
set local throughline.system = '';
