import { type Block, documentDefinition, type EasyWords } from '../../../src/engine/documents/index.ts'

/** The plan as the child reads it: pictures, short sentences, large type. */
export const easyPlanCopy = documentDefinition({
  id: 'easy-plan',
  title: 'The child’s copy of the plan',
  summary: 'The plan in plain words with pictures, in a language in which it was written, to be taken home.',
  source: 'The child’s copy as it was written under Plan. The frame is the service’s own.',
  file: 'practice/milton-keynes/documents/easyPlanCopy.ts',
  ours: true,
  for: 'child',
  about: 'copy',
  pulls: ['easyPlan'],
  open: {},
  reads: ({ easyPlan }) => ({
    title: easyPlan.title.text,
    language: easyPlan.language,
    direction: easyPlan.direction,
    isLarge: true,
    blocks: [
      ...(easyPlan.goals.length === 0
        ? [
            {
              kind: 'missing',
              words: 'There is no goal yet.',
              asks: 'Write the goals with the child, under Plan.',
            } as const,
          ]
        : []),
      ...easyPlan.goals.flatMap(goal => [
        {
          kind: 'picture',
          picture: goal.picture,
          alternative: goal.alternative,
          words: goal.isReached ? `${goal.words.text} ✓` : goal.words.text,
          heading: 2,
          ...languageOf(goal.words),
        } as const,
        ...goal.steps.map(
          ({ who, words, picture, alternative, when, isDone }): Block => ({
            kind: 'picture',
            picture,
            alternative,
            words: [
              `${who.text}: ${words.text}`,
              isDone ? `✓ ${easyPlan.done.text}` : when === '' ? '' : `${easyPlan.by.text} ${when}.`,
            ]
              .filter(part => part !== '')
              .join('\n'),
            ...languageOf(words),
          }),
        ),
      ]),
      ...(easyPlan.reviewOn === ''
        ? []
        : [
            {
              kind: 'picture',
              picture: 'calendar',
              alternative: 'A day',
              words: `${easyPlan.review.text}: ${easyPlan.reviewOn}.`,
              ...languageOf(easyPlan.review),
            } as const,
          ]),
      ...helpOf(easyPlan.help),
    ],
  }),
})

/** English where nobody has written the words in the language of the copy: readers aloud must know. */
const languageOf = ({ isEnglish }: EasyWords) => (isEnglish ? { language: 'en' } : {})

/** Where help is to be had now, as it stands for all children. */
function helpOf([title, ...lines]: readonly EasyWords[]): Block[] {
  if (title === undefined) return []
  return [
    { kind: 'heading', level: 2, words: title.text, ...languageOf(title) },
    ...lines.map((line): Block => ({ kind: 'paragraph', words: line.text, ...languageOf(line) })),
  ]
}
