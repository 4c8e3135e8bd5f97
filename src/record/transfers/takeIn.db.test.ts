import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { TestPerson } from '../../app/testkit/service.ts'
import type { Role } from '../../platform/access/index.ts'
import { addChild, addPerson } from '../children/index.ts'
import type { TransferPackage } from './package.ts'
import { sealFile } from './packageFile.ts'
import { makeTransfers, sendPackage, type Transfers } from './transfers.testkit.ts'

let it_: Transfers
let support: TestPerson
beforeAll(async () => {
  it_ = await makeTransfers('Harrow Vale Youth Justice Service')
  support = await it_.service.person('business-support')
})
afterAll(() => it_.service.close())

const passphrase = 'K7M2-9QXD-AAAA-BBBB-CCCC'
let made = 0

/** A package of another service; each is of another child unless it says so. */
function aPackage(
  more: Partial<TransferPackage> = {},
  child: Partial<TransferPackage['child']> = {},
): TransferPackage {
  made += 1
  const letters = [...String(made)].map(figure => 'abcdefghij'[Number(figure)]).join('')
  return {
    format: 'throughline-transfer',
    version: 1,
    madeAt: '2026-11-20T10:00:00Z',
    from: 'Milton Brook',
    to: 'Harrow Vale',
    reason: 'The family has moved',
    parts: ['details', 'people', 'alerts', 'cases', 'contacts', 'notes', 'offences'],
    child: {
      reference: 'K7M2-9QXD',
      givenName: `Zq${letters}`,
      familyName: `Vw${letters}x`,
      knownAs: '',
      birthDate: Temporal.PlainDate.from('2009-01-05')
        .add({ days: made * 97 })
        .toString(),
      birthDateBasis: 'known',
      wasRestricted: false,
      ...child,
    },
    details: {
      saidAs: '',
      sex: '',
      ethnicity: '',
      pronouns: 'they/them',
      language: 'Polish',
      needsInterpreter: true,
      howToTalk: 'Short sentences',
      address: '4 Mill Lane',
      postcode: `MK${made} 3AA`,
      hasNoFixedAddress: false,
      phone: `07700 ${900100 + made * 7}`,
      school: '',
      otherNames: [{ name: 'Old Name', kind: 'former', mustNotBeUsed: true }],
    },
    people: [
      {
        name: 'Noor Vale',
        relationship: 'Mother',
        phone: '',
        email: '',
        hasParentalResponsibility: true,
        mustNotBeContacted: false,
        note: '',
      },
    ],
    alerts: [
      { kind: 'dog', label: 'Dog at the address', text: 'Large dog', raisedAt: '2026-03-03T10:00:00Z' },
    ],
    cases: [
      {
        title: 'Diversion',
        standing: 'At work',
        startedAt: '2026-05-01T10:00:00Z',
        endedAt: null,
        holder: 'Ines Duarte',
        steps: [
          {
            at: '2026-05-02T10:00:00Z',
            done: 'Screened',
            by: 'Ines Duarte',
            said: [{ question: 'Safe?', answer: 'Yes' }],
          },
        ],
      },
    ],
    contacts: [
      {
        at: '2026-06-01T10:00:00Z',
        kind: 'Home visit',
        state: 'kept',
        minutes: 60,
        place: 'At home',
        by: 'Ines Duarte',
        said: 'Talked of boats',
      },
    ],
    notes: [
      {
        at: '2026-06-02T10:00:00Z',
        isDay: true,
        kind: 'Observation',
        by: 'Ines Duarte',
        text: 'A secret worry. سر',
      },
    ],
    offences: [
      {
        code: '',
        description: 'Broke a window',
        committedOn: '2026-04-01',
        outcome: 'X1',
        outcomeWords: 'A local outcome',
        outcomeOn: null,
        policeReference: '',
      },
    ],
    ...more,
  }
}

const seal = (it: TransferPackage) => sealFile({ json: JSON.stringify(it), html: '' }, passphrase)
const bring = async (it: TransferPackage, by: TestPerson = support, words = passphrase) =>
  sendPackage(by, await seal(it), words)

/** Opens a package and says which child it is. */
async function take(
  it: TransferPackage,
  child: string,
  by = support,
  more: Record<string, string | string[]> = {},
) {
  const { location = '' } = await bring(it, by)
  const preview = await by.fill(location, { child, ...more })
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(preview.html)?.[1] ?? ''
  const done = await by.fill(location, {
    child,
    _checked: hidden('_checked'),
    'record-version': hidden('record-version'),
    ...more,
  })
  return { location, preview, done, childId: done.location?.split('/')[2] ?? '' }
}

