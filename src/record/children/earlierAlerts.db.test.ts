import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

test('what was to be known before contact, and was answered before there were alerts for it, raises them in open cases', async () => {
  const url = await makeEarlierDatabase('0044')
  await withClient(url, async client => {
    await client.query(`insert into service (name) values ('Ours')`)
    await client.query(
      `insert into person_account (service_id, email, name, roles) select service_id, 'o@ours.example', 'Olive', '{officer}' from service`,
    )
    await aCase(client, 'Kept in a step', { step: { 'before-contact': ' His uncle must not hear of it\n' } })
    await aCase(client, 'Only arrived', { arrived: { 'before-contact': 'A dog', 'child-knows': 'child' } })
    await aCase(client, 'Corrected', {
      step: { 'before-contact': 'Call after six' },
      arrived: { 'before-contact': 'Call after five' },
    })
    const reason = { 'child-knows': 'no', 'child-knows-reason': 'It is not safe' }
    await aCase(client, 'Not told', { arrived: reason })
    await aCase(client, 'Ended', { step: { 'before-contact': 'Nobody calls now' }, isEnded: true })
    await aCase(client, 'Both know', { arrived: { 'child-knows': 'both', 'before-contact': '' } })
    const before = await aCase(client, 'Ended alert', { step: { 'before-contact': 'It was a mistake' } })
    await client.query(
      `insert into child_alert (service_id, child_id, kind, text, raised_by, ended_at)
       select service_id, $1, 'before-contact', 'It was a mistake', user_id, now() from person_account`,
      [before],
    )
  })
  await migrate(url, 'migrations')
  await withClient(url, async client => {
    const { rows } = await client.query(
      `select c.given_name, a.text from child_alert a join child c using (service_id, child_id) where a.ended_at is null order by 1, 2`,
    )
    expect(rows.map(({ given_name, text }) => [given_name, text])).toEqual([
      ['Corrected', 'Call after six'],
      ['Kept in a step', 'His uncle must not hear of it'],
      ['Not told', 'Child and family do not know of the referral. It is not safe'],
      ['Only arrived', 'A dog'],
      ['Only arrived', 'The family does not know of the referral'],
    ])
    const { rows: noted } = await client.query(
      `select distinct purpose from audit_event where table_name = 'child_alert' and after ->> 'text' = 'A dog'`,
    )
    expect(noted).toEqual([{ purpose: 'Upgrade: raised what is to be known before contact' }])
  })
})

type Said = { step?: object; arrived?: object; isEnded?: boolean }

async function aCase(
  client: Client,
  name: string,
  { step = {}, arrived = {}, isEnded = false }: Said,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `with c as (
       insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
       select service_id, $1, $1, '', lower($1), 'unknown' from service returning service_id, child_id),
     i as (
       insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, ended_at, ending)
       select service_id, child_id, 'esp-prevention', 'school-or-college', 'referred', now(),
         case when $2 then now() end, case when $2 then 'completed' end from c returning *),
     m as (
       insert into milestone (service_id, involvement_id, child_id, step, stage, happened_at, recorded_by, answers, words)
       select i.service_id, i.involvement_id, i.child_id, 'receive', 'referred', now(), a.user_id, $3, '{}' from i join person_account a using (service_id))
     insert into notification (service_id, form, route_in, received_at, given_name, family_name, folded_name, details, child_id, involvement_id)
     select service_id, 'esp-referral', 'school-or-college', now(), $1, '', lower($1), $4, child_id, involvement_id from i
     returning child_id as id`,
    [name, isEnded, step, arrived],
  )
  return rows[0]?.id ?? ''
}
