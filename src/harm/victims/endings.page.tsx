import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { type Ending, listEndings, noteEndings } from './endingQueries.ts'
import { loadVictim } from './loadVictim.ts'
import { closeVictimPath, endingsPath, victimPath } from './paths.ts'
import type { Victim } from './victim.ts'

/** On which day a case ended. */
export const endedOn = ({ endedAt }: Ending): string => writeDate(dayInUk(endedAt))

type Given = { victim: Victim; endings: readonly Ending[]; canWrite: boolean }

/** Said on the record of somebody who was harmed until the victim worker has noted it: the work with the child has ended. */
export function Ended({ victim, endings, canWrite }: Given) {
  if (endings.length === 0) return null
  return (
    <>
      {endings.map(ending => (
        <WarningText key={ending.involvementId}>
          A case of <bdi>{ending.childName}</bdi> ended on {endedOn(ending)}.
        </WarningText>
      ))}
      {canWrite && (
        <p class="govuk-body">
          <a class="govuk-link" href={endingsPath.to(victim)}>
            Say that you have noted it
          </a>
        </p>
      )}
    </>
  )
}

/** The victim worker says that they know of it: it leaves their day. */
export const endingsRoutes = formPage({
  path: endingsPath,
  permission: 'victims.work',
  change: 'Noted that a case has ended, for somebody who was harmed',
  async load(request) {
    const loaded = await loadVictim(request, { isOpen: true })
    if (!loaded.ok) return loaded
    const { victim } = loaded.value
    const endings = await listEndings(request.tx, victim)
    request.seen(
      endings.map(({ childId }) => childId),
      'Named in the record of somebody who was harmed',
    )
    return endings.length === 0
      ? refused(turnBack(victimPath.to(victim), 'No case has ended that is not noted.'))
      : ok({ victim, endings })
  },
  form: () => form({ id: 'victim-endings', fields: {} }),
  title: () => 'The work with the child has ended',
  intro: ({ victim, endings }) => (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {endings.map(ending => (
          <li key={ending.involvementId}>
            A case of <bdi>{ending.childName}</bdi> ended on {endedOn(ending)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        Look at what they wished for, and tell them if they asked to be told. If nothing is left to do for
        them,{' '}
        <a class="govuk-link" href={closeVictimPath.to(victim)}>
          close their record
        </a>{' '}
        instead.
      </p>
    </>
  ),
  back: ({ victim }) => victimPath.to(victim),
  submit: 'I have noted it',
  async save({ tx, who, now }, _values, { victim, endings }) {
    await noteEndings(tx, endings, { serviceId: who.serviceId, by: who.userId, at: now })
    return redirect(victimPath.to(victim), 'Noted.')
  },
})
