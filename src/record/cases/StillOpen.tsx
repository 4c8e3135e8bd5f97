import type { ComponentChildren } from 'preact'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { appointmentPath, appointmentWords } from '../appointments/index.ts'
import { assessmentPath, formTitle } from '../assessments/index.ts'
import { alertWords, ownPagesPath, planPath, safetyPath } from '../children/index.ts'
import { eventsPath, happenedWords } from '../events/index.ts'
import { addExitPath } from '../followUp/index.ts'
import { wishWords } from '../plans/index.ts'
import { clockWords, isWaiting } from './clockWords.ts'
import { casePath } from './paths.ts'
import type { Standing } from './readStanding.ts'
import type { Unfinished } from './stillOpenQueries.ts'

type Given = { of: { childId: string; involvementId: string }; it: Standing }
type Line = [key: string, line: ComponentChildren]

/** Before a case ends: what still stands open, each with what to do about it. Nothing of it keeps the case from ending. */
export function StillOpen({ of, it }: Given) {
  const waiting = it.clocks.filter(({ state }) => isWaiting(state))
  const lines: Line[] = [
    ...reviewLines(it),
    ...formLines(of, it),
    ...planLines(of, it),
    ...peopleLines(of, it),
    ...it.appointments.map(
      ({ appointmentId, kind, startsAt, state }): Line => [
        appointmentId,
        <>
          <a class="govuk-link" href={appointmentPath.to({ childId: of.childId, appointmentId })}>
            {appointmentWords(kind)}, {writeMoment(startsAt, ukZone)}
          </a>
          :{' '}
          {state === 'missed'
            ? 'missed and not followed up. Follow it up.'
            : 'planned. Say how it went, cancel it, or keep it as a goodbye.'}
        </>,
      ],
    ),
    ...waiting.map(
      ({ clock, state }): Line => [
        `${clock.id}-${clockWords(state).due}`,
        <>
          <a class="govuk-link" href={casePath.to(of)}>
            {clock.title}
          </a>
          : {clockWords(state).word.toLowerCase()}. Do it first, or it stays owed or ends with the case.
        </>,
      ],
    ),
    ...it.alerts.map(
      ({ alertId, kind, text }): Line => [
        alertId,
        <>
          <a class="govuk-link" href={safetyPath.to(of)}>
            Alert: {alertWords(kind).label}
          </a>
          , <bdi>{text}</bdi>. It stays after the ending. End it if it no longer holds.
        </>,
      ],
    ),
  ]
  return (
    <InsetText>
      <h2 class="govuk-heading-s">Before it ends</h2>
      {lines.length === 0 ? (
        <p class="govuk-body">
          Nothing that you may see stands open: no review, no form, no step of a plan, no message, no
          appointment, no deadline, no alert.
        </p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map(([key, line]) => (
            <li key={key}>{line}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body govuk-!-margin-bottom-0">
        Who helps from here:{' '}
        {it.exits.length === 0 ? 'nobody recorded yet' : it.exits.map(({ name }) => name).join(', ')}.{' '}
        <a class="govuk-link" href={addExitPath.to(of)}>
          Add a service or person
        </a>
      </p>
    </InsetText>
  )
}

/** How something that is not finished stands, and what to do about it. */
function unfinishedWords({ state, isGivenBack }: Unfinished): string {
  if (state === 'sent') return 'waits for a senior. Ask for it before the case ends.'
  return isGivenBack
    ? 'was given back. Write on and sign it, or set it aside.'
    : 'is being written, and nobody has signed it. Sign it, or set it aside.'
}

/** The reviews that something in the child’s life asks for. */
function reviewLines({ reviews }: Standing): Line[] {
  const [rule] = practiceInUse().reviewRules
  if (!rule) return []
  return reviews.map(review => [
    'review',
    <>
      <a class="govuk-link" href={eventsPath.to(review)}>
        A review
      </a>{' '}
      after: {happenedWords(rule, review.happened)}: {clockWords(review.state).word.toLowerCase()}. Do it
      first, or the record says that the case ended without it.
    </>,
  ])
}

function formLines({ childId }: Given['of'], { forms }: Standing): Line[] {
  return forms.map(form => [
    form.id,
    <>
      The form{' '}
      <a class="govuk-link" href={assessmentPath.to({ childId, assessmentId: form.id })}>
        {formTitle(form.form)}
      </a>{' '}
      {unfinishedWords(form)}
    </>,
  ])
}

/** A plan that is not in force yet, and what the one in force leaves to do. */
function planLines({ childId }: Given['of'], { plans, steps }: Standing): Line[] {
  const href = planPath.to({ childId })
  return [
    ...plans.map(
      (plan): Line => [
        plan.id,
        <>
          <a class="govuk-link" href={href}>
            A plan
          </a>{' '}
          {unfinishedWords(plan)}
        </>,
      ],
    ),
    ...steps.map(
      ({ stepId, words, dueOn }): Line => [
        stepId,
        <>
          <a class="govuk-link" href={href}>
            A step of the plan
          </a>
          : <bdi>{words}</bdi>
          {dueOn && `, by ${writeDate(dueOn)}`}. Say whether it was done, or who goes on with it.
        </>,
      ],
    ),
  ]
}

/** What the child or a parent has said and nobody has heard, and those who were harmed: how many, and never who. */
function peopleLines({ childId }: Given['of'], { unheard, toContact, voices }: Standing): Line[] {
  const messages: Line = [
    'unheard',
    <>
      <a class="govuk-link" href={ownPagesPath.to({ childId })}>
        {unheard === 1 ? '1 message' : `${unheard} messages`}
      </a>{' '}
      on a page of their own that nobody has heard. Hear what was said before you say goodbye.
    </>,
  ]
  const victims: Line = [
    'to-contact',
    `${toContact === 1 ? '1 person or organisation' : `${toContact} people or organisations`} harmed, and not reached yet. Tell whoever works with them that the case ends.`,
  ]
  const told = voices.map((voice): Line => {
    const wished = [...voice.wishes.map(wishWords), voice.wishesWords].filter(words => words !== '')
    return [
      voice.victimId,
      <>
        <a class="govuk-link" href={planPath.to({ childId })}>
          <bdi>{capital(voice.knownAs)}</bdi>
        </a>{' '}
        is known to the victim worker
        {wished.length > 0 && (
          <>
            {' '}
            and wishes: <bdi>{wished.join('; ')}</bdi>
          </>
        )}
        . Ask the victim worker what is still to be done for them, before the case ends.
      </>,
    ]
  })
  return [...(unheard > 0 ? [messages] : []), ...told, ...(toContact > 0 ? [victims] : [])]
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1)
