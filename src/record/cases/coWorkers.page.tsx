import { form, formPage } from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { childFrame, holdChild, seesChildren } from '../children/index.ts'
import { findInvolvement, type Involvement, listColleagues } from './caseQueries.ts'
import { addCoWorker, endCoWorker, listCoWorkers } from './coWorkerQueries.ts'
import { addCoWorkerPath, casePath, endCoWorkerPath } from './paths.ts'

/** The case, while it is open: with its ending everybody's part has ended. */
async function loadOpen({ tx, params }: Request): Promise<Result<Involvement, Answer>> {
  const id = parseId<'involvement'>(params.involvementId ?? '')
  const it = id && (await findInvolvement(tx, id))
  if (!it || it.childId !== params.childId) return refused(notFound)
  if (it.endedAt) return refused(redirect(casePath.to(it), 'The case has ended.'))
  return ok(it)
}

/** Health workers, victim workers and others see a child only while they have a part in the case: this gives it. */
const addRoutes = formPage({
  path: addCoWorkerPath,
  permission: 'case.allocate',
  about: 'child',
  change: 'Added somebody who works in the case',
  view: 'Opened the form to add somebody who works in the case',
  async load(request) {
    const it = await loadOpen(request)
    if (!it.ok) return it
    await holdChild(request.tx, it.value.childId)
    const there = await listCoWorkers(request.tx, it.value.involvementId)
    const people = await listColleagues(request.tx, it.value.childId)
    const free = people.filter(
      ({ userId, roles }) =>
        seesChildren(roles) && userId !== it.value.holderId && !there.some(one => one.userId === userId),
    )
    return ok({ it: it.value, free })
  },
  form: ({ free }) =>
    form({
      id: 'add-co-worker',
      fields: {
        person: {
          kind: 'choice',
          as: 'select',
          label: 'Who works in this case as well?',
          hint: 'Not somebody who knows the family privately.',
          required: 'Choose who works in this case as well',
          options: free.map(({ userId, name }) => ({ value: userId, label: name })),
        },
      },
    }),
  title: () => 'Add somebody who works in the case',
  back: ({ it }) => casePath.to(it),
  frame: childFrame('cases'),
  submit: 'Add',
  async save({ tx, who, now }, { person }, { it }) {
    await addCoWorker(tx, who.serviceId, it, person, now)
    return redirect(casePath.to(it), 'Added to the case.')
  },
})

const endRoutes = formPage({
  path: endCoWorkerPath,
  permission: 'case.allocate',
  about: 'child',
  change: 'Ended somebody’s part in the case',
  view: 'Opened the form to end somebody’s part in the case',
  async load(request) {
    const it = await loadOpen(request)
    if (!it.ok) return it
    const there = await listCoWorkers(request.tx, it.value.involvementId)
    const worker = there.find(({ userId }) => userId === request.params.userId)
    return worker ? ok({ it: it.value, worker }) : refused(notFound)
  },
  form: () => form({ id: 'end-co-worker', fields: {} }),
  title: ({ worker }) => `End the part of ${worker.name}`,
  intro: ({ worker }) => (
    <p class="govuk-body">{worker.name} will no longer count as somebody who works with this child.</p>
  ),
  back: ({ it }) => casePath.to(it),
  frame: childFrame('cases'),
  submit: 'End it',
  isWarning: true,
  async save({ tx, now }, _values, { it, worker }) {
    await endCoWorker(tx, it.involvementId, worker.userId, now)
    return redirect(casePath.to(it), 'The part in the case has ended.')
  },
})

export const coWorkerRoutes = [...addRoutes, ...endRoutes]
