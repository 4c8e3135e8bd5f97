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

-- “Mother’s partner” was read as a parent because the word stands in it. Only what says nothing else is one; nobody has
-- looked at the others yet, so they are “other” until somebody does.
set local throughline.system = 'on';
update child_person set kind = 'other', version = version + 1
where kind = 'parent' and version = 1
  and relationship !~* '^\s*(step-?\s?)?(mother|father|mum|mam|mummy|dad|daddy|parent)\s*$';
set local throughline.system = '';
