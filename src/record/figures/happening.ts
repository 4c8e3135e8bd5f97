import { stopsOf } from '../../engine/clocks/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { findStep, openingStep, type Pathway } from '../../engine/pathways/index.ts'
import { may, type Permission, type Reach, type Role } from '../../platform/access/index.ts'

/**
 * What can happen to a case and is counted: that it began, was decided on, that the child was first met, that they said
 * no, that it ended, or that a step was taken for which a clock runs from the arrival: `done.screen`. `contacted-early`
 * contradicts itself: a contact of the case is said to have been kept on a day before the case arrived.
 */
export type Happening =
  | 'began'
  | 'decided'
  | 'contacted'
  | 'contacted-early'
  | 'declined'
  | 'ended'
  | `done.${string}`

/** A clock of a pathway that runs from the arrival, with one of the steps that stop it. */
export type ArrivalClock = { pathway: Pathway; clockId: string; step: string; title: string }

/**
 * Every clock that runs from the arrival of a child, once for each step that stops it. What is due on a day that is agreed
 * in the case is not among them: that is no wait, and no wait can be held against it.
 */
export function arrivalClocks(pathways: readonly Pathway[]): ArrivalClock[] {
  return pathways.flatMap(pathway =>
    pathway.clocks
      .filter(clock => clock.from === openingStep(pathway) && clock.dueOn === undefined)
      .flatMap(clock =>
        stopsOf(clock).flatMap(step => {
          const title = findStep(pathway, step)?.done
          return title === undefined ? [] : [{ pathway, clockId: clock.id, step, title }]
        }),
      ),
  )
}

/** A happening in words, and what somebody must be allowed to read of it in a list that names children. */
export type CountedHappening = { value: Happening; label: string; permission: Permission }

/** The happenings in words, in the order in which they come about. */
export function happenings(): CountedHappening[] {
  const done = new Map(arrivalClocks(practiceInUse().pathways).map(({ step, title }) => [step, title]))
  return [
    { value: 'began', label: 'It began', permission: 'child.see' },
    ...[...done].map(
      ([step, title]): CountedHappening => ({
        value: `done.${step}`,
        label: title,
        permission: 'child.see',
      }),
    ),
    { value: 'decided', label: 'It was decided on', permission: 'child.see' },
    { value: 'contacted', label: 'First contact with the child', permission: 'contacts.see' },
    {
      value: 'contacted-early',
      label: 'A contact stands before the arrival',
      permission: 'contacts.see',
    },
    { value: 'declined', label: 'The child or the family declined', permission: 'child.see' },
    { value: 'ended', label: 'It ended', permission: 'child.see' },
  ]
}

/**
 * The happenings of which somebody may read in a list of cases.
 * @param reach how far the list reaches for them: where it has only the cases in which they have a part, what they may
 *   read of in such cases is enough
 */
export function readableHappenings(roles: readonly Role[], reach: Reach): CountedHappening[] {
  return happenings().filter(({ permission }) => may(permission, roles, reach === 'related'))
}

/** Whether a word from an address names a happening. */
export function isHappening(word: string): word is Happening {
  return happenings().some(({ value }) => value === word)
}

/** The clock of a pathway that runs from the arrival until this happens; undefined where there is none. */
export function clockUntil(pathway: Pathway, what: Happening): string | undefined {
  const step =
    what === 'decided'
      ? pathway.counted?.decision?.step
      : what.startsWith('done.')
        ? what.slice('done.'.length)
        : undefined
  return arrivalClocks([pathway]).find(clock => clock.step === step)?.clockId
}

/**
 * What stops the clocks that run from the arrival until this happens, where one of them has several stops: whether a case
 * was in time then hangs on which of them came first. Empty where what happened is the only stop.
 */
export function stopsUntil(pathways: readonly Pathway[], what: Happening): readonly string[] {
  const stops = pathways.flatMap(pathway => {
    const clockId = clockUntil(pathway, what)
    const clock = pathway.clocks.find(({ id }) => id === clockId)
    return clock && stopsOf(clock).length > 1 ? stopsOf(clock) : []
  })
  return [...new Set(stops)]
}
