import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import {
  deleteRestriction,
  insertAccess,
  insertRestriction,
  listStaff,
  seesChildren,
} from './accessQueries.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { liftRestrictionPath, restrictPath, safetyPath } from './paths.ts'

const restrictRoutes = formPage({
  path: restrictPath,
  permission: 'child.restrict',
  about: 'child',
  change: 'Restricted a record',
  view: 'Opened the form to restrict the record',
  async load(request) {
    const loaded = await loadOfForm(request)
    if (!loaded.ok) return loaded
    const { childId, isRestricted } = loaded.value
    if (isRestricted)
      return refused(redirect(safetyPath.to({ childId }), 'The record is restricted already.'))
    const staff = await listStaff(request.tx, childId)
    return ok({
      childId,
      staff: staff.filter(it => it.userId !== request.who.userId && seesChildren(it.roles)),
    })
  },
  form: ({ staff }) =>
    form({
      id: 'restrict',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'Why is the record restricted?',
          hint: 'Everybody who may open it can read this.',
          required: 'Say why the record is restricted',
          maxLength: 2_000,
          rows: 3,
        },
        people: {
          kind: 'choices',
          label: 'Who may open it, besides you?',
          options: staff.map(({ userId, name, isWorker }) => ({
            value: userId,
            label: name,
            ...(isWorker ? { hint: 'Works with this child' } : {}),
          })),
        },
      },
    }),
  title: () => 'Restrict this record',
  intro: () => (
    <p class="govuk-body">
      To everybody else it will be as if the record did not exist. In an emergency they can break the glass
      with a reason; the managers who may know of the record, you among them, are then sent a message.
    </p>
  ),
  back: ({ childId }) => safetyPath.to({ childId }),
  initial: ({ staff }) => ({ people: staff.filter(({ isWorker }) => isWorker).map(({ userId }) => userId) }),
  frame: childFrame('safety'),
  submit: 'Restrict record',
  isWarning: true,
  async save({ tx, who, now }, { reason, people }, { childId }) {
    const which = { serviceId: who.serviceId, childId }
    for (const userId of [who.userId, ...people]) await insertAccess(tx, which, userId)
    await insertRestriction(tx, which, { reason, by: who.userId, at: now })
    return redirect(safetyPath.to({ childId }), 'The record is now restricted.')
  },
})

const liftRoutes = formPage({
  path: liftRestrictionPath,
  permission: 'child.restrict',
  about: 'child',
  change: 'Lifted the restriction of a record',
  view: 'Opened the form to lift the restriction',
  async load(request) {
    const loaded = await loadOfForm(request)
    if (!loaded.ok || loaded.value.isRestricted) return loaded
    return refused(redirect(safetyPath.to(loaded.value), 'The record is not restricted.'))
  },
  form: () =>
    form({
      id: 'lift-restriction',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'Why can it be opened by everybody again?',
          required: 'Say why the restriction is lifted',
          maxLength: 2_000,
          rows: 3,
        },
      },
    }),
  title: () => 'Lift the restriction',
  intro: () => (
    <p class="govuk-body">Everybody whose work includes children’s records will be able to open this one.</p>
  ),
  back: child => safetyPath.to(child),
  frame: childFrame('safety'),
  submit: 'Lift restriction',
  isWarning: true,
  async save({ tx }, _values, { childId }) {
    await deleteRestriction(tx, childId)
    return redirect(safetyPath.to({ childId }), 'The restriction has been lifted.')
  },
})

export const restrictionRoutes = [...restrictRoutes, ...liftRoutes]
