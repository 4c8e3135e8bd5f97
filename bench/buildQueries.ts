import type { Client } from 'pg'

/** How large a service of the bench is. */
export type Size = { children: number; contactsEach: number; staff: number }

/** What has been made: a service is written in one transaction, so that what is there is whole. */
export async function countMade(client: Client): Promise<number> {
  const { rows } = await client.query<{ made: number }>(
    `select count(*)::int as made from service where name like 'Bench %'`,
  )
  return rows[0]?.made ?? 0
}

const given = [
  'Aaliyah',
  'Adam',
  'Aisha',
  'Alfie',
  'Amelia',
  'Amir',
  'Ava',
  'Ben',
  'Caleb',
  'Chidi',
  'Daisy',
  'Dariusz',
  'Ella',
  'Emre',
  'Farah',
  'Finn',
  'Grace',
  'Hana',
  'Harry',
  'Ibrahim',
  'Imogen',
  'Isaac',
  'Jade',
  'Jamal',
  'Joseph',
  'Kacper',
  'Kofi',
  'Layla',
  'Leo',
  'Lily',
  'Maja',
  'Mason',
  'Maya',
  'Noah',
  'Nyah',
  'Oliver',
  'Omar',
  'Poppy',
  'Priya',
  'Reece',
  'Rosa',
  'Ruby',
  'Samir',
  'Sienna',
  'Tariq',
  'Tyler',
  'Uzma',
  'Vihaan',
  'Willow',
  'Yusuf',
  'Zara',
] // prettier-ignore

const family = [
  'Abara',
  'Adeyemi',
  'Ahmed',
  'Ashby',
  'Barlow',
  'Bassey',
  'Begum',
  'Boateng',
  'Brookes',
  'Carver',
  'Chowdhury',
  'Clarke',
  'Cole',
  'Costa',
  'Dalton',
  'Danso',
  'Ellery',
  'Evans',
  'Farrow',
  'Fenn',
  'Gill',
  'Grady',
  'Hale',
  'Hassan',
  'Hughes',
  'Iqbal',
  'Ivanov',
  'Jarvis',
  'Kaya',
  'Kaur',
  'Khan',
  'Kowalska',
  'Lane',
  'Lewis',
  'Malik',
  'Marsh',
  'Mensah',
  'Moor',
  'Nkemelu',
  'Okafor',
  'Osman',
  'Patel',
  'Petrov',
  'Quaye',
  'Rahman',
  'Reid',
  'Rowe',
  'Sharma',
  'Silva',
  'Stone',
  'Tanner',
  'Turner',
  'Udo',
  'Vance',
  'Walsh',
  'Ward',
  'Yilmaz',
  'Young',
  'Zielinski',
] // prettier-ignore

/** Words for what was said, so that notes and answers are as long as real ones. */
const said =
  'Met at school as planned. Talked about the weekend, the bus home and who is a good person to ring. Agreed to try the workshop on Thursday and to tell the tutor about the mornings that are hard. Mum joined for the last ten minutes and is pleased with how the week has gone.'

/** How a case of diversion goes, in days after its beginning. */
const steps = [
  ['receive', 'notified', 0],
  ['screen', 'screened', 6],
  ['decide', 'decided', 9],
  ['inform-police', 'decided', 10],
  ['offer', 'offered', 12],
  ['accept', 'accepted', 15],
  ['allocate', 'allocated', 16],
  ['start', 'active', 22],
  ['complete', 'active', 120],
] as const

/**
 * Makes one service: staff, children with people, alerts and names, a case each with its milestones, contacts and notes.
 * One case in seven is open. Everything follows from the service's number and today, so that two builds are alike.
 * `client` is a superuser's: the rows go in without triggers, as a restored backup's do.
 */
