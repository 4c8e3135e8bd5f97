import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { appointmentPath, followUpPath, kindInSentence, placeWords } from '../appointments/index.ts'
import type { NowGiven } from './nowGiven.ts'
import type { MeetingNow } from './nowQueries.ts'

/** The next contact, the last, and those that were missed and not followed up. */
export function ContactsNow({ request, child, known }: NowGiven) {
  const { childId } = child
  const mayRecord = may('contacts.record', request.who.roles, child.isRelated)
  return (
    <>
      <h2 class="govuk-heading-m">Contact</h2>
      <SummaryList
        rows={[
          { key: 'Next', value: <Meeting it={known.next} childId={childId} none="Nothing is planned" /> },
          { key: 'Last', value: <Meeting it={known.last} childId={childId} none="None has been kept yet" /> },
          ...known.toFollowUp.map(it => ({
            key: 'Missed, to follow up',
            value: <Meeting it={it} childId={childId} none="" />,
            actions: mayRecord
              ? [
                  {
                    href: followUpPath.to({ childId, appointmentId: it.appointmentId }),
                    text: 'Follow up',
                    visuallyHiddenText: writeMoment(it.at, ukZone),
                  },
                ]
              : undefined,
          })),
        ]}
      />
    </>
  )
}

function Meeting({ it, childId, none }: { it: MeetingNow | undefined; childId: string; none: string }) {
  if (!it) return <>{none}</>
  const place = placeWords(it)
  return (
    <>
      <a class="govuk-link" href={appointmentPath.to({ childId, appointmentId: it.appointmentId })}>
        {writeMoment(it.at, ukZone)}
      </a>
      , {kindInSentence(it.kind)} with {it.with}
      {place !== '' && (
        <>
          , <bdi>{place}</bdi>
        </>
      )}
    </>
  )
}
