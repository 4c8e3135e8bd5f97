import { type Fields, fingerprints, form, formPage } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { Button } from '../../ui/govuk/index.ts'
import {
  childFrame,
  childPage,
  holdRestrictions,
  keepCurrent,
  loadOfForm,
  sameChildPath,
  unmergePath,
} from '../children/index.ts'
import { holdRecords, listMerges, listSince, type Merge, moveBack, type Since } from './mergingQueries.ts'
import { countParted, type Parted } from './partedQueries.ts'
import { rowTitle } from './rowWords.ts'

type Loaded = {
  childId: string
  merge: Merge
  since: Since[]
  parted: Awaited<ReturnType<typeof countParted>>
}

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, params, sent } = request
  const loaded = await loadOfForm(request)
  if (!loaded.ok) return loaded
  const { childId } = loaded.value
  const merges = (await listMerges(tx, childId)).filter(({ unmergedAt }) => unmergedAt === null)
  const merge = merges.find(({ mergeId }) => mergeId === params.mergeId)
  if (!merge) return refused(notFound)
  if (sent.names().length > 0) {
    await holdRestrictions(tx)
    await holdRecords(tx, merge.keptId, merge.goneId)
  }
  const [latest] = merges
  if (latest && latest !== merge) return refused(await laterFirst(request, latest))
  return ok({ childId, merge, since: await listSince(tx, merge), parted: await countParted(tx, merge) })
}

/** A record that was merged again since is taken apart from the latest merge to the earliest. */
function laterFirst(request: Request, latest: Merge): Promise<Answer> {
  return childPage(request, {
    section: 'details',
    title: 'Not yet',
    body: child => (
      <>
        <h1 class="govuk-heading-l">Take the later merge apart first</h1>
        <p class="govuk-body">
          The record was merged with {latest.goneReference} (<bdi>{latest.goneName}</bdi>) afterwards, on{' '}
          {writeMoment(latest.at, ukZone)}. That has to be taken apart before this one.
        </p>
        <Button href={unmergePath.to({ childId: child.childId, mergeId: latest.mergeId })}>
          Take {latest.goneReference} apart
        </Button>
      </>
    ),
  })
}

/** Not a question: what the page showed as written since, kept with what the form was opened on. */
const shown = 'shown'
const shownIn = ({ since }: Loaded) => since.map(({ eventId }) => String(eventId))

function unmergeForm({ merge, since }: Loaded) {
  const fields = {
    ...(since.length > 0 && {
      go: {
        kind: 'choices',
        label: `What of this belongs to ${merge.goneReference}?`,
        hint: 'All this was added since the merge. What you do not tick stays in this record.',
        options: since.map(({ eventId, table, at, by, says }) => ({
          value: String(eventId),
          label: says === '' ? rowTitle(table) : `${rowTitle(table)}: ${says}`,
          hint: `${by ?? 'The program'}, ${writeMoment(at, ukZone)}`,
        })),
      },
    }),
    reason: {
      kind: 'textarea',
      label: 'Why are they taken apart?',
      required: 'Say why they are taken apart',
      maxLength: 2_000,
      rows: 3,
    },
  } as const satisfies Fields
  return form<Fields>({ id: 'unmerge', fields })
}

/** Takes two records apart that were merged and are not of one child. */
export const unmergeRoutes = formPage({
  path: unmergePath,
  permission: 'child.merge',
  about: 'child',
  change: 'Took a merge of two records apart',
  view: 'Opened the form to take a merge apart',
  load,
  form: unmergeForm,
  title: () => 'Take the two records apart',
  intro: loaded => <Intro {...loaded} />,
  back: ({ childId }) => sameChildPath.to({ childId }),
  version: () => 0,
  initial: loaded => ({ [shown]: shownIn(loaded) }),
  frame: childFrame('details'),
  submit: 'Take apart',
  isWarning: true,
  async save({ tx, now, sent }, values, loaded, answers) {
    const was = sent.one('_was').split(' ')
    if (!was.includes(fingerprints({ [shown]: shownIn(loaded) }))) {
      const message = 'Something more has been written since you opened this page: look at the list again'
      return { kind: 'errors', errors: [{ field: 'reason', message }], isAskedAnew: true }
    }
    const { childId, merge } = loaded
    const chosen = [answers.go ?? []].flat().map(Number)
    const said = { reason: String(values.reason), at: now }
    const answer = await moveBack(tx, merge.mergeId, chosen, said)
    switch (answer) {
      case 'done':
        for (const id of [merge.keptId, merge.goneId]) await keepCurrent(tx, id)
        return redirect(sameChildPath.to({ childId }), 'The records are two again.')
      case 'entangled': {
        const message =
          'Something that goes back belongs to something that stays. Tick, or leave, both of what belongs together'
        return { kind: 'errors', errors: [{ field: 'reason', message }] }
      }
      default:
        return turnBack(
          sameChildPath.to({ childId }),
          'Not taken apart: somebody else has changed it in the meantime.',
        )
    }
  },
})

const hasAny = ({ sure, possible }: Parted) => sure + possible > 0

/** "2", "2 for certain and up to 3 more, by what you tick below". */
function partedWords({ sure, possible }: Parted): string {
  const more = `up to ${possible}`
  if (possible === 0) return String(sure)
  return `${sure === 0 ? more : `${sure} for certain and ${more} more`}, by what you tick below`
}

function Intro({ merge, since, parted: { judgements, series } }: Loaded) {
  return (
    <>
      <p class="govuk-body">
        {merge.goneReference} (<bdi>{merge.goneName}</bdi>) was merged into this record by {merge.by},{' '}
        {writeMoment(merge.at, ukZone)}: <span class="tl-keep-lines">{merge.reason}</span>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Everything that came from {merge.goneReference} goes back to it, with what was changed in it since.
        </li>
        <li>
          What belongs to something else goes where that goes: everything in a case with the case, a file with
          its note, what was shared with its agreement.
        </li>
        <li>
          The details of this record become what they were before the merge, except those that somebody has
          changed since. {merge.goneReference} has the details that it had.
        </li>
        <li>
          If anything was written since the merge, each of the two stays open to the same people as the merged
          record is now, because it may say something about either child. A manager can change that
          afterwards.
        </li>
        {hasAny(judgements) && (
          <li>
            What was said of an offence in a follow-up is deleted: {partedWords(judgements)}, where the
            offence goes to one record and the follow-up to the other. The history keeps it.
          </li>
        )}
        {hasAny(series) && (
          <li>
            A series of appointments is taken apart: {partedWords(series)}, where some appointments go and
            others stay. The appointments themselves stand as they are; change each by itself from then on.
          </li>
        )}
      </ul>
      {since.length === 0 && (
        <p class="govuk-body">Nothing has been added since that would have to be sorted.</p>
      )}
    </>
  )
}
