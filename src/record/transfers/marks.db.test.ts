import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertNote } from '../notes/index.ts'
import { readPackage } from './package.ts'
import { openFile } from './packageFile.ts'
import { aPackage, makeTakingIn, type TakingIn } from './takeIn.testkit.ts'

let t: TakingIn
beforeAll(async () => {
  t = await makeTakingIn()
})
afterAll(() => t.service.close())

const note = {
  at: '2026-06-02T10:00:00Z',
  isDay: true,
  kind: 'Telephone call',
  by: 'Ines Duarte',
}
const sensitive = {
  ...note,
  text: 'His uncle was violent to the aubergine',
  sensitivity: 'sensitive' as const,
  hasThirdParty: true,
  said: [{ question: 'With whom', answer: 'His aunt, by the quince' }],
}

describe('the marks of a note', () => {
  it('go along with what its kind asks', async () => {
    const { childId } = await t.aChild()
    const { serviceId, clock } = t.service
    await t.service.as(t.senior, tx =>
      insertNote(tx, {
        ...{ serviceId, childId, kind: 'telephone', text: 'She rang back', involvementId: null },
        ...{ happenedAt: clock.now, isDay: true, by: t.senior.userId, at: clock.now },
        ...{ sensitivity: 'sensitive', hasThirdParty: true, details: { 'with-whom': 'His mother' } },
      }),
    )
    const { passphrase, at } = await t.make(childId, t.senior, { parts: ['notes'] })
    const opened = await openFile((await t.senior.post(at, {})).response.rawPayload, passphrase)
    if (!opened.ok) throw new Error(opened.reason)
    const read = readPackage(opened.value.json)
    expect(read.ok && read.value.notes).toContainEqual(
      expect.objectContaining({
        text: 'She rang back',
        sensitivity: 'sensitive',
        hasThirdParty: true,
        said: [{ question: 'With whom', answer: 'His mother' }],
      }),
    )
    for (const words of ['Sensitive', 'Not to be given to the child', 'His mother'])
      expect(opened.value.html).toContain(words)
  })

  it('stand beside it wherever it is read, before and after it is taken in', async () => {
    const it = aPackage({ notes: [sensitive] })
    const marked = /Sensitive Not to be given to the child/
    const { location = '' } = await t.bring(it)
    expect((await t.senior.get(location)).text).toMatch(marked)
    const { childId } = await t.take(it, 'new')
    for (const page of ['other-services', 'chronology']) {
      const { text } = await t.senior.get(`/children/${childId}/${page}`)
      expect(text, page).toMatch(marked)
      expect(text, page).toContain('aubergine')
      expect(text, page).toContain('With whom: His aunt, by the quince')
    }
  })

  it('keep a sensitive note from everybody who may not read ours', async () => {
    const { childId } = await t.take(aPackage({ notes: [sensitive, { ...note, text: 'For all' }] }), 'new')
    const [officer, manager] = [await t.service.person('officer'), await t.service.person('manager')]
    const pages = ['other-services', 'chronology', 'throughline', 'history', '']
    const told = async (who: typeof officer) =>
      (await Promise.all(pages.map(page => who.get(`/children/${childId}/${page}`))))
        .map(it => it.html)
        .join()
    for (const who of [officer, await t.service.person('inspector'), t.support])
      expect(await told(who)).not.toMatch(/aubergine|quince/)
    expect(await told(officer)).toContain('For all')
    for (const who of [t.senior, manager]) expect(await told(who)).toContain('aubergine')
    const rows = await t.service.as(officer, tx =>
      tx.selectFrom('transferred_entry').select('sensitivity').where('child_id', '=', childId).execute(),
    )
    expect(rows.map(({ sensitivity }) => sensitivity)).not.toContain('sensitive')
  })

  it('keep it from whoever takes it in without being one who reads sensitive notes', async () => {
    const both = await t.service.person(['officer', 'business-support'])
    const it = aPackage({ notes: [sensitive, { ...note, text: 'For all' }] })
    const { location = '' } = await t.bring(it, both)
    const { text } = await both.get(location)
    expect(text).toContain('For all')
    expect(text).not.toContain('aubergine')
  })

  it('do not bring a note twice that whoever takes it in may not read', async () => {
    const it = aPackage({ notes: [sensitive] })
    const { childId } = await t.take(it, 'new')
    const later = { ...it, madeAt: '2026-11-21T09:00:00Z', reason: 'Once more' }
    expect((await t.take(later, childId)).done.status).toBe(303)
    const notes = (await t.rows('transferred_entry', childId)).filter(({ kind }) => kind === 'note')
    expect(notes).toMatchObject([{ sensitivity: 'sensitive', has_third_party: true }])
  })

  it('are not needed: a package that was made before they went along opens as it is', async () => {
    const { childId } = await t.take(aPackage({ notes: [{ ...note, text: 'Made before' }] }), 'new')
    const officer = await t.service.person('officer')
    expect((await officer.get(`/children/${childId}/other-services`)).text).toContain('Made before')
  })
})
