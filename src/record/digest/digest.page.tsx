import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import { readDigestDays, setDigestDays } from './digestQueries.ts'
import { digestPath } from './paths.ts'

const digestForm = form({
  id: 'digest',
  fields: {
    days: {
      kind: 'choice',
      label: 'On which mornings shall we tell you by email what is due?',
      hint: 'The message counts what waits for you, and names nobody. None comes on leave, or when nothing waits.',
      required: 'Choose on which mornings',
      options: [
        { value: 'working-days', label: 'On every working day' },
        { value: 'mondays', label: 'On Mondays', hint: 'Or on the first working day after a bank holiday' },
        { value: 'never', label: 'Never' },
      ],
    },
  },
})

export const digestRoutes = formPage({
  path: digestPath,
  permission: 'profile.own',
  change: 'Chose on which mornings to be told what is due',
  load: async ({ tx, who }) => ok(await readDigestDays(tx, who.userId)),
  form: () => digestForm,
  title: () => 'Email about what is due',
  back: () => '/account',
  initial: days => ({ days }),
  submit: 'Save',
  async save({ tx, who }, { days }) {
    await setDigestDays(tx, who.userId, days)
    return redirect('/account', 'Saved.')
  },
})
