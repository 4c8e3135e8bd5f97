import { assessmentForm } from '../../engine/assessments/index.ts'
import { from } from '../../kernel/period.ts'

/** A form as docs/adding-a-form.md shows it: the lines there are these lines. */
export const mentoring = assessmentForm({
  id: 'mentoring-match',
  title: 'Matching a mentor',
  summary: 'What the child likes, and what a mentor should be like.',
  source: 'Invented, for the tests and for docs/adding-a-form.md',
  file: 'src/record/assessments/exampleForm.testkit.ts',
  ours: true,
  by: ['officer', 'senior'],
  countersignedBy: ['senior'],
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      sections: {
        likes: {
          title: 'What the child likes',
          fields: {
            likes: {
              kind: 'textarea',
              label: 'What does the child like to do?',
              required: 'Say what the child likes to do',
            },
            wants: {
              kind: 'choice',
              label: 'Does the child want a mentor?',
              required: 'Say whether the child wants a mentor',
              options: [
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No', needsReason: 'Say what the child would like instead' },
              ],
            },
          },
        },
        mentor: {
          title: 'The mentor',
          appliesWhen: { field: 'wants', is: ['yes'] },
          fields: {
            when: { kind: 'text', label: 'Which days and times suit the child?' },
            'feels-about': {
              kind: 'choice',
              as: 'faces',
              label: 'How do you feel about meeting somebody new?',
              options: [
                { value: 'good', label: 'Good', face: 5 },
                { value: 'so-so', label: 'OK', face: 3 },
                { value: 'bad', label: 'Not good', face: 1 },
              ],
            },
          },
        },
      },
    },
  },
})
