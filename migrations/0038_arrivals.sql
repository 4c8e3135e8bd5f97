-- Whether a sender sends the same list again and again is said by the form, and not known here by its name.

drop function keep_notification(text, text, text, timestamptz, text, text, text[], date, jsonb, jsonb);
create function keep_notification(
  way_in text, its_form text, is_list boolean, its_reference text, received timestamptz, given text, family text, names text[],
  born date, described jsonb, said jsonb
) returns table (id uuid, before jsonb) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Two who send the same at once: the second finds what the first has kept.
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', current_service(), way_in, coalesce(fold_reference(its_reference), names[1])), 0));
  return query
    select n.notification_id, n.details from notification n
    where n.service_id = current_service() and n.route_in = way_in
      and n.folded_name = names[1] and n.birth_date is not distinct from born
      and case when its_reference is null then n.reference is null and n.form = its_form and n.received_at = received and n.details = said
        else n.folded_reference = fold_reference(its_reference)
          -- A list is sent again and again; anybody else who writes otherwise about a child whose first referral is settled
          -- refers the child anew.
          and (is_list or n.details = said or (n.child_id is null and n.closed_at is null)) end
    limit 1;
  if not found then
    return query
      insert into notification (service_id, route_in, form, reference, received_at, given_name, family_name, folded_name,
        folded_names, birth_date, postcode, phone, parent_phone, school, details)
      values (current_service(), way_in, its_form, its_reference, received, given, family, names[1], names, born,
        coalesce(described->>'postcode', ''), coalesce(described->>'phone', ''), coalesce(described->>'parent-phone', ''),
        coalesce(described->>'school', ''), said)
      returning notification_id, null::jsonb;
  end if;
end $$;
comment on function keep_notification(text, text, boolean, text, timestamptz, text, text, text[], date, jsonb, jsonb) is 'Keeps what arrived, or finds what came before by the same route about the same child: under the same reference, or without one on the same day and in the same words. With what that said. Also where it is about a child hidden from the person who sends it: for telling what came before, never for showing it.';
revoke all on function keep_notification(text, text, boolean, text, timestamptz, text, text, text[], date, jsonb, jsonb) from public;
grant execute on function keep_notification(text, text, boolean, text, timestamptz, text, text, text[], date, jsonb, jsonb) to throughline_app;

-- Who closed something without a case: the audit of what is about nobody yet is read by nobody.
alter table notification add column closed_by uuid,
  add constraint notification_closer foreign key (service_id, closed_by) references person_account;
comment on column notification.closed_by is 'Who closed it without a case. Null where nobody did, or the audit does not say who.';
alter table notification disable trigger audit;
update notification n set closed_by = e.person_id from (
  select distinct on (service_id, row_key ->> 'notification_id') service_id, row_key ->> 'notification_id' as id, person_id
  from audit_event where table_name = 'notification' and action = 'update' and after ->> 'closed_at' is not null
  order by service_id, row_key ->> 'notification_id', audit_event.id desc) e
where n.closed_at is not null and n.service_id = e.service_id and n.notification_id = e.id::uuid
  and exists (select from person_account p where p.service_id = n.service_id and p.user_id = e.person_id);
alter table notification enable trigger audit;
