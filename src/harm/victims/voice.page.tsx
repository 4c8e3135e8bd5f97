import { form, formPage, type Typed } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { insertVoice, listVoices, type Voice, type Wish, wishes } from '../../record/plans/index.ts'
import { loadVictim } from './loadVictim.ts'
import { editVictimPath, victimPath, voicePath } from './paths.ts'
import { tellingIn, tellingWords } from './saysWho.ts'
import type { Victim } from './victim.ts'
import { listHarmedBy } from './victimQueries.ts'

const wishIds = Object.keys(wishes) as Wish[]

/** Wishes for which they must hear from somebody again. */
const wantsMore = (wish: string) => wish !== 'nothing'

type Telling = { wishes: readonly string[]; texts: Readonly<Record<string, string>> }

/** What keeps a telling from crossing the wall: wishes that cannot both hold, and texts that say who they are. */
function faultsOfVoice(victim: Victim, { wishes: chosen, texts }: Telling) {
  const contradicts = chosen.some(wish => !wantsMore(wish)) && chosen.some(wantsMore)
  const tells = Object.entries(texts).flatMap(([field, text]) => {
    const telling = tellingIn(victim, text)
    return telling
      ? [{ field, message: tellingWords(telling, `leave it out, or write “${victim.knownAs}”`) }]
      : []
  })
  const message = `“${wishes.nothing}” cannot stand beside another wish: ask them which of it holds`
  return [...(contradicts ? [{ field: 'wishes', message }] : []), ...tells]
}

/** The victim worker tells those who work with a child what somebody wishes whom the child has harmed, and what keeps them safe. */
export const voiceRoutes = formPage({
  path: voicePath,
  permission: 'victims.work',
  change: 'Told those who work with the child what somebody who was harmed wishes',
  async load(request) {
    const loaded = await loadVictim(request, { isOpen: true })
    if (!loaded.ok) return loaded
    const { victim } = loaded.value
    const harmed = await listHarmedBy(request.tx, victim.victimId)
    const child = harmed.find(({ childId }) => childId === request.params.childId)
    if (!child) return refused(notFound)
    const voices = await listVoices(request.tx, child.childId)
    request.seen([child.childId], 'Told what somebody who was harmed wishes')
    return ok({ victim, child, voice: voices.find(({ victimId }) => victimId === victim.victimId) })
  },
  form: () =>
    form({
      id: 'victim-voice',
      fields: {
        known: {
          kind: 'choice',
          label: 'Do you know what they wish?',
          required: 'Say whether you know what they wish',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        },
        wishes: {
          kind: 'choices',
          label: 'What do they wish?',
          appliesWhen: { field: 'known', is: ['yes'] },
          options: wishIds.map(value => ({ value, label: wishes[value] })),
        },
        'wishes-words': {
          kind: 'textarea',
          label: 'In what words may it be told?',
          hint: 'Only what they agreed to. Nothing that says who they are',
          appliesWhen: { field: 'known', is: ['yes'] },
          maxLength: 2_000,
          rows: 3,
        },
        reason: {
          kind: 'textarea',
          label: 'Why not?',
          hint: 'Like “they do not want to be contacted” or “not reached, three times tried”',
          required: 'Say why it is not known',
          appliesWhen: { field: 'known', is: ['no'] },
          maxLength: 1_000,
          rows: 2,
        },
        safety: {
          kind: 'textarea',
          label: 'What keeps them safe, that the plan must hold to?',
          hint: 'Like “he stays out of the shop”. Nothing that says who or where they are, if that must not be known',
          maxLength: 2_000,
          rows: 3,
        },
      },
    }),
  title: () => 'What they wish, and what keeps them safe',
  intro: ({ victim, child }) => (
    <p class="govuk-body">
      Those who work with <bdi>{child.childName}</bdi> read this, about “<bdi>{victim.knownAs}</bdi>”. If that
      says who they are, <a href={editVictimPath.to(victim)}>change it first</a>. The plan shows it beside the
      child’s own safety.
    </p>
  ),
  back: ({ victim }) => victimPath.to(victim),
  initial: ({ voice }) => (voice ? voiceTyped(voice) : {}),
  submit: 'Tell them',
  async save({ tx, who, now }, values, { victim, child }) {
    const isKnown = values.known === 'yes'
    const chosen = isKnown ? values.wishes : []
    const words = isKnown ? (values['wishes-words'] ?? '') : ''
    if (isKnown && chosen.length === 0 && words === '')
      return {
        kind: 'errors',
        errors: [{ field: 'wishes', message: 'Choose what they wish, or write it in words' }],
      }
    const errors = faultsOfVoice(victim, {
      wishes: chosen,
      texts: { 'wishes-words': words, reason: values.reason ?? '', safety: values.safety },
    })
    if (errors.length > 0) return { kind: 'errors', errors }
    await insertVoice(tx, {
      ...{ serviceId: who.serviceId, childId: child.childId, by: who.userId, at: now },
      ...{ victimId: victim.victimId, knownAs: victim.knownAs, wishes: chosen, wishesWords: words },
      ...{ noWishesReason: values.reason ?? '', safetyWords: values.safety },
    })
    return redirect(victimPath.to(victim), 'Those who work with the child can read it in the plan now.')
  },
})

const voiceTyped = (voice: Voice): Typed => ({
  known:
    voice.noWishesReason !== '' ? 'no' : voice.wishes.length > 0 || voice.wishesWords !== '' ? 'yes' : '',
  wishes: voice.wishes,
  'wishes-words': voice.wishesWords,
  reason: voice.noWishesReason,
  safety: voice.safetyWords,
})
