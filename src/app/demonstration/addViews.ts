import { saveView } from '../../engine/lists/index.ts'
import { appointmentsPath } from '../../record/appointments/index.ts'
import { childrenPath } from '../../record/children/index.ts'
import { type Making, onBehalfOf, userId } from './making.ts'
import type { DemonstrationEmail } from './people.ts'

/** Lists as people of the demonstration have narrowed them, under names of their own. */
function views(making: Making): { whose: DemonstrationEmail; list: string; name: string; query: string }[] {
  const leroy = userId(making, 'officer5@demo.throughline.invalid')
  const children = childrenPath.pattern
  const appointments = appointmentsPath.pattern
  return [
    {
      whose: 'senior@demo.throughline.invalid',
      list: children,
      name: 'Waiting for a worker',
      query: 'whose=nobody',
    },
    {
      whose: 'senior@demo.throughline.invalid',
      list: children,
      name: 'With Leroy',
      query: `holder=${leroy}`,
    },
    {
      whose: 'senior@demo.throughline.invalid',
      list: appointments,
      name: 'To follow up',
      query: 'state=to-follow-up',
    },
    {
      whose: 'officer@demo.throughline.invalid',
      list: appointments,
      name: 'Home visits ahead',
      query: 'state=ahead&kind=home-visit',
    },
    { whose: 'manager@demo.throughline.invalid', list: children, name: 'Under 13', query: 'age=10-12' },
  ]
}

/** Keeps views of lists for those who use them most. */
export async function addViews(making: Making): Promise<void> {
  const { serviceId } = making
  for (const { whose, list, name, query } of views(making))
    await onBehalfOf(making, whose, (tx, by) =>
      saveView(tx, { serviceId, userId: by, list }, { name, query, opensWith: false }),
    )
}
