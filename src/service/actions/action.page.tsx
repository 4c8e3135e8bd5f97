import { actionStates, writeDue } from '../../engine/actions/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, page, route } from '../../platform/http/index.ts'
import { childPath } from '../../record/children/index.ts'
import { BackLink, InsetText, SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import {
  type Action,
  type ActionAccess,
  accessTo,
  dueOf,
  ownersOf,
  sourceTitleOf,
  stateOf,
} from './action.ts'
import { findAction, listProgress, type Progress, type ProgressKind } from './actionQueries.ts'
import {
  actionPath,
  actionsPath,
  changeActionPath,
  checkPath,
  donePath,
  giveUpPath,
  progressPath,
} from './paths.ts'
import { ActionColourTag } from './words.tsx'

const kindWords: Readonly<Record<ProgressKind, string>> = {
  added: 'Set',
  progress: 'How it goes',
  changed: 'Changed',
  done: 'Said to be done',
  checked: 'Checked',
  'sent-back': 'Sent back',
  'given-up': 'Given up',
}

/** One action: how it stands and why, and what became of it day by day. */
export const actionRoute = route({
  method: 'GET',
  path: actionPath,
  permission: 'actions.own',
  audit: { kind: 'none', why: 'the page writes down a view of the child that it names' },
  async handle({ tx, who, params, today, seen }) {
    const it = await findAction(tx, who, params.actionId ?? '')
    if (!it) return notFound
    if (it.childId) seen([it.childId], 'In an action')
    const access = accessTo(it, who)
    const history = await listProgress(tx, it.actionId)
    return page(
      it.what,
      <>
        <PageHeaderActions heading={it.what} actions={doable(it, access)} />
        <p class="govuk-body">
          <ActionColourTag it={it} today={today} />
        </p>
        {it.sentBackAt && (
          <InsetText>It was sent back: see what is missing below, and say again when it is done.</InsetText>
        )}
        {stateOf(it) === 'done' && access.cannotCheck && <InsetText>{access.cannotCheck}</InsetText>}
        <Facts it={it} />
        <h2 class="govuk-heading-m">What became of it</h2>
        <History history={history} />
      </>,
      { above: <BackLink href={actionsPath.to()}>Actions</BackLink> },
    )
  },
})

function doable(it: Action, { writes, keeps, cannotCheck }: ActionAccess) {
  const state = stateOf(it)
  const isOpen = state === 'open'
  return [
    ...(isOpen && writes ? [{ href: progressPath.to(it), text: 'Write how it goes' }] : []),
    ...(isOpen && writes ? [{ href: donePath.to(it), text: 'It is done', isSecondary: true }] : []),
    ...(state === 'done' && cannotCheck === '' ? [{ href: checkPath.to(it), text: 'Check it' }] : []),
    ...(isOpen && keeps ? [{ href: changeActionPath.to(it), text: 'Change it', isSecondary: true }] : []),
    ...(isOpen && keeps ? [{ href: giveUpPath.to(it), text: 'Give it up', isSecondary: true }] : []),
  ]
}

function Facts({ it }: { it: Action }) {
  const from = [sourceTitleOf(it.source), it.sourceTitle, it.sourceReference].filter(Boolean).join(', ')
  const rows: (readonly [string, string] | false)[] = [
    ['How it stands', actionStates[stateOf(it)]],
    ['From', from],
    ['Owner', ownersOf(it)],
    ['Due', writeDue(dueOf(it))],
    it.beginsOn !== null && ['Begins', writeDate(it.beginsOn)],
    ['Set on', writeDate(it.givenOn)],
    it.doneOn !== null && ['Done', `${writeDate(it.doneOn)}, as ${it.doneBy ?? 'somebody'} wrote`],
    it.evidence !== '' && ['What shows it', it.evidence],
    it.checkedOn !== null && ['Checked', `${writeDate(it.checkedOn)}, by ${it.checkedBy ?? 'somebody'}`],
    it.givenUpReason !== '' && ['Why it was given up', it.givenUpReason],
    it.fileColour !== '' && [
      'Colour in the file',
      `${it.fileColour} (as it was typed there; not the colour now)`,
    ],
  ]
  return (
    <SummaryList
      rows={[
        ...(it.childId
          ? [
              {
                key: { text: 'About' },
                value: (
                  <a class="govuk-link" href={childPath.to({ childId: it.childId })}>
                    <bdi>{it.childName}</bdi>
                  </a>
                ),
              },
            ]
          : []),
        ...rows
          .filter(row => row !== false)
          .map(([key, value]) => ({
            key: { text: key },
            value: <span class="tl-keep-lines">{value}</span>,
          })),
      ]}
    />
  )
}

function History({ history }: { history: readonly Progress[] }) {
  return (
    <Timeline
      label="What became of it"
      items={history.map(each => ({
        key: each.progressId,
        title: kindWords[each.kind],
        by: each.writtenBy,
        datetime: String(each.writtenAt),
        date: writeMoment(each.writtenAt, ukZone),
        children: <span class="tl-keep-lines">{each.words}</span>,
      }))}
    />
  )
}
