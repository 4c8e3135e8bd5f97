import { form } from '../../engine/forms/index.ts'

/** What whoever countersigns writes beside a question of a form, or beside a goal of a plan. */
export const commentForm = form({
  id: 'comment',
  fields: {
    words: {
      kind: 'textarea',
      label: 'Your comment',
      hint: 'Whoever wrote it finds this beside what it is about. Say what is good too.',
      required: 'Write your comment',
      maxLength: 2_000,
      rows: 4,
    },
  },
})

/** What the writer did about a comment. */
export const settleForm = form({
  id: 'settle-comment',
  fields: {
    outcome: {
      kind: 'choice',
      label: 'What have you done about it?',
      required: 'Choose what you have done about it',
      options: [
        { value: 'dealt-with', label: 'I have changed what it is about' },
        { value: 'answered', label: 'I leave it as it is', needsReason: 'Say why' },
      ],
    },
  },
})
