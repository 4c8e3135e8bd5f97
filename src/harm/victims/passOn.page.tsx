import { type Field, form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { childFrame, childOf, passOnVictimPath, planPath } from '../../record/children/index.ts'
import { insertVoice, listPassedOn, neutralName, type PassedOn } from '../../record/plans/index.ts'
import { agreesField, faultsOfName, whoFields, whoSaid } from './victim.form.ts'
import { insertVictim } from './victimQueries.ts'

/** Nobody is rung twice about one thing: whoever passes somebody on again says first that it is somebody else. */
const somebodyElse = {
  kind: 'choice',
  label: 'Is it somebody else whom you pass on now?',
  required: 'Say whether it is somebody else',
  options: [
    { value: 'yes', label: 'Yes, somebody else' },
    { value: 'no', label: 'No, the same' },
  ],
} as const satisfies Field

const isTheSame = {
  field: 'another',
  message:
    'They have been passed on already: tell the victim worker what is new, and do not pass them on again',
}

/** That somebody was passed on for the child, when and by whom, and never who: the wall lets no more through. */
function PassedOnAlready({ already }: { already: readonly PassedOn[] }) {
  if (already.length === 0) return null
  return (
    <>
      <p class="govuk-body">
        {already.length === 1
          ? 'One person or organisation has'
          : `${already.length} people or organisations have`}{' '}
        been passed on for this child already:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {already.map(({ at, by }, index) => (
          <li key={index}>
            {writeDate(dayInUk(at))}, by {by}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whoever works with the child passes on who was harmed. What they write goes behind the wall, where they do not read it again. */
export const passOnRoutes = formPage({
  path: passOnVictimPath,
  permission: 'victims.pass',
  about: 'child',
  change: 'Passed on who was harmed',
  view: 'Opened the form to pass on who was harmed',
  async load(request) {
    const child = await childOf(request)
    return child ? ok({ child, already: await listPassedOn(request.tx, child.childId) }) : refused(notFound)
  },
  form: ({ already }) =>
    form({
      id: 'pass-on-victim',
      fields: {
        ...(already.length > 0 && { another: somebodyElse }),
        'what-happened': {
          kind: 'textarea',
          label: 'What happened to them?',
          required: 'Say what happened to them',
          maxLength: 2_000,
          rows: 3,
        },
        ...whoFields,
        agrees: agreesField,
      },
    }),
  title: () => 'Pass on who was harmed',
  intro: ({ already }) => (
    <>
      <p class="govuk-body">
        This goes to the victim worker. Those who work with the child cannot read it again, you neither,
        unless your role is to work with victims. The plan shows only what the victim worker tells you, and
        calls them “somebody who was harmed” until the victim worker has confirmed a name.
      </p>
      <PassedOnAlready already={already} />
    </>
  ),
  back: ({ child }) => planPath.to(child),
  frame: childFrame('plan'),
  submit: 'Pass it on',
  async save({ tx, who, now, today }, values, { child: { childId } }) {
    const whose = { serviceId: who.serviceId, childId, by: who.userId, at: now }
    const consent = values.agrees
    const said = whoSaid(values)
    const errors = [...(values.another === 'no' ? [isTheSame] : []), ...faultsOfName(said)]
    if (errors.length > 0) return { kind: 'errors', errors }
    const victimId = await insertVictim(tx, {
      ...whose,
      ...said,
      consent,
      consentOn: consent === 'not-asked' ? null : today,
      consentWords: consent === 'not-asked' ? '' : 'As it was passed on',
      whatHappened: values['what-happened'],
    })
    await insertVoice(tx, {
      ...whose,
      victimId,
      // Only a victim worker says how the plan speaks of them.
      knownAs: reachOf('victims.work', who.roles) ? said.knownAs : await neutralName(tx, childId),
      ...{ wishes: [], wishesWords: '', noWishesReason: '', safetyWords: '' },
    })
    return redirect(planPath.to({ childId }), 'It has gone to the victim worker.')
  },
})
