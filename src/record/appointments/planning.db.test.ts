import { afterAll, beforeEach, describe, expect, it, test } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'
import { makeAppointments } from './appointments.testkit.ts'

const { service, officer, colleague, child, afresh, planned, sendPlan, plan } = await makeAppointments()
afterAll(() => service.close())
beforeEach(afresh)

const startsAt = async () => {
  const [row] = await service.asOwner(
    `select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as at from appointment where child_id = $1`,
    [child.childId],
  )
  return row?.at
}

describe('planning', () => {
  test.each([
    ['15/1/2027', '9am', '2027-01-15T09:00Z', 'in winter'],
    ['15/7/2027', '9am', '2027-07-15T08:00Z', 'in summer'],
    ['28/3/2027', '2:00', '2027-03-28T01:00Z', 'after the clocks went forward'],
    ['31/10/2027', '01:30', '2027-10-31T00:30Z', 'the first of two when they go back'],
  ])('%s at %s is kept as %s: %s', async (day, time, moment) => {
    await plan({ day, time })
    expect(await startsAt()).toBe(moment)
  })

  it.each([
    ['once', {}],
    ['in a series', { repeat: 'weekly', ends: 'times', times: '2', holidays: 'no' }],
  ])('%s asks which half of the day is meant by a bare time that would lie at night', async (_, more) => {
    const address = `/children/${child.childId}/contacts/plan`
    const bare = planned({ day: '15/12/2026', time: '2.30', ...more })
    const asked = await officer.fill(address, bare)
    expect(asked.text).toContain('Did you mean 2:30pm? You typed 2.30 , which is 2:30am, at night.')
    expect(await startsAt()).toBeUndefined()
    const said = await officer.fill(address, { ...bare, time: '2.30pm' })
    expect(said.text).not.toContain('Did you mean')
  })

  it('offers the home and the school that the record knows, and writes their words down', async () => {
    await service.asOwner(
      `insert into child_address (service_id, child_id, kind, address, postcode, recorded_at)
       values ($1, $2, 'home', E'7 Larch Way\\nBrook', 'MK9 3AA', now())`,
      [service.serviceId, child.childId],
    )
    await service.asOwner(
      `insert into child_education (service_id, child_id, kind, name, recorded_at)
       values ($1, $2, 'school', 'Oakwood', now())`,
      [service.serviceId, child.childId],
    )
    const { html } = await officer.get(`/children/${child.childId}/contacts/plan`)
    const home =
      /<option value="(home-[^"]*)"[^>]*>At home: 7 Larch Way, Brook, MK9 3AA</.exec(html)?.[1] ?? ''
    expect(html).toMatch(/<option value="school-[^"]*"[^>]*>At school: Oakwood</)
    const address = await plan({ day: '15/12/2026', 'place-kept': home, place: '' })
    expect((await officer.get(address)).text).toContain('Where At home: 7 Larch Way, Brook, MK9 3AA')
    const moving = await officer.get(`${address}/move`)
    expect(moving.html).toContain(`<option value="${home}" selected`)
    await service.asOwner(`update child_address set confidential_from = 'The father' where child_id = $1`, [
      child.childId,
    ])
    const hidden = await officer.get(`/children/${child.childId}/contacts/plan`)
    expect(hidden.html.split('name="place-kept"')[1]?.split('</select>')[0]).not.toContain('Larch')
    const again = await plan({ day: '16/12/2026', 'place-kept': home, place: '' })
    expect((await officer.get(again)).text).toMatch(/Where At home With/)
  })

  it('asks no place of a call, and one of a meeting', async () => {
    const address = await plan({ day: '15/12/2026', kind: 'telephone', place: '' })
    expect((await officer.get(`${address}/move`)).html).not.toContain('value="Telephone"')
    const refused = await officer.fill(
      `/children/${child.childId}/contacts/plan`,
      planned({ day: '15/12/2026', place: '' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Say where')
  })

  it('that is moved to a bare time is asked about once, and saved where it is meant', async () => {
    const address = await plan({ day: '15/12/2026' })
    const bare = planned({ day: '15/12/2026', time: '3:15' })
    const asked = await officer.fill(`${address}/move`, bare)
    expect(asked.text).toContain('Did you mean 3:15pm?')
    const mark = hiddenValue(asked.html, '_checked') ?? ''
    expect((await officer.fill(`${address}/move`, { ...bare, _checked: mark })).status).toBe(303)
    expect(await startsAt()).toBe('2026-12-15T03:15Z')
  })

  it('refuses a time that the day leaves out', async () => {
    const refused = await officer.fill(
      `/children/${child.childId}/contacts/plan`,
      planned({ day: '28/3/2027', time: '01:30' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('There is no 1:30am on 28 March 2027')
    expect(refused.html).toContain('12 Elm Road')
  })

  it('says when the worker or the child is to be elsewhere then, and only then', async () => {
    const day = '15/12/2026'
    await plan({ day })
    const address = await plan({ day, time: '16:40', place: 'School' })
    const sameHour = await officer.get(address)
    expect(sameHour.text).toContain('Beware: this child has another appointment then, at 4pm.')
    await plan({ day, time: '17:25' })
    expect((await officer.get(address)).text).not.toContain('Beware')
    const other = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: 'Nadia', familyName: 'Holloway' }),
    )
    const [row] = await service.asOwner(
      `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
       values ($1, $2, 'diversion', 'police-notification', 'active', '2026-01-05T09:00:00Z') returning involvement_id`,
      [service.serviceId, other],
    )
    const saved = await sendPlan(
      `/children/${other}/contacts/plan`,
      planned({ case: String(row?.involvement_id), day, time: '16:44', minutes: '5' }),
    )
    const warned = await officer.get(saved.location ?? '')
    expect(warned.text).toContain('Beware: the worker has another appointment then, at 4pm.')
    expect(warned.text).toContain('at 4:40pm')
  })

  it('warns before anything is saved, and saves what is meant all the same', async () => {
    const address = `/children/${child.childId}/contacts/plan`
    const first = { day: '25/12/2026', time: '16:00' }
    const holiday = await officer.fill(address, planned(first))
    expect(holiday.status).toBe(200)
    expect(holiday.text).toContain('Beware: that day is a bank holiday (Christmas Day).')
    expect(await startsAt()).toBeUndefined()
    await plan({ ...first, day: '15/12/2026' })
    const clash = await officer.fill(address, planned({ day: '15/12/2026', time: '16:30' }))
    expect(clash.text).toContain('Nothing is saved yet.')
    expect(clash.text).toContain('Beware: this child has another appointment then, at 4pm.')
    const free = await officer.fill(address, planned({ day: '15/12/2026', time: '17:00' }))
    expect(free.status).toBe(303)
  })

  it('is with somebody who works with children; a call that was taken may have been anybody’s', async () => {
    const support = await service.person('business-support', 'Bea Support')
    const withWhom = async (page: string) => {
      const { html } = await support.get(`/children/${child.childId}/contacts/${page}`)
      return html.split('name="with"')[1]?.split('</select>')[0] ?? ''
    }
    expect(await withWhom('plan')).toContain('Olive Officer')
    expect(await withWhom('plan')).not.toContain('Bea Support')
    expect(await withWhom('add')).toContain('Bea Support')
    const refused = await support.fill(
      `/children/${child.childId}/contacts/plan`,
      planned({ with: support.userId, day: '15/12/2026' }),
    )
    expect(refused.status).toBe(422)
  })

  it('that is moved clashes with what else is planned then, and not with itself', async () => {
    const address = await plan({ day: '15/12/2026' })
    await plan({ day: '16/12/2026' })
    const open = async (more: Record<string, string>) => officer.fill(`${address}/move`, planned(more))
    const clash = await open({ day: '16/12/2026' })
    expect(clash.text).toContain('Beware: this child has another appointment then, at 4pm.')
    expect((await officer.get(address)).text).toContain('Tuesday 15 December 2026, 4pm')
    expect((await open({ day: '15/12/2026', time: '16:10' })).status).toBe(303)
  })

  it('is for today or later: what has happened is recorded as a contact', async () => {
    const refused = await officer.fill(
      `/children/${child.childId}/contacts/plan`,
      planned({ day: '20/11/2026' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('That day is past. Record a contact for what has happened, or choose')
    expect(refused.html).toContain(`/children/${child.childId}/contacts/add`)
    expect(refused.html).toContain('12 Elm Road')
    expect((await officer.fill(`/children/${child.childId}/contacts/plan`, planned())).status).toBe(303)
  })

  it('that is moved is for today or later too, but what was planned for yesterday can be put right before it is recorded', async () => {
    const address = await plan({ day: '21/11/2026' })
    await service.asOwner(
      `update appointment set starts_at = starts_at - interval '1 day' where child_id = $1`,
      [child.childId],
    )
    const past = await officer.fill(`${address}/move`, planned({ day: '1/2/2026' }))
    expect(past.status).toBe(422)
    expect(past.text).toContain('That day is past. Choose today or a later day')
    const room = await officer.fill(`${address}/move`, planned({ day: '20/11/2026', place: 'School' }))
    expect(room.status).toBe(303)
    expect((await officer.get(address)).text).toContain('Where School')
  })

  it('refuses a day more than a year ahead', async () => {
    const refused = await officer.fill(
      `/children/${child.childId}/contacts/plan`,
      planned({ day: '1/1/2099' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('The day must be within a year from today')
  })

  it('belongs to an open case', async () => {
    await service.asOwner(
      `update involvement set ended_at = now(), ending = 'completed' where involvement_id = $1`,
      [child.involvementId],
    )
    expect((await officer.get(`/children/${child.childId}/contacts/plan`)).location).toBe(
      `/children/${child.childId}/contacts`,
    )
  })

  it('is moved to another day, and the form holds what was planned', async () => {
    const address = await plan({ day: '15/12/2026' })
    expect((await officer.get(`${address}/move`)).html).toContain('value="15/12/2026"')
    await officer.fill(`${address}/move`, planned({ day: '16/12/2026' }))
    expect((await officer.get(address)).text).toContain('Wednesday 16 December 2026, 4pm')
  })

  it('of two people who move it, the second sees what the first has saved', async () => {
    const address = await plan({ day: '15/12/2026' })
    const opened = await colleague.get(`${address}/move`)
    await officer.fill(`${address}/move`, planned({ day: '16/12/2026' }))
    const second = await colleague.post(`${address}/move`, {
      ...planned({ day: '17/12/2026' }),
      _version: hiddenValue(opened.html, '_version') ?? '',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('16/12/2026')
    expect(second.text).toContain('17/12/2026')
  })

  it('with a mistake in it is still held against what was opened', async () => {
    const address = await plan({ day: '15/12/2026' })
    const opened = await colleague.get(`${address}/move`)
    await officer.fill(`${address}/move`, planned({ day: '16/12/2026' }))
    const send = (html: string, day: string) =>
      colleague.post(`${address}/move`, {
        ...planned({ day }),
        _version: hiddenValue(html, '_version') ?? '',
        _was: hiddenValue(html, '_was') ?? '',
      })
    const mistaken = await send(opened.html, '31/11/2026')
    expect(mistaken.status).toBe(422)
    const mended = await send(mistaken.html, '17/12/2026')
    expect(mended.status).toBe(409)
    expect((await officer.get(address)).text).toContain('16 December')
  })

  it('with a mistake in it, or overtaken, writes down who has seen the page again', async () => {
    const address = await plan({ day: '15/12/2026' })
    const views = () =>
      service.asOwner(
        `select purpose from audit_event where action = 'view' and child_id = $1 and purpose like '%move an appointment'`,
        [child.childId],
      )
    const before = (await views()).length
    await officer.post(`${address}/move`, planned({ day: '31/11/2026' }))
    expect(await views()).toHaveLength(before + 1)
  })
})
