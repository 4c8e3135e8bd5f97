import { form, formPage } from '../../engine/forms/index.ts'
import { listRoutes, practiceInUse } from '../../engine/packs/index.ts'
import { type Pathway, takesFrom } from '../../engine/pathways/index.ts'
import { ageOn } from '../../kernel/age.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { setReason } from '../../platform/database/index.ts'
import { type Answer, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { InsetText, SummaryList, WarningText } from '../../ui/govuk/index.ts'
import { casePath, type Involvement, listOpenCases, standing } from '../cases/index.ts'
import { learnBirthDate, listPairsAmong, mergePath, type Pair, raisedWords } from '../children/index.ts'
import { whenToldOfClosing } from '../referrers/index.ts'
import { surelyOutOfRange } from './ageAtNotification.ts'
import { AlsoWaiting, alsoWaiting } from './alsoWaiting.tsx'
import { listSenders } from './apiSenderQueries.ts'
import { birthSaid } from './birthSaid.ts'
import { findCandidates } from './candidateQueries.ts'
import { listReopenings, type Reopening } from './closingQueries.ts'
import { EarlierClosings } from './EarlierClosings.tsx'
import { dayReceived, describedBy, identify, joinCase, saidIn } from './identify.ts'
import { loadOpen } from './loadOpen.ts'
import { type Match, rankMatches, twoOfOne } from './matching.ts'
import { formOf } from './notification.form.ts'
import {
  holdIdentifying,
  listOfSameReference,
  type Notification,
  type OfSameReference,
} from './notificationQueries.ts'
import { childOptions, newChild, offeredAnew, offeredMark, wasOffered } from './offeredChildren.ts'
import { arrivalPath, arrivalsPath } from './paths.ts'
import {
  AllThatWasSaid,
  comparedFields,
  routeWords,
  SameReference,
  saidInOneText,
  summaryRows,
} from './whatWasSaid.tsx'

type Loaded = {
  notification: Notification
  ofSame: OfSameReference[]
  matches: Match[]
  /** What was said of any two of the children offered. */
  pairs: Pair[]
  /** Two of them who look like one child. */
  alike: [Match, Match][]
  canMerge: boolean
  pathways: Pathway[]
  /** The open cases of the children offered, on a pathway that takes what arrived. */
  joinable: Involvement[]
  /** Other arrivals that wait and may be about the same child. */
  beside: Notification[]
  /** The partners' systems that sent it. */
  systems: string[]
  /** That it had been closed, and when whoever sent it was told so. */
  reopenings: Reopening[]
  toldAt: Temporal.Instant | undefined
  today: Temporal.PlainDate
}

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const open = await loadOpen(request)
  if (!open.ok) return open
  // One after the other: the second of two children who may be one is then compared with the first.
  if (request.sent.names().length > 0) await holdIdentifying(request.tx)
  const described = describedBy(open.value)
  const matches = rankMatches(await findCandidates(request.tx, described), described).slice(0, 10)
  const pairs = await listPairsAmong(
    request.tx,
    matches.map(({ candidate }) => candidate.childId),
  )
  const ofSame = await listOfSameReference(request.tx, open.value)
  request.seen(
    [...matches.map(({ candidate }) => candidate.childId), ...ofSame.flatMap(({ childId }) => childId ?? [])],
    'Shown as a child whom an arrival may be about',
  )
  const { routeIn, details } = open.value
  const openCases = await listOpenCases(
    request.tx,
    matches.map(({ candidate }) => candidate.childId),
  )
  const pathways = practiceInUse().pathways.filter(pathway => takesFrom(pathway, routeIn, details))
  return ok({
    notification: open.value,
    ofSame,
    matches,
    pairs,
    alike: twoOfOne(matches, pairs),
    canMerge: reachOf('child.merge', request.who.roles) !== undefined,
    pathways,
    joinable: openCases.filter(({ pathway }) => pathways.some(({ id }) => id === pathway)),
    beside: await alsoWaiting(request.tx, open.value),
    systems: await listSenders(request.tx, open.value.notificationId),
    reopenings: await listReopenings(request.tx, open.value.notificationId),
    toldAt: await whenToldOfClosing(request.tx, open.value.notificationId),
    today: request.today,
  })
}

