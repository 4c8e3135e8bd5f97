import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import { declareOwnConflict } from './declareOwnConflict.ts'
import { childFrame } from './frame.tsx'
import { ownConflictPath, safetyPath } from './paths.ts'

/** Everybody can say of themselves that they must not open a record: nobody else needs to be told first. */
export const ownConflictRoutes = formPage({
  path: ownConflictPath,
  permission: 'child.see',
  about: 'child',
  change: 'Declared a conflict of interest of their own',
  view: 'Opened the form to declare a conflict of interest of their own',
  load: async ({ params }) => ok({ childId: params.childId ?? '' }),
  form: () =>
    form({
      id: 'own-conflict',
      fields: {
        relation: {
          kind: 'text',
          label: 'How do you know the child?',
          hint: 'For example aunt, neighbour, former foster carer',
          required: 'Say how you know the child',
          maxLength: 200,
        },
      },
    }),
  title: () => 'This child is family or known to me',
  intro: () => (
    <p class="govuk-body">
      From then on it is to you as if the record did not exist, and you cannot break the glass. A case of this
      child that you hold waits for a senior to name another worker. Where nobody else could open a restricted
      record, the managers are told that it waits for them. Only a senior or a manager can take this back.
    </p>
  ),
  back: ({ childId }) => safetyPath.to({ childId }),
  frame: childFrame('safety'),
  submit: 'Declare, and leave the record',
  isWarning: true,
  async save(request, { relation }, { childId }) {
    await declareOwnConflict(request, childId, relation)
    return redirect('/', 'The conflict of interest has been declared. The record is closed to you.')
  },
})
