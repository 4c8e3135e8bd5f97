import { form, formPage } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { childPath } from '../children/index.ts'
import { summaryPath, whosePath } from './paths.ts'
import { findSaid, listAskedWhose, recordWhose } from './summaryQueries.ts'
import { wordsAsked } from './unreadQueries.ts'

/**
 * Whose words these are, where somebody may not be safe: for those who may open the record anyway, with the reason. What was said to
 * somebody from outside is not there for whoever has or had a part in the case. Everybody else reads the words without a name.
 */
export const whoseRoutes = formPage({
  path: whosePath,
  permission: 'feedback.whose',
  change: 'Asked whose words of feedback these are',
  async load(request) {
    const { tx, params } = request
    const asked = wordsAsked(practiceInUse().feedback)
    const said = await findSaid(tx, params.feedbackId ?? '', params.question ?? '', asked)
    return said ? ok({ ...said, before: await listAskedWhose(tx, said) }) : refused(notFound)
  },
  form: () =>
    form({
      id: 'whose-words',
      fields: {
        // Not called “reason”: that would stand in the history beside the change.
        why: {
          kind: 'text',
          label: 'Who may not be safe, and why do you think so?',
          hint: 'It is kept with your name, for those who may ask this. The child’s history says that you asked, and not why.',
          required: 'Say who may not be safe, and why you think so',
          maxLength: 300,
        },
      },
    }),
  title: () => 'Is somebody not safe?',
  intro: ({ words, before }) => (
    <>
      <p class="govuk-body">
        “<bdi class="tl-keep-lines">{words}</bdi>”
      </p>
      <p class="govuk-body">
        These words were given without a name. If they tell of danger, you can see whose they are, and act
        today. Is somebody in danger now? Call 999.
      </p>
      {before.map(({ askedBy, askedAt, reason }, index) => (
        <p class="govuk-body" key={index}>
          Asked before by {askedBy}, {writeMoment(askedAt, ukZone)}: <bdi>{reason}</bdi>
        </p>
      ))}
    </>
  ),
  back: () => summaryPath.to(),
  submit: 'Show me whose words these are',
  isWarning: true,
  async save(request, { why }, { feedbackId, childId }) {
    const { tx, who, now } = request
    request.seen([childId], 'Whose words of feedback these are')
    await recordWhose(
      tx,
      { feedbackId, childId },
      { serviceId: who.serviceId, reason: why, by: who.userId, at: now },
    )
    return redirect(
      childPath.to({ childId }),
      'These are the words of this child. Do today what keeps everybody safe.',
    )
  },
})
