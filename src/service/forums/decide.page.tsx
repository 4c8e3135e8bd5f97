import {
  type Fields,
  formPage,
  type Row,
  type RowsField,
  rowsOf,
  typedAnswers,
} from '../../engine/forms/index.ts'
import { decisionsOn, type Forum } from '../../engine/forums/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { type ActionAgreed, decideItem, type Motion, type NotDecided } from './decideItem.ts'
import { answersOfDecision, answersOnPage, asksOfDecisions } from './decisionForm.ts'
import type { Item } from './itemQueries.ts'
import { type LoadedItem, loadItem, loadKept } from './loadForum.ts'
import { loadBrought } from './loadRoom.ts'
import { findMeeting, type Meeting } from './meetingQueries.ts'
import { decidePath, itemPath, roomPath } from './paths.ts'
import { type Brought, ThreeColumns } from './roomParts.tsx'
import { Referral, titleOf } from './words.tsx'

type Loaded = LoadedItem & { meeting: Meeting; brought: Brought }

const pageOf = ({ forum, item }: LoadedItem) => itemPath.to({ forumId: forum.id, itemId: item.itemId })

/** Back into the room while the meeting goes on. */
const backOf = (it: Loaded) =>
  it.meeting.state === 'open'
    ? roomPath.to({ forumId: it.forum.id, meetingId: it.meeting.meetingId })
    : pageOf(it)

/** What the meeting decided about one child or paper, why, and who saw it otherwise. */
export const decideRoutes = formPage<Fields, Loaded>({
  path: decidePath,
  permission: 'forums.see',
  change: 'Wrote down what a meeting decided',
  async load(request) {
    const found = await loadItem(request, loadKept)
    if (!found.ok) return refused(found.reason)
    const { item, forum } = found.value
    if (item.childId) request.seen([item.childId], `On an agenda: ${forum.title}`)
    const meeting = item.meetingId === null ? undefined : await findMeeting(request.tx, item.meetingId)
    const why = notNow(found.value, meeting, request.today)
    return meeting && why === undefined
      ? ok({ ...found.value, meeting, brought: await loadBrought(request.tx, item) })
      : refused(turnBack(pageOf(found.value), why ?? 'It stands on the agenda of no meeting yet.'))
  },
  form: ({ forum, item, meeting }) => ({
    id: 'decide',
    fields: {
      decision: {
        kind: 'choice',
        label: 'What was decided?',
        required: 'Choose what was decided',
        options: offeredAt(forum, meeting).map(([value, { title, hint }]) => ({
          value,
          label: title,
          ...(hint && { hint }),
        })),
      },
      ...asksOfDecisions(Object.fromEntries(offeredAt(forum, meeting))),
      reasons: {
        kind: 'textarea',
        label: 'Why?',
        hint: 'So that the child, a parent or an inspector could understand it.',
        required: 'Give the reasons for the decision',
        maxLength: 5_000,
        rows: 4,
      },
      dissent: {
        kind: 'textarea',
        label: 'Who saw it otherwise, and why?',
        hint: 'Leave it empty if all agreed.',
        maxLength: 5_000,
        rows: 3,
      },
      actions: actionRows(forum, item),
    },
  }),
  title: ({ item }) => `What was decided: ${titleOf(item)}`,
  intro: ({ forum, item, brought }) => (
    <>
      {item.kind === 'child' ? (
        <ThreeColumns forum={forum} it={brought} seats={[]} level={2} />
      ) : (
        <Referral forum={forum} item={item} />
      )}
      {item.kind === 'child' && item.involvementId === null && stepsMayFollow({ forum }) && (
        <InsetText>
          It was brought about no case: a decision that moves a case on has to be recorded in the case by
          hand.
        </InsetText>
      )}
      {forum.lastWord && <p class="govuk-body">{forum.lastWord}</p>}
    </>
  ),
  back: it => backOf(it),
  initial: ({ forum, item }) =>
    item.decision === null
      ? {}
      : {
          decision: item.decision,
          ...typedAnswers(
            asksOfDecisions(forum.decisions),
            answersOnPage(forum, item.decision, item.decisionAnswers),
          ),
          reasons: item.reasons,
          dissent: item.dissent,
        },
  frame: async (_request, answer) => ({ ...answer, width: 'wide' }),
  version: ({ item }) => item.version,
  row: ({ item }) => ({ table: 'forum_item', key: { item_id: item.itemId } }),
  submit: 'Write it down',
  async save(request, _values, loaded, answers) {
    const { forum, item, meeting } = loaded
    const decision = String(answers.decision)
    const said = {
      decision,
      answers: answersOfDecision(forum, decision, answers),
      reasons: String(answers.reasons),
      dissent: String(answers.dissent ?? ''),
      actions: rowsOf(answers.actions).map(actionOf),
    }
    const done = await decideItem(request, { forum, item, meeting, said })
    if (!done.ok)
      return { kind: 'errors', errors: [{ field: 'decision', message: refusalWords[done.reason.kind] }] }
    return redirect(backOf(loaded), motionWords(done.value))
  },
})