const rows = (table: string, childId: string) =>
  it_.service.asOwner(`select * from ${table} where child_id = $1`, [childId])

describe('a package that is taken in', () => {
  it('fills the record of a new child, with where it came from', async () => {
    const it = aPackage()
    const { childId, done, preview } = await take(it, 'new')
    expect(preview.text).toContain('A new record is made')
    expect(done.status).toBe(303)
    const [child] = await rows('child', childId)
    expect(child).toMatchObject({
      given_name: it.child.givenName,
      language: 'Polish',
      address: '4 Mill Lane',
    })
    expect(await rows('child_name', childId)).toMatchObject([{ name: 'Old Name', must_not_be_used: true }])
    expect(await rows('child_person', childId)).toMatchObject([
      { name: 'Noor Vale', note: 'From Milton Brook' },
    ])
    expect(await rows('child_alert', childId)).toMatchObject([
      { kind: 'dog', text: 'Large dog (from Milton Brook, raised there on 3 March 2026)' },
    ])
    expect(await rows('offence', childId)).toMatchObject([
      {
        description: 'Broke a window. Outcome there: A local outcome',
        outcome: '',
        from_service: 'Milton Brook',
      },
    ])
    // Nothing is forged: their history is no case, appointment or note of ours.
    for (const table of ['involvement', 'milestone', 'appointment', 'note'])
      expect(await rows(table, childId), table).toEqual([])
    const officer = await it_.service.person('officer')
    const chronology = await officer.get(`/children/${childId}/chronology`)
    for (const words of ['Diversion: Screened', 'Home visit, kept', 'A secret worry. سر', 'In Milton Brook'])
      expect(chronology.text).toContain(words)
    expect((await officer.get(`/children/${childId}/offences`)).text).toContain('Told by Milton Brook')
    expect((await officer.get(`/children/${childId}/other-services`)).text).not.toContain('Old Name')
  })

  it('adds to a known child only what is not there, and puts in theirs only where it is chosen', async () => {
    const it = aPackage({}, { givenName: 'Kasia', familyName: 'Nowakowska' })
    const { serviceId } = it_.service
    const childId = await it_.service.as(it_.senior, async tx => {
      const id = await addChild(tx, {
        serviceId,
        givenName: 'Kasia',
        familyName: 'Nowakowskaa',
        birthDate: Temporal.PlainDate.from(it.child.birthDate ?? ''),
        address: '9 High Street',
        phone: '01234',
      })
      await addPerson(tx, { serviceId, childId: id, name: 'NOOR VALE', relationship: 'Parent' })
      return id
    })
    const { preview, done } = await take(it, childId, it_.senior, { take: ['address'] })
    expect(preview.text).toContain(`9 High Street 4 Mill Lane, ${it.details?.postcode}`)
    expect(done.status).toBe(303)
    const [child] = await rows('child', childId)
    expect(child).toMatchObject({
      family_name: 'Nowakowskaa',
      language: 'Polish',
      phone: '01234',
      address: '4 Mill Lane',
      postcode: it.details?.postcode,
    })
    const earlier = (await rows('child_address', childId)).filter(({ until_on }) => until_on !== null)
    expect(earlier).toMatchObject([{ address: '9 High Street' }])
    expect((await rows('child_name', childId)).map(({ name }) => name).sort()).toEqual([
      'Kasia Nowakowska',
      'Old Name',
    ])
    expect(await rows('child_person', childId)).toHaveLength(1)

    // A later package that holds the same once more adds only what is new in it.
    const before = (await rows('transferred_entry', childId)).length
    const later = { ...it, madeAt: '2026-11-21T09:00:00Z', reason: 'Once more' }
    const again = await take(
      {
        ...later,
        notes: [...(it.notes ?? []), { at: '2026-06-03T10:00:00Z', kind: 'Other', by: '', text: 'New' }],
      },
      childId,
      it_.senior,
    )
    expect(again.done.status).toBe(303)
    expect(await rows('transferred_entry', childId)).toHaveLength(before + 1)
    expect(await rows('child_alert', childId)).toHaveLength(1)
    expect(await rows('offence', childId)).toHaveLength(1)
  })

  it('twice changes nothing, and says when it came before', async () => {
    const it = aPackage()
    const { childId } = await take(it, 'new')
    const before = await it_.service.asOwner('select count(*) from child')
    const again = await bring(it)
    expect(again.location).toBe(`/children/${childId}/other-services`)
    expect((await support.get(again.location ?? '')).text).toContain('taken in on 21 November 2026')
    expect(await it_.service.asOwner('select count(*) from child')).toEqual(before)
  })

  it('keeps nothing of what was in it where it waited, nor in the audit', async () => {
    const it = aPackage()
    const { childId } = await take(it, 'new')
    expect(await rows('arrived_transfer', childId)).toMatchObject([
      { content: null, folded_names: [], birth_date: null, phone: '' },
    ])
    const [audit] = await it_.service.asOwner(
      `select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), '') as all from audit_event
       where table_name = 'arrived_transfer'`,
    )
    expect(audit?.all).not.toContain('secret worry')
    expect(audit?.all).not.toContain(it.child.familyName.toLowerCase())
  })

  it('asks why it is not a child who is very like', async () => {
    const it = aPackage()
    await take(it, 'new')
    const { location = '' } = await bring({ ...it, reason: 'Another', madeAt: '2026-11-21T08:00:00Z' })
    const sent = await support.fill(location, { child: 'new' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Why is it not')
  })

  it('can be put aside, and is then deleted', async () => {
    const { location = '' } = await bring(aPackage())
    expect((await support.fill(`${location}/not-ours`, { reason: 'Meant for another service' })).status).toBe(
      303,
    )
    const [row] = await it_.service.asOwner(
      'select content, settled_at is not null as settled from arrived_transfer where arrived_transfer_id = $1',
      [location.split('/').at(-1)],
    )
    expect(row).toEqual({ content: null, settled: true })
  })
})

it('takes in what another service handed over, through the pages of both', async () => {
  const theirs = await makeTransfers('Milton Brook Youth Justice Service')
  const { childId: sent } = await theirs.aChild()
  const { passphrase: said, at } = await theirs.make(sent)
  const file = (await theirs.senior.post(at, {})).response.rawPayload
  await theirs.service.close()
  const { location = '' } = await sendPackage(it_.senior, file, said)
  const preview = await it_.senior.fill(location, { child: 'new' })
  const mark = /name="_checked" value="([^"]*)"/.exec(preview.html)?.[1] ?? ''
  const done = await it_.senior.fill(location, { child: 'new', _checked: mark })
  expect(done.status).toBe(303)
  const page = await it_.senior.get((done.location ?? '').replace(/other-services.*/, 'other-services'))
  for (const words of ['Likes boats. أحب القوارب', 'Diversion after a community resolution', 'Sam Senior'])
    expect(page.text).toContain(words)
  const [child] = await rows('child_name', done.location?.split('/')[2] ?? '')
  expect(child).toMatchObject({ name: 'Steppy', kind: 'alias' })
})

