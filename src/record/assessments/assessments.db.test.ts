import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { fieldsOf } from '../../engine/assessments/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { addChild, confirmable } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson
let senior: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
  senior = await service.person('senior', 'Sam Senior')
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
})
afterAll(() => service.close())

const begin = async (person = officer) => {
  const { location = '' } = await person.fill(`/children/${childId}/assessments/begin/initial-screening`, {
    case: 'none',
  })
  return location
}

const sections = {
  asked: { 'asked-of': ['child', 'school'], 'child-said': '“I was bored.”' },
  life: { home: 'not-in-record', school: 'not-in-record', language: 'not-in-record' },
  picture: { strengths: 'Kind to his sisters', worries: 'Nothing' },
  communication: { communication: 'to-be-assessed' },
  exploitation: { exploitation: 'no-sign' },
  safety: { 'danger-now': 'no' },
  next: { urgent: 'no' },
} as const
type SectionId = keyof typeof sections

const answer = (at: string, section: SectionId, more: Record<string, string> = {}, person = officer) =>
  person.fill(`${at}/sections/${section}`, {
    ...(sections[section] as unknown as Record<string, string>),
    ...more,
  })

async function written(): Promise<string> {
  const at = await begin()
  for (const section of Object.keys(sections) as SectionId[])
    expect((await answer(at, section)).status, section).toBe(303)
  return at
}

describe('a form', () => {
  test('that is the first of its kind offers no comparison with the last, and its parts keep their words in one line', async () => {
    const childId = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: 'Ada', familyName: 'First' }),
    )
    const { location: at = '' } = await officer.fill(`/children/${childId}/assessments/begin/review`, {
      case: 'none',
    })
    const page = await officer.get(at)
    expect(page.html).not.toContain(`${at}/changes`)
    expect(page.html).toMatch(/govuk-task-list__status tl-nowrap/)
  })

  test('is begun, says how far it has come, and leads from part to part', async () => {
    const at = await begin()
    expect((await officer.get(at)).text).toContain('0 of 7 parts complete')
    const next = await answer(at, 'asked')
    expect(next.location).toBe(`${at}/sections/life`)
    const page = await officer.get(at)
    expect(page.text).toContain('1 of 7 parts complete')
    expect(page.text).toContain('by Olive Officer')
    expect((await officer.get(`/children/${childId}/assessments`)).text).toContain('Initial screening')
  })

  test('says of a part that was left half way that it is not saved yet, to whoever typed it alone', async () => {
    const at = await begin()
    const _csrf = hiddenValue((await officer.get('/account')).html, '_csrf') ?? ''
    const kept = await officer.post(`/drafts/${encodeURIComponent(`${at}/sections/picture`)}`, {
      _csrf,
      _version: '0',
      strengths: 'Kind',
    })
    expect(kept.status).toBeLessThan(300)
    const page = await officer.get(at)
    expect(page.text).toContain(
      'Strengths and worries What you typed is kept for you, and not saved yet Not saved yet',
    )
    expect((await officer.get(`${at}/sections/picture`)).text).toContain('what you typed and did not save')
    expect((await colleague.get(at)).text).not.toContain('Not saved yet')
    await answer(at, 'picture')
    expect((await officer.get(at)).text).not.toContain('Not saved yet')
  })

  test('keeps a part with answers missing, and says how many', async () => {
    const at = await begin()
    expect((await answer(at, 'picture', { worries: '' })).status).toBe(303)
    expect((await officer.get(at)).text).toContain('1 answer missing')
    expect((await officer.get(`${at}/sign`)).status).toBe(200)
    const refused = await officer.fill(`${at}/sign`, { words: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Answer what is missing in “Who was asked”: 2 answers')
    expect(refused.text).toContain('Answer what is missing in “Strengths and worries”: 1 answer')
    expect(refused.html).toContain(`href="${at}/sections/picture"`)
    expect(refused.html, 'nothing is wrong with what the senior should know').not.toContain('words-error')
    expect((await officer.get(at)).text).toContain('Being written')
  })

  test('asks a reason beside an answer, and misses it until it is there', async () => {
    const at = await begin()
    await answer(at, 'next', { urgent: 'yes' })
    expect((await officer.get(at)).text).toContain('1 answer missing')
    await answer(at, 'next', { urgent: 'yes', 'urgent-reason-yes': 'A bed for tonight' })
    expect((await officer.get(at)).text).toContain('1 of 7 parts complete')
  })

  test('is written by two at once in two parts; in one part the second sees both', async () => {
    const at = await begin()
    await officer.get(`${at}/sections/asked`)
    await answer(at, 'picture', {}, colleague)
    expect((await answer(at, 'asked')).status).toBe(303)
    const opened = await colleague.get(`${at}/sections/asked`)
    const stale = { _version: /name="_version" value="(\d+)"/.exec(opened.html)?.[1] ?? '' }
    await answer(at, 'asked', { 'child-said': 'Nothing' })
    const collided = await answer(at, 'asked', { 'child-said': 'Something', ...stale }, colleague)
    expect(collided.status).toBe(409)
    expect(collided.text).toContain('Nothing')
    expect(collided.text).toContain('Something')
  })

  test('raises at once what everybody must know', async () => {
    const at = await begin()
    await answer(at, 'safety', { 'danger-now': 'yes', 'danger-now-reason-yes': 'His sister, at home' })
    expect((await officer.get(`/children/${childId}/safety`)).text).toContain('His sister, at home')
  })

  test('shows beside a question what was answered the last time, and why', async () => {
    const at = await written()
    await answer(at, 'next', { urgent: 'yes', 'urgent-reason-yes': 'A bed for tonight' })
    await officer.fill(`${at}/sign`, { words: '' })
    service.clock.now = service.clock.now.add({ minutes: 5 })
    const again = await begin()
    expect((await officer.get(`${again}/sections/picture`)).text).toContain('Kind to his sisters')
    expect((await officer.get(`${again}/sections/next`)).text).toContain('Yes: A bed for tonight')
  })
})

