import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import type { Doing } from './PlanRead.tsx'
import { silencePath } from './paths.ts'
import { isHeard, type Plan, type Silence, type Voice, whySilent } from './plan.ts'
import { partId } from './planLanes.ts'
import { wishWords } from './wishes.ts'

type Given = { plan: Plan; voices: readonly Voice[]; doing: Doing }

/** Those who were harmed, on equal footing: what they wish and what keeps them safe, or why that is not known. */
export function Voices({ plan, voices, doing }: Given) {
  if (voices.length === 0) {
    const said = {
      yes: 'Somebody was harmed. Their wishes are not recorded.',
      no: 'Nobody was harmed, as far as is known.',
      'not-known': 'It is not known whether anybody was harmed.',
    }
    return (
      <p class="govuk-body" id={partId(plan, 'victims')}>
        {plan.harmed === null ? 'It is not said yet whether anybody was harmed.' : said[plan.harmed]}
        {plan.noWishesReason !== '' && (
          <>
            {' '}
            Why: <bdi class="tl-keep-lines">{plan.noWishesReason}</bdi>
          </>
        )}
      </p>
    )
  }
  return (
    <div id={partId(plan, 'victims')}>
      {voices.map(voice => (
        <SummaryList
          key={voice.victimId}
          card={{
            title: { text: <bdi>What {voice.knownAs} wishes</bdi>, headingLevel: 3 },
            actions:
              doing === 'writes' && !isHeard(voice)
                ? [
                    {
                      href: silencePath.to({ ...plan, victimId: voice.victimId }),
                      text: 'Say why it is not known',
                      visuallyHiddenText: `what ${voice.knownAs} wishes`,
                    },
                  ]
                : undefined,
          }}
          rows={[
            { key: 'Wishes', value: <WishesOf voice={voice} reason={whySilent(plan, voice)} /> },
            {
              key: 'What keeps them safe',
              value: (
                <bdi class="tl-keep-lines">
                  {voice.safetyWords === '' ? 'Nothing is recorded' : voice.safetyWords}
                </bdi>
              ),
            },
            {
              key: 'Told by',
              value: `${voice.recordedBy}, ${writeMoment(voice.recordedAt, ukZone)}`,
            },
          ]}
        />
      ))}
    </div>
  )
}

function WishesOf({ voice, reason }: { voice: Voice; reason: Silence | undefined }) {
  const { wishes, wishesWords, noWishesReason } = voice
  if (noWishesReason !== '') return <bdi class="tl-keep-lines">Not known: {noWishesReason}</bdi>
  if (wishes.length === 0 && wishesWords === '')
    return (
      <bdi class="tl-keep-lines">
        {reason ? `Not recorded: ${reason.words} (${reason.saidBy})` : 'Not recorded yet'}
      </bdi>
    )
  return (
    <>
      {wishes.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {wishes.map(wish => (
            <li key={wish}>{wishWords(wish)}</li>
          ))}
        </ul>
      )}
      {wishesWords !== '' && <bdi class="tl-keep-lines">“{wishesWords}”</bdi>}
    </>
  )
}
