import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { deleteConflict, insertConflict, listStaff, readAccess } from './accessQueries.ts'
import { declareOwnConflict } from './declareOwnConflict.ts'
import { childFrame } from './frame.tsx'
import { declareConflictPath, removeConflictPath, safetyPath } from './paths.ts'
import { holdChild, holdRestrictions, isLastToOpen } from './whoCanOpenQueries.ts'

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
  async save(request, { person, relation }, { childId }) {
    const { tx, who, now } = request
    if (person === who.userId) {
      await declareOwnConflict(request, childId, relation)
      return redirect('/', 'The conflict of interest has been declared. The record is closed to you.')
    }
    await holdRestrictions(tx)
    await holdChild(tx, childId)
    const message = await whyNotYet(tx, childId, person)
    if (message) return { kind: 'errors', errors: [{ field: 'person', message }] }
    await insertConflict(tx, { serviceId: who.serviceId, childId }, { userId: person, relation, at: now })
    return redirect(safetyPath.to({ childId }), 'The conflict of interest has been declared.')
  },
})

/** What must be done before a colleague can be shut out of a record, which the caller holds; undefined: nothing. */
async function whyNotYet(tx: Work, childId: string, userId: string): Promise<string | undefined> {
  const colleague = (await listStaff(tx, childId)).find(it => it.userId === userId)
  if (colleague?.isWorker)
    return `${colleague.name} works with this child. Name another worker in the case first`
  if (colleague && (await isLastToOpen(tx, userId, childId)))
    return `Nobody but ${colleague.name} could open this restricted record for good. Name somebody else first`
  return undefined
}

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
