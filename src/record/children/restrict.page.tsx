import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import {
  deleteRestriction,
  insertAccess,
  insertRestriction,
  leaveCases,
  listStaff,
  seesChildren,
} from './accessQueries.ts'
import type { Child } from './child.ts'
import { loadChild } from './childQueries.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { liftRestrictionPath, restrictPath, safetyPath } from './paths.ts'
import { holdChild, holdRestrictions } from './whoCanOpenQueries.ts'

const holdersOf = ({ cases }: Child) => new Set(cases.flatMap(({ holderId }) => holderId ?? []))

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
      holders: holdersOf(loaded.value),
      staff: staff.filter(it => it.userId !== request.who.userId && seesChildren(it.roles)),
    })
  },
  form: ({ staff, holders }) =>
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
            ...(holders.has(userId)
              ? { hint: 'Holds a case of this child: if left out, the case waits for another worker' }
              : isWorker
                ? { hint: 'Works with this child' }
                : {}),
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
    await holdRestrictions(tx)
    await holdChild(tx, childId)
    const child = await loadChild(tx, childId)
    const meanwhile = 'Somebody else has restricted this record in the meantime'
    if (!child) return redirect('/', `${meanwhile}, and it is not open to you.`)
    if (child.isRestricted) {
      const message = `${meanwhile}. See under Safety and access who may open it`
      return { kind: 'errors', errors: [{ field: 'reason', message }] }
    }
    const named = new Set([who.userId, ...people])
    for (const userId of named) await insertAccess(tx, which, userId)
    // Whom a manager leaves out is meant to be shut out, so it is not refused until another worker is found: that can
    // take days in which the record stays open. But a case is not left with somebody to whom it is not there. Who works
    // beside the holder keeps the part, and with it the way in by breaking the glass.
    const leftOut = [...holdersOf(child)].filter(userId => !named.has(userId))
    for (const userId of leftOut) await leaveCases(tx, childId, userId, now, 'as holder')
    await insertRestriction(tx, which, { reason, by: who.userId, at: now })
    const left = leftOut.length > 0 ? ' Whoever held its case was left out: it waits for another worker.' : ''
    return redirect(safetyPath.to({ childId }), `The record is now restricted.${left}`)
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
