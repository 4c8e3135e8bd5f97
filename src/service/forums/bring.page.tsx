import { type Fields, form, formPage, type Option } from '../../engine/forms/index.ts'
import { findForum, findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { listOpenCases } from '../../record/cases/index.ts'
import { childFrame, childOf, meetingsPath } from '../../record/children/index.ts'
import { insertItem, isBrought } from './itemQueries.ts'
import { listMine, loadForum } from './loadForum.ts'
import { findMeeting, listMeetingsFrom, type Meeting } from './meetingQueries.ts'
import { bringChildPath, bringPaperPath, chooseForumPath, forumPath } from './paths.ts'
import { shortTitle, whenWords } from './words.tsx'

/** What is chosen where no meeting is: it waits for the next that is planned. */
const nextPlanned = 'next'

const isOpenTo =
  (kind: 'child' | 'paper') => (it: { forum: { agenda: readonly string[] }; access: { refers: boolean } }) =>
    it.access.refers && it.forum.agenda.includes(kind)

/** To which meeting: those that this person may bring a child to. */
export const chooseForumRoutes = formPage({
  path: chooseForumPath,
  permission: 'forums.bring',
  about: 'child',
  change: 'Chose a meeting for a child',
  view: 'Opened the choice of a meeting',
  async load(request) {
    const child = await childOf(request)
    if (!child) return refused(notFound)
    const forums = (await listMine(request)).filter(isOpenTo('child')).map(({ forum }) => forum)
    return forums.length > 0
      ? ok({ child, forums })
      : refused(turnBack(meetingsPath.to(child), 'There is no meeting to which you may bring a child.'))
  },
  form: ({ forums }) =>
    form({
      id: 'choose-forum',
      fields: {
        forum: {
          kind: 'choice',
          label: 'To which meeting?',
          required: 'Choose the meeting',
          options: forums.map((it): Option => ({ value: it.id, label: it.title, hint: it.summary })),
        },
      },
    }),
  title: () => 'Bring the child to a meeting',
  back: ({ child }) => meetingsPath.to(child),
  frame: childFrame('meetings'),
  submit: 'Go on',
  save: async (_request, { forum }, { child }) =>
    redirect(bringChildPath.to({ childId: child.childId, forumId: forum })),
})

/** The meetings that can still take something on. */
async function comingMeetings({ tx, today }: Request, forum: string): Promise<Meeting[]> {
  const coming = await listMeetingsFrom(tx, forum, today)
  return coming.filter(({ state }) => state === 'planned' || state === 'open')
}

const whichMeeting = (meetings: readonly Meeting[]) =>
  ({
    kind: 'choice',
    label: 'At which meeting?',
    required: 'Choose the meeting',
    options: [
      ...meetings.map((it): Option => ({ value: it.meetingId, label: whenWords(it), hint: onAgenda(it) })),
      { value: nextPlanned, label: 'The first that is planned after these' },
    ],
  }) as const

const onAgenda = ({ items }: Meeting) => `${items} on the agenda`

/** Puts a child on an agenda, with the reasons. */
export const bringChildRoutes = formPage<Fields, Bringing>({
  path: bringChildPath,
  permission: 'forums.bring',
  about: 'child',
  change: 'Brought a child to a meeting',
  view: 'Opened the form to bring a child to a meeting',
  async load(request) {
    const loaded = await loadBringing(request)
    return loaded ? ok(loaded) : refused(notFound)
  },
  form: it => ({
    id: 'bring-child',
    fields: {
      meeting: whichMeeting(it.meetings),
      ...(it.cases.length > 0 && { case: whichCase(it) }),
      ...it.forum.referral,
    },
  }),
  title: it => `Bring to: ${it.forum.title}`,
  back: it => meetingsPath.to(it.child),
  initial: it => ({
    meeting: it.meetings[0]?.meetingId ?? nextPlanned,
    case: it.cases.length === 1 ? (it.cases[0]?.involvementId ?? '') : '',
  }),
  frame: childFrame('meetings'),
  submit: 'Put on the agenda',
  async save(request, _values, loaded, answers) {
    const { tx, who, now, today } = request
    const { child, forum } = loaded
    const { meeting: chosen, case: caseId, ...referral } = answers
    const found = chosen === nextPlanned ? undefined : await findMeeting(tx, String(chosen), 'to-move')
    const meetingId = found?.meetingId
    if (
      chosen !== nextPlanned &&
      (!found || found.forum !== forum.id || found.state === 'closed' || found.state === 'called-off')
    )
      return {
        kind: 'errors',
        errors: [{ field: 'meeting', message: 'This meeting takes nothing on any more. Choose another' }],
      }
    if (await isBrought(tx, forum.id, child.childId, meetingId))
      return {
        kind: 'errors',
        errors: [{ field: 'meeting', message: 'The child stands on this agenda already' }],
      }
    const after = loaded.meetings.at(-1)?.day.add({ days: 1 }) ?? today
    await insertItem(tx, {
      serviceId: who.serviceId,
      forum: forum.id,
      childId: child.childId,
      involvementId: caseId === undefined || caseId === noCase ? undefined : String(caseId),
      ...(meetingId === undefined ? { dueOn: after } : { meetingId }),
      referral,
      by: who.userId,
      at: now,
    })
    return redirect(meetingsPath.to(child), `On the agenda: ${shortTitle(forum)}.`)
  },
})

const noCase = 'none'

type Bringing = NonNullable<Awaited<ReturnType<typeof loadBringing>>>
type Paper = NonNullable<Awaited<ReturnType<typeof loadPaper>>>

async function loadBringing(request: Request) {
  const child = await childOf(request)
  const mine = await listMine(request)
  const forum = findForum(practiceInUse(), request.params.forumId ?? '')
  if (!child || !forum || !mine.filter(isOpenTo('child')).some(each => each.forum === forum)) return undefined
  const [meetings, cases] = await Promise.all([
    comingMeetings(request, forum.id),
    listOpenCases(request.tx, [child.childId]),
  ])
  return { child, forum, meetings, cases }
}

function whichCase({ cases }: { cases: Awaited<ReturnType<typeof listOpenCases>> }) {
  return {
    kind: 'choice',
    label: 'About which of the child’s cases?',
    hint: 'A decision that moves a case on is written into this one.',
    required: 'Choose the case, or say that it is about none',
    options: [
      ...cases.map(
        (it): Option => ({
          value: it.involvementId,
          label: findPathway(practiceInUse(), it.pathway)?.title ?? it.pathway,
        }),
      ),
      { value: noCase, label: 'About none of them' },
    ],
  } as const
}

/** Puts a paper on an agenda. */
export const bringPaperRoutes = formPage<Fields, Paper>({
  path: bringPaperPath,
  permission: 'forums.see',
  change: 'Brought a paper to a meeting',
  async load(request) {
    const loaded = await loadPaper(request)
    return loaded ? ok(loaded) : refused(notFound)
  },
  form: it => ({
    id: 'bring-paper',
    fields: {
      title: {
        kind: 'text',
        label: 'What is it called?',
        required: 'Enter the title of the paper',
        maxLength: 200,
      },
      meeting: whichMeeting(it.meetings),
      ...it.forum.referral,
    },
  }),
  title: it => `Bring a paper: ${it.forum.title}`,
  back: it => forumPath.to({ forumId: it.forum.id }),
  initial: it => ({ meeting: it.meetings[0]?.meetingId ?? nextPlanned }),
  submit: 'Put on the agenda',
  async save(request, _values, loaded, answers) {
    const { tx, who, now, today } = request
    const { forum, meetings } = loaded
    const { meeting: chosen, title, ...referral } = answers
    const found = chosen === nextPlanned ? undefined : await findMeeting(tx, String(chosen), 'to-move')
    if (
      chosen !== nextPlanned &&
      (!found || found.forum !== forum.id || found.state === 'closed' || found.state === 'called-off')
    )
      return {
        kind: 'errors',
        errors: [{ field: 'meeting', message: 'This meeting takes nothing on any more. Choose another' }],
      }
    await insertItem(tx, {
      serviceId: who.serviceId,
      forum: forum.id,
      title: String(title),
      ...(found ? { meetingId: found.meetingId } : { dueOn: meetings.at(-1)?.day.add({ days: 1 }) ?? today }),
      referral,
      by: who.userId,
      at: now,
    })
    return redirect(forumPath.to({ forumId: forum.id }), 'The paper stands on the agenda.')
  },
})

async function loadPaper(request: Request) {
  const found = await loadForum(request)
  if (!found.ok || !isOpenTo('paper')(found.value)) return undefined
  return { ...found.value, meetings: await comingMeetings(request, found.value.forum.id) }
}
