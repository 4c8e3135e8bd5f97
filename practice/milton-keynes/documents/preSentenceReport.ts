import { documentDefinition } from '../../../src/engine/documents/index.ts'
import { contactsWords, understood } from './panelReport.ts'
import { adviceBlocks, communicationQuestions, overRepresented } from './parts/communication.ts'
import {
  answerOf,
  chosenOf,
  harmedBegins,
  harmedPart,
  missing,
  offenceTable,
  planBlocks,
  responsible,
  saidOr,
  whoseFacts,
} from './parts/report.ts'

/**
 * The outline of a report to a court before sentence. It says when the child belongs to a group that is over-represented, and the
 * therapist’s advice for the court is attached.
 */
export const preSentenceReport = documentDefinition({
  id: 'pre-sentence-report',
  title: 'Pre-sentence report: an outline',
  summary:
    'For a court before sentence: the outline, filled in from the record, with what only you can say left open.',
  source:
    'Youth Justice Plan 2022/23, paragraph 82: reports to courts say when a child is part of an over-represented group, and the assessment of speech, language and communication goes with them. The headings are the service’s own; no national template was read.',
  file: 'practice/milton-keynes/documents/preSentenceReport.ts',
  ours: true,
  for: 'court',
  about: 'child',
  pulls: ['service', 'child', 'parents', 'offences', 'signedForms', 'plan', 'harmed', 'contacts'],
  quotes: {
    'full-assessment': [
      'helps-child',
      'story-why',
      'over-represented',
      'court-understands',
      'order-kept',
      'reoffending',
      'reoffending-why',
      'serious-harm',
      'serious-harm-why',
      'safety-wellbeing',
      'safety-wellbeing-why',
    ],
    communication: [...communicationQuestions, 'court-do', 'court-avoid'],
  },
  open: {
    hearing: {
      label: 'Which court, and when is the hearing?',
      required: 'Say which court, and when the hearing is',
    },
    sources: {
      label: 'Whom did you speak with, and what did you read?',
      hint: 'How often you met the child, where, and with whom. What you asked for and did not get.',
      required: 'Say what the report rests on',
    },
    offence: {
      label: 'What happened, as the prosecution and the child say it?',
      hint: 'What was in the child’s life then. What the child understands now.',
      required: 'Write about the offence',
    },
    'child-says': {
      label: 'What does the child say?',
      hint: 'In the child’s own words.',
      required: 'Write what the child says, or that they did not want to',
    },
    'parent-says': { label: 'What do a parent or carer say?' },
    harmed: harmedPart,
    'over-representation': {
      label: 'Does the child belong to a group that is over-represented in youth justice?',
      hint: 'Say which, what is known of it here, and what it means for this child. What the full assessment says stands here at first.',
      required: 'Say whether the child belongs to an over-represented group: the court must be told',
    },
    proposes: {
      label: 'What do you propose to the court?',
      hint: 'What it would ask of the child, who would work with them, and why this and not something else.',
      required: 'Say what you propose, and why',
    },
  },
  begins: ({ signedForms, harmed }) => ({
    'over-representation': answerOf(signedForms['full-assessment'], 'over-represented'),
    harmed: harmedBegins(harmed),
  }),
  reads: ({ service, child, parents, offences, signedForms, plan, contacts }) => {
    const full = signedForms['full-assessment']
    return {
      title: 'Pre-sentence report',
      language: 'en-GB',
      direction: 'ltr',
      blocks: [
        whoseFacts({ service, child }),
        {
          kind: 'facts',
          facts: [
            { name: 'Age', words: child.age || 'Not recorded' },
            { name: 'Ethnicity, as recorded', words: child.ethnicity || 'Not recorded' },
            { name: 'Language', words: child.language || 'Not recorded' },
            { name: 'Interpreter', words: child.interpreter || 'Nobody has said' },
            { name: 'Care status', words: child.care || 'Not recorded' },
            { name: 'School, college or work', words: child.education || 'Not recorded' },
          ],
        },
        responsible(parents),
        { kind: 'own', part: 'hearing', heading: 'The hearing' },
        { kind: 'heading', level: 2, words: 'So that the child can take part' },
        ...(chosenOf(signedForms.communication, 'outcome')[0] === 'assessed'
          ? [
              {
                kind: 'paragraph',
                words:
                  'The advice of the speech and language therapist for the court is attached at the end of this report.',
              } as const,
            ]
          : []),
        saidOr(
          answerOf(full, 'court-understands'),
          missing(
            'No signed full assessment says whether the child understands what the court does.',
            'The full assessment asks it where there is a court.',
          ),
        ),
        { kind: 'own', part: 'sources', heading: 'What this report rests on' },
        { kind: 'heading', level: 2, words: 'Offences' },
        offenceTable(offences),
        { kind: 'own', part: 'offence', heading: 'What happened' },
        { kind: 'own', part: 'harmed', heading: 'Those who were harmed' },
        { kind: 'heading', level: 2, words: 'The child' },
        saidOr(
          answerOf(full, 'helps-child'),
          missing('No signed full assessment says what helps the child.', 'Have the full assessment signed.'),
        ),
        { kind: 'own', part: 'child-says', heading: 'What the child says' },
        { kind: 'own', part: 'parent-says', heading: 'What a parent or carer says' },
        { kind: 'own', part: 'over-representation', heading: 'Over-representation' },
        ...overRepresented(signedForms.communication),
        ...understood(full),
        { kind: 'heading', level: 2, words: 'Working with us until now' },
        { kind: 'paragraph', words: contactsWords(contacts) },
        saidOr(
          answerOf(full, 'order-kept'),
          missing(
            'Nothing is said of how bail and orders were kept.',
            'The full assessment asks it where there is a court.',
          ),
        ),
        { kind: 'heading', level: 2, words: 'The plan' },
        ...planBlocks(plan),
        { kind: 'own', part: 'proposes', heading: 'What we propose' },
        { kind: 'signatures', lines: [service.writer] },
        {
          kind: 'heading',
          level: 2,
          words: 'Attached: advice of the speech and language therapist for the court',
          startsSheet: true,
        },
        ...adviceBlocks(signedForms.communication, 'court', child.howToTalk),
      ],
    }
  },
})
