import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { page, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { contactsPath, nameOf } from '../children/index.ts'
import { canRecord, type Group, type Member, onlySeen, type SessionCount } from './group.ts'
import { listMembers } from './groupQueries.ts'
import { loadGroup } from './loadGroup.ts'
import {
  addMembersPath,
  attendancePath,
  editGroupPath,
  groupPath,
  groupsPath,
  leavePath,
  planSessionPath,
  sessionPath,
} from './paths.ts'
import { listSessions } from './sessionQueries.ts'

/** A group: who is in it, when it meets, and who came. */
export const groupRoute = route({
  method: 'GET',
  path: groupPath,
  permission: 'contacts.see',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { tx, reach, who, now, seen } = request
    const found = await loadGroup(request)
    if (!found.ok) return found.reason
    const { group } = found.value
    const [members, sessions] = await Promise.all([
      listMembers(tx, group.groupId, reach),
      listSessions(tx, group.groupId, reach),
    ])
    seen(
      members.map(({ childId }) => childId),
      'In a group',
    )
    const mayRecord = reachOf('contacts.record', who.roles) !== undefined
    const canWork = reachOf('groups.run', who.roles) !== undefined
    const isOpen = canWork && group.closedAt === null
    const actions = [
      ...(isOpen
        ? [
            { href: planSessionPath.to(group), text: 'Plan sessions' },
            { href: addMembersPath.to(group), text: 'Add children', isSecondary: true },
          ]
        : []),
      ...(canWork ? [{ href: editGroupPath.to(group), text: 'Change', isSecondary: true }] : []),
    ]
    return page(
      group.title,
      <>
        <PageHeaderActions heading={<bdi>{group.title}</bdi>} actions={actions} />
        {group.closedAt && <p class="govuk-body">This group has ended.</p>}
        {group.about !== '' && <p class="govuk-body tl-keep-lines">{group.about}</p>}
        <p class="govuk-body">{onlySeen}</p>
        <Sessions group={group} sessions={sessions} now={now} canWork={mayRecord} />
        <Members group={group} members={members} canWork={canWork} />
      </>,
      { above: <BackLink href={groupsPath.to()}>Groups</BackLink> },
    )
  },
})

type SessionsGiven = { group: Group; sessions: SessionCount[]; now: Temporal.Instant; canWork: boolean }

function Sessions({ group, sessions, now, canWork }: SessionsGiven) {
  return (
    <SortableTable
      id="sessions"
      caption="Sessions"
      rows={sessions}
      rowKey={({ sessionId }) => sessionId}
      empty={<p class="govuk-body">No session has been planned yet.</p>}
      columns={[
        {
          key: 'when',
          heading: 'When',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={sessionPath.to({ ...group, ...it })}>
              {writeMoment(it.startsAt, ukZone)}
            </a>
          ),
        },
        { key: 'what', heading: 'What', cell: it => <bdi>{it.title}</bdi> },
        { key: 'where', heading: 'Where', cell: it => <bdi>{it.place}</bdi> },
        { key: 'with', heading: 'With', cell: it => [it.leadName, ...it.workerNames].join(', ') },
        { key: 'kept', heading: 'Kept', isNumeric: true, cell: it => it.kept },
        { key: 'missed', heading: 'Missed', isNumeric: true, cell: it => it.missed },
        {
          key: 'stands',
          heading: 'How it stands',
          cell: it => <SessionStatus {...{ it, now, canWork, group }} />,
        },
      ]}
    />
  )
}

type StatusGiven = { it: SessionCount; now: Temporal.Instant; canWork: boolean; group: Group }

function SessionStatus({ it, now, canWork, group }: StatusGiven) {
  if (it.cancelledAt) return <StatusTag kind="waiting" word="Called off" />
  if (!canRecord(it, now)) return <StatusTag kind="waiting" word={`Planned, ${it.planned} expected`} />
  if (it.planned === 0) return <StatusTag kind="on-course" word="Recorded" />
  const tag = <StatusTag kind="today" word={`${it.planned} to be recorded`} />
  return canWork ? (
    <a class="govuk-link" href={attendancePath.to({ ...group, ...it })}>
      {tag}
    </a>
  ) : (
    tag
  )
}

function Members({ group, members, canWork }: { group: Group; members: Member[]; canWork: boolean }) {
  return (
    <SortableTable
      id="members"
      caption={`Children in the group: ${members.length}`}
      rows={members}
      rowKey={({ memberId }) => memberId}
      empty={<p class="govuk-body">No child is in the group yet.</p>}
      columns={[
        {
          key: 'name',
          heading: 'Child',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={contactsPath.to(it)}>
              <bdi>{nameOf(it)}</bdi>
            </a>
          ),
        },
        {
          key: 'case',
          heading: 'Through the case',
          cell: it => findPathway(practiceInUse(), it.pathway)?.title ?? it.pathway,
        },
        { key: 'since', heading: 'Since', cell: it => writeMoment(it.joinedAt, ukZone) },
        ...(canWork
          ? [
              {
                key: 'leave',
                heading: 'Leave',
                cell: (it: Member) => (
                  <a class="govuk-link" href={leavePath.to({ ...group, ...it })}>
                    Leaves
                    <span class="govuk-visually-hidden">: {nameOf(it)}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
