-- Who may see a child: hidden from whoever must not know of the child, and a restricted record is not left to nobody.

-- The rows that say who may see a child ----------------------------------------------------------------------------

-- They give reasons in words. Whatever must look past this is a function below, which answers no more than it is asked.
do $$
declare target regclass;
begin
  foreach target in array array['child_restriction', 'child_access', 'conflict_of_interest']::regclass[] loop
    execute format('alter policy within_service on %s using (%2$s) with check (%2$s)', target,
      'service_id = (select current_service()) and child_id <> all ((select hidden_children())::uuid[])');
  end loop;
end $$;
revoke update on child_restriction, child_access from throughline_app;

alter table child_restriction add constraint child_restriction_account foreign key (service_id, restricted_by) references person_account;
alter table child_access add constraint child_access_reviewer foreign key (service_id, reviewed_by) references person_account;
alter table child_alert add constraint child_alert_account foreign key (service_id, raised_by) references person_account;

-- Breaking the glass -----------------------------------------------------------------------------------------------

create function break_glass(child uuid, why text) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if child_standing(child) <> 'restricted' then return false; end if;
  insert into child_access (service_id, child_id, user_id, until, broke_glass, reason)
    values (current_service(), child, current_person(), now() + interval '4 hours', true, why);
  return true;
end $$;
comment on function break_glass(uuid, text) is 'Opens a restricted record to the person who asks, for four hours; false where it is not restricted from them, or they have a conflict of interest.';

create function glass_to_review() returns table (access_id uuid, child_id uuid, user_id uuid, granted_at timestamptz, until timestamptz, reason text, version integer)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select x.access_id, x.child_id, x.user_id, x.granted_at, x.until, x.reason, x.version from child_access x
    where x.service_id = current_service() and x.broke_glass and x.reviewed_at is null and not exists (
      select from conflict_of_interest c
      where c.service_id = x.service_id and c.child_id = x.child_id and c.user_id = current_person());
  end;
comment on function glass_to_review() is 'Openings that nobody has reviewed yet, also of records that are restricted from the person who asks; none of a child with whom they have a conflict of interest.';

create function review_glass(opening uuid, seen integer, note text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update child_access x set reviewed_by = current_person(), reviewed_at = at, review_note = note, version = version + 1
  where x.service_id = current_service() and x.access_id = opening and x.version = seen
    and x.user_id <> current_person() and x.access_id in (select access_id from glass_to_review());
  return found;
end $$;
comment on function review_glass(uuid, integer, text, timestamptz) is 'Writes the review of an opening down; false where it was the person''s own, or somebody else was quicker.';

-- Whole names, each as it is compared: the program keeps them from now on wherever a name changes.
alter table child add column whole_names text[] not null default '{}';
comment on column child.whole_names is 'Every whole name under which the child goes, folded: given and family name, and the name that is used with the family name. folded_name holds them all in one, for searching.';

-- folded_name ends with the name that is used, where that is none of the others: its words are counted off.
set local throughline.system = 'on';
alter table child disable trigger audit;
with counted as (
  select c.service_id, c.child_id, string_to_array(c.folded_name, ' ') as words, lower(unaccent(trim(c.known_as))) as known,
    (select count(*)::int from regexp_split_to_table(c.given_name, '[\s‐-―/_-]+') w where w <> '') as given,
    (select count(*)::int from regexp_split_to_table(c.family_name, '[\s‐-―/_-]+') w where w <> '') as family
  from child c where c.known_as <> ''
)
update child c set whole_names = array[
    array_to_string(k.words[1:k.given + k.family], ' '),
    concat_ws(' ', coalesce(nullif(array_to_string(k.words[k.given + k.family + 1:], ' '), ''), k.known),
      nullif(array_to_string(k.words[k.given + 1:k.given + k.family], ' '), ''))]
from counted k where c.service_id = k.service_id and c.child_id = k.child_id;
update child c set whole_names = array[c.folded_name] where c.known_as = '';
alter table child enable trigger audit;
set local throughline.system = '';

create or replace function find_restricted_child(its_reference text, its_name text, born date) returns uuid language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select c.child_id from child c
    where c.service_id = current_service()
      and (c.reference = its_reference
        or (c.birth_date = born and (c.folded_name = its_name or its_name = any (c.whole_names) or exists (
          select from child_name n
          where n.service_id = c.service_id and n.child_id = c.child_id and n.folded_name = its_name))))
      and child_standing(c.child_id) = 'restricted'
    limit 1;
  end;
comment on function find_restricted_child(text, text, date) is 'The child with exactly this reference, or with one of its whole names and this date of birth, whose record is restricted from the person who asks: for breaking the glass, never for showing it. Nothing where they have a conflict of interest.';

-- Who can still open a restricted record ---------------------------------------------------------------------------

create function who_can_open(child uuid, seeing text[]) returns uuid[] language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select coalesce(array_agg(distinct a.user_id), '{}')
    from child_access x join person_account a on a.service_id = x.service_id and a.user_id = x.user_id
    where x.service_id = current_service() and x.child_id = child and x.until is null
      and a.disabled_at is null and a.password_hash is not null and a.roles && seeing
      and not exists (select from conflict_of_interest c
        where c.service_id = x.service_id and c.child_id = x.child_id and c.user_id = x.user_id);
  end;
comment on function who_can_open(uuid, text[]) is 'The one rule of who can open a restricted record for good: whoever is named, can sign in, has one of the roles that see children, and has no conflict of interest. Broken glass does not count: it ends by itself.';

create function is_last_to_open(person uuid, seeing text[], child uuid default null) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select exists (
      select from child_restriction r join child_access x on x.service_id = r.service_id and x.child_id = r.child_id
      where r.service_id = current_service() and x.user_id = person and (child is null or r.child_id = child)
        and who_can_open(r.child_id, seeing) = array[person]);
  end;
comment on function is_last_to_open(uuid, text[], uuid) is 'Whether a restricted record, or this one, can be opened by this person and nobody else. It does not say which.';

create function left_to_nobody(seeing text[]) returns table (child_id uuid, restricted_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select r.child_id, r.restricted_at from child_restriction r
    where r.service_id = current_service() and who_can_open(r.child_id, seeing) = '{}'
      and not exists (select from conflict_of_interest c
        where c.service_id = r.service_id and c.child_id = r.child_id and c.user_id = current_person());
  end;
comment on function left_to_nobody(text[]) is 'Restricted records that nobody can open any more, without those of a child with whom the person who asks has a conflict of interest. Says only since when they are restricted.';

create function work_held_by(person uuid) returns table (cases bigint, appointments bigint)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select
      (select count(*) from involvement i
        where i.service_id = current_service() and i.holder_id = person and i.ended_at is null),
      (select count(*) from appointment p
        where p.service_id = current_service() and p.with_user = person and p.state = 'planned');
  end;
comment on function work_held_by(uuid) is 'How many open cases somebody holds and how many appointments are planned with them, those of hidden children included: numbers only.';

revoke all on function break_glass(uuid, text), glass_to_review(), review_glass(uuid, integer, text, timestamptz),
  who_can_open(uuid, text[]), is_last_to_open(uuid, text[], uuid), left_to_nobody(text[]), work_held_by(uuid) from public;
grant execute on function break_glass(uuid, text), glass_to_review(), review_glass(uuid, integer, text, timestamptz),
  is_last_to_open(uuid, text[], uuid), left_to_nobody(text[]), work_held_by(uuid) to throughline_app;
