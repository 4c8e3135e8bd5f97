import { form, formPage, type Option } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { findFeedbackForm } from './give.page.tsx'
import { giversTogether } from './givers.ts'
import { summaryPath, toReadPath, whosePath } from './paths.ts'
import { markRead, readUnread, type Unread, wordsAsked } from './unreadQueries.ts'

/** So many stand on the page at once, the first first; the next come when these are read. */
const mostAtOnce = 20

/** What was said in words and nobody has read: somebody who can see whose it is reads it, and says so. */
export const toReadRoutes = formPage({
  path: toReadPath,
  permission: 'feedback.whose',
  change: 'Said that words of feedback were read',
  async load(request) {
    const all = await readUnread(request.tx, wordsAsked(practiceInUse().feedback))
    const unread = all.slice(0, mostAtOnce)
    request.seen(
      unread.map(({ childId }) => childId),
      'Words in the summary of feedback',
    )
    return unread.length === 0
      ? refused(turnBack(summaryPath.to(), 'Everything that was said in words is read.'))
      : ok({ unread, more: all.length - unread.length })
  },
  form: ({ unread }) =>
    form({
      id: 'feedback-to-read',
      fields: {
        read: {
          kind: 'choices',
          label: 'Which have you read?',
          hint: 'Ticked ones leave the day of everybody',
          required: 'Choose what you have read',
          options: unread.map(optionOf),
        },
      },
    }),
  title: () => 'What nobody has read yet',
  intro: ({ more }) => (
    <>
      <p class="govuk-body">
        Words that tell of danger are acted on the same day: “Somebody is not safe” shows whose they are.
      </p>
      {more > 0 && <p class="govuk-body">{more} more stand here when these are read.</p>}
    </>
  ),
  back: () => summaryPath.to(),
  submit: 'I have read these',
  async save({ tx, who, now }, { read }) {
    await markRead(tx, read, { by: who.userId, at: now })
    return redirect(summaryPath.to(), 'Saved.')
  },
})

function optionOf(it: Unread): Option {
  const [first] = it.said
  return {
    value: it.feedbackId,
    label: wordsOf(it),
    hint: `${whenOf(it)}.`,
    ...(first && {
      seeAlso: {
        text: 'Somebody is not safe',
        href: whosePath.to({ feedbackId: it.feedbackId, question: first.question }),
      },
    }),
  }
}

const wordsOf = ({ said }: Unread) => said.map(({ words }) => `“${words}”`).join(' ')

function whenOf({ form: id, givenAt }: Unread): string {
  const asked = findFeedbackForm(id)
  const day = writeDate(dayInUk(givenAt))
  return asked ? `${giversTogether[asked.from]}, ${day}` : day
}
