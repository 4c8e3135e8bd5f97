import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import { setSearchKey } from '../../platform/identity/index.ts'
import { accountPath, searchKeyPath } from './paths.ts'

const searchKeyForm = form({
  id: 'search-key',
  fields: {
    key: {
      kind: 'choice',
      label: 'May the key / lead to the search box?',
      hint: 'Turn it off if you speak to your computer, or if it gets in your way.',
      required: 'Choose whether the key leads to the search box',
      options: [
        { value: 'on', label: 'Yes' },
        { value: 'off', label: 'No' },
      ],
    },
  },
})

/** A key of one letter can be turned off: WCAG 2.2, success criterion 2.1.4. */
export const searchKeyRoutes = formPage({
  path: searchKeyPath,
  permission: 'account.own',
  change: 'Changed the search key',
  load: async ({ who }) => ok(who),
  form: () => searchKeyForm,
  title: () => 'Search key',
  back: () => accountPath.to(),
  initial: who => ({ key: who.hasSearchKey ? 'on' : 'off' }),
  submit: 'Save',
  async save({ tx, who }, { key }) {
    await setSearchKey(tx, who, key === 'on')
    return redirect(accountPath.to(), key === 'on' ? 'The search key is on.' : 'The search key is off.')
  },
})
