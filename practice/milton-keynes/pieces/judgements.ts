import type { ChoiceField, Fields } from '../../../src/engine/forms/index.ts'
import { judgements } from '../../england-wales/codes/assessment.ts'
import { told } from './questions.ts'

/**
 * A judgement in four steps, and the reason for it, which is always needed: whatever the level, and one reason, so that it is not
 * lost when the level changes. The names are the same in every form, so that one judgement can be set beside the last.
 */
const judgement = (name: string, of: string, hint: string, why: string): Fields => {
  const level: ChoiceField = {
    kind: 'choice',
    label: `What is your judgement of ${of}?`,
    hint,
    judges: of,
    required: `Choose your judgement of ${of}`,
    options: judgements.entries.map(({ code, label }) => ({ value: code, label })),
  }
  return {
    [name]: level,
    [`${name}-why`]: told(
      `Why is this your judgement of ${of}?`,
      `Give the reasons for your judgement of ${of}`,
      {
        hint: why,
      },
    ),
  }
}

const bothWays = 'Say what makes it lower as well as what makes it higher, and how you know.'

export const reoffending = judgement(
  'reoffending',
  'how likely the child is to offend again',
  'With the help and the people that the child has now.',
  bothWays,
)

export const seriousHarm = judgement(
  'serious-harm',
  'the risk of serious harm to others',
  'Harm that changes or ends somebody’s life, in body or mind.',
  `${bothWays} Say who may be harmed, without names, by what, and when.`,
)

export const safetyWellbeing = judgement(
  'safety-wellbeing',
  'the concern for the child’s safety and wellbeing',
  'From the child, from other people, or from how things are.',
  bothWays,
)
