import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { deleteConflict, insertConflict, listStaff, readAccess } from './accessQueries.ts'
import { childFrame } from './frame.tsx'
import { declareConflictPath, removeConflictPath, safetyPath } from './paths.ts'

const declareRoutes = formPage({
  path: declareConflictPath,
  permission: 'child.conflict',
  about: 'child',
  change: 'Declared a conflict of interest',
  view: 'Opened the form to declare a conflict of interest',
  async load({ tx, params }) {
    const childId = params.childId ?? ''
    return ok({ childId, staff: await listStaff(tx, childId) })
  },
  form: ({ staff }) =>
    form({
      id: 'conflict',
      fields: {
        person: {
          kind: 'choice',
          as: 'select',
          label: 'Who has a conflict of interest?',
          required: 'Choose who has a conflict of interest',
          options: staff.map(({ userId, name }) => ({ value: userId, label: name })),
        },
        relation: {
          kind: 'text',
          label: 'How do they know the child?',
          hint: 'For example aunt, neighbour, former foster carer',
          required: 'Say how they know the child',
          maxLength: 200,
        },
      },
    }),
  title: () => 'Declare a conflict of interest',
  intro: () => (
    <p class="govuk-body">
      To this person it will be as if the record did not exist, and they cannot break the glass.
    </p>
  ),
  back: ({ childId }) => safetyPath.to({ childId }),
  frame: childFrame('safety'),
  submit: 'Declare',
  isWarning: true,
  async save({ tx, who, now }, { person, relation }, { childId, staff }) {
    const colleague = staff.find(({ userId }) => userId === person)
    if (colleague?.isWorker) {
      const message = `${colleague.name} works with this child. Name another worker in the case first`
      return { kind: 'errors', errors: [{ field: 'person', message }] }
    }
    await insertConflict(tx, { serviceId: who.serviceId, childId }, { userId: person, relation, at: now })
    const to = person === who.userId ? '/' : safetyPath.to({ childId })
    return redirect(to, 'The conflict of interest has been declared.')
  },
})

const removeRoutes = formPage({
  path: removeConflictPath,
  permission: 'child.conflict',
  about: 'child',
  change: 'Removed a conflict of interest',
  view: 'Opened the form to remove a conflict of interest',
  async load({ tx, params }) {
    const childId = params.childId ?? ''
    const { conflicts } = await readAccess(tx, childId)
    const conflict = conflicts.find(({ userId }) => userId === params.userId)
    return conflict ? ok({ childId, conflict }) : refused(notFound)
  },
  form: () =>
    form({
      id: 'remove-conflict',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why is there no conflict any more?',
          required: 'Say why there is no conflict any more',
          maxLength: 500,
        },
      },
    }),
  title: () => 'Remove a conflict of interest',
  intro: ({ conflict }) => (
    <p class="govuk-body">
      {conflict.name} ({conflict.relation}) will be able to open this record again.
    </p>
  ),
  back: ({ childId }) => safetyPath.to({ childId }),
  frame: childFrame('safety'),
  submit: 'Remove',
  isWarning: true,
  async save({ tx }, _values, { childId, conflict }) {
    await deleteConflict(tx, childId, conflict.userId)
    return redirect(safetyPath.to({ childId }), 'The conflict of interest has been removed.')
  },
})

export const conflictRoutes = [...declareRoutes, ...removeRoutes]
