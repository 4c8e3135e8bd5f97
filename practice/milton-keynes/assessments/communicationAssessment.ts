import { assessmentForm, type Section } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { unmetNeed } from '../pieces/concerns.ts'
import { chosen, noted, pastDay, several, told, when } from '../pieces/questions.ts'

/** What a reader who is no therapist does and does not do. Each audience gets its own, and no more than it needs. */
const advice = (audience: string, reader: string, hint: string): Section => ({
  title: `Advice for ${reader}`,
  intro:
    'Short sentences that can be followed on the day. It may be copied into a letter or a report as it stands.',
  appliesWhen: { field: 'need', is: ['yes'] },
  fields: {
    [`${audience}-do`]: told(`What should ${reader} do?`, `Write what ${reader} should do`, { hint }),
    [`${audience}-avoid`]: noted(`What should ${reader} not do?`),
  },
})

/** By a therapist alone. Every child is assessed, unless it is certain that there is no need. */
export const communicationAssessment = assessmentForm({
  id: 'communication',
  title: 'Speech, language and communication assessment',
  summary:
    'By a speech and language therapist: what the child is good at, what is hard, and advice for everybody.',
  source:
    'Youth Justice Plan 2022/23, paragraphs 8 to 10: every child is assessed by a therapist unless there is conclusive evidence of no need, and the advice goes to courts, panels, police and schools. The questions are ours, and are no test.',
  file: 'practice/milton-keynes/assessments/communicationAssessment.ts',
  ours: true,
  by: ['speech-therapist'],
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      sections: {
        way: {
          title: 'Assessed, or screened out',
          intro:
            'Every child is assessed. A child is screened out only where it is certain that there is no need.',
          fields: {
            outcome: chosen('What was done?', 'Choose what was done', {
              assessed: 'The child was assessed',
              'screened-out': {
                label: 'The child was screened out',
                hint: 'There is conclusive evidence of no need.',
                updates: {
                  field: 'how-to-talk',
                  says: 'Screened out: there is conclusive evidence of no speech, language or communication need.',
                },
              },
              declined: {
                label: 'The child did not want it',
                needsReason: 'Say what was offered, and when it is offered again',
              },
            }),
          },
        },
        'screened-out': {
          title: 'Why the child was screened out',
          appliesWhen: { field: 'outcome', is: ['screened-out'] },
          fields: {
            evidence: several('What is the evidence?', 'Choose what the evidence is', {
              'therapist-report': 'A therapist’s report that found no need',
              'earlier-assessment': 'An earlier assessment of ours that found no need',
              'school-assessment': 'An assessment at school by somebody qualified to make it',
              other: { label: 'Something else', needsReason: 'Say what it is' },
            }),
            'evidence-on': pastDay('When was the evidence written?', {
              required: 'Enter the day of the evidence',
            }),
            'evidence-by': told(
              'Who wrote it, and where is it kept?',
              'Say who wrote it, and where it is kept',
            ),
            conclusive: told('Why is it conclusive?', 'Say why the evidence is conclusive', {
              hint: 'Why nothing since could have changed it. If it is not certain, assess the child.',
            }),
          },
        },
        strengths: {
          title: 'What the child is good at',
          appliesWhen: { field: 'outcome', is: ['assessed'] },
          fields: {
            'talks-well': told(
              'What does the child do well when talking and listening?',
              'Say what the child does well',
            ),
            'best-with': noted('With whom, where and when does it go best?'),
            'child-says': told(
              'What does the child say about talking, listening and reading?',
              'Write what the child says, or that they did not want to',
              { hint: 'In the child’s own words.' },
            ),
          },
        },
        how: {
          title: 'How it was assessed',
          appliesWhen: { field: 'outcome', is: ['assessed'] },
          fields: {
            'seen-on': pastDay('When was the child seen?', {
              required: 'Enter the day on which the child was seen',
            }),
            'seen-where': noted('Where, and who else was there?'),
            used: told('What was used?', 'Say what was used', {
              hint: 'Tests by name and edition, watching, talking with others. Scores belong in the report.',
            }),
            languages: told(
              'Which languages does the child use, and with whom?',
              'Say which languages the child uses',
            ),
            interpreter: chosen('Was there an interpreter?', 'Say whether there was an interpreter', {
              'not-needed': 'None was needed',
              yes: 'Yes',
              no: {
                label: 'No, though one was needed',
                needsReason: 'Say what this means for what was found',
              },
            }),
            senses: chosen(
              'Are hearing and sight known to be good?',
              'Say whether hearing and sight are known to be good',
              {
                yes: 'Yes',
                no: { label: 'No', needsReason: 'Say what is known, and who looks into it' },
                'not-known': { label: 'Not known', needsReason: 'Say who looks into it' },
              },
            ),
          },
        },
        found: {
          title: 'What was found',
          appliesWhen: { field: 'outcome', is: ['assessed'] },
          fields: {
            need: chosen(
              'Does the child have a speech, language or communication need?',
              'Say whether there is a need',
              {
                yes: 'Yes',
                no: {
                  label: 'No',
                  needsReason: 'Say what shows it',
                  updates: {
                    field: 'how-to-talk',
                    says: 'Assessed: no speech, language or communication need was found.',
                  },
                },
              },
            ),
            kinds: several(
              'What kinds of need?',
              'Choose every kind of need',
              {
                understanding: 'Understanding what is said',
                words: 'Knowing and finding words',
                sentences: 'Putting words together, telling what happened',
                speech: 'Speaking so that others understand',
                fluency: 'Fluency: stammering',
                voice: 'Voice',
                social: 'Talking with others: turns, hints, what is not said',
                attention: 'Attention and listening',
                memory: 'Keeping in mind what was said',
                literacy: 'Reading and writing',
                feelings: 'Naming and talking about feelings',
                other: { label: 'Something else', needsReason: 'Say what it is' },
              },
              when('need', 'yes'),
            ),
            'identified-before': chosen(
              'Had somebody identified it before we did?',
              'Say whether it had been identified before',
              {
                no: 'No',
                part: { label: 'In part', needsReason: 'Say what was known, to whom, and since when' },
                yes: { label: 'Yes', needsReason: 'Say by whom, when, and what help the child had' },
              },
              when('need', 'yes'),
            ),
            means: told('What does it mean for the child’s daily life?', 'Say what it means for daily life', {
              hint: 'At home, at school, with friends, with police and courts. And what may be taken for rudeness.',
              ...when('need', 'yes'),
            }),
            'look-further': noted('What else should somebody look into?', {
              hint: 'For example attention, autism, hearing, what the child has lived through.',
            }),
          },
        },
        court: advice(
          'court',
          'the court',
          'For example breaks, short questions, checking that the child has understood, an intermediary.',
        ),
        school: advice(
          'school',
          'the school or college',
          'For example seats, steps one by one, words before a lesson, a quiet way to ask.',
        ),
        panel: advice(
          'panel',
          'the panel',
          'For example who speaks, how long, what is sent before, pictures for the contract.',
        ),
        police: advice(
          'police',
          'the police',
          'For example the caution in plain words, time to answer, an appropriate adult who knows the child.',
        ),
        home: advice(
          'home',
          'the family',
          'For example one thing at a time, and what the child finds hard and cannot help.',
        ),
        after: {
          title: 'What next',
          appliesWhen: { field: 'outcome', is: ['assessed'] },
          fields: {
            therapy: chosen(
              'Will the therapist go on working with the child?',
              'Say whether therapy goes on',
              {
                yes: { label: 'Yes', needsReason: 'Say on what, how often, and until when' },
                advice: 'With advice to others only',
                no: 'No',
              },
            ),
            'our-work': {
              ...told(
                'How must our own work change for this child?',
                'Say how our work must change, or that it need not',
                { hint: 'Letters, sessions, goals, how long, which words.' },
              ),
              // Whoever meets the child reads it on the child’s page, as how to talk with this child.
              updates: { field: 'how-to-talk', where: { field: 'need', is: ['yes'] } },
            },
            ...unmetNeed('communication'),
            'told-child': told(
              'How was it explained to the child and the family?',
              'Say how it was explained, or when it will be',
              {
                hint: 'And what they said.',
              },
            ),
          },
        },
      },
    },
  },
})
