import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import { openCase } from '../cases/index.ts'
import { signPlan, writePlan } from '../plans/index.ts'

let service: TestService
let officer: TestPerson
let cover: TestPerson
let senior: TestPerson
let childId: string
let involvementId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  cover = await service.person('officer', 'Cara Cover')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

beforeEach(async () => {
  const by = { serviceId: service.serviceId, userId: officer.userId }
  const opened = await service.as(officer, tx => caseAfter(tx, by, diversion(), []))
  ;({ childId, involvementId } = opened)
  await service.asOwner(`update involvement set holder_id = $1 where involvement_id = $2`, [
    officer.userId,
    involvementId,
  ])
})

const later = () => {
  service.clock.now = service.clock.now.add({ minutes: 1 })
}
const whose = () => ({
  ...{ serviceId: service.serviceId, childId, by: officer.userId, at: service.clock.now },
})

/** A plan of the case that can be signed. */
const written = () =>
  service.as(officer, tx =>
    writePlan(tx, whose(), {
      ...{ involvementId, startsOn: Temporal.PlainDate.from('2026-11-23'), level: 'enhanced' },
      ...{ reviewOn: Temporal.PlainDate.from('2027-02-23'), delivery: '', harmed: 'no', noWishesReason: '' },
      goals: (['good-life', 'child-safe', 'others-safe'] as const).map(strand => ({
        ...{ strand, words: `I want ${strand}`, why: '', lowWords: '', highWords: '', progress: [] },
        steps: [
          {
            ...{ words: 'Call the club', who: 'child', whoUserId: null, whoWords: '' },
            ...{ dueOn: null, state: 'to-do', stateOn: null, stateWords: '' },
          },
        ],
      })),
      contingencies: [],
    }),
  )

/** A plan in force. */
async function planned(): Promise<void> {
  const plan = await written()
  await service.as(officer, async tx => {
    await signPlan(tx, plan, { ...whose(), kind: 'signed', words: '' })
    const sent = { ...plan, state: 'sent', version: plan.version + 1 } as const
    await signPlan(tx, sent, { ...whose(), kind: 'countersigned', words: 'Good' })
  })
  later()
}

async function arrested(who = officer): Promise<void> {
  const typed = { kind: 'arrest', day: '20/11/2026', told: 'Police', words: 'Arrested for theft.' }
  expect((await who.fill(`/children/${childId}/events/add`, typed)).status).toBe(303)
  later()
}

const due = async () => (await officer.get(`/children/${childId}`)).text.includes('A review is due')

test('an arrest asks for a review of a plan in force where no long form was signed', async () => {
  await planned()
  await arrested()
  expect(await due()).toBe(true)
  expect((await officer.get('/')).text).toContain('Arrest, 20 November 2026')
})

test('an arrest asks for a review where an initial screening was signed', async () => {
  const begun = await officer.fill(`/children/${childId}/assessments/begin/initial-screening`, {
    case: 'none',
  })
  const id = begun.location?.split('/').at(-1)
  await service.asOwner(`update assessment set state = 'signed' where assessment_id = $1`, [id])
  await service.asOwner(
    `insert into assessment_signing (service_id, assessment_id, child_id, kind, signed_by, signed_at)
     values ($1, $2, $3, 'signed', $4, $5)`,
    [service.serviceId, id, childId, officer.userId, service.clock.now],
  )
  later()
  await arrested()
  expect(await due()).toBe(true)
})

test('a plan that had ended with its case asks for nothing', async () => {
  await planned()
  await service.asOwner(
    `update involvement set ended_at = $2, ending = 'completed' where involvement_id = $1`,
    [involvementId, service.clock.now],
  )
  later()
  await service.as(officer, tx =>
    openCase(tx, {
      ...{ serviceId: service.serviceId, childId, pathway: diversion(), routeIn: 'police-notification' },
      ...{ step: 'receive', answers: {}, at: service.clock.now, by: officer.userId },
    }),
  )
  await arrested()
  expect(await due()).toBe(false)
})