describe('a case that goes on here', () => {
  const opening = {
    pathway: 'diversion',
    from: '20/11/2026',
    agreed: 'Ines rings on Friday; the mother knows.',
  }

  it('is led on to where a case stands open there, and begins at its beginning with what came', async () => {
    const { childId, done } = await take(aPackage(), 'new', it_.senior)
    const address = done.location ?? ''
    expect(address).toMatch(/\/open-case$/)
    const page = await it_.senior.get(address)
    for (const words of ['There: Diversion', 'Stands: At work', 'ask the child and the family anew'])
      expect(page.text).toContain(words)
    const opened = await it_.senior.fill(address, opening)
    expect(opened.location).toMatch(new RegExp(`^/children/${childId}/cases/`))
    expect(await rows('involvement', childId)).toMatchObject([
      { pathway: 'diversion', route_in: 'other-service', stage: 'notified', holder_id: null },
    ])
    const [milestone] = await rows('milestone', childId)
    expect(milestone?.words).toEqual({
      done: 'Taken over from Milton Brook',
      said: [
        { question: 'From', answer: 'Milton Brook' },
        { question: 'There: Diversion', answer: 'Stands: At work\nHolder: Ines Duarte' },
        { question: 'Agreed with the other service', answer: opening.agreed },
      ],
    })
    const its = await it_.senior.get(opened.location ?? '')
    expect(its.text).toContain('Taken over from Milton Brook')
    expect(its.text).toContain('Another youth justice service')
  })

  it('is opened once, and the page about other services says which it is', async () => {
    const { childId, done } = await take(aPackage(), 'new', it_.senior)
    const address = done.location ?? ''
    const services = `/children/${childId}/other-services`
    expect((await it_.senior.get(services)).text).toContain('Open a case with what came')
    const { location } = await it_.senior.fill(address, opening)
    expect((await it_.senior.get(address)).location).toBe(location)
    await it_.senior.post(address, opening)
    expect(await rows('involvement', childId)).toHaveLength(1)
    const after = await it_.senior.get(services)
    expect(after.text).not.toContain('Open a case with what came')
    expect(after.html).toContain(location)
  })

  it('is not offered where everything has ended there, nor to whoever may not take records in', async () => {
    const it = aPackage()
    const ended = (it.cases ?? []).map(each => ({ ...each, endedAt: '2026-10-01T10:00:00Z' }))
    const { childId, done } = await take({ ...it, cases: ended }, 'new', it_.senior)
    expect(done.location).toBe(`/children/${childId}/other-services`)
    const officer = await it_.service.person('officer')
    expect((await officer.get(`/children/${childId}/other-services`)).text).not.toContain('Open a case')
    const { done: other } = await take(aPackage(), 'new', it_.senior)
    expect((await officer.get(other.location ?? '')).status).toBe(403)
  })

  it('asks for the pathway, the day and what was agreed', async () => {
    const { done } = await take(aPackage(), 'new', it_.senior)
    const sent = await it_.senior.fill(done.location ?? '', { pathway: '', from: '1/1/2027', agreed: '' })
    expect(sent.status).toBe(422)
    for (const words of [
      'Choose on which pathway it goes on',
      'cannot be in the future',
      'Say what was agreed',
    ])
      expect(sent.text).toContain(words)
  })
})

