import { documentDefinition } from '../../../src/engine/documents/index.ts'
import { missing, whoseFacts } from './parts/report.ts'

/** Any signed form as it was answered: for a partner, a court or the child’s file. */
export const assessmentCopy = documentDefinition({
  id: 'assessment',
  title: 'An assessment',
  summary: 'A signed assessment, screening or other form, with every question and answer.',
  source: 'The form itself: its questions and answers, in its own wording. The frame is the service’s own.',
  file: 'practice/milton-keynes/documents/assessmentCopy.ts',
  ours: true,
  for: 'partner',
  about: 'form',
  pulls: ['service', 'child', 'form'],
  open: {
    why: {
      label: 'Why is it given, and to whom?',
      hint: 'Who reads it needs to know what to do with it. Leave out what they do not need.',
    },
  },
  reads: ({ service, child, form }) => ({
    title: form.title,
    language: 'en-GB',
    direction: 'ltr',
    blocks: [
      whoseFacts({ service, child }),
      ...(form.isOurs
        ? [
            {
              kind: 'paragraph',
              words: 'The questions are this service’s own. They are no published tool.',
            } as const,
          ]
        : []),
      { kind: 'own', part: 'why', heading: 'Why this is given' },
      ...form.sections.flatMap(({ title, under, answers }, place) => [
        ...(under !== '' && under !== form.sections[place - 1]?.under
          ? [{ kind: 'heading', level: 2, words: under } as const]
          : []),
        { kind: 'heading', level: under === '' ? 2 : 3, words: title } as const,
        answers.length === 0
          ? ({ kind: 'paragraph', words: 'Nothing was written here.' } as const)
          : ({ kind: 'answers', answers } as const),
      ]),
      ...(form.workedOut.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, words: 'Worked out from the answers' } as const,
            { kind: 'answers', answers: form.workedOut } as const,
          ]),
      { kind: 'heading', level: 2, words: 'Signed' },
      form.signed.length > 0
        ? { kind: 'list', items: form.signed }
        : missing('Nobody has signed it.', 'Only what is signed is given out.'),
    ],
  }),
})
