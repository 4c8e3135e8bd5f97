import { form, formPage, typedDate } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { handedOverBy, type Pathway } from '../../engine/pathways/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { casePath, momentOn } from '../cases/index.ts'
import { type Child, childFrame, childOf, sharingPath } from '../children/index.ts'
import { listTakenIn, type TakenIn } from './arrivedQueries.ts'
import { listTheirCases, theirWorkBegan } from './entryQueries.ts'
import { openFromPackage } from './openFromPackage.ts'
import { notOpenedWords, whyNotFrom } from './opening.ts'
import { Pairs } from './PackageWords.tsx'
import { openWithPath, otherServicesPath } from './paths.ts'

type Loaded = {
  child: Child
  taken: TakenIn
  pathways: readonly Pathway[]
  theirs: Awaited<ReturnType<typeof listTheirCases>>
  theirsBegan: Temporal.PlainDate | undefined
  today: Temporal.PlainDate
}

/** The pathways onto which a child of another service can come. */
export function pathwaysThatTakeOver(): readonly Pathway[] {
  return practiceInUse().pathways.filter(pathway => handedOverBy(pathway) !== undefined)
}

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, params, today } = request
  const child = await childOf(request)
  if (!child) return refused(notFound)
  const { childId } = child
  const all = await listTakenIn(tx, childId)
  const taken = all.find(({ arrivedTransferId }) => arrivedTransferId === params.arrivedTransferId)
  const pathways = pathwaysThatTakeOver()
  if (!taken || pathways.length === 0) return refused(notFound)
  const { involvementId } = taken
  if (involvementId !== null)
    return refused(turnBack(casePath.to({ childId, involvementId }), 'A case has been opened with it.'))
  const theirs = await listTheirCases(tx, childId, taken.arrivedTransferId)
  const began = await theirWorkBegan(tx, taken)
  return ok({ child, taken, pathways, theirs, theirsBegan: began && dayInUk(began), today })
}

const openForm = ({ child, taken, pathways }: Loaded) =>
  form({
    id: 'open-with-package',
    fields: {
      pathway: {
        kind: 'choice',
        label: 'On which pathway does it go on here?',
        required: 'Choose on which pathway it goes on',
        options: pathways.map(({ id, title, summary }) => ({
          value: id,
          label: title,
          hint: child.cases.some(each => each.pathway === id)
            ? 'A case of this child is open on it already. Open a second one only if both are wanted.'
            : summary,
        })),
      },
      from: {
        kind: 'date',
        label: 'From which day do we work with the child?',
        required: 'Enter from which day we work with the child',
        notAfterToday: 'The day cannot be in the future',
      },
      agreed: {
        kind: 'textarea',
        label: `What was agreed with ${taken.fromService}?`,
        hint: 'Who does what until when, who has told the child and the family, what is still open there.',
        required: 'Say what was agreed',
        maxLength: 5_000,
      },
    },
  })

/** Opens a case of our own with a record that came from another service. */
export const openWithRoutes = formPage({
  path: openWithPath,
  permission: 'transfer.take',
  about: 'child',
  change: 'Opened a case with a record from another service',
  view: 'Opened the form to open a case with a record from another service',
  load,
  form: openForm,
  title: () => 'Open a case with what came',
  intro: loaded => <Intro {...loaded} />,
  back: ({ child }) => otherServicesPath.to(child),
  frame: childFrame('details'),
  initial: ({ pathways, today }) => ({
    ...(pathways.length === 1 ? { pathway: pathways[0]?.id ?? '' } : {}),
    from: typedDate(today),
  }),
  submit: 'Open the case',
  async save({ tx, who, now }, { pathway: id, from, agreed }, { child, taken, pathways, theirsBegan }) {
    const pathway = pathways.find(each => each.id === id)
    if (!pathway)
      return {
        kind: 'errors',
        errors: [{ field: 'pathway', message: 'Choose on which pathway it goes on' }],
      }
    const { childId, birthDate } = child
    const message = whyNotFrom(from, { theirsBegan, birthDate })
    if (message !== undefined) return { kind: 'errors', errors: [{ field: 'from', message }] }
    const opened = await openFromPackage(tx, {
      ...{ serviceId: who.serviceId, taken, pathway, agreed: agreed.trim(), by: who.userId },
      at: momentOn(from, { notBefore: undefined, notAfter: undefined }, now),
    })
    if (!opened.ok)
      return turnBack(otherServicesPath.to({ childId }), notOpenedWords(opened.reason, pathway.title))
    const involvementId = opened.value
    return redirect(
      casePath.to({ childId, involvementId }),
      'The case is open. Nobody holds it yet: it stands on My day of the seniors.',
    )
  },
})

function Intro({ child, taken, theirs }: Loaded) {
  return (
    <>
      <p class="govuk-body">
        The case begins here at its beginning: what <bdi>{taken.fromService}</bdi> found and planned is read
        under{' '}
        <a class="govuk-link" href={otherServicesPath.to(child)}>
          Other services
        </a>{' '}
        and in the chronology, and stays theirs. Consent that was given there was given to them: ask the child
        and the family anew, and{' '}
        <a class="govuk-link" href={sharingPath.to(child)}>
          record it here
        </a>
        .
      </p>
      {theirs.map(({ title, words }) => (
        <section key={title}>
          <h2 class="govuk-heading-s">
            There: <bdi>{title}</bdi>
          </h2>
          <Pairs pairs={words.map(({ question, answer }) => [question, answer] as const)} />
        </section>
      ))}
    </>
  )
}
