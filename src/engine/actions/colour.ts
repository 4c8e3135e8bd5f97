import { writeDate } from '../../kernel/writtenDates.ts'
import type { ActionColour, ActionColours, ActionState, Due } from './action.ts'

/** What the colour of an action hangs on. Nobody types a colour. */
export type ActionStanding = {
  readonly state: ActionState
  readonly due: Due
  /** When it was set, or came into the register. */
  readonly givenOn: Temporal.PlainDate
  /** When somebody last wrote how it goes. */
  readonly progressOn: Temporal.PlainDate | null
  readonly doneOn: Temporal.PlainDate | null
}

/** A colour, and why it is that one. */
export type Coloured = { readonly colour: ActionColour; readonly reason: string }

/** The colour of an action on a day, worked out from its dates and what was written of it, with the reason in words. */
export function colourOf(it: ActionStanding, by: ActionColours, today: Temporal.PlainDate): Coloured {
  switch (it.state) {
    case 'given-up':
      return { colour: 'grey', reason: 'Given up' }
    case 'checked':
      return { colour: 'green', reason: 'Done, and checked by somebody else' }
    case 'done': {
      const waits = since(it.doneOn ?? it.givenOn, today)
      return waits > by.uncheckedDays
        ? { colour: 'amber', reason: `Done ${days(waits)} ago, and nobody else has checked it` }
        : { colour: 'grey', reason: 'Done, waits to be checked by somebody else' }
    }
    case 'open':
      return colourOfOpen(it, by, today)
  }
}

function colourOfOpen(it: ActionStanding, by: ActionColours, today: Temporal.PlainDate): Coloured {
  const { on, beginsOn } = it.due
  const left = on && since(today, on)
  if (left !== null && left < 0) return { colour: 'red', reason: `Due ${days(-left)} ago and not done` }
  if (left === 0) return { colour: 'amber', reason: 'Due today and not done' }
  if (left !== null && left <= by.soonDays && it.progressOn === null)
    return { colour: 'amber', reason: `Due in ${days(left)}, nothing written yet` }
  // Nobody is asked how it goes before it has begun.
  const starts = [it.givenOn, beginsOn, it.progressOn].filter(day => day !== null)
  const quiet = Math.min(...starts.map(day => since(day, today)))
  const isQuiet = quiet > by.quietDays
  if (left === null) {
    if (isQuiet)
      return { colour: 'amber', reason: `No progress written for ${days(quiet)}. ${noDay(it.due)}` }
    return { colour: 'grey', reason: noDay(it.due) }
  }
  if (isQuiet) return { colour: 'amber', reason: `No progress written for ${days(quiet)}` }
  return { colour: 'green', reason: `Due in ${days(left)}` }
}

function noDay({ beginsOn, words }: Due): string {
  const why = 'It cannot go red by itself, so somebody has to say a day'
  if (beginsOn) return `It begins on ${writeDate(beginsOn)}, and no day is set by which it is done. ${why}`
  return words === '' ? `No day is set. ${why}` : `No day is set: “${words}”. ${why}`
}

const since = (from: Temporal.PlainDate, until: Temporal.PlainDate) => from.until(until).days
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
