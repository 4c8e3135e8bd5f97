import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { type AuditState, auditState, sealAuditJob } from '../../platform/audit/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { page, route } from '../../platform/http/index.ts'
import { listFailures, listQueues } from '../../platform/jobs/index.ts'
import { BackLink, SummaryList, WarningText } from '../../ui/govuk/index.ts'
import { adminPath, auditPath } from './paths.ts'

/** How the audit stands: how much is sealed, what waits, and when the whole chain was last verified. */
export const auditRoutes = [
  route({
    method: 'GET',
    path: auditPath,
    permission: 'audit.verify',
    audit: { kind: 'none', why: 'counts of entries only' },
    async handle({ tx, who }) {
      const alarm = await findAlarm(tx, who.serviceId)
      return page('Audit', <Audit state={await auditState(tx)} alarm={alarm} />, {
        width: 'reading',
        above: <BackLink href={adminPath.to()}>Back to admin</BackLink>,
      })
    },
  }),
]

/** Why the sealing failed, where it has not succeeded since. */
async function findAlarm(tx: Work, serviceId: string): Promise<string | undefined> {
  const failure = (await listFailures(tx, serviceId)).find(({ name }) => name === sealAuditJob.name)
  const queue = (await listQueues(tx, serviceId)).find(({ name }) => name === sealAuditJob.name)
  const isOver = failure && queue?.lastDone && Temporal.Instant.compare(queue.lastDone, failure.at) > 0
  return isOver ? undefined : failure?.why
}

const moment = (at: Temporal.Instant | null) => (at ? writeMoment(at, ukZone) : 'Never')

function Audit({ state, alarm }: { state: AuditState; alarm: string | undefined }) {
  return (
    <>
      <h1 class="govuk-heading-l">Audit</h1>
      {alarm !== undefined && <WarningText>The audit could not be sealed. {alarm}</WarningText>}
      {(state.faultsFound ?? 0) > 0 && (
        <WarningText>
          The last verification found that entries were changed, removed or slipped in. Whoever runs the
          program has the list.
        </WarningText>
      )}
      <p class="govuk-body">
        Every change is kept with what it was before and after, who made it and why; so is every look at a
        child’s record. Nobody can change or delete an entry here. About once a minute new entries are sealed
        into a chain, so that anybody who alters them in the database itself is found out.
      </p>
      <SummaryList
        rows={[
          { key: 'Sealed entries', value: state.sealed.toLocaleString('en-GB') },
          { key: 'Waiting to be sealed', value: state.waiting.toLocaleString('en-GB') },
          { key: 'Last sealed', value: moment(state.lastSealedAt) },
          { key: 'Last verified', value: moment(state.verifiedAt) },
          ...(state.verifiedAt
            ? [{ key: 'What that found', value: foundWords(state.faultsFound ?? 0) }]
            : []),
        ]}
      />
      <p class="govuk-body">
        To verify the whole chain, ask whoever runs the program to give the command{' '}
        <code>throughline audit verify</code>. What happened to one child’s record stands under{' '}
        <em>History</em> in that record.
      </p>
    </>
  )
}

function foundWords(faults: number): string {
  return faults === 0 ? 'Nothing was tampered with' : `${faults.toLocaleString('en-GB')} faults`
}