test('a review shows beside its questions what another form asked in the same words', async () => {
  const at = await written()
  await officer.fill(`${at}/sign`, { words: '' })
  service.clock.now = service.clock.now.add({ minutes: 5 })
  const { location: review = '' } = await officer.fill(`/children/${childId}/assessments/begin/review`, {
    case: 'none',
  })
  expect((await officer.get(`${review}/sections/strengths`)).text).toContain('Kind to his sisters')
  expect((await officer.get(`${review}/sections/child-safe`)).text).toContain('No sign of exploitation')
})

test('what has changed since the last one stands side by side, and a program reads the answers', async () => {
  const first = await written()
  await officer.fill(`${first}/sign`, { words: '' })
  service.clock.now = service.clock.now.add({ minutes: 5 })
  const again = await begin()
  expect((await officer.get(again)).html).toContain(`${again}/changes`)
  expect((await officer.get(again)).text).toContain('For other programs (JSON)')
  expect((await officer.get(again)).html).toContain(`${again}/answers.json`)
  await answer(again, 'picture', { worries: 'The boys at the bus stop' })
  const page = await officer.get(`${again}/changes`)
  expect(page.text).toContain('What are people worried about? Nothing The boys at the bus stop')
  expect(page.text).toContain('Is anybody in danger now? No Not answered')
  const json = await officer.get(`${again}/answers.json`)
  expect(JSON.parse(json.response.payload)).toMatchObject({
    form: 'initial-screening',
    wording: '2026-1',
    state: 'open',
    answers: { strengths: 'Kind to his sisters', worries: 'The boys at the bus stop' },
  })
})

test('what the record holds is shown and confirmed, and the record says that it was', async () => {
  const other = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Ines', familyName: 'Lind', language: 'Polish' }),
  )
  const { location: at = '' } = await officer.fill(`/children/${other}/assessments/begin/initial-screening`, {
    case: 'none',
  })
  const page = await officer.get(`${at}/sections/life`)
  expect(page.text).toContain('Yes: Polish')
  expect(page.text).toContain('It is not known')
  expect((await officer.fill(`${at}/sections/life`, { ...sections.life, language: 'Polish' })).status).toBe(
    303,
  )
  const details = await officer.get(`/children/${other}/details`)
  expect(details.text).toContain('Looked at and found right Language and interpreter Polish')
  expect(details.text).toContain('Olive Officer')
  await service.asOwner(`update child set language = 'Polish and English' where child_id = $1`, [other])
  const anew = await officer.get(`${at}/sections/life`)
  expect(anew.text).toContain('Yes: Polish and English')
  expect(anew.html).not.toMatch(/value="Polish and English"[^>]*checked/)
  expect((await officer.get(at)).text, 'as it was confirmed').toContain('parts complete')
})

