import { form, formPage } from '../../engine/forms/index.ts'
import { findPathway } from '../../engine/packs/index.ts'
import { involvementClocks } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { type Appointment, appointmentWords, listPlannedWith } from '../appointments/index.ts'
import { childFrame } from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { ClockTable } from './ClockTable.tsx'
import { findInvolvement, listMilestones, listMissed } from './caseQueries.ts'
import { isWaiting } from './clockWords.ts'
import { handedWords } from './handedWords.ts'
import { findHandOver, type HandOver, markRead } from './handOverQueries.ts'
import { casePath, handOverPath } from './paths.ts'

type Loaded = {
  given: HandOver
  clocks: ReturnType<typeof involvementClocks>
  planned: readonly Appointment[]
}

/** What was given, for whoever was given it; to anybody else the case itself says it. */
async function load({ tx, who, params, now }: Request): Promise<Result<Loaded, Answer>> {
  const id = parseId<'involvement'>(params.involvementId ?? '')
  const involvement = id && (await findInvolvement(tx, id))
  const handOverId = parseId<'hand-over'>(params.handOverId ?? '')
  if (!involvement || involvement.childId !== params.childId || !handOverId) return refused(notFound)
  const given = await findHandOver(tx, involvement.involvementId, handOverId)
  if (!given) return refused(notFound)
  if (given.toUser !== who.userId || given.readAt)
    return refused(
      turnBack(casePath.to(given), given.readAt ? 'It has been read.' : 'It is for somebody else to read.'),
    )
  const practice = await practiceFor(tx)
  const pathway = findPathway(practice, involvement.pathway)
  const milestones = await listMilestones(tx, involvement.involvementId)
  const events = await listMissed(tx, involvement.involvementId)
  const lines = pathway
    ? involvementClocks(pathway, milestones, events, now, practice.calendars, practice.clockOverrides)
    : []
  return ok({
    given,
    clocks: lines.filter(({ state }) => isWaiting(state)),
    planned: await listPlannedWith(tx, [involvement.involvementId], who.userId, now),
  })
}

/** The note that came with a case, what is due in it and planned: read once, and then it leaves the day. */
export const handOverRoutes = formPage({
  path: handOverPath,
  permission: 'child.see',
  about: 'child',
  change: 'Read what came with a case',
  view: 'Opened what came with a case',
  load,
  form: () => form({ id: 'hand-over', fields: {} }),
  title: ({ given }) => (given.fromName === null ? 'A case for you' : 'A case handed over to you'),
  intro: loaded => <Intro {...loaded} />,
  back: ({ given }) => casePath.to(given),
  frame: childFrame('cases'),
  submit: 'I have read this',
  async save({ tx, now }, _values, { given }) {
    await markRead(tx, given.handOverId, now)
    return redirect(casePath.to(given), 'It has left your day. The case is yours.')
  },
})

function Intro({ given, clocks, planned }: Loaded) {
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'How it came',
            value: `${handedWords({ ...given, byName: given.givenByName })}, ${writeMoment(given.givenAt, ukZone)}`,
          },
          ...given.words.said.map(({ question, answer }) => ({
            key: question,
            value: <span class="tl-keep-lines">{answer}</span>,
          })),
          {
            key: 'Planned with you',
            value:
              planned.length === 0
                ? 'Nothing yet'
                : planned.map(it => (
                    <div key={it.appointmentId}>
                      {writeMoment(it.startsAt, ukZone)}, {appointmentWords(it.kind).toLowerCase()},{' '}
                      {it.place}
                    </div>
                  )),
          },
        ]}
      />
      {clocks.length > 0 && <ClockTable id="clocks" caption="What is due" lines={clocks} />}
    </>
  )
}