describe('an address that somebody must not learn of', () => {
  it('is kept from them here too, on a new record and where we knew the address already', async () => {
    const it = aPackage()
    if (!it.details) throw new Error('no details')
    const hidden = { ...it, details: { ...it.details, confidentialFrom: 'The father' } }
    const { childId } = await take(hidden, 'new', it_.senior)
    expect(await rows('child_address', childId)).toMatchObject([{ confidential_from: 'The father' }])
    const known = aPackage()
    const { childId: other } = await take(known, 'new', it_.senior)
    expect(await rows('child_address', other)).toMatchObject([{ confidential_from: '' }])
    if (!known.details) throw new Error('no details')
    const later = {
      ...known,
      madeAt: '2026-11-21T09:00:00Z',
      details: { ...known.details, confidentialFrom: 'The uncle' },
    }
    await take(later, other, it_.senior)
    expect(await rows('child_address', other)).toMatchObject([{ confidential_from: 'The uncle' }])
  })

  it('what was before is read as theirs, once', async () => {
    const fact = {
      kind: 'care' as const,
      title: 'Child protection plan',
      ...{ from: null, until: '2026-01-31' },
      said: [{ question: 'Local authority', answer: 'Brook' }],
    }
    const it = { ...aPackage(), facts: [fact] }
    const { childId } = await take(it, 'new', it_.senior)
    await take({ ...it, madeAt: '2026-11-21T09:00:00Z' }, childId, it_.senior)
    const facts = (await rows('transferred_entry', childId)).filter(({ kind }) => kind === 'fact')
    expect(facts).toHaveLength(1)
    expect(await rows('child_care', childId)).toEqual([])
    const page = await it_.senior.get(`/children/${childId}/other-services`)
    expect(page.text).toContain('History: Child protection plan')
  })
})

