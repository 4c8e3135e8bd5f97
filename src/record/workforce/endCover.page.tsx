import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect, turnBack } from '../../platform/http/index.ts'
import { endCover } from './endCover.ts'
import { leaveOf } from './leave.page.tsx'
import { isCoveredOn, leaveWords } from './leave.ts'
import { endCoverPath, workerPath } from './paths.ts'
import { findProfile } from './profileQueries.ts'

/** Ends cover at once: the wrong person was named. */
export const endCoverRoutes = formPage({
  path: endCoverPath,
  permission: 'team.see',
  change: 'Ended the cover for a worker',
  async load(request) {
    const worker = await findProfile(request.tx, request.params.userId ?? '')
    const leave = worker && (await leaveOf(request))
    if (!worker || !leave) return refused(notFound)
    return isCoveredOn(leave, request.today)
      ? ok({ worker, leave })
      : refused(turnBack(workerPath.to(worker), 'Nobody has cases by this leave today: change it instead.'))
  },
  form: () => form({ id: 'end-cover', fields: {} }),
  title: ({ worker }) => `End the cover for ${worker.name}`,
  intro: ({ worker, leave }) => (
    <>
      <p class="govuk-body">
        {leaveWords(leave)}, covered by <bdi>{leave.coverName}</bdi>.
      </p>
      <p class="govuk-body">
        Once it is ended, <bdi>{leave.coverName}</bdi> can no longer open the cases of{' '}
        <bdi>{worker.name}</bdi> by it, and nobody covers: say at once who does. It is kept that{' '}
        <bdi>{leave.coverName}</bdi> covered until then.
      </p>
    </>
  ),
  version: ({ leave }) => leave.version,
  row: ({ leave }) => ({ table: 'worker_leave', key: { leave_id: leave.leaveId } }),
  back: ({ worker }) => workerPath.to(worker),
  submit: 'End the cover now',
  isWarning: true,
  async save(request, _values, { worker, leave }) {
    const { tx, who, today, now } = request
    const { serviceId, userId: by } = who
    if (await endCover(tx, { serviceId, leave, today, by, at: now }))
      return redirect(workerPath.to(worker), 'The cover has been ended. Nobody covers now: change the leave.')
    const theirs = await leaveOf(request)
    return theirs ? { kind: 'collision', theirs: {}, version: theirs.version } : notFound
  },
})
