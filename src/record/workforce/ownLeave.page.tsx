import { type Form, form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { type Request, redirect } from '../../platform/http/index.ts'
import { CoveringFor } from './CoveringFor.tsx'
import { askAboutThePast, clash, failsColleagues, leaveDays } from './leave.page.tsx'
import { type Days, type Leave, leaveWords, stretchesWords } from './leave.ts'
import { insertLeave, listCoverAway, listCovering, listLeave } from './leaveQueries.ts'
import { ownLeavePath, ownProfilePath } from './paths.ts'

/** The leave of somebody that has not passed, each with the days on which whoever covers is away too. */
async function ownLeave(tx: Request['tx'], userId: string) {
  const found: (Leave & { away: Days[] })[] = []
  for (const each of await listLeave(tx, userId)) found.push({ ...each, away: await listCoverAway(tx, each) })
  return found
}

/** One's own leave: only the days, since whoever covers is given access to children, which a senior decides. */
export const ownLeaveRoutes = formPage({
  path: ownLeavePath,
  permission: 'profile.own',
  change: 'Entered leave of their own',
  load: async ({ tx, who }) =>
    ok({
      leave: await ownLeave(tx, who.userId),
      covering: await listCovering(tx, who.userId),
      name: who.name,
    }),
  form: (): Form<typeof leaveDays> => form({ id: 'own-leave', fields: leaveDays }),
  title: () => 'Enter leave',
  intro: ({ leave, covering, name }) => (
    <>
      <p class="govuk-body">
        This does not ask for leave: it tells the team when you are away. A senior says who covers, and
        changes days that are wrong.
      </p>
      {leave.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {leave.map(each => (
            <li key={each.leaveId}>
              {leaveWords(each)}
              {each.coverName === null ? ', nobody covers yet' : `, ${each.coverName} covers`}
              {each.away.length > 0 && `, but not ${stretchesWords(each.away)}`}
            </li>
          ))}
        </ul>
      )}
      <CoveringFor name={name} all={covering} />
    </>
  ),
  back: () => ownProfilePath.to(),
  submit: 'Save',
  check: askAboutThePast,
  async save(request, values) {
    const { serviceId, userId } = request.who
    const errors = await clash(request, userId, values)
    if (errors.length > 0) return { kind: 'errors', errors }
    await insertLeave(request.tx, serviceId, { ...values, userId, coveredBy: null })
    if (await failsColleagues(request.tx, userId, values)) {
      const told = 'The leave has been entered. You cover for a colleague in these days: tell a senior.'
      return redirect(ownLeavePath.to(), told)
    }
    return redirect('/', 'The leave has been entered. A senior says who covers.')
  },
})
