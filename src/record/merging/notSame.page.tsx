import { form, formPage } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { Table } from '../../ui/govuk/index.ts'
import {
  type Child,
  childFrame,
  deletePair,
  insertPair,
  listPairsAmong,
  loadChild,
  loadOfForm,
  mergePath,
  nameOf,
  notSamePath,
  relationWords,
  sameChildPath,
  takeBackNotSamePath,
} from '../children/index.ts'
import { compareDetails, type DetailPart } from './compareDetails.ts'

type Two = { child: Child; other: Child; today: Temporal.PlainDate; canMerge: boolean }

async function loadTwo(request: Request): Promise<Result<Two, Answer>> {
  const loaded = await loadOfForm(request)
  if (!loaded.ok) return loaded
  const other = await loadChild(request.tx, request.params.otherId ?? '')
  if (!other || other.childId === loaded.value.childId) return refused(notFound)
  request.seen([other.childId], 'Shown as like another child')
  const canMerge = may('child.merge', request.who.roles, loaded.value.isRelated)
  return ok({ child: loaded.value, other, today: request.today, canMerge })
}

const idsOf = ({ child, other }: Two) => ({ childId: child.childId, otherId: other.childId })

function Other({ other }: Two) {
  return (
    <p class="govuk-body">
      The other child is <bdi>{nameOf(other)}</bdi> ({other.reference}).
    </p>
  )
}

/** What tells one child from another, of both records. */
function SideBySide({ child, other, today }: Two) {
  const told = compareDetails(child, other, today).filter(({ part }) => telling.has(part))
  return (
    <Table
      caption="The two records"
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader
      head={['Detail', child.reference, other.reference]}
      rows={told.map(({ label, kept, gone }) => [label, kept || 'Not recorded', gone || 'Not recorded'])}
    />
  )
}

const telling: ReadonlySet<DetailPart> = new Set([
  ...(['name', 'known-as', 'birth-date', 'sex', 'ethnicity', 'language'] as const),
  ...(['address', 'phone', 'school'] as const),
])

/** Where whoever looks goes if it is one child after all. */
function IfTheSame({ child, other, canMerge }: Two) {
  return (
    <p class="govuk-body">
      Is it the same child?{' '}
      {canMerge ? (
        <a class="govuk-link" href={mergePath.to({ childId: child.childId, otherId: other.childId })}>
          Look at what merging the two records would do
        </a>
      ) : (
        `Ask a senior or a manager to merge ${child.reference} and ${other.reference}.`
      )}
    </p>
  )
}

/** Says of two children who are alike that they are not one. */
const sayRoutes = formPage({
  path: notSamePath,
  permission: 'child.edit',
  about: 'child',
  change: 'Said of two children that they are not one',
  view: 'Opened the form to say that two children are not one',
  load: loadTwo,
  form: () =>
    form({
      id: 'not-same',
      fields: {
        relation: {
          kind: 'choice',
          label: 'What is the other child to this one?',
          required: 'Choose what the other child is to this one',
          options: [
            { value: 'twin', label: relationWords.twin },
            { value: 'sibling', label: relationWords.sibling },
            { value: 'different', label: 'Another child who is only alike' },
          ],
        },
        note: {
          kind: 'text',
          label: 'What tells them apart?',
          hint: 'For example the school, a middle name, who they live with.',
          maxLength: 500,
        },
      },
    }),
  title: () => 'One child, or two?',
  intro: two => (
    <>
      <SideBySide {...two} />
      <IfTheSame {...two} />
      <h2 class="govuk-heading-m">They are two children</h2>
      <p class="govuk-body">
        Say so here. It will stand in both records, for those who may open both. They are then not offered as
        one child again.
      </p>
    </>
  ),
  back: ({ child }) => sameChildPath.to(child),
  frame: childFrame('details'),
  submit: 'Save',
  async save({ tx, who, now }, { relation, note }, two) {
    await insertPair(tx, {
      ...idsOf(two),
      serviceId: who.serviceId,
      relation,
      note,
      by: who.userId,
      at: now,
    })
    return redirect(sameChildPath.to(two.child), 'It has been said that these are two children.')
  },
})

const takeBackRoutes = formPage({
  path: takeBackNotSamePath,
  permission: 'child.edit',
  about: 'child',
  change: 'Took back that two children are not one',
  view: 'Opened the form to take back that two children are not one',
  async load(request) {
    const two = await loadTwo(request)
    if (!two.ok) return two
    const { childId, otherId } = idsOf(two.value)
    return (await listPairsAmong(request.tx, [childId, otherId])).length > 0 ? two : refused(notFound)
  },
  form: () =>
    form({
      id: 'take-back-not-same',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why is it taken back?',
          required: 'Say why it is taken back',
          maxLength: 500,
        },
      },
    }),
  title: () => 'Take back that they are two children',
  intro: two => <Other {...two} />,
  back: ({ child }) => sameChildPath.to(child),
  frame: childFrame('details'),
  submit: 'Take back',
  async save({ tx }, _values, two) {
    await deletePair(tx, idsOf(two))
    return redirect(sameChildPath.to(two.child), 'It has been taken back.')
  },
})

export const notSameRoutes = [...sayRoutes, ...takeBackRoutes]
