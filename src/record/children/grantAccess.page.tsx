import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { type Answer, notFound, redirect } from '../../platform/http/index.ts'
import {
  deleteAccess,
  insertAccess,
  leaveCases,
  listStaff,
  readAccess,
  seesChildren,
} from './accessQueries.ts'
import { childFrame, childOf } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { endAccessPath, grantAccessPath, safetyPath } from './paths.ts'
import { holdChild, holdRestrictions, isLastToOpen } from './whoCanOpenQueries.ts'

const grantRoutes = formPage({
  path: grantAccessPath,
  permission: 'child.restrict',
  about: 'child',
  change: 'Named somebody who may open a restricted record',
  view: 'Opened the form to name somebody',
  async load(request) {
    const loaded = await loadOfForm(request)
    if (!loaded.ok) return loaded
    const { childId, isRestricted } = loaded.value
    if (!isRestricted) return refused(redirect(safetyPath.to({ childId }), 'The record is not restricted.'))
    const staff = await listStaff(request.tx, childId)
    return ok({ childId, staff: staff.filter(({ isNamed, roles }) => !isNamed && seesChildren(roles)) })
  },
  form: ({ staff }) =>
    form({
      id: 'grant-access',
      fields: {
        person: {
          kind: 'choice',
          as: 'select',
          label: 'Who may open it?',
          required: 'Choose who may open the record',
          options: staff.map(({ userId, name }) => ({ value: userId, label: name })),
        },
        reason: { kind: 'text', label: 'Why?', required: 'Say why they may open it', maxLength: 500 },
      },
    }),
  title: () => 'Name somebody who may open this record',
  back: ({ childId }) => safetyPath.to({ childId }),
  frame: childFrame('safety'),
  submit: 'Give access',
  async save({ tx, who }, { person }, { childId }) {
    await holdChild(tx, childId)
    await insertAccess(tx, { serviceId: who.serviceId, childId }, person)
    return redirect(safetyPath.to({ childId }), 'Access has been given.')
  },
})

const somebodyElseFirst = (childId: string): Answer =>
  redirect(
    safetyPath.to({ childId }),
    'Somebody must be able to open the record: name another person first, or lift the restriction.',
  )

const endAccessRoutes = formPage({
  path: endAccessPath,
  permission: 'child.restrict',
  about: 'child',
  change: 'Ended somebody’s access to a restricted record',
  view: 'Opened the form to end it for somebody',
  async load(request) {
    const { params, tx } = request
    const childId = params.childId ?? ''
    const { named } = await readAccess(tx, childId)
    const access = named.find(({ accessId, until }) => accessId === params.accessId && until === null)
    if (!access) return refused(notFound)
    if (await isLastToOpen(tx, access.userId, childId)) return refused(somebodyElseFirst(childId))
    const cases = (await childOf(request))?.cases ?? []
    return ok({ childId, access, holds: cases.some(({ holderId }) => holderId === access.userId) })
  },
  form: () =>
    form({
      id: 'end-access',
      fields: {
        reason: { kind: 'text', label: 'Why?', required: 'Say why the access ends', maxLength: 500 },
      },
    }),
  title: () => 'End access',
  intro: ({ access, holds }) => (
    <p class="govuk-body">
      {access.name} will no longer be able to open this record.
      {holds && ' The case that they hold then waits for a senior to name another worker.'}
    </p>
  ),
  back: ({ childId }) => safetyPath.to({ childId }),
  frame: childFrame('safety'),
  submit: 'End access',
  isWarning: true,
  async save({ tx, who, now }, _values, { childId, access, holds }) {
    await holdRestrictions(tx)
    await holdChild(tx, childId)
    // Asked again, since now nobody can take the other accesses away in the same moment.
    if (await isLastToOpen(tx, access.userId, childId)) return somebodyElseFirst(childId)
    // A case is not left with somebody to whom it is not there. First, since it may be the asker's own access that ends.
    await leaveCases(tx, childId, access.userId, now, 'as holder')
    await deleteAccess(tx, childId, access.accessId)
    const to = access.userId === who.userId ? '/' : safetyPath.to({ childId })
    return redirect(to, `The access has ended.${holds ? ' The case waits for another worker.' : ''}`)
  },
})

export const grantAccessRoutes = [...grantRoutes, ...endAccessRoutes]
