import { markReadBefore } from '../../record/cases/index.ts'
import { addTerm, insertLeave, keepProfile } from '../../record/workforce/index.ts'
import { type Making, onBehalfOf, userId } from './making.ts'
import { demonstrationPeople } from './people.ts'
import { demonstrationTerms, demonstrationWorkers } from './workforce.ts'

/** When everybody works, what they bring, and who covers for whom. */
export async function addWorkforce(making: Making): Promise<void> {
  const { serviceId, today } = making
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async tx => {
    const terms = new Map<string, string>()
    for (const kind of ['language', 'skill'] as const)
      for (const title of demonstrationTerms[kind])
        terms.set(title, (await addTerm(tx, serviceId, { kind, title })) ?? '')
    for (const { email, hours, days, brings, leave } of demonstrationWorkers) {
      const worker = userId(making, email)
      const termIds = brings.map(title => terms.get(title) ?? '')
      const which = { serviceId, userId: worker, version: 0 }
      await keepProfile(tx, which, { minutesAWeek: hours * 60, days, termIds })
      for (const away of leave ?? []) {
        const from = today.add({ days: away.fromInDays })
        const until = from.add({ days: away.days })
        const coveredBy = away.coveredBy ? userId(making, away.coveredBy) : null
        await insertLeave(tx, serviceId, { userId: worker, from, until, coveredBy })
      }
    }
  })
}

/** Whoever was given a case more than a week ago has read what came with it. */
export async function readWhatIsOld(making: Making): Promise<void> {
  const { now } = making
  for (const { email } of demonstrationPeople)
    await onBehalfOf(making, email, tx => markReadBefore(tx, now.subtract({ hours: 24 * 7 }), now))
}
