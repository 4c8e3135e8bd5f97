import { inTransaction } from '../../platform/database/index.ts'
import { markReadBefore } from '../../record/cases/index.ts'
import { addTerm, insertLeave, keepProfile } from '../../record/workforce/index.ts'
import { type Making, userId } from './addCase.ts'
import { demonstrationTerms, demonstrationWorkers } from './workforce.ts'

/** When everybody works, what they bring, and who covers for whom. */
export async function addWorkforce(making: Making): Promise<void> {
  const { db, serviceId, today } = making
  const by = userId(making, 'senior@demo.throughline.invalid')
  await inTransaction(db, { serviceId, userId: by, purpose: 'Made the demonstration service' }, async tx => {
    const terms = new Map<string, string>()
    for (const kind of ['language', 'skill'] as const)
      for (const title of demonstrationTerms[kind])
        terms.set(title, (await addTerm(tx, serviceId, { kind, title })) ?? '')
    for (const { email, hours, days, brings, leave } of demonstrationWorkers) {
      const worker = userId(making, email)
      const termIds = brings.map(title => terms.get(title) ?? '')
      const which = { serviceId, userId: worker, version: 0 }
      await keepProfile(tx, which, { minutesAWeek: hours * 60, days, termIds })
      if (!leave) continue
      const from = today.add({ days: leave.fromInDays })
      const until = from.add({ days: leave.days })
      const coveredBy = userId(making, leave.coveredBy)
      await insertLeave(tx, serviceId, { userId: worker, from, until, coveredBy })
    }
  })
}

/** Whoever was given a case more than a week ago has read what came with it. */
export async function readWhatIsOld({ db, serviceId, people, now }: Making): Promise<void> {
  for (const { userId } of people.values())
    await inTransaction(db, { serviceId, userId, purpose: 'Made the demonstration service' }, tx =>
      markReadBefore(tx, now.subtract({ hours: 24 * 7 }), now),
    )
}