function identifyForm(loaded: Loaded) {
  const { notification, matches, pairs, pathways, joinable } = loaded
  const { birthDate } = notification
  const learning = matches
    .filter(({ candidate }) => candidate.birthDateBasis !== 'known')
    .map(({ candidate }) => candidate.childId)
  const options = childOptions(
    matches,
    ({ childId, openCases }) => saidOf(childId, pairs) + openWords(openCases),
  )
  return form({
    id: 'identify',
    fields: {
      child: {
        kind: 'choice',
        label: 'Which child is it?',
        hint: 'Brothers, sisters and cousins share names and addresses. If in doubt, ask whoever sent it.',
        required: 'Choose which child it is',
        options,
      },
      ...(learning.length > 0 &&
        birthDate && {
          'birth-date': {
            kind: 'choice',
            label: `Is ${writeDate(birthDate)} the date of birth?`,
            hint: 'Our record has an estimate or none. Yes puts this one in its place.',
            appliesWhen: { field: 'child', is: learning },
            required: 'Say whether this is the date of birth',
            options: [
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No, or it is not certain' },
            ],
          },
        }),
      ...Object.fromEntries(
        [...Map.groupBy(joinable, ({ childId }) => childId)].map(([childId, cases]) => [
          joinField(childId),
          whichCase(childId, cases, formOf(notification).called),
        ]),
      ),
      ...(pathways.length > 1 && {
        pathway: {
          kind: 'choice',
          label: 'Which pathway does this open?',
          // Not needed for what joins a case.
          ...(joinable.length === 0 ? { required: choosePathway } : { isUnmarked: true }),
          options: pathways.map(({ id, title }) => ({ value: id, label: title })),
        },
      }),
    },
  })
}

const choosePathway = 'Choose a pathway'
const ownCase = 'new'
const joinField = (childId: string) => `case-${childId}`

/** Whether what arrived belongs to a case of the child that is open already. */
function whichCase(childId: string, cases: readonly Involvement[], called: string) {
  return {
    kind: 'choice',
    label: `Does the ${called} belong to the case that is open?`,
    hint: 'Added to it, it is a note of the case, and nothing on the case moves. Whoever sent it is told what becomes of the case.',
    appliesWhen: { field: 'child', is: [childId] },
    required: `Say whether the ${called} belongs to the case that is open`,
    options: [
      ...cases.map(it => ({ value: it.involvementId, label: `Yes: add it to ${caseWords(it)}` })),
      { value: ownCase, label: 'No: open a case of its own' },
    ],
  } as const
}

function caseWords(it: Involvement): string {
  const pathway = practiceInUse().pathways.find(({ id }) => id === it.pathway)
  const since = writeDate(dayInUk(it.startedAt))
  return `“${pathway?.title ?? it.pathway}”, ${standing(pathway, it).toLowerCase()}, open since ${since}`
}

/** Said beside a child of whom it was said that another who is offered is not the same: “Twin of K7M2-9QXD.” */
function saidOf(childId: string, pairs: readonly Pair[]): string {
  return pairs
    .filter(pair => pair.childId === childId)
    .map(({ relation, reference }) => ` You have said: ${pairWords[relation]} ${reference}.`)
    .join('')
}

const pairWords = {
  twin: 'twin of',
  sibling: 'brother or sister of',
  different: 'not the same child as',
} as const

/** Said beside a child whose case is open: what arrived may belong to it. */
function openWords(openCases: number): string {
  if (openCases === 0) return ''
  return openCases === 1 ? ' Has an open case.' : ` Has ${openCases} open cases.`
}

/** The page on which a person says which child an arrival is about. */
const identifyRoutes = formPage({
  path: arrivalPath,
  permission: 'arrivals.work',
  change: 'Said which child an arrival is about',
  load,
  form: loaded => identifyForm(loaded),
  title: ({ notification: { givenName, familyName } }) => `Who is ${`${givenName} ${familyName}`.trim()}?`,
  intro: loaded => <Intro {...loaded} />,
  reference: ({ notification, today }) => <AllThatWasSaid notification={notification} today={today} />,
  back: () => arrivalsPath.to(),
  version: ({ notification }) => notification.version,
  initial: ({ matches }) => offeredMark(matches),
  row: ({ notification }) => ({
    table: 'notification',
    key: { notification_id: notification.notificationId },
  }),
  submit: ({ joinable }) => (joinable.length > 0 ? 'Save' : 'Open the case'),
  async save({ tx, who, sent, now, today }, values, loaded, answers) {
    const { notification, matches, pathways, joinable } = loaded
    const { child } = values
    if (child === newChild && !wasOffered(sent.one('_was'), matches))
      return { kind: 'errors', errors: [{ field: 'child', message: offeredAnew }], isAskedAnew: true }
    if (pathways.length === 0) {
      const message = `${noPathwayWords(notification)}. Close it with the reason, or leave it until there is one`
      return { kind: 'errors', errors: [{ field: 'child', message }] }
    }
    const isOffered = child === newChild || matches.some(({ candidate }) => candidate.childId === child)
    const joins = joinable.find(it => it.involvementId === answers[joinField(child)])
    const asked = joins?.pathway ?? answers.pathway
    const pathway = pathways.length > 1 ? pathways.find(({ id }) => id === asked) : pathways[0]
    if (!isOffered)
      return { kind: 'errors', errors: [{ field: 'child', message: 'Choose which child it is' }] }
    if (!pathway) return { kind: 'errors', errors: [{ field: 'pathway', message: choosePathway }] }
    const { called } = formOf(notification)
    const wrong = !joins && ageWrongFor(notification, pathway)
    if (wrong) {
      const message = `${pathway.title} is for children aged ${pathway.ages.from} to ${pathway.ages.to}. By the date of birth this person was ${wrong}. Close the ${called} with a reason, or ask whoever sent it for the right date`
      return { kind: 'errors', errors: [{ field: 'child', message }] }
    }
    // Beside what is changed, in the audit and in the child's history.
    const reason = answers['child-reason']
    if (reason !== undefined) await setReason(tx, String(reason))
    const settled = { serviceId: who.serviceId, notification, by: who.userId, now }
    const found = child === newChild ? newChild : { childId: child }
    const done = joins
      ? await joinCase(tx, { ...settled, ...joins, said: saidInOneText(notification, today) })
      : await identify(tx, { ...settled, child: found, pathway })
    if (!done.ok)
      return turnBack(
        arrivalsPath.to(),
        done.reason.kind === 'case-ended'
          ? 'Not saved: the case has ended in the meantime. Open the arrival again and choose anew.'
          : 'Not saved: somebody else has dealt with it in the meantime.',
      )
    if (answers['birth-date'] === 'yes' && notification.birthDate)
      await learnBirthDate(tx, done.value.childId, notification.birthDate)
    const words = joins ? `The ${called} has been added to this case as a note.` : 'The case is open.'
    return redirect(casePath.to(done.value), `${words}${raisedWords(done.value.alerts)}`)
  },
})