test('the next plan answers it where it takes it up, and leaves it due where it does not; the senior reads which', async () => {
  await planned()
  await arrested()
  const sign = async (more: Record<string, string | string[]>) => {
    const plan = await written()
    const at = `/children/${childId}/plan/${plan.planId}`
    const page = await officer.get(`${at}/sign`)
    expect(page.text).toContain('What does this take up?')
    expect(page.text).toContain('Arrest, 20 November 2026')
    expect((await officer.fill(`${at}/sign`, { made: 'At home', ...more })).status).toBe(303)
    later()
    return at
  }
  const first = await sign({})
  expect(await due()).toBe(true)
  expect((await senior.get(`${first}/countersign`)).text).toContain(
    'Arrest, 20 November 2026: not taken up, the review stays due',
  )
  await service.asOwner(`update plan set state = 'set-aside' where state = 'sent'`, [])
  const [event] = await service.asOwner('select event_id from significant_event where child_id = $1', [
    childId,
  ])
  const second = await sign({ 'takes-up': [String(event?.event_id)] })
  expect(await due()).toBe(false)
  expect((await senior.get(`${second}/countersign`)).text).toContain('Arrest, 20 November 2026: taken up')
  const back = await senior.fill(`${second}/countersign`, { decision: 'returned', words: 'Who rings?' })
  expect(back.status).toBe(303)
  expect(await due()).toBe(true)
})

test('a review that says that nothing happened is asked back with what the record says, and closes nothing by itself', async () => {
  await planned()
  await arrested()
  const begun = await officer.fill(`/children/${childId}/assessments/begin/review`, { case: 'none' })
  const at = begun.location ?? ''
  await officer.fill(`${at}/sections/changed`, {
    ...{ why: 'planned', events: ['nothing'], 'events-mean': 'All is well' },
  })
  const asked = 'The record says: Arrest, 20 November 2026'
  for (const page of [at, `${at}/sections/changed`, `${at}/sign`])
    expect((await officer.get(page)).text, page).toContain(asked)
  expect((await officer.get(`${at}/sign`)).text).toContain('What does this take up?')
  const id = at.split('/').at(-1)
  await service.asOwner(`update assessment set state = 'sent' where assessment_id = $1`, [id])
  await service.asOwner(
    `insert into assessment_signing (service_id, assessment_id, child_id, kind, signed_by, signed_at, takes_up)
     values ($1, $2, $3, 'signed', $4, $5, '{}')`,
    [service.serviceId, id, childId, officer.userId, service.clock.now],
  )
  expect(await due()).toBe(true)
  const { text } = await senior.get(`${at}/countersign`)
  expect(text).toContain(asked)
  expect(text).toContain('Arrest, 20 November 2026: not taken up, the review stays due')
})

test('reviews and work given back stand with whoever covers, and with the senior', async () => {
  await planned()
  await arrested(cover)
  const plan = await written()
  const at = `/children/${childId}/plan/${plan.planId}`
  await officer.fill(`${at}/sign`, { made: 'At home' })
  later()
  await senior.fill(`${at}/countersign`, { decision: 'returned', words: 'Who rings?' })
  const words = [/Arrest, 20 November 2026/, /Plan of .* was given back to Olive Officer ?: Who rings/]
  const read = (await cover.get('/')).text
  for (const each of words) expect(read).not.toMatch(each)
  await service.asOwner(
    `insert into worker_leave (service_id, user_id, from_on, until_on, covered_by)
     values ($1, $2, '2026-11-20', '2026-11-27', $3)`,
    [service.serviceId, officer.userId, cover.userId],
  )
  const covering = (await cover.get('/')).text
  for (const each of words) expect(covering).toMatch(each)
  const page = (await senior.get(`/team/${officer.userId}`)).text
  for (const each of words) expect(page).toMatch(each)
  await service.asOwner(
    `update significant_event set recorded_at = recorded_at - interval '40 days' where child_id = $1`,
    [childId],
  )
  await service.asOwner(
    `update plan_signing set signed_at = signed_at - interval '50 days' where child_id = $1`,
    [childId],
  )
  await service.asOwner(
    `update plan set starts_on = '2026-11-01', review_on = '2026-11-01' where child_id = $1 and state = 'signed'`,
    [childId],
  )
  const team = (await senior.get('/team')).html
  const row = (team.split('<tr').find(each => each.includes('Olive Officer')) ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  expect(row).toMatch(/ 2 2 Until 27 November 2026/)
})
