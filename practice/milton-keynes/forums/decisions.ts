import type { Decision } from '../../../src/engine/forums/index.ts'
import { told } from '../pieces/questions.ts'

/** It stands on the next agenda: something that was needed was not there. */
export const putOff: Decision = {
  title: 'Put off',
  hint: 'It comes back at the next meeting.',
  asks: { needs: told('What is missing, and who brings it?', 'Say what is missing, and who brings it') },
  putsOff: true,
}

export const noFurther: Decision = {
  title: 'No more discussion here',
  hint: 'What is being done is enough, or another meeting is the right one.',
}

/** What is done is written down, and looked at again after so many weeks. */
export const planAndLookAgain = (weeks: number): Decision => ({
  title: 'A plan, and look at it again',
  hint: `It comes back in ${weeks} weeks.`,
  asks: { plan: told('What is the plan?', 'Say what the plan is') },
  sets: { backInWeeks: weeks },
})

/** Papers. */
export const agreed: Decision = { title: 'Agreed' }
export const agreedWithChanges: Decision = {
  title: 'Agreed with changes',
  asks: { changes: told('What is changed?', 'Say what is changed') },
}
export const noted: Decision = { title: 'Noted' }
export const notAgreed: Decision = { title: 'Not agreed' }