export const identifyPageRoutes = identifyRoutes

/** Why no case can be opened: nothing takes the route, or only with another answer. */
function noPathwayWords(notification: Notification): string {
  const { called } = formOf(notification)
  const isRoute = listRoutes(practiceInUse()).some(({ id }) => id === notification.routeIn)
  const withOutcome = isRoute && saidIn(notification).text('outcome') !== '' ? ' with this outcome' : ''
  return `No pathway of this service takes a ${called}${withOutcome}`
}

/** How old the child was when it was received, where a date of birth was said or estimated. */
function ageRow(notification: Notification): { key: string; value: string }[] {
  const birth = birthSaid(saidIn(notification))
  const received = dayReceived(notification)
  if (!birth || Temporal.PlainDate.compare(birth.date, received) > 0) return []
  const age = ageOn(birth.date, received)
  return [{ key: 'Age when it was received', value: birth.basis === 'known' ? String(age) : `about ${age}` }]
}

/** That no pathway takes somebody of this age, said before anybody looks for the child. */
function ageWrongForAll(notification: Notification, pathways: readonly Pathway[]): string | undefined {
  const wrong = pathways.map(pathway => ageWrongFor(notification, pathway))
  const [first] = wrong
  return first !== undefined && wrong.every(words => words !== undefined)
    ? `No pathway of this service takes somebody of this age: by the date of birth ${first}.`
    : undefined
}

/** The age that a pathway does not take, in words; undefined where it takes, or may take, the child. */
function ageWrongFor(notification: Notification, { ages }: Pathway): string | undefined {
  const said = saidIn(notification)
  const [offenceDate, outcomeDate] = [said.day('offence-date'), said.day('outcome-date')]
  const days = { offenceDate, outcomeDate, received: dayReceived(notification) }
  return surelyOutOfRange(birthSaid(said), days, ages, formOf(notification).called)
}

/** Only what tells one child from another; all the rest stands below the question. */
function Intro(loaded: Loaded) {
  const { notification, ofSame, beside, matches, alike, canMerge, pathways, systems, today } = loaded
  const form = formOf(notification)
  const compared = [
    { key: 'Sent by', value: routeWords(notification) },
    ...(systems.length > 0 ? [{ key: 'Through the system', value: systems.join(', ') }] : []),
    ...summaryRows(notification, today, comparedFields(form)),
    ...ageRow(notification),
  ]
  const wrongAge = ageWrongForAll(notification, pathways)
  return (
    <>
      {pathways.length === 0 && (
        <WarningText>{noPathwayWords(notification)} yet, so no case can be opened.</WarningText>
      )}
      {wrongAge && <WarningText>{wrongAge}</WarningText>}
      <EarlierClosings {...loaded} />
      <SummaryList rows={compared} />
      {ofSame.length > 0 && <SameReference others={ofSame} />}
      <AlsoWaiting others={beside} />
      {alike.length > 0 && (
        <InsetText>
          {alike.map(([{ candidate: one }, { candidate: other }]) => (
            <p class="govuk-body" key={`${one.childId} ${other.childId}`}>
              {one.reference} and {other.reference} may be two records of one child.{' '}
              {canMerge ? (
                <a class="govuk-link" href={mergePath.to({ childId: one.childId, otherId: other.childId })}>
                  Compare the two
                </a>
              ) : (
                'A senior or a manager can merge them.'
              )}
            </p>
          ))}
        </InsetText>
      )}
      {matches.length === 0 && (
        <p class="govuk-body">No child that you may see has a name or a date of birth like this.</p>
      )}
    </>
  )
}
