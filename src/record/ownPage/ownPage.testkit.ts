import { expect } from 'vitest'
import { browserFor, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { insertAppointment } from '../appointments/index.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import type { Involvement } from '../cases/index.ts'
import { insertPlace, listPlaces } from '../places/index.ts'
import { signPlan, writePlan } from '../plans/index.ts'

type Phone = ReturnType<typeof browserFor>

/** What opens a page. */
export type Keys = { link: string; pin: string }

type Shares = { whose?: string; reader?: string; shares?: string[]; until?: string }

/** A service with Olive, who works with a child, and Sam, her senior; and what a child or a parent does on a phone. */
export type OwnPages = {
  service: TestService
  officer: TestPerson
  senior: TestPerson
  /** The case of the child of this test. */
  it: Involvement
  appointmentId: string
  /** A child with a case of Olive’s, a plan in force, and an appointment tomorrow. */
  begin(): Promise<void>
  /** The pages of their own of the child, as the workers have them. */
  at(more?: string): string
  /** Makes a page as a worker does. */
  make(of?: Shares): Promise<Keys>
  /** A phone on which the page was opened. */
  opened(keys: Keys): Promise<Phone>
}

/** The address of the place where the child meets Olive. */
export const address = '1 Brook Street, MK1 1AA'

/** Words that say what the service is for, or who works there. */
export const aboutWork = /justice|offen[cd]|police|Milton Brook|Throughline|Olive|Sam Senior/i

/** Another PIN than this one. */
export const wrong = (pin: string) => (pin === '0000' ? '0001' : '0000')

const csrf = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Types a PIN on a phone. */
export async function tryPin(phone: Phone, link: string, pin: string) {
  const { html } = await phone.get(link)
  return phone.post(`${link}/open`, { _csrf: csrf(html), pin })
}

/** Sends one of the forms on an opened page. */
export async function send(phone: Phone, link: string, more: string, fields: Record<string, string>) {
  const { html } = await phone.get(link)
  return phone.post(`${link}${more}`, { _csrf: csrf(html), ...fields })
}

/** Begins a service; `begin` makes the child of each test. */
export async function makeOwnPages(): Promise<OwnPages> {
  const service = await makeTestService()
  const { serviceId, clock } = service
  const began = clock.now
  const officer = await service.person('officer', 'Olive Officer')
  const senior = await service.person('senior', 'Sam Senior')
  await service.as(officer, tx =>
    insertPlace(tx, serviceId, { name: 'Brook House', address, suits: [], note: 'Ring twice' }),
  )
  const [place] = await service.as(officer, tx => listPlaces(tx))
  const aCase = () =>
    service.as(officer, tx => caseAfter(tx, { serviceId, userId: officer.userId }, diversion(), []))
  const own: OwnPages = {
    ...{ service, officer, senior, it: await aCase(), appointmentId: '' },
    async begin() {
      clock.now = began
      own.it = await aCase()
      const { childId, involvementId } = own.it
      await service.asOwner(
        `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
         values ($1, $2, $3, $4, 'holder', now()) on conflict do nothing`,
        [serviceId, childId, involvementId, officer.userId],
      )
      await planOf(own, { childId, involvementId })
      own.appointmentId = await service.as(officer, tx =>
        insertAppointment(tx, {
          ...{ serviceId, childId, involvementId, withUser: officer.userId, kind: 'office', minutes: 45 },
          ...{ startsAt: clock.now.add({ hours: 30 }), place: 'Brook House', placeId: place?.placeId ?? '' },
          safetyNote: 'Two workers',
        }),
      )
    },
    at: (more = '') => `/children/${own.it.childId}/own-pages${more}`,
    async make({
      whose = 'child',
      reader = 'mother',
      shares = ['plan', 'meetings', 'people'],
      until = '1/2/2027',
    } = {}) {
      const typed = { whose, reader, shares, language: 'en', until }
      const { text, status } = await officer.fill(own.at('/make'), typed)
      expect(status).toBe(200)
      const link = /\/my\/[\w-]+/.exec(text)?.[0] ?? ''
      const pin = /The PIN is (\d{4})/.exec(text)?.[1] ?? ''
      return { link, pin }
    },
    async opened({ link, pin }) {
      const phone = browserFor(service.server)
      const tried = await tryPin(phone, link, pin)
      expect(tried.status).toBe(303)
      return phone
    },
  }
  return own
}

/** Writes the plan that is in force. */
async function planOf({ service, officer }: OwnPages, of: Pick<Involvement, 'childId' | 'involvementId'>) {
  const whose = {
    ...{ serviceId: service.serviceId, childId: of.childId },
    ...{ by: officer.userId, at: service.clock.now },
  }
  await service.as(officer, async tx => {
    const plan = await writePlan(tx, whose, {
      ...{ involvementId: of.involvementId, startsOn: Temporal.PlainDate.from('2026-11-23') },
      ...{ reviewOn: null, level: 'standard' },
      ...{ delivery: 'Not on Fridays', harmed: 'yes', noWishesReason: 'The shop has not answered' },
      goals: [
        {
          ...{ strand: 'good-life', words: 'I want to swim', why: 'His father did' },
          ...{ lowWords: 'Never', highWords: 'Always', steps: [], progress: [] },
        },
      ],
      contingencies: [{ ifWords: 'He is stopped', thenWords: 'Ring', whoWords: 'Olive' }],
    })
    await signPlan(tx, plan, { ...whose, kind: 'signed', words: 'At home' })
  })
  await service.asOwner(`update plan set state = 'signed' where child_id = $1`, [of.childId])
}
