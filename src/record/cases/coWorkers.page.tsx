import {
  askingPeople,
  type Fields,
  type Form,
  form,
  formPage,
  type Nameable,
} from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { rolesWith } from '../../platform/access/index.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { childFrame, holdChild } from '../children/index.ts'
import { whoCanBeNamed } from '../workforce/index.ts'
import { findInvolvement, type Involvement } from './caseQueries.ts'
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

const coWorker = {
  person: {
    kind: 'person',
    label: 'Who works in this case as well?',
    hint: 'Not somebody who knows the family privately.',
    required: 'Choose who works in this case as well',
    roles: rolesWith('child.see'),
  },
} as const satisfies Fields

/** Health workers, victim workers and others see a child only while they have a part in the case: this gives it. */
const addRoutes = formPage<Fields, { it: Involvement; people: readonly Nameable[] }>({
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
    const people = (await whoCanBeNamed(request, it.value.childId)).filter(
      ({ userId }) => userId !== it.value.holderId && !there.some(one => one.userId === userId),
    )
    return ok({ it: it.value, people })
  },
  form: ({ people }): Form => ({ id: 'add-co-worker', fields: askingPeople(coWorker, people) }),
  title: () => 'Add somebody who works in the case',
  back: ({ it }) => casePath.to(it),
  frame: childFrame('cases'),
  submit: 'Add',
  async save({ tx, who, now }, _values, { it }, { person }) {
    await addCoWorker(tx, who.serviceId, it, String(person), now)
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
