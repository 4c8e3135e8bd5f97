import { type Block, documentDefinition, type SignedFormSource } from '../../../src/engine/documents/index.ts'
import { adviceBlocks, communicationQuestions, overRepresented } from './parts/communication.ts'
import {
  answerOf,
  fromWhich,
  harmedBegins,
  harmedPart,
  missing,
  offenceTable,
  planBlocks,
  responsible,
  saidOr,
  whoseFacts,
} from './parts/report.ts'

const assessed = [
  'helps-child',
  'story-why',
  'reoffending',
  'reoffending-why',
  'serious-harm',
  'serious-harm-why',
  'safety-wellbeing',
  'safety-wellbeing-why',
] as const

/** What a prevention and diversion assessment says of the same: it judges no levels. */
const assessedShort = [
  'good-at',
  'stands-by',
  'child-account',
  'parent-says',
  'link',
  'child-safe',
  'others-safe',
] as const

/** What a panel reads before it meets the child: strengths first, what the child says, and what helps on the day. */
export const panelReport = documentDefinition({
  id: 'report-panel',
  title: 'Report for the panel',
  summary:
    'For a panel that decides with or about the child: what is known, what the child says, what we propose.',
  source:
    'Youth Justice Plan 2022/23, paragraphs 10 and 82: needs and diversity are considered before a decision is made, and advice on communication is there for it. The headings are the service’s own.',
  file: 'practice/milton-keynes/documents/panelReport.ts',
  ours: true,
  for: 'panel',
  about: 'child',
  pulls: ['service', 'child', 'parents', 'offences', 'signedForms', 'plan', 'harmed', 'contacts'],
  quotes: {
    'full-assessment': assessed,
    'prevention-diversion': assessedShort,
    communication: [...communicationQuestions, 'panel-do', 'panel-avoid'],
  },
  open: {
    'why-panel': {
      label: 'Why does the panel meet, and what is it asked?',
      required: 'Say why the panel meets, and what it is asked',
    },
    'child-says': {
      label: 'What does the child say about it?',
      hint: 'In the child’s own words.',
      required: 'Write what the child says, or that they did not want to',
    },
    'parent-says': { label: 'What do a parent or carer say?' },
    harmed: harmedPart,
    diversity: {
      label: 'What of the child’s life and identity should the panel keep in mind?',
      hint: 'Faith, language, family, what others have assumed. And whether the child belongs to a group that is over-represented.',
      required: 'Say what the panel should keep in mind, or that there is nothing to say',
    },
    proposes: { label: 'What do you propose?', required: 'Say what you propose, and why' },
  },
  begins: ({ harmed, signedForms }) => {
    const short = signedForms['prevention-diversion']
    return {
      harmed: harmedBegins(harmed),
      'child-says': answerOf(short, 'child-account'),
      'parent-says': answerOf(short, 'parent-says'),
    }
  },
  reads: ({ service, child, parents, offences, signedForms, plan, contacts }) => {
    const full = signedForms['full-assessment']
    const short = signedForms['prevention-diversion']
    return {
      title: 'Report for the panel',
      language: 'en-GB',
      direction: 'ltr',
      blocks: [
        whoseFacts({ service, child }),
        {
          kind: 'facts',
          facts: [{ name: 'School, college or work', words: child.education || 'Not recorded' }],
        },
        responsible(parents),
        { kind: 'own', part: 'why-panel', heading: 'Why the panel meets' },
        { kind: 'heading', level: 2, words: 'What the child is good at, and what helps' },
        saidOr(
          answerOf(full, 'helps-child') ||
            [answerOf(short, 'good-at'), answerOf(short, 'stands-by')]
              .filter(words => words !== '')
              .join('\n'),
          missing(
            'No signed assessment says what helps the child.',
            'Sign the assessment, or write it in your own words.',
          ),
        ),
        { kind: 'own', part: 'child-says', heading: 'What the child says' },
        { kind: 'own', part: 'parent-says', heading: 'What a parent or carer says' },
        { kind: 'heading', level: 2, words: 'How to talk with the child on the day' },
        ...adviceBlocks(signedForms.communication, 'panel', child.howToTalk),
        { kind: 'heading', level: 2, words: 'What happened' },
        offenceTable(offences),
        ...(full || !short ? understood(full) : understoodInShort(short)),
        { kind: 'own', part: 'diversity', heading: 'What to keep in mind' },
        ...overRepresented(signedForms.communication),
        { kind: 'own', part: 'harmed', heading: 'Those who were harmed' },
        { kind: 'heading', level: 2, words: 'What is done already' },
        { kind: 'paragraph', words: contactsWords(contacts) },
        ...planBlocks(plan),
        { kind: 'own', part: 'proposes', heading: 'What we propose' },
        { kind: 'signatures', lines: [service.writer] },
      ],
    }
  },
})

type Contacts = { since: string; kept: number; missed: number; excused: number; undecided: number }

/** How often the child was met: counts of the record, without a judgement. */
export function contactsWords({ since, kept, missed, excused, undecided }: Contacts): string {
  const none = missed - excused - undecided
  const parts = [
    ...(excused > 0 ? [`${excused} had an acceptable reason`] : []),
    ...(none > 0 ? [`${none} had none`] : []),
    ...(undecided > 0 ? [`of ${undecided} it is not known yet`] : []),
  ]
  const reasons = missed === 0 ? '' : ` Of those that were missed, ${parts.join(', ')}.`
  return `Appointments since ${since}: ${kept} kept, ${missed} missed.${reasons}`
}

/** How a prevention and diversion assessment understands it: without levels, which it does not ask for. */
function understoodInShort(short: SignedFormSource): Block[] {
  const facts = [
    { name: 'What the child’s life has to do with it', words: answerOf(short, 'link') },
    { name: 'What keeps the child safe', words: answerOf(short, 'child-safe') },
    { name: 'What keeps other people safe', words: answerOf(short, 'others-safe') },
  ]
  return [
    { kind: 'heading', level: 2, words: 'How we understand it' },
    { kind: 'paragraph', words: fromWhich(short) },
    {
      kind: 'answers',
      answers: facts.map(each => ({ ...each, words: each.words || 'Nothing was written.' })),
    },
  ]
}

/** Why it happened, and the three judgements with their reasons, from the last signed full assessment. */
export function understood(full: SignedFormSource | undefined): Block[] {
  if (!full)
    return [
      missing(
        'There is no signed full assessment: why it happened, and what is likely, is not said here.',
        'Have the full assessment signed and countersigned.',
      ),
    ]
  const judged = [
    ['The likelihood of offending again', 'reoffending'],
    ['The risk of serious harm to others', 'serious-harm'],
    ['The concern for the child’s safety and wellbeing', 'safety-wellbeing'],
  ] as const
  return [
    { kind: 'heading', level: 2, words: 'How we understand it' },
    { kind: 'paragraph', words: fromWhich(full) },
    saidOr(
      answerOf(full, 'story-why'),
      missing('The assessment does not say why it happened.', 'It belongs in the assessment.'),
    ),
    {
      kind: 'table',
      caption: 'Our judgements, with their reasons',
      columns: ['Of what', 'Level', 'Why'],
      widths: [3, 2, 5],
      rows: judged.map(([of, question]) => [
        of,
        answerOf(full, question) || 'Not judged',
        answerOf(full, `${question}-why`) || 'No reason is given',
      ]),
    },
  ]
}
