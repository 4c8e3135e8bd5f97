import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { hasPartIn, standingTo } from './accessQueries.ts'
import { breakGlass, listReviewers } from './glassQueries.ts'
import { breakGlassPath, childPath, searchPath } from './paths.ts'
import { tellManagers } from './tellManagers.ts'

/** Opens a restricted record in an emergency. Says nothing about the child until the reason stands in the record. */
export const breakGlassRoutes = formPage({
  path: breakGlassPath,
  permission: 'glass.break',
  change: 'Broke the glass',
  async load({ tx, params, reach }) {
    const childId = params.childId ?? ''
    switch (await standingTo(tx, childId)) {
      case 'restricted':
        return reach === 'all' || (await hasPartIn(tx, childId)) ? ok({ childId }) : refused(notFound)
      case 'open':
        return refused(redirect(childPath.to({ childId })))
      case 'conflict':
      case 'none':
        return refused(notFound)
    }
  },
  form: () =>
    form({
      id: 'break-glass',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'Why must you open it now?',
          required: 'Say why you must open this record now',
          maxLength: 2_000,
          rows: 4,
        },
      },
    }),
  title: () => 'This record is restricted',
  intro: () => (
    <>
      <p class="govuk-body">
        Only people named by a manager may open it. In an emergency you can open it for 4 hours.
      </p>
      <WarningText>
        Your name, the time and your reason are reported to the managers, who review every opening.
      </WarningText>
    </>
  ),
  back: () => searchPath.to(),
  submit: 'Break the glass and open the record',
  isWarning: true,
  async save(request, { reason }, { childId }) {
    if (!(await breakGlass(request.tx, childId, reason))) return notFound
    await tellManagers(request, await listReviewers(request.tx, childId), 'opened')
    return redirect(
      childPath.to({ childId }),
      'The record is open to you for 4 hours. The managers have been told.',
    )
  },
})
