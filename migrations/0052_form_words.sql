-- Long forms are searched for words as notes are.

create function form_words(answers jsonb) returns tsvector language sql immutable parallel safe
  return jsonb_to_tsvector('english'::regconfig, answers, '["string"]');
comment on function form_words(jsonb) is 'The words of the answers of a section as they are searched for.';
create index assessment_section_by_words on assessment_section using gin (service_id, form_words(answers));

-- As with notes (0020): the comparison of words is not leakproof.
create policy searched on assessment_section for select to current_user using (true);

create function find_form_sections(asked text[], about uuid, only_own boolean, most integer) returns table (assessment_id uuid, section text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  hidden uuid[] := hidden_children();
  own uuid[] := own_children();
  words tsquery := note_query(asked);
begin
  return query
    select s.assessment_id, s.section from assessment_section s
    where s.service_id = current_service() and form_words(s.answers) @@ words
      and (about is null or s.child_id = about) and s.child_id <> all (hidden)
      and (not only_own or s.child_id = any (own))
    order by s.saved_at desc, s.assessment_id desc, s.section limit most;
end $$;
comment on function find_form_sections(text[], uuid, boolean, integer) is 'The sections of long forms with these words (see note_query), saved last first, about one child or any: within the service, none about children hidden from the person who asks.';
revoke all on function form_words(jsonb), find_form_sections(text[], uuid, boolean, integer) from public;
grant execute on function form_words(jsonb), find_form_sections(text[], uuid, boolean, integer) to throughline_app;
