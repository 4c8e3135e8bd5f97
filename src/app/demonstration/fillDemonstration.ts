import { dayInUk } from '../../kernel/ukDay.ts'
import { addAccount, hashPassword } from '../../platform/identity/index.ts'
import type { Installation } from '../installation.ts'
import { addService } from '../serviceQueries.ts'
import { addActions } from './addActions.ts'
import { addAsked, readWords } from './addAsked.ts'
import { addCase } from './addCase.ts'
import { addColleagues } from './addColleagues.ts'
import { addDocuments } from './addDocuments.ts'
import { addEvents } from './addEvents.ts'
import { addFeedback } from './addFeedback.ts'
import { addFollowUps } from './addFollowUps.ts'
import { addForms } from './addForms.ts'
import { addForums } from './addForums.ts'
import { addGroups } from './addGroups.ts'
import { addOutOfCourt } from './addOutOfCourt.ts'
import { addPlaces } from './addPlaces.ts'
import { addPlans } from './addPlans.ts'
import { addTransfers } from './addTransfers.ts'
import { addTwoRecords } from './addTwoRecords.ts'
import { addViews } from './addViews.ts'
import { addWorkforce, readWhatIsOld } from './addWorkforce.ts'
import { addWorkingDays } from './addWorkingDays.ts'
import { notify, refer } from './arrive.ts'
import { demonstrationChildren } from './children.ts'
import type { Making } from './making.ts'
import { arrivedOnWorkingDays } from './onWorkingDays.ts'
import { demonstrationPassword, demonstrationPeople, demonstrationService } from './people.ts'
import { demonstrationReferrals } from './referrals.ts'
import { acceptedAfterNotice, acceptedAfterReferral } from './toAllocate.ts'
import { type DemonstrationArrival, inventYears, type Years } from './years.ts'

/** Three years, as the plan's figures need them; the number is as good as any other. */
export const usualYears: Years = { years: 3, seed: 2026 }

/**
 * Makes the demonstration service with its people and children, through the same use cases as the pages. `usePractice`
 * comes first.
 * @returns false when the database has a service already: then nothing is changed
 */
export async function fillDemonstration(
  installation: Pick<Installation, 'ownerUrl' | 'db'>,
  say: (text: string) => void,
  { years, seed }: Years,
  now: Temporal.Instant = Temporal.Now.instant(),
): Promise<boolean> {
  say('Making the demonstration service …')
  const people: Making['people'] = new Map()
  const passwordHash = await hashPassword(demonstrationPassword)
  const service = { name: demonstrationService, isDemonstration: true, onlyFirst: true }
  const serviceId = await addService(installation.ownerUrl, service, async (tx, id) => {
    for (const person of demonstrationPeople) {
      const userId = await addAccount(tx, { serviceId: id, ...person, passwordHash })
      if (userId) people.set(person.email, { userId, name: person.name, roles: person.roles })
    }
  })
  if (serviceId === undefined) return false
  const today = dayInUk(now)
  const started = { children: new Map(), opened: [], places: new Map(), diary: new Map() }
  const making: Making = { db: installation.db, serviceId, people, now, today, seed, ...started }
  await addWorkforce(making)
  await addPlaces(making)
  const { diary } = making
  // Those whom the pictures and the tour tell of come last, so that they stand among many; their times are given.
  const told: DemonstrationArrival[] = [
    ...[...demonstrationChildren, acceptedAfterNotice].map(child => ({ by: 'police', child }) as const),
    ...[...demonstrationReferrals, acceptedAfterReferral].map(child => ({ by: 'referrer', child }) as const),
  ].map(it => arrivedOnWorkingDays(it, today, diary))
  const invented = inventYears({ years, seed }, today).map(it => arrivedOnWorkingDays(it, today, diary))
  const arrivals = [...invented, ...told]
  for (const [index, { by, child }] of arrivals.entries()) {
    await addCase(making, child, by === 'police' ? notify(making, child, index) : refer(making, child))
    const done = index + 1
    if (done % 20 === 0 || done === arrivals.length) say(`  ${done} of ${arrivals.length} children`)
  }
  say('  Groups, working days, records of one child and of two …')
  await addGroups(making)
  await addWorkingDays(making)
  await addColleagues(making)
  say('  Plans, and those who were harmed …')
  await addPlans(making)
  say('  Long forms, documents, events, needs and feedback …')
  await addForms(making)
  await addDocuments(making)
  await addEvents(making)
  await addForums(making)
  await addFeedback(making)
  await addAsked(making)
  await readWords(making)
  say('  What was asked after the work had ended …')
  await addFollowUps(making)
  await addActions(making)
  await addOutOfCourt(making)
  await addTwoRecords(making)
  await addTransfers(making)
  await addViews(making)
  await readWhatIsOld(making)
  return true
}