describe('a fact that is not right', () => {
  const inLife = async () => {
    const other = await service.as(officer, tx =>
      addChild(tx, {
        serviceId: service.serviceId,
        givenName: 'Ines',
        familyName: 'Lind',
        language: 'Polish',
        address: '1 High Street',
      }),
    )
    const begun = await officer.fill(`/children/${other}/assessments/begin/initial-screening`, {
      case: 'none',
    })
    return { other, at: begun.location ?? '' }
  }
  const linkTo = async (page: string, text: string) =>
    new RegExp(`href="([^"]+)"[^>]*>${text}`)
      .exec((await officer.get(page)).html)?.[1]
      ?.replaceAll('&amp;', '&') ?? ''

  test('leads to the very fact and back, is asked again when the record has changed, and is read with both', async () => {
    const { other, at } = await inLife()
    const life = `${at}/sections/life`
    const answers = { home: 'not-as-recorded', school: 'not-in-record', language: 'Polish' }
    expect((await officer.fill(life, answers)).status).toBe(303)
    expect((await officer.get(at)).text).toContain('1 of 7 parts complete')
    const page = await linkTo(life, 'Put it right in the record')
    expect(page).toMatch(new RegExp(`^/children/${other}/details/addresses/[0-9a-f-]{36}\\?back=`))
    const opened = await officer.get(page)
    expect(opened.html).toContain(`<a href="${life}" class="govuk-back-link"`)
    const _csrf = hiddenValue(opened.html, '_csrf') ?? ''
    const put = await officer.post(page.split('?')[0] ?? '', {
      ...{
        _csrf,
        _version: hiddenValue(opened.html, '_version') ?? '',
        _back: hiddenValue(opened.html, '_back') ?? '',
      },
      ...{ kind: 'home', address: '2 Low Road', 'is-now': 'yes' },
    })
    expect(put.location).toBe(life)
    const again = await officer.get(life)
    expect(again.text).toContain(
      '“1 High Street” is not right. The record has changed since: look at it again.',
    )
    expect(again.html).not.toMatch(/name="home"[^>]*checked/)
    expect((await officer.get(at)).text).toContain('1 answer missing')
    for (const section of ['asked', 'picture', 'communication', 'exploitation', 'safety', 'next'] as const)
      await answer(at, section)
    expect((await officer.fill(`${at}/sign`, { words: '' })).text).toContain(
      'Answer what is missing in “What we know already”: 1 answer',
    )
    await officer.fill(life, { ...answers, home: 'not-as-recorded' })
    await service.asOwner(`update child_address set address = '3 Mid Lane' where child_id = $1`, [other])
    await officer.fill(life, { ...answers, home: 'not-as-recorded' })
    expect((await officer.fill(`${at}/sign`, { words: '' })).status).toBe(303)
    await service.asOwner(`update child_address set address = '4 Top Row' where child_id = $1`, [other])
    const read = await officer.get(at)
    expect(read.text).toContain(
      'No, or not any more. The record said: 3 Mid Lane The record says now: 4 Top Row',
    )
    expect(read.text).toContain('school, college or work? It is not known')
  })

  test('leads to adding it where nothing stands, to its box in Details, and nowhere else than to a form of this child', async () => {
    const { other, at } = await inLife()
    const life = `${at}/sections/life`
    expect(await linkTo(life, 'Write it into the record')).toContain(
      `/children/${other}/details/education/add?back=`,
    )
    const { html } = await officer.get(life)
    expect(html).toMatch(new RegExp(`/children/${other}/details/edit\\?back=[^"#]+#language"`))
    const elsewhere = await officer.get(
      `/children/${other}/details/education/add?back=https://elsewhere.invalid`,
    )
    expect(elsewhere.html).not.toContain('elsewhere.invalid"')
  })
})

