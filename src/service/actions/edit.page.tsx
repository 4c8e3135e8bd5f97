import { formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { relationTo } from '../../record/children/index.ts'
import { actionForm, changeWords, saidIn, typedAction } from './action.form.ts'
import { stateOf } from './action.ts'
import { changeSaid, findAction, insertProgress } from './actionQueries.ts'
import { addAction } from './addAction.ts'
import { listOwners } from './ownerQueries.ts'
import { actionPath, actionsPath, changeActionPath, newActionPath } from './paths.ts'

const newRoutes = formPage({
  path: newActionPath,
  permission: 'actions.keep',
  change: 'Set an action',
  async load({ tx, who, query }) {
    const childId = query.get('child')
    if (childId !== null) {
      const relation = await relationTo(tx, childId)
      if (!relation || !may('child.see', who.roles, relation.related)) return refused(notFound)
    }
    return ok({ childId, owners: await listOwners(tx, null) })
  },
  form: ({ owners }) => actionForm(owners),
  title: () => 'Set an action',
  draftOf: ({ childId }) => (childId === null ? [] : [childId]),
  back: () => actionsPath.to(),
  submit: 'Save',
  async save({ tx, who, now, today }, values, { childId, owners }) {
    const said = saidIn(values, owners, childId)
    if (!said.ok) return { kind: 'errors', errors: said.reason }
    const { serviceId, userId: by } = who
    const actionId = await addAction(tx, { ...said.value, serviceId, by, at: now, givenOn: today })
    return actionId === undefined
      ? notFound
      : redirect(actionPath.to({ actionId }), 'The action has been set.')
  },
})

const changeRoutes = formPage({
  path: changeActionPath,
  permission: 'actions.keep',
  change: 'Changed an action',
  async load({ tx, who, params }) {
    const it = await findAction(tx, who, params.actionId ?? '')
    if (!it || stateOf(it) !== 'open') return refused(notFound)
    return ok({ it, owners: await listOwners(tx, it.ownerId) })
  },
  form: ({ owners }) => actionForm(owners),
  title: () => 'Change an action',
  back: ({ it }) => actionPath.to(it),
  initial: ({ it }) => typedAction(it),
  version: ({ it }) => it.version,
  row: ({ it }) => ({ table: 'action', key: { action_id: it.actionId } }),
  submit: 'Save',
  async save({ tx, who, now }, values, { it, owners }) {
    const said = saidIn(values, owners, it.childId)
    if (!said.ok) return { kind: 'errors', errors: said.reason }
    const words = changeWords(it, said.value, owners)
    if (words === '') return redirect(actionPath.to(it), 'Nothing was changed.')
    if (await changeSaid(tx, it, said.value)) {
      const { serviceId, userId: by } = who
      await insertProgress(tx, it, { serviceId, kind: 'changed', words, by, at: now })
      return redirect(actionPath.to(it), 'The action has been saved.')
    }
    const theirs = await findAction(tx, who, it.actionId)
    return theirs ? { kind: 'collision', theirs: typedAction(theirs), version: theirs.version } : notFound
  },
})

export const editRoutes = [...newRoutes, ...changeRoutes]
