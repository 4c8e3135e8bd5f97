import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { childFrame, planPath } from '../children/index.ts'
import { loadPlan, overtaken } from './loadPlan.ts'
import { silencePath } from './paths.ts'
import { isHeard } from './plan.ts'
import { holdPlan } from './planWrites.ts'
import { listSilences, saveSilence } from './silenceQueries.ts'
import { listVoices } from './voiceQueries.ts'

/** Why nothing is known of what somebody wishes who was harmed: asked for each of them, and in each plan anew. */
export const silenceRoutes = formPage({
  path: silencePath,
  permission: 'plans.write',
  about: 'child',
  change: 'Said why nothing is known of what somebody wishes who was harmed',
  view: 'Opened the form to say why nothing is known of what somebody wishes',
  async load(request) {
    const loaded = await loadPlan(request, ['open'])
    if (!loaded.ok) return loaded
    const voices = await listVoices(request.tx, loaded.value.child.childId)
    const voice = voices.find(({ victimId }) => victimId === request.params.victimId)
    if (!voice || isHeard(voice)) return refused(notFound)
    const silence = loaded.value.plan.silences.find(({ victimId }) => victimId === voice.victimId)
    return ok({ ...loaded.value, voice, silence })
  },
  form: () =>
    form({
      id: 'plan-silence',
      isPartial: true,
      fields: {
        words: {
          kind: 'textarea',
          label: 'Why is it not known what they wish?',
          hint: 'Ask the victim worker first. Leave it empty to take the reason back',
          maxLength: 2_000,
          rows: 3,
        },
      },
    }),
  title: () => 'Why it is not known what they wish',
  intro: ({ voice }) => (
    <p class="govuk-body">
      The plan calls them “<bdi>{voice.knownAs}</bdi>”. What you write holds for nobody else and for this plan
      only, until the victim worker tells you something of them.
    </p>
  ),
  back: ({ child }) => planPath.to(child),
  initial: ({ silence }) => ({ words: silence?.words ?? '' }),
  version: ({ silence }) => silence?.version ?? 0,
  row: ({ plan, voice }) => ({
    table: 'plan_silence',
    key: { plan_id: plan.planId, victim_id: voice.victimId },
  }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx, who, now }, { words }, { child, plan, voice, silence }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    const said = { childId: plan.childId, planId: plan.planId, victimId: voice.victimId, words }
    const by = { serviceId: who.serviceId, by: who.userId, at: now }
    if (await saveSilence(tx, { ...said, ...by }, silence?.version ?? 0))
      return redirect(planPath.to(child), 'Saved.')
    const theirs = (await listSilences(tx, plan.planId)).find(({ victimId }) => victimId === voice.victimId)
    return theirs
      ? { kind: 'collision', theirs: { words: theirs.words }, version: theirs.version }
      : overtaken(plan)
  },
})