test('every fact that a definition asks for is one that the record knows', () => {
  const asked = practiceInUse().assessments.flatMap(({ versions }) =>
    Object.values(versions).flatMap(version =>
      Object.values(fieldsOf(version)).flatMap(field => (field.kind === 'fact' ? field.fact : [])),
    ),
  )
  expect(asked.filter(fact => !Object.hasOwn(confirmable, fact))).toEqual([])
})

describe('a signed form', () => {
  test('waits for a senior, who is never whoever signed it, and is then finished', async () => {
    const at = await written()
    expect((await officer.fill(`${at}/sign`, { words: 'He was with his aunt' })).status).toBe(303)
    expect((await officer.get(at)).text).toContain('Waits for a senior')
    expect((await officer.get(`${at}/countersign`)).status).toBe(403)
    expect((await officer.get(`${at}/countersign`)).text).toContain('Your role does not include this part')
    const page = await senior.get(`${at}/countersign`)
    expect(page.text).toContain('Olive Officer says: He was with his aunt')
    expect(page.text).toContain('Kind to his sisters')
    expect((await senior.fill(`${at}/countersign`, { decision: 'countersigned', words: '' })).status).toBe(
      422,
    )
    expect(
      (await senior.fill(`${at}/countersign`, { decision: 'countersigned', words: 'Strengths first' }))
        .status,
    ).toBe(303)
    const done = await officer.get(at)
    expect(done.text).toContain('Countersigned by Sam Senior')
    expect(done.text).toContain('Strengths first')
    expect((await officer.get(`${at}/set-aside`)).status).toBe(303)
    expect((await officer.get(`${at}/sections/asked`)).status).toBe(303)
    const _csrf = hiddenValue((await officer.get('/account')).html, '_csrf') ?? ''
    const late = await officer.post(`${at}/sections/asked`, {
      _csrf,
      'child-said': 'Too late',
      _version: '1',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('is no longer open')
    expect(late.html).toContain('Too late')
  })

  test('that a senior wrote is countersigned by another', async () => {
    const at = await written()
    await senior.fill(`${at}/sign`, { words: '' })
    const own = await senior.get(`${at}/countersign`)
    expect(own.status).toBe(403)
    expect(own.text).toContain('You signed this form yourself. Another senior or manager must read it')
    expect(own.text).not.toContain('Your role does not include')
    const other = await service.person('senior', 'Sal Senior')
    expect((await other.get(`${at}/countersign`)).status).toBe(200)
  })

  test('is never countersigned by somebody who wrote in it, whoever signed it last', async () => {
    const at = await written()
    await officer.fill(`${at}/sign`, { words: '' })
    await senior.fill(`${at}/countersign`, { decision: 'returned', words: 'I write the picture myself' })
    await answer(at, 'picture', { strengths: 'Patient with horses' }, senior)
    await answer(at, 'picture', { strengths: 'Patient with horses, and kind' })
    await officer.fill(`${at}/sign`, { words: '' })
    const refused = await senior.get(`${at}/countersign`)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('You wrote in this form yourself: “Strengths and worries”')
    expect(refused.text).toContain('Another senior or manager must read it')
    expect((await senior.get(`${at}/comment/strengths`)).status).toBe(403)
    const page = await senior.get(at)
    expect(page.text).not.toContain('Countersign or give back')
    expect(page.text).toContain('You wrote in this form yourself: “Strengths and worries”')
    expect((await senior.get('/to-countersign')).text).toContain(
      'You wrote in it: somebody else countersigns',
    )
    const other = await service.person('senior', 'Sue Senior')
    const decided = { decision: 'countersigned', words: 'Good' }
    expect((await other.fill(`${at}/countersign`, decided)).status).toBe(303)
  })

  test('is given back, written on, and signed again', async () => {
    const at = await written()
    await officer.fill(`${at}/sign`, { words: '' })
    await senior.fill(`${at}/countersign`, { decision: 'returned', words: 'Ask his school' })
    const back = await officer.get(at)
    expect(back.text).toContain('Given back by Sam Senior')
    expect(back.text).toContain('Ask his school')
    expect((await answer(at, 'asked', { 'child-said': 'More' })).status).toBe(303)
    expect((await officer.fill(`${at}/sign`, { words: '' })).status).toBe(303)
  })

  test('stands in the queue of seniors with its clock, and on the day of whoever wrote it when given back', async () => {
    const at = await written()
    await officer.fill(`${at}/sign`, { words: '' })
    const queue = await senior.get('/to-countersign')
    expect(queue.text).toContain('Tariq Amin')
    expect(queue.text).toContain('5 working days left')
    expect((await senior.get('/')).text).toMatch(/waits? to be countersigned/)
    expect((await officer.get('/to-countersign')).status).toBe(403)
    await senior.fill(`${at}/countersign`, { decision: 'returned', words: 'Ask his aunt' })
    expect((await officer.get('/')).text).toContain(
      'Initial screening of Tariq Amin was given back to you: Ask his aunt',
    )
    expect((await colleague.get('/')).text).not.toContain('was given back')
    await officer.fill(`${at}/sign`, { words: '' })
    expect((await officer.get('/')).text).not.toContain('Ask his aunt')
  })

  test('that is taken back while the senior decides says by whom and why, and keeps what was typed', async () => {
    const at = await written()
    await officer.fill(`${at}/sign`, { words: '' })
    const _csrf = hiddenValue((await senior.get(`${at}/countersign`)).html, '_csrf') ?? ''
    await officer.fill(`${at}/take-back`, { words: 'The wrong school' })
    const late = await senior.post(`${at}/countersign`, {
      _csrf,
      decision: 'returned',
      words: 'Ask his aunt',
    })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/This form was taken back by Olive Officer, .*: “The wrong school”/)
    expect(late.html).toContain('Ask his aunt')
    const again = await officer.get(`${at}/take-back`)
    expect(again.location).toBe(at)
    expect((await officer.get(at)).text).toContain('This form was taken back by Olive Officer')
  })

  test('is taken back by whoever signed it alone', async () => {
    const at = await written()
    await officer.fill(`${at}/sign`, { words: '' })
    expect((await colleague.get(`${at}/take-back`)).status).toBe(403)
    expect((await officer.fill(`${at}/take-back`, { words: 'The wrong child’s school' })).status).toBe(303)
    expect((await officer.get(at)).text).toContain('Being written')
  })
})

describe('who may', () => {
  test('business support opens none, an inspector reads and writes none', async () => {
    const at = await begin()
    const support = await service.person('business-support')
    expect((await support.get(`/children/${childId}/assessments`)).status).toBe(403)
    expect((await support.get(at)).status).toBe(403)
    const inspector = await service.person('inspector')
    expect((await inspector.get(at)).status).toBe(200)
    expect((await inspector.get(`${at}/sections/asked`)).status).toBe(403)
  })

  test('nobody finds the form of another child under this one', async () => {
    const at = await begin()
    const other = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: 'Ben', familyName: 'Other' }),
    )
    expect((await officer.get(at.replace(childId, other))).status).toBe(404)
  })
})

