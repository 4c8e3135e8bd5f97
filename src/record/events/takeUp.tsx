import { type Answers, type ChoicesField, chosenIn } from '../../engine/forms/index.ts'
import { eachHappened } from './AskedReviews.tsx'
import type { Happened } from './askedReviews.ts'

const name = 'takes-up'

/** A question for the page on which a form or a plan is signed: what of that which has happened it takes up; none where nothing has. */
export function takeUpField(happened: readonly Happened[]): { [name]?: ChoicesField } {
  const words = eachHappened(happened)
  if (words.length === 0) return {}
  return {
    [name]: {
      kind: 'choices',
      label: 'On the record since the last signing. What does this take up?',
      hint: 'Tick what you have looked at again here. The review after what you do not tick stays due.',
      options: happened.map(({ id }, place) => ({ value: id, label: words[place] ?? '' })),
    },
  }
}

/** Of what was asked about, that which whoever signs has ticked. */
export function takenUp(happened: readonly Happened[], answers: Answers): string[] {
  const ticked = chosenIn(answers[name])
  return happened.map(({ id }) => id).filter(id => ticked.includes(id))
}

/** For whoever countersigns: what has happened, and whether what was signed takes it up; nothing where nothing has. */
export function TakenUp({ happened, ids }: { happened: readonly Happened[]; ids: readonly string[] | null }) {
  if (happened.length === 0) return null
  const words = eachHappened(happened)
  return (
    <>
      <h2 class="govuk-heading-m">On the record since the last signing</h2>
      <ul class="govuk-list govuk-list--bullet">
        {happened.map(({ id }, place) => (
          <li key={id}>
            {words[place]}
            {ids !== null && (ids.includes(id) ? ': taken up' : ': not taken up, the review stays due')}
          </li>
        ))}
      </ul>
    </>
  )
}
