import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import {
  deleteAccess,
  holdRestriction,
  insertAccess,
  listStaff,
  readAccess,
  seesChildren,
} from './accessQueries.ts'
import { childFrame } from './frame.tsx'
import { loadOfForm } from './loadOfForm.ts'
import { endAccessPath, grantAccessPath, safetyPath } from './paths.ts'

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
    await insertAccess(tx, { serviceId: who.serviceId, childId }, person)
    return redirect(safetyPath.to({ childId }), 'Access has been given.')
  },
})

const endAccessRoutes = formPage({
  path: endAccessPath,
  permission: 'child.restrict',
  about: 'child',
  change: 'Ended somebody’s access to a restricted record',
  view: 'Opened the form to end it for somebody',
  async load(request) {
    const { params, tx } = request
    const childId = params.childId ?? ''
    // Whoever comes second sees what the first has left.
    await holdRestriction(tx, childId)
    const { named } = await readAccess(tx, childId)
    const access = named.find(({ accessId, until }) => accessId === params.accessId && until === null)
    if (!access) return refused(notFound)
    const others = named.filter(
      ({ until, userId, canOpen }) => until === null && canOpen && userId !== access.userId,
    )
    return others.length > 0
      ? ok({ childId, access })
      : refused(
          redirect(
            safetyPath.to({ childId }),
            'Somebody must be able to open the record: name another person first, or lift the restriction.',
          ),
        )
  },
  form: () =>
    form({
      id: 'end-access',
      fields: {
        reason: { kind: 'text', label: 'Why?', required: 'Say why the access ends', maxLength: 500 },
      },
    }),
  title: () => 'End access',
  intro: ({ access }) => <p class="govuk-body">{access.name} will no longer be able to open this record.</p>,
  back: ({ childId }) => safetyPath.to({ childId }),
  frame: childFrame('safety'),
  submit: 'End access',
  isWarning: true,
  async save({ tx, who }, _values, { childId, access }) {
    await deleteAccess(tx, childId, access.accessId)
    const to = access.userId === who.userId ? '/' : safetyPath.to({ childId })
    return redirect(to, 'The access has ended.')
  },
})

export const grantAccessRoutes = [...grantRoutes, ...endAccessRoutes]
