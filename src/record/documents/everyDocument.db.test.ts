import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import {
  composeDocument,
  type DocumentDefinition,
  type DocumentTree,
  DocumentView,
  missingIn,
} from '../../engine/documents/index.ts'

import { loadChild } from '../children/index.ts'
import { saveCopy } from '../easyRead/index.ts'
import { emptyChild, fullChild, headingsIn, openWord, type TestChild } from './documents.testkit.ts'
import { makeWord } from './makeWord.ts'
import { type Pulling, pullSources } from './sources.ts'

let service: TestService
let officer: TestPerson
const children = new Map<string, TestChild>()

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  children.set('full', await fullChild(service, officer))
  children.set('empty', await emptyChild(service, officer))
})
afterAll(() => service.close())

const { documents } = practice
const cases = documents.flatMap(({ id }) => ['empty', 'full'].map(which => [id, which] as const))

function pulling(definition: DocumentDefinition, it: TestChild, child: Pulling['child']): Pulling {
  const aboutId = {
    child: null,
    form: it.form,
    plan: it.plan,
    copy: it.plan,
    appointment: it.planned,
    'missed-appointment': it.missed,
    'unexcused-appointment': it.missed,
  }[definition.about]
  return {
    child,
    definition,
    about: { aboutId, aboutPart: definition.about === 'copy' ? 'en' : '' },
    maker: { serviceName: 'Milton Brook', name: 'Olive Officer', roles: ['officer'] },
    today: Temporal.PlainDate.from('2026-11-21'),
    now: service.clock.now,
  }
}

/** A document about one of the two children, with the open parts written or not. */
async function read(id: string, which: string, own: Record<string, string> = {}): Promise<DocumentTree> {
  const definition = documents.find(each => each.id === id)
  const it = children.get(which)
  if (!definition || !it) throw new Error('no such document')
  return service.as(officer, async tx => {
    const child = await loadChild(tx, it.childId)
    const from = child && (await pullSources(tx, pulling(definition, it, child)))
    if (!from) throw new Error('what it is about is not there')
    return composeDocument(definition, from, own)
  })
}

const wordOf = async (tree: DocumentTree) =>
  openWord(
    await makeWord({
      tree,
      serviceName: 'Milton Brook',
      at: service.clock.now,
      projectFolder: service.running.platform.projectFolder,
    }),
  )

