import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { reachOf } from '../../platform/access/index.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { childFrame, childOf, passOnVictimPath, planPath } from '../../record/children/index.ts'
import { insertVoice, neutralName } from '../../record/plans/index.ts'
import { agreesField, nameInPlan, whoFields, whoSaid } from './victim.form.ts'
import { saysTheName } from './victim.ts'
import { insertVictim } from './victimQueries.ts'

/** Whoever works with the child passes on who was harmed. What they write goes behind the wall, where they do not read it again. */
export const passOnRoutes = formPage({
  path: passOnVictimPath,
  permission: 'victims.pass',
  about: 'child',
  change: 'Passed on who was harmed',
  view: 'Opened the form to pass on who was harmed',
  async load(request) {
    const child = await childOf(request)
    return child ? ok({ child }) : refused(notFound)
  },
  form: () =>
    form({
      id: 'pass-on-victim',
      fields: {
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
  intro: () => (
    <p class="govuk-body">
      This goes to the victim worker. Those who work with the child cannot read it again, you neither, unless
      your role is to work with victims. The plan shows only what the victim worker tells you, and calls them
      “somebody who was harmed” until the victim worker has confirmed a name.
    </p>
  ),
  back: ({ child }) => planPath.to(child),
  frame: childFrame('plan'),
  submit: 'Pass it on',
  async save({ tx, who, now, today }, values, { child: { childId } }) {
    const whose = { serviceId: who.serviceId, childId, by: who.userId, at: now }
    const consent = values.agrees
    const said = whoSaid(values)
    if (saysTheName(said)) return { kind: 'errors', errors: [nameInPlan] }
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
