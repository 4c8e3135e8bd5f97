import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { childPath } from '../children/index.ts'
import { summaryPath, whosePath } from './paths.ts'
import { findSaid, recordWhose } from './summaryQueries.ts'

/**
 * Whose words these are, where somebody may not be safe: for those who may open the record anyway, with the reason, which the
 * history of the child keeps. Everybody else reads the words without a name.
 */
export const whoseRoutes = formPage({
  path: whosePath,
  permission: 'feedback.whose',
  change: 'Asked whose words of feedback these are',
  async load(request) {
    const said = await findSaid(request.tx, request.params.feedbackId ?? '', request.params.question ?? '')
    return said ? ok(said) : refused(notFound)
  },
  form: () =>
    form({
      id: 'whose-words',
      fields: {
        reason: {
          kind: 'text',
          label: 'Who may not be safe, and why do you think so?',
          hint: 'The child’s history keeps it, with your name.',
          required: 'Say who may not be safe, and why you think so',
          maxLength: 300,
        },
      },
    }),
  title: () => 'Is somebody not safe?',
  intro: ({ words }) => (
    <>
      <p class="govuk-body">
        “<bdi class="tl-keep-lines">{words}</bdi>”
      </p>
      <p class="govuk-body">
        These words were given without a name. If they tell of danger, you can see whose they are, and act
        today. Is somebody in danger now? Call 999.
      </p>
    </>
  ),
  back: () => summaryPath.to(),
  submit: 'Show me whose words these are',
  isWarning: true,
  async save(request, { reason }, { childId }) {
    request.seen([childId], 'Whose words of feedback these are')
    await recordWhose(request.tx, childId, reason)
    return redirect(
      childPath.to({ childId }),
      'These are the words of this child. Do today what keeps everybody safe.',
    )
  },
})