describe('every document', () => {
  test.each(cases)('%s of the %s child reads the same as a page, on paper and in Word', async (id, which) => {
    const tree = await read(id, which)
    const word = await wordOf(tree)
    const headings = headingsIn(tree)
    expect(word.headings.map(({ level, words }) => [level, words])).toEqual(
      headings.map(({ level, words }) => [level, words.trim()]),
    )
    expect(word.title).toBe(tree.title)
    expect(word.language).toBe(tree.language === 'en' ? 'en-GB' : tree.language)
    const tables = tree.blocks.filter(({ kind }) => kind === 'table')
    expect(word.headerRows).toEqual(tables.map(() => true))
    expect(word.alternatives).toEqual(
      tree.blocks.flatMap(block => (block.kind === 'picture' ? [block.alternative] : [])),
    )
    const page = render(DocumentView({ tree, isDraft: true }))
    const paper = render(DocumentView({ tree }))
    for (const { words } of headings.slice(1)) {
      expect(page).toContain(words)
      expect(paper).toContain(words)
    }
    for (const { asks } of missingIn(tree)) {
      expect(page).toContain(asks)
      expect(paper).not.toContain(asks)
      expect(word.text).not.toContain(asks)
    }
    expect(page.match(/<th scope="col"/g) ?? []).toHaveLength(
      tables.reduce((count, block) => count + (block.kind === 'table' ? block.columns.length : 0), 0),
    )
    expect(word.text).not.toMatch(/undefined|null|\[object/)
  })

  test.each(documents.map(({ id }) => id))('%s has the worker’s own words in every open part', async id => {
    const definition = documents.find(each => each.id === id)
    const own = Object.fromEntries(
      Object.keys(definition?.open ?? {}).map(part => [part, `Own words: ${part}`]),
    )
    const { text } = await wordOf(await read(id, 'full', own))
    for (const words of Object.values(own)) expect(text).toContain(words)
    expect(text).not.toContain('Not written yet')
  })

  test.each(documents.map(({ id }) => id))(
    '%s is the same file at the same moment, byte by byte',
    async id => {
      const tree = await read(id, 'full')
      const given = {
        tree,
        serviceName: 'S',
        at: service.clock.now,
        projectFolder: service.running.platform.projectFolder,
      }
      expect((await makeWord(given)).equals(await makeWord(given))).toBe(true)
    },
  )

  test('of an empty child says what is missing, and invents nothing', async () => {
    const put = (state: string) =>
      service.asOwner('update plan set state = $2 where plan_id = $1', [children.get('empty')?.plan, state])
    await put('open')
    const words = missingIn(await read('pre-sentence-report', 'empty')).map(it => it.words)
    await put('signed')
    expect(words).toContain('Who has parental responsibility is not recorded.')
    expect(words).toContain('No offence is recorded.')
    expect(words).toContain('No assessment of speech, language and communication has been signed.')
    expect(words).toContain('No plan is in force.')
    expect(words).toContain(
      'Not written yet: Does the child belong to a group that is over-represented in youth justice?',
    )
  })
})

describe('the pre-sentence report', () => {
  test('has the therapist’s advice for the court attached, and not that for the panel', async () => {
    const { text, headings } = await wordOf(await read('pre-sentence-report', 'full'))
    expect(headings.at(-1)?.words).toBe('Attached: advice of the speech and language therapist for the court')
    expect(text).toContain('Ask one thing at a time.')
    expect(text).toContain('Do not use sarcasm.')
    expect(text).not.toContain('Draw the contract.')
  })

  test('states the over-representation of children with such needs only where a therapist found one', async () => {
    const stated = 'over-represented in youth justice. The service’s plan'
    expect((await wordOf(await read('pre-sentence-report', 'full'))).text).toContain(stated)
    expect((await wordOf(await read('pre-sentence-report', 'empty'))).text).not.toContain(stated)
  })

  test('begins with what the assessment says of over-representation, for the worker to go over', async () => {
    const it = children.get('full')
    const { location = '' } = await officer.fill(
      `/children/${it?.childId}/documents/begin/pre-sentence-report`,
      {},
    )
    expect((await officer.get(location)).text).toContain('Yes: Black boys are, before this court too.')
  })
})

describe('the child’s copy in Word', () => {
  test('has a picture for each goal and each who takes a step, with words for it', async () => {
    const { alternatives, text } = await wordOf(await read('easy-plan', 'full'))
    expect(alternatives).toEqual(['Running and walking', 'The child', 'A day'])
    expect(text).toContain('You: Ring the coach')
    expect(text).toContain('By Tuesday 1 December.')
  })
})

describe('the child’s copy in another language', () => {
  test('says in which language it is, runs from right to left, and marks what is English still', async () => {
    const it = children.get('full')
    const definition = documents.find(({ id }) => id === 'easy-plan')
    if (!it || !definition) throw new Error('no copy')
    const words = [{ said: 'I want to play football', plain: 'میں فٹبال کھیلنا چاہتا ہوں' }]
    const tree = await service.as(officer, async tx => {
      const whose = { serviceId: service.serviceId, childId: it.childId, planId: it.plan }
      await saveCopy(tx, { ...whose, language: 'ur', words, by: officer.userId, at: service.clock.now }, 0)
      const child = await loadChild(tx, it.childId)
      const asked = child && pulling(definition, it, child)
      const from =
        asked && (await pullSources(tx, { ...asked, about: { aboutId: it.plan, aboutPart: 'ur' } }))
      if (!from) throw new Error('no copy')
      return composeDocument(definition, from, {})
    })
    const word = await wordOf(tree)
    expect(word.bidirectional).toBe('ur')
    expect(word.text).toContain('میں فٹبال کھیلنا چاہتا ہوں')
    const page = render(DocumentView({ tree }))
    expect(page).toContain('lang="ur" dir="rtl"')
    expect(page).toMatch(/<p [^>]*lang="en"[^>]*>You: Ring the coach/)
  })
})

describe('letters', () => {
  test('go in copy to those with parental responsibility who may be contacted', async () => {
    await service.asOwner(
      `insert into child_person (service_id, child_id, name, kind, relationship, has_parental_responsibility,
         must_not_be_contacted, barred_reason)
       values ($1, $2, 'Barred Parent', 'parent', 'Father', true, true, 'A court order')`,
      [service.serviceId, children.get('full')?.childId],
    )
    const it = children.get('full')
    const { location = '' } = await officer.fill(`/children/${it?.childId}/documents/begin/letter-missed`, {
      of: it?.missed ?? '',
    })
    const { text } = await officer.get(location)
    expect(text).toContain('Hodan Amin (Aunt)')
    expect(text).not.toContain('Barred Parent')
  })

  test('say nothing of why an appointment was missed', async () => {
    for (const id of ['letter-missed', 'letter-warning'])
      expect((await wordOf(await read(id, 'full'))).text).not.toContain('He forgot')
  })
})
