import type { Block, SignedFormSource, Sources } from '../../../../src/engine/documents/index.ts'

/** Whose document this is, by whom and when. What is not recorded says so. */
export function whoseFacts({ service, child }: Pick<Sources, 'service' | 'child'>): Block {
  const orNot = (words: string) => (words === '' ? 'Not recorded' : words)
  return {
    kind: 'facts',
    facts: [
      { name: 'Name', words: child.name },
      { name: 'Date of birth', words: orNot(child.birthDate) },
      { name: 'Reference', words: child.reference },
      { name: 'Service', words: service.name },
      { name: 'Made by', words: [service.writer, service.role].filter(words => words !== '').join(', ') },
      { name: 'Made on', words: service.today },
    ],
  }
}

/** Who has parental responsibility and may be contacted. */
export const responsible = (parents: Sources['parents']): Block =>
  parents.length === 0
    ? missing(
        'Who has parental responsibility is not recorded.',
        'Add them under People. Whoever must not be contacted is left out.',
      )
    : {
        kind: 'facts',
        facts: [
          {
            name: 'With parental responsibility',
            words: parents
              .map(({ name, relationship }) => (relationship === '' ? name : `${name} (${relationship})`))
              .join('; '),
          },
        ],
      }

/** Something that the record does not say, and where it is put right. */
export const missing = (words: string, asks: string): Block => ({ kind: 'missing', words, asks })

/** Words of the record, or that it has none. */
export const saidOr = (words: string, absent: Block): Block =>
  words === '' ? absent : { kind: 'paragraph', words }

/** What was answered to a question of the last signed form; empty where it was not. */
export const answerOf = (form: SignedFormSource | undefined, question: string): string =>
  form?.answers[question]?.words ?? ''

/** What was chosen, by its code. */
export const chosenOf = (form: SignedFormSource | undefined, question: string): readonly string[] =>
  form?.answers[question]?.values ?? []

/** From which form something is taken, and when it was signed. */
export const fromWhich = ({ title, on, by }: SignedFormSource): string =>
  `From the ${title.charAt(0).toLowerCase()}${title.slice(1)}, signed on ${on} by ${by}.`

/** What the child is said or found to have done. */
export function offenceTable(offences: Sources['offences']): Block {
  return offences.length === 0
    ? missing(
        'No offence is recorded.',
        'If there is one, it comes with what the police send. Ask who holds the case.',
      )
    : {
        kind: 'table',
        caption: 'Offences on the record, the latest first',
        columns: ['What happened', 'When', 'Outcome'],
        widths: [4, 2, 3],
        rows: offences.map(({ what, on, outcome }) => [what, on, outcome]),
      }
}

/** What those who were harmed wish, to begin with: whoever writes goes over it, and takes out what they have not agreed to. */
export const harmedBegins = (harmed: Sources['harmed']): string =>
  harmed.flatMap(({ knownAs, wishes }) => (wishes === '' ? [] : [`${knownAs}: ${wishes}`])).join('\n\n')

/** The part in which those who were harmed are spoken of. */
export const harmedPart = {
  label: 'What may be said here of those who were harmed?',
  hint: 'What they wish stands here at first. Leave in only what they have agreed to, and nobody’s name. Ask the victim worker.',
  required: 'Say what may be said of those who were harmed, or that nobody was, or that nothing may be said',
} as const

/** The goals of a plan in force, in the child’s words, with what is done. */
export function planBlocks(plan: Sources['plan']): Block[] {
  if (!plan) return [missing('No plan is in force.', 'Write the plan with the child, under Plan.')]
  return plan.strands.map(({ title, goals }) =>
    goals.length === 0
      ? missing(`No goal is written down for “${title}”.`, 'It belongs in the plan.')
      : {
          kind: 'table',
          caption: title,
          columns: ['Goal', 'Step', 'Who', 'By', 'How it stands'],
          widths: [3, 3, 2, 2, 2],
          rows: goals.flatMap(goal =>
            goal.steps.length === 0
              ? [[goal.words, 'No step is written down', '', '', goal.outcome]]
              : goal.steps.map(step => [goal.words, step.words, step.who, step.by, step.state]),
          ),
        },
  )
}