describe('consent that came', () => {
  const agreement = {
    what: 'How school is going',
    isAboutHealth: false,
    withWhom: 'Brook School',
    basis: 'Consent',
    reason: '',
    agreedBy: ['The child'],
    howAsked: 'We drew it',
    from: '2026-09-01',
    until: null,
    withdrawnOn: null,
  }
  it('is read as theirs and is no agreement of ours; what is about health only by those who may read of health', async () => {
    const health = {
      ...agreement,
      what: 'What the therapist found',
      isAboutHealth: true,
      withWhom: 'The clinic',
    }
    const { childId } = await take({ ...aPackage(), agreements: [agreement, health] }, 'new', it_.senior)
    expect(await rows('sharing_agreement', childId)).toEqual([])
    const seen = await it_.senior.get(`/children/${childId}/other-services`)
    for (const words of ['With Brook School', 'How school is going', 'What the therapist found'])
      expect(seen.text).toContain(words)
    const asSupport = await support.get(`/children/${childId}/other-services`)
    expect(asSupport.text).toContain('How school is going')
    expect(asSupport.text).not.toContain('What the therapist found')
  })

  it('is not shown before it is taken in to whoever may not read of health', async () => {
    const health = { ...agreement, what: 'What the therapist found', isAboutHealth: true }
    const { location = '' } = await bring({ ...aPackage(), agreements: [health] })
    expect((await support.get(location)).text).not.toContain('What the therapist found')
    expect((await it_.senior.get(location)).text).toContain('What the therapist found')
  })
})

describe('a package that is refused', () => {
  const words = 'The package does not open'
  test('says the same of a wrong passphrase and of damage, and keeps nothing', async () => {
    const file = await seal(aPackage())
    const count = () => it_.service.asOwner('select count(*) from arrived_transfer')
    const before = await count()
    const wrong = await sendPackage(support, file, 'K7M2-9QXD-AAAA-BBBB-CCCD')
    const damaged = Buffer.from(file)
    damaged[200] = (damaged[200] ?? 0) ^ 1
    const cut = await sendPackage(support, file.subarray(0, -1), passphrase)
    for (const answer of [wrong, await sendPackage(support, damaged, passphrase), cut]) {
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(words)
    }
    expect(await count()).toEqual(before)
  })

  test('holds what no package of ours would', async () => {
    const hostile = { ...aPackage(), more: '<script>' } as unknown as TransferPackage
    expect((await bring(hostile)).text).toContain(words)
    expect((await bring({ ...aPackage(), version: 2 } as unknown as TransferPackage)).text).toContain(
      'another version',
    )
    expect((await sendPackage(support, Buffer.from('a,b,c'), passphrase)).text).toContain('is not a package')
  })
})

describe('who may take a record in', () => {
  const answers: [Role, number][] = [
    ['senior', 200],
    ['manager', 200],
    ['business-support', 200],
    ['officer', 403],
    ['police-officer', 403],
    ['health-worker', 403],
    ['inspector', 403],
  ]
  test.each(answers)('%s: %i', async (role, status) => {
    expect((await (await it_.service.person(role)).get('/arrivals/packages')).status).toBe(status)
  })

  it('reads of it what the role reads, and nothing more', async () => {
    const it = aPackage()
    const { location = '' } = await bring(it)
    expect((await support.get(location)).text).not.toContain('A secret worry')
    expect((await it_.senior.get(location)).text).toContain('A secret worry')
    const { childId } = await take(it, 'new')
    const inService = await support.get(`/children/${childId}/other-services`)
    expect(inService.text).toContain('Home visit, kept')
    expect(inService.text).not.toContain('A secret worry')
    expect((await support.get(`/children/${childId}/chronology`)).text).not.toContain('A secret worry')
  })

  it('is never told of a hidden child: the package waits for somebody who may see the child', async () => {
    const it = aPackage()
    const { childId } = await take(it, 'new')
    const manager = await it_.service.person('manager')
    await manager.fill(`/children/${childId}/safety/restrict`, {
      reason: 'A relative works here',
      people: [],
    })
    const later = { ...it, madeAt: '2026-11-21T09:30:00Z' }
    const hidden = await bring(later)
    const plain = await bring(aPackage())
    expect(hidden.status).toBe(plain.status)
    expect(hidden.location).toBe('/arrivals/packages')
    // The same package that was taken in before says no more than one that was not.
    expect((await bring(it)).location).toBe('/arrivals/packages')
    expect((await support.get('/arrivals/packages')).text).not.toContain(it.child.familyName)
    const list = await manager.get('/arrivals/packages')
    expect(list.text).toContain(it.child.familyName)
    const [row] = await it_.service.asOwner(
      `select arrived_transfer_id as id from arrived_transfer where settled_at is null and content->>'madeAt' = $1`,
      [later.madeAt],
    )
    expect((await support.get(`/arrivals/packages/${row?.id}`)).status).toBe(404)
    expect((await manager.get(`/arrivals/packages/${row?.id}`)).text).toContain('The same name')
  })
})
