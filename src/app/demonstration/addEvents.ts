import { insertEvent } from '../../record/events/index.ts'
import { insertNeed } from '../../record/plans/index.ts'
import { writtenAbout } from './addForms.ts'
import { atTime, type Making, onBehalfOf } from './making.ts'
import { events, needs } from './wordsOfEvents.ts'
import { toWorkingDay } from './workDays.ts'

/**
 * What has happened to some of the children about whom forms were signed, so that a review is asked for; and what children need and
 * do not get. Whoever holds the case writes it down.
 */
export async function addEvents(making: Making): Promise<void> {
  const { serviceId, today } = making
  const about = writtenAbout(making)
  if (about.length === 0) return
  for (const { of, daysAgo, ...event } of events) {
    const it = about[of % about.length]
    if (!it) continue
    const on = toWorkingDay(making, daysAgo, it.holder)
    await onBehalfOf(making, it.holder, (tx, by) =>
      insertEvent(
        tx,
        { serviceId, childId: it.childId, by, at: atTime(making, on, '09:20') },
        { ...event, happenedOn: today.subtract({ days: on }) },
      ),
    )
  }
  for (const [index, { metDaysAgo, metWords = '', ...need }] of needs.entries()) {
    const it = about[index % about.length]
    if (!it) continue
    const on = toWorkingDay(making, Math.max(1, Math.min(it.receivedDaysAgo - 3, 25)), it.holder)
    const foundOn = today.subtract({ days: on })
    const metOn = metDaysAgo === undefined ? null : today.subtract({ days: Math.min(metDaysAgo, on) })
    await onBehalfOf(making, it.holder, (tx, by) =>
      insertNeed(tx, {
        ...{ serviceId, childId: it.childId, by, at: atTime(making, on, '16:30') },
        ...{ ...need, foundOn, metOn, metWords },
      }),
    )
  }
}