const offeredAt = (forum: Forum, { day }: Meeting) => decisionsOn(forum, practiceInUse().codeLists, day)

/** Who does what by when: of whoever holds a seat. What was set before stands in the register, and is not set twice. */
const actionRows = (forum: Forum, { state }: Item): RowsField => ({
  kind: 'rows',
  label:
    state === 'decided' ? 'What else has to be done, by whom, and by when?' : 'Who does what, and by when?',
  one: 'Action',
  most: 12,
  columns: {
    what: { kind: 'text', label: 'What', required: 'Say what has to be done', maxLength: 300 },
    seat: {
      kind: 'choice',
      as: 'select',
      label: 'Who',
      required: 'Choose who does it',
      options: Object.entries(forum.seats).map(([value, { title }]) => ({ value, label: title })),
    },
    by: {
      kind: 'date',
      label: 'By when',
      notBeforeToday: 'The day by which it is done cannot be in the past',
    },
  },
})

const actionOf = ({ what, seat, by }: Row): ActionAgreed => ({
  what: String(what),
  seat: String(seat),
  by: by === undefined ? undefined : Temporal.PlainDate.from(String(by)),
})

const stepsMayFollow = ({ forum }: Pick<LoadedItem, 'forum'>) =>
  Object.values(forum.decisions).some(({ sets }) => sets?.step !== undefined)

/** Why nothing can be decided about it now; undefined where it can. */
function notNow(
  { item }: LoadedItem,
  meeting: Meeting | undefined,
  today: Request['today'],
): string | undefined {
  if (item.state === 'withdrawn') return 'It was taken off the agenda.'
  if (meeting?.state === 'closed') return 'The meeting is over: what was decided stands in its minutes.'
  if (meeting && Temporal.PlainDate.compare(meeting.day, today) > 0) return 'The meeting has not been yet.'
  return undefined
}

const refusalWords: Record<NotDecided['kind'], string> = {
  overtaken: 'Somebody else has written something down since. Look at it, then save',
  'step-taken':
    'The case has moved on by the first decision. Correct it in the case first, then change it here',
  'came-back': 'What the first decision brought back has been discussed already. It stays as it is',
}

/** What the decision has set in motion. */
function motionWords({ step, stepNotOffered, comesBack, actions }: Motion): string {
  return [
    'Written down.',
    ...(step ? [`In the case: ${step}.`] : []),
    ...(stepNotOffered
      ? ['The case does not stand where this can be recorded, or asks for more: record it in the case.']
      : []),
    ...(comesBack ? ['It comes back.'] : []),
    ...(actions > 0 ? [`${actions} in the register of actions.`] : []),
  ].join(' ')
}