describe('what somebody puts their name to is what they have read', () => {
  const markOf = (html: string) => hiddenValue(html, 'read-mark') ?? ''

  test('a senior does not countersign a form that was taken back and written in since', async () => {
    const at = await written()
    await officer.fill(`${at}/sign`, { words: '' })
    const read = markOf((await senior.get(`${at}/countersign`)).html)
    await officer.fill(`${at}/take-back`, { words: 'Something is missing' })
    await officer.fill(`${at}/sign`, { words: 'Now it is whole' })
    const said = { decision: 'countersigned', words: 'Good', 'read-mark': read }
    const refused = await senior.fill(`${at}/countersign`, said)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('It has been changed since you opened this page')
    expect(refused.text).toContain('Now it is whole')
    // The page that came back shows it as it is now: what is decided on it counts.
    const again = await senior.fill(`${at}/countersign`, { ...said, 'read-mark': markOf(refused.html) })
    expect(again.status).toBe(303)
  })

  test('nobody signs what a colleague has written since the page was opened', async () => {
    const at = await written()
    const sent = await officer.fill(`${at}/sign`, { words: '', 'read-mark': 'other' })
    expect(sent.text).toContain('It has been changed since you opened this page')
    expect((await officer.fill(`${at}/sign`, { words: '' })).status).toBe(303)
  })
})
