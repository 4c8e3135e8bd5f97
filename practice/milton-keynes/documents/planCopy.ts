import { type Block, documentDefinition, type PlanSource } from '../../../src/engine/documents/index.ts'
import { missing, saidOr, whoseFacts } from './parts/report.ts'

/** The plan as the adults who share in it read it. */
export const planCopy = documentDefinition({
  id: 'plan',
  title: 'The plan',
  summary: 'The plan in force: goals, who does what by when, and what is done if something goes wrong.',
  source:
    'The plan itself. The three strands are from practice of the service, §5; the frame is the service’s own.',
  file: 'practice/milton-keynes/documents/planCopy.ts',
  ours: true,
  for: 'partner',
  about: 'plan',
  pulls: ['service', 'child', 'plan'],
  open: {
    harmed: {
      label: 'What may be said here of those who were harmed?',
      hint: 'Only what they have agreed to, and nobody’s name. Ask the victim worker. Leave it empty if nothing may be said.',
    },
    note: { label: 'What should whoever reads it know?', hint: 'Leave it empty if the plan says it all.' },
  },
  reads: ({ service, child, plan }) => ({
    title: 'Plan',
    language: 'en-GB',
    direction: 'ltr',
    blocks: [
      whoseFacts({ service, child }),
      ...(plan
        ? [
            {
              kind: 'facts',
              facts: [
                { name: 'How it stands', words: `In force on ${service.today}` },
                { name: 'From', words: plan.startsOn || 'Not said' },
                { name: 'Looked at again on', words: plan.reviewOn || 'Not said' },
                { name: 'How often we meet', words: plan.level || 'Not said' },
              ],
            } as const,
          ]
        : []),
      { kind: 'own', part: 'note' },
      ...(plan ? goalsOf(plan) : []),
      { kind: 'heading', level: 2, words: 'What shapes the work' },
      saidOr(
        plan?.delivery ?? '',
        missing(
          'Nothing is written down of what shapes the work.',
          'Write it in the plan: language, faith, needs, times.',
        ),
      ),
      { kind: 'heading', level: 2, words: 'If something goes wrong' },
      contingenciesOf(plan?.contingencies ?? []),
      { kind: 'own', part: 'harmed', heading: 'Those who were harmed' },
      { kind: 'heading', level: 2, words: 'Signed' },
      plan && plan.signed.length > 0
        ? { kind: 'list', items: plan.signed }
        : missing('Nobody has signed it.', 'Sign it under Plan.'),
      { kind: 'signatures', lines: ['The child', 'A parent or carer', 'The worker'] },
    ],
  }),
})

/** A strand after the other: each goal in the child’s words, with its steps in a table. */
function goalsOf({ strands }: PlanSource): Block[] {
  return strands.flatMap(({ title, goals }): Block[] => [
    { kind: 'heading', level: 2, words: title },
    ...(goals.length === 0
      ? [missing(`No goal is written down for “${title}”.`, 'It belongs in the plan.')]
      : goals.flatMap(({ words, why, mark, outcome, steps }): Block[] => [
          { kind: 'heading', level: 3, words },
          ...(why === '' ? [] : [{ kind: 'paragraph', words: why } as const]),
          ...(mark === '' && outcome === ''
            ? []
            : [
                {
                  kind: 'facts',
                  facts: [
                    ...(mark === '' ? [] : [{ name: 'How it is going, as last said', words: mark }]),
                    ...(outcome === '' ? [] : [{ name: 'What came of it', words: outcome }]),
                  ],
                } as const,
              ]),
          steps.length === 0
            ? missing('No step is written down.', 'It belongs in the plan.')
            : {
                kind: 'table',
                caption: 'Steps',
                columns: ['What', 'Who', 'By', 'How it stands'],
                widths: [4, 2, 2, 2],
                rows: steps.map(step => [step.words, step.who, step.by || 'No day', step.state]),
              },
        ])),
  ])
}

function contingenciesOf(contingencies: PlanSource['contingencies']): Block {
  return contingencies.length === 0
    ? missing('Nothing is written down for when something goes wrong.', 'It belongs in the plan.')
    : {
        kind: 'table',
        caption: 'If … then … who',
        columns: ['If', 'Then', 'Who'],
        rows: contingencies.map(({ ifWords, thenWords, who }) => [ifWords, thenWords, who]),
      }
}
