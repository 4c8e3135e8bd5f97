import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedNames, yesNo } from '../../engine/forms/index.ts'
import { type Arrivals, makeArrivals, today } from './arrivals.testkit.ts'
import { askedRoute, askedRoutes } from './notification.form.ts'
import { cellsFrom, readRow, typedFromCells } from './readRow.ts'

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']

beforeAll(async () => {
  ;({ service, officer, send } = await makeArrivals())
})
afterAll(() => service.close())

const school = 'school-or-college'
const head =
  'received,referrer_name,referrer_post,family_name,strengths_seen,worried_about,worried_about_reason_other,what_happened,child_knows'
const row = (family: string, worries: string, reason = '') =>
  `16/11/2026,Ama Boateng,Head of year,${family},Kind,${worries},${reason},Two exclusions,"Yes, both"`
const detailsOf = async (family: string) =>
  (await service.asOwner('select details, route_in from notification where family_name = $1', [family]))[0]

describe('a file of referrals', () => {
  test('may come by every way in: the example that we give out for its form goes in whole', async () => {
    for (const [place, { route, form }] of askedRoutes(today).entries()) {
      const given = await officer.get(`/arrivals/examples/${form.id}`)
      expect(given.status).toBe(200)
      const { progress } = await send(`${given.response.payload}${'\n'.repeat(place)}`, { routeIn: route.id })
      expect(progress, route.id).toMatchObject({ total: 1, failed: 0, routeIn: route.id })
      const cells = cellsFrom(form, route.form.example)
      const [kept] = await service.asOwner('select cells from import_row where import_id = $1', [
        progress?.importId,
      ])
      expect(kept?.cells).toEqual(cells)
    }
    expect((await officer.get('/arrivals/examples/nothing')).status).toBe(404)
  })

  test('is described for whoever writes one: docs/files.md names every column of every form', () => {
    const text = readFileSync('docs/files.md', 'utf8')
    for (const { form } of askedRoutes(today))
      for (const { name } of askedNames(form)) expect(text).toContain(`\`${name.replaceAll('-', '_')}\``)
  })

  test('says several things in one cell, by words or by codes, and why in a column of its own', async () => {
    await send(`${head}\n${row('Adeyemi-Fox', 'The child goes missing; OTHER', 'A cousin was hurt')}\n`, {
      routeIn: school,
    })
    expect(await detailsOf('Adeyemi-Fox')).toMatchObject({
      route_in: school,
      details: {
        'worried-about': ['missing', 'other'],
        'worried-about-reason': 'A cousin was hurt',
        'child-knows': 'both',
      },
    })
  })

  test('has a row that cannot be read mended on a page with the questions of its form', async () => {
    const { importId, progress } = await send(`${head}\n${row('Brandt', 'missing; horses')}\n`, {
      routeIn: school,
    })
    expect(progress).toMatchObject({ accepted: 0, failed: 1 })
    const result = await officer.get(`/arrivals/imports/${importId}`)
    expect(result.text).toContain('School, college or further education')
    expect(result.text).toContain('Brandt')
    const address = `/arrivals/imports/${importId}/rows/2`
    const page = await officer.get(address)
    expect(page.text).toContain('What is the referrer worried about?')
    const mended = await officer.fill(address, {
      received: '16/11/2026',
      'referrer-name': 'Ama Boateng',
      'referrer-post': 'Head of year',
      'family-name': 'Brandt',
      'strengths-seen': 'Kind',
      'what-happened': 'Two exclusions',
      'child-knows': 'both',
      'worried-about': ['missing', 'other'],
      'worried-about-reason-other': 'Horses',
    })
    expect(mended.status).toBe(303)
    expect((await detailsOf('Brandt'))?.details).toMatchObject({ 'worried-about-reason': 'Horses' })
    const [kept] = await service.asOwner('select cells from import_row where import_id = $1', [importId])
    expect(kept?.cells).toMatchObject({
      worried_about: 'missing; other',
      worried_about_reason_other: 'Horses',
      received: '16/11/2026',
    })
  })

  test('sent by the wrong way names the columns that are missing, and can be sent again by the right one', async () => {
    const file = `${head}\n${row('Castellanos', 'school')}\n`
    expect((await send(file)).refused).toContain('police_reference')
    expect((await send(file, { routeIn: school })).progress).toMatchObject({ accepted: 1 })
    expect(await send(file, { routeIn: school })).toEqual({ again: true })
    const elsewhere = await send(file, { routeIn: 'channel-panel' })
    expect(elsewhere.refused).toContain('as sent by “School, college or further education”')
    expect(elsewhere.refused).toContain('would arrive twice')
  })

  test('may be sent by the right way where nothing of it went in by the wrong one', async () => {
    const file = `${head}\n${row('Castell', 'horses')}\n`
    expect((await send(file, { routeIn: school })).progress).toMatchObject({ accepted: 0, failed: 1 })
    expect((await send(file, { routeIn: 'channel-panel' })).progress).toMatchObject({ failed: 1 })
  })

  test('without references waits for no other one, whatever order the two hold the same children in', async () => {
    const names = Array.from(
      { length: 60 },
      (_, index) => `Ordered-${'abcdefghij'[index % 10]}${'klmnop'[Math.floor(index / 10)]}`,
    )
    const fileOf = (families: readonly string[]) =>
      `${head}\n${families.map(family => row(family, 'school')).join('\n')}\n`
    const both = await Promise.all([
      send(fileOf(names), { routeIn: school, name: 'one.csv' }),
      send(fileOf(names.toReversed()), { routeIn: school, name: 'two.csv' }),
    ])
    const sum = (key: 'accepted' | 'known') =>
      both.reduce((all, { progress }) => all + (progress?.[key] ?? 0), 0)
    expect([sum('accepted'), sum('known')]).toEqual([60, 60])
  })

  test('says in initials and in short words what it means, whatever the question is called', () => {
    const options = [{ value: '1', label: 'Male', also: ['M'] }]
    const form = {
      id: 'x',
      fields: {
        'pupil-sex': { kind: 'choice', label: 'Pupil’s sex', options },
        needs: { kind: 'choice', label: 'Interpreter?', options: yesNo },
      },
    } as const
    expect(typedFromCells(form, { pupil_sex: 'm', needs: 'N' })).toEqual({ 'pupil-sex': '1', needs: 'no' })
  })

  test('whose way in is no longer among the definitions is shown, and cannot be taken in', async () => {
    const { importId } = await send(`${head}\n${row('Dvorak', 'horses')}\n`, { routeIn: school })
    await service.asOwner(`update import_file set route_in = 'youth-club' where import_id = $1`, [importId])
    const page = await officer.get(`/arrivals/imports/${importId}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('youth-club')
    expect((await officer.get(`/arrivals/imports/${importId}/rows/2`)).status).toBe(303)
    expect((await officer.get(`/arrivals/imports/${importId}/rows/2/drop`)).text).toContain('Dvorak')
    expect(readRow(askedRoute('youth-club', today), { family_name: 'Dvorak' }, today)).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringContaining('no longer among the definitions') }],
    })
  })
})