export async function buildService(client: Client, which: number, size: Size, today: string): Promise<void> {
  await client.query('begin')
  await client.query(`set local session_replication_role = replica`)
  const { rows } = await client.query<{ id: string }>(
    `insert into service (name) values ($1) returning service_id as id`,
    [`Bench ${String(which).padStart(4, '0')}`],
  )
  const service = rows[0]?.id
  const { children, contactsEach, staff } = size
  await client.query(
    `insert into person_account (service_id, user_id, email, name, roles, password_hash)
     select $1, md5(concat('staff', $3::int, '/', n))::uuid, concat('staff', n, '@bench', $3::int, '.invalid'), concat('Worker ', n),
       case when n <= $2::int / 8 then '{senior}' when n = $2::int then '{manager}' else '{officer}' end::text[], 'none'
     from generate_series(1, $2::int) n`,
    [service, staff, which],
  )
  await client.query('drop table if exists made')
  await client.query(
    `create temp table made on commit drop as
     select n, uuidv7() as child_id, uuidv7() as case_id, n % 7 = 0 as is_open,
       case when n % 7 = 0 then $4::date - (n / 7 % 170) else $4::date - 200 - (n % 1100) end as began,
       md5(concat('staff', $3::int, '/', $5::int / 8 + 1 + n / 7 % ($5::int - $5::int / 8 - 1)))::uuid as holder,
       ($1::text[])[1 + (n * 7 + $3::int) % cardinality($1::text[])] as given,
       ($2::text[])[1 + (n * 31 + n / 59 + $3::int) % cardinality($2::text[])]
         || case when n % 3 = 0 then '-' || ($2::text[])[1 + (n * 17 + 5) % cardinality($2::text[])] else '' end as family
     from generate_series(1, $6::int) n`,
    [given, family, which, today, staff, children],
  )
  const write = (text: string, values: unknown[] = [service]) => client.query(text, values)
  await write(
    `insert into child (service_id, child_id, reference, given_name, family_name, folded_name, whole_names, birth_date, sex,
       ethnicity, language, address, postcode, phone, school)
     select $1, child_id, concat('B', $2::int, '-', n), given, family, lower(replace(given || ' ' || family, '-', ' ')),
       array[lower(replace(given || ' ' || family, '-', ' '))], $3::date - (4000 + n * 13 % 2500), (array['male', 'female'])[1 + n % 2],
       (array['W1', 'W9', 'B1', 'B2', 'A1', 'A2', 'M1', 'O9'])[1 + n % 8], (array['English', 'Polish', 'Somali', 'Urdu'])[1 + n % 4],
       concat(n, ' Harrier Court'), concat('MK', n % 20, ' ', n % 10, 'AB'), concat('07700 9', lpad((n % 100000)::text, 5, '0')), 'Brookfield School'
     from made order by n`,
    [service, which, today],
  )
  await write(
    `insert into child_person (service_id, child_id, name, relationship, phone, has_parental_responsibility)
     select $1, child_id, concat(x.who, ' ', family), x.who, concat('07700 8', lpad((n % 100000)::text, 5, '0')), x.who = 'Mother'
     from made, (values ('Mother'), ('Social worker')) x (who) order by n`,
  )
  await write(
    `insert into child_name (service_id, child_id, name, folded_name, kind)
     select $1, child_id, given || ' Smith', lower(given || ' smith'), 'alias' from made where n % 10 = 0`,
  )
  await write(
    `insert into child_alert (service_id, child_id, kind, text, raised_by)
     select $1, child_id, 'dog', 'A large dog at the address', holder from made where n % 5 = 0`,
  )
  await write(
    `insert into child_restriction (service_id, child_id, reason, restricted_by)
     select $1, child_id, 'Known to a member of staff', holder from made where n % 400 = 0`,
  )
  await write(
    `insert into involvement (service_id, involvement_id, child_id, pathway, route_in, stage, started_at, ended_at, ending, holder_id)
     select $1, case_id, child_id, 'diversion', 'police-notification', 'active', began + time '09:00',
       case when not is_open then began + 121 + time '09:00' end, case when not is_open then 'completed' end, holder
     from made order by n`,
  )
  await write(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at, until_at)
     select $1, child_id, case_id, holder, 'holder', began + 16 + time '09:00', case when not is_open then began + 121 + time '09:00' end
     from made order by n`,
  )
  await write(
    `insert into milestone (service_id, involvement_id, child_id, step, stage, happened_at, recorded_at, recorded_by, answers, words)
     select $1, case_id, child_id, s.step, s.stage, began + s.days + time '09:00', began + s.days + time '09:05', holder,
       jsonb_build_object('note', $2::text), jsonb_build_object('done', s.step, 'said', jsonb_build_array(
         jsonb_build_object('question', 'What was said?', 'answer', $2::text)))
     from made, unnest($3::text[], $4::text[], $5::int[]) s (step, stage, days)
     where not (is_open and s.step = 'complete') and began + s.days <= $6::date order by n, s.days`,
    [
      service,
      said,
      steps.map(([step]) => step),
      steps.map(([, stage]) => stage),
      steps.map(([, , days]) => days),
      today,
    ],
  )
  await write(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state,
       what_happened, missed_reason, reason_is_acceptable, recorded_at, followed_up_at)
     select $1, child_id, case_id, holder, (array['home-visit', 'school', 'office'])[1 + k % 3], t.at, 60, 'Brook House', state,
       case when state = 'kept' then $2 else '' end, case when state = 'missed' then 'Did not come' else '' end,
       case when state = 'missed' then k % 2 = 0 end, case when state <> 'planned' then t.at end,
       case when state = 'missed' and k % 2 = 1 and t.at < $4::date - 3 then t.at + interval '1 day' end
     from made, generate_series(1, $3::int) k,
       lateral (select began + (k * 6) + time '09:00' + make_interval(hours => (n + k) % 8) as at) t,
       lateral (select case when t.at::date >= $4::date then 'planned' when (n + k) % 11 = 0 then 'missed' else 'kept' end as state) s
     order by n, k`,
    [service, said, contactsEach, today],
  )
  await write(
    `insert into note (service_id, child_id, involvement_id, kind, text, happened_at, written_by, written_at)
     select $1, child_id, case_id, 'conversation', $2, began + k * 20 + time '14:00', holder, began + k * 20 + time '15:00'
     from made, generate_series(1, 3) k order by n, k`,
    [service, said],
  )
  await write(
    `insert into notification (service_id, reference, route_in, form, received_at, given_name, family_name, folded_name, folded_names,
       birth_date, details, child_id, involvement_id)
     select $1, concat('REF/', n), 'police-notification', 'yot1', began + time '08:00', given, family,
       lower(replace(given || ' ' || family, '-', ' ')), array[lower(replace(given || ' ' || family, '-', ' '))],
       $2::date - (4000 + n * 13 % 2500), '{}', case when n % 100 <> 1 then child_id end, case when n % 100 <> 1 then case_id end
     from made order by n`,
    [service, today],
  )
  await client.query('commit')
}
