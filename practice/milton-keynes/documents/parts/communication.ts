import type { Block, SignedFormSource } from '../../../../src/engine/documents/index.ts'
import { answerOf, chosenOf, fromWhich, missing } from './report.ts'

/** What is quoted of the therapist’s assessment beside the advice for whoever reads. */
export const communicationQuestions = [
  'outcome',
  'conclusive',
  'need',
  'kinds',
  'identified-before',
  'means',
] as const

/**
 * What a therapist advises a court or a panel, as it was written for them. Where no therapist has seen the child, that is said:
 * nothing is inferred.
 */
export function adviceBlocks(
  form: SignedFormSource | undefined,
  audience: 'court' | 'panel',
  howToTalk: string,
): Block[] {
  const own: Block[] =
    howToTalk === ''
      ? []
      : [{ kind: 'paragraph', words: `What is known of talking with the child: ${howToTalk}` }]
  if (!form)
    return [
      ...own,
      missing(
        'No assessment of speech, language and communication has been signed.',
        'Every child is assessed unless it is certain that there is no need: ask the therapist.',
      ),
    ]
  const [outcome] = chosenOf(form, 'outcome')
  if (outcome !== 'assessed') {
    const why = answerOf(form, 'conclusive')
    return [
      ...own,
      { kind: 'paragraph', words: fromWhich(form) },
      { kind: 'paragraph', words: [answerOf(form, 'outcome'), why].filter(words => words !== '').join('. ') },
    ]
  }
  const advised = [
    ['What to do', `${audience}-do`],
    ['What not to do', `${audience}-avoid`],
  ] as const
  return [
    ...own,
    { kind: 'paragraph', words: fromWhich(form) },
    {
      kind: 'answers',
      answers: [
        {
          name: 'Is there a speech, language or communication need?',
          words: answerOf(form, 'need') || 'Not said',
        },
        ...['kinds', 'means'].flatMap(question => {
          const words = answerOf(form, question)
          return words === '' ? [] : [{ name: form.answers[question]?.question ?? '', words }]
        }),
        ...advised.flatMap(([name, question]) => {
          const words = answerOf(form, question)
          return words === '' ? [] : [{ name, words }]
        }),
      ],
    },
  ]
}

/**
 * Said where a therapist has found a need, and nowhere else: the figures are those of the service’s plan, which names its own
 * denominator. They are about children of the service, not about this child.
 * Source: Youth Justice Plan 2022/23, paragraph 75.
 */
export function overRepresented(form: SignedFormSource | undefined): Block[] {
  if (!chosenOf(form, 'need').includes('yes')) return []
  return [
    {
      kind: 'paragraph',
      words:
        'Children with speech, language and communication needs are over-represented in youth justice. The service’s plan for 2022/23 (paragraph 75) counted 87% of the children it worked with in twelve months, against 5% to 8% of all children of that age. This child has such a need.',
    },
  ]
}
