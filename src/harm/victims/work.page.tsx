import { form, formPage, type Typed, typedDate } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { notFound, type Request, redirect } from '../../platform/http/index.ts'
import { onTheWall, typedTime, wallMoment } from '../../record/children/index.ts'
import { loadVictim } from './loadVictim.ts'
import {
  addVictimContactPath,
  closeVictimPath,
  consentPath,
  editVictimPath,
  openVictimPath,
  victimPath,
} from './paths.ts'
import { tellingIn } from './saysWho.ts'
import { bringVoicesBack, renameVoices, voicesOf, withdrawVoices } from './tell.ts'
import { agreesField, faultsOfName, whoFields, whoSaid, whoTyped } from './victim.form.ts'
import { mayBeContacted, type Victim, type Way, ways } from './victim.ts'
import { changeVictim, findVictim, insertVictimContact, type VictimSaid } from './victimQueries.ts'

const rowOf = ({ victimId }: Victim) => ({ table: 'victim', key: { victim_id: victimId } })

/** What to show where somebody else was quicker. */
async function collision(tx: Request['tx'], victim: Victim, typed: (theirs: Victim) => Typed) {
  const theirs = await findVictim(tx, victim.victimId)
  return theirs ? { kind: 'collision' as const, theirs: typed(theirs), version: theirs.version } : notFound
}

const editRoutes = formPage({
  path: editVictimPath,
  permission: 'victims.work',
  change: 'Changed the record of somebody who was harmed',
  load: request => loadVictim(request, { isOpen: true }),
  form: () => form({ id: 'victim', fields: whoFields }),
  title: () => 'Change the record',
  intro: ({ victim }) => (
    <p class="govuk-body">
      Saving confirms how the plan of the child calls them, now “<bdi>{victim.knownAs}</bdi>”: those who work
      with the child read it.
    </p>
  ),
  back: ({ victim }) => victimPath.to(victim),
  initial: ({ victim }) => whoTyped(victim),
  version: ({ victim }) => victim.version,
  row: ({ victim }) => rowOf(victim),
  submit: 'Save',
  async save(request, values, { victim }) {
    const said = whoSaid(values)
    const errors = [...faultsOfName(said), ...(await faultsOfTold(request.tx, victim, said))]
    if (errors.length > 0) return { kind: 'errors', errors }
    if (!(await changeVictim(request.tx, victim, said))) return collision(request.tx, victim, whoTyped)
    await renameVoices(request, victim, said.knownAs)
    return redirect(victimPath.to(victim), 'Saved.')
  },
})

/** What was told already, held against what the record is to say: a name that is learnt later may stand there. */
async function faultsOfTold(tx: Request['tx'], victim: Victim, said: VictimSaid) {
  const told = await voicesOf(tx, victim)
  return told.flatMap(({ child, voice }) => {
    const texts = voice ? [voice.wishesWords, voice.noWishesReason, voice.safetyWords] : []
    const telling = texts.map(text => tellingIn(said, text)).find(found => found !== undefined)
    if (!telling) return []
    const message = `What was told to those who work with ${child.childName} holds “${telling.word}”: change that first`
    return [{ field: telling.of, message }]
  })
}

const consentTyped = (it: Victim): Typed => ({
  agrees: it.consent === 'withdrawn' ? 'no' : it.consent,
  on: it.consentOn ? typedDate(it.consentOn) : '',
  words: it.consentWords,
})

const consentRoutes = formPage({
  path: consentPath,
  permission: 'victims.work',
  change: 'Recorded whether somebody who was harmed agrees to contact',
  load: async request => {
    const loaded = await loadVictim(request, { isOpen: true })
    return loaded.ok ? ok({ ...loaded.value, today: request.today }) : loaded
  },
  form: () =>
    form({
      id: 'victim-consent',
      fields: {
        agrees: agreesField,
        on: {
          kind: 'date',
          label: 'When did they say so?',
          required: 'Say when they said so',
          notAfterToday: 'The day must not be after today',
          appliesWhen: { field: 'agrees', is: ['yes', 'no'] },
        },
        words: {
          kind: 'textarea',
          label: 'What did they agree to, and how were they asked?',
          maxLength: 1_000,
          rows: 3,
        },
      },
    }),
  title: () => 'Do they agree to contact?',
  back: ({ victim }) => victimPath.to(victim),
  initial: ({ victim, today }) => ({
    ...consentTyped(victim),
    ...(victim.consentOn ? {} : { on: typedDate(today) }),
  }),
  version: ({ victim }) => victim.version,
  row: ({ victim }) => rowOf(victim),
  submit: 'Save',
  async save({ tx }, { agrees, on, words }, { victim, today }) {
    // Whoever said yes before and says no now has withdrawn.
    const had = victim.consent === 'yes' || victim.consent === 'withdrawn'
    const to = {
      consent: agrees === 'no' && had ? ('withdrawn' as const) : agrees,
      consentOn: agrees === 'not-asked' ? null : (on ?? today),
      consentWords: words,
    }
    return (await changeVictim(tx, victim, to))
      ? redirect(victimPath.to(victim), 'Saved.')
      : collision(tx, victim, consentTyped)
  },
})

const contactRoutes = formPage({
  path: addVictimContactPath,
  permission: 'victims.work',
  change: 'Recorded a contact with somebody who was harmed',
  load: async request => {
    const loaded = await loadVictim(request, { isOpen: true })
    return loaded.ok ? ok({ ...loaded.value, now: request.now }) : loaded
  },
  form: () =>
    form({
      id: 'victim-contact',
      fields: {
        reached: {
          kind: 'choice',
          label: 'Did you reach them?',
          required: 'Say whether you reached them',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        },
        way: {
          kind: 'choice',
          label: 'How?',
          required: 'Choose how',
          options: (Object.keys(ways) as Way[]).map(value => ({ value, label: ways[value] })),
        },
        day: {
          kind: 'date',
          label: 'On which day?',
          required: 'Say on which day',
          notAfterToday: 'The day must not be after today',
        },
        time: { kind: 'time', label: 'At what time?', required: 'Say at what time' },
        words: {
          kind: 'textarea',
          label: 'What was said?',
          hint: 'What they want to know, what worries them, what was agreed',
          maxLength: 5_000,
        },
      },
    }),
  title: () => 'Record a contact',
  intro: ({ victim }) => (
    <>
      {!mayBeContacted(victim) && (
        <p class="govuk-body">
          <strong>They have said that they do not want contact.</strong> Record only what they began
          themselves.
        </p>
      )}
      {victim.safeContact !== '' && (
        <p class="govuk-body">
          Contact them safely: <bdi class="tl-keep-lines">{victim.safeContact}</bdi>
        </p>
      )}
    </>
  ),
  back: ({ victim }) => victimPath.to(victim),
  initial: ({ now }) => {
    const { date, time } = onTheWall(now)
    return { day: typedDate(date), time: typedTime(time) }
  },
  submit: 'Save',
  async save({ tx, who, now }, { reached, way, day, time, words }, { victim }) {
    const at = wallMoment(day, time)
    const errors = [
      ...(at.ok ? [] : [{ field: 'time', message: at.reason }]),
      ...(at.ok && Temporal.Instant.compare(at.value, now) > 0
        ? [{ field: 'time', message: 'The time must not be after now' }]
        : []),
      ...(reached === 'yes' && words === '' ? [{ field: 'words', message: 'Say what was said' }] : []),
    ]
    if (!at.ok || errors.length > 0) return { kind: 'errors', errors }
    await insertVictimContact(tx, {
      ...{ serviceId: who.serviceId, victimId: victim.victimId, by: who.userId, recordedAt: now },
      ...{ at: at.value, way, wasReached: reached === 'yes', words },
    })
    return redirect(victimPath.to(victim), 'The contact is recorded.')
  },
})

const closeRoutes = formPage({
  path: closeVictimPath,
  permission: 'victims.work',
  change: 'Closed the record of somebody who was harmed',
  load: async request => {
    const loaded = await loadVictim(request, { isOpen: true })
    return loaded.ok ? ok({ ...loaded.value, today: request.today }) : loaded
  },
  form: () =>
    form({
      id: 'close-victim',
      fields: {
        reason: {
          kind: 'choice',
          label: 'Why is it closed?',
          required: 'Choose why it is closed',
          options: closings.map(([value, label]) => ({ value, label })),
        },
        words: {
          kind: 'textarea',
          label: 'What came of it, and what do they say of it?',
          maxLength: 3_000,
          rows: 3,
        },
        on: {
          kind: 'date',
          label: 'On which day?',
          required: 'Say on which day',
          notAfterToday: 'The day must not be after today',
        },
      },
    }),
  title: () => 'Close the record',
  back: ({ victim }) => victimPath.to(victim),
  initial: ({ today }) => ({ on: typedDate(today) }),
  version: ({ victim }) => victim.version,
  row: ({ victim }) => rowOf(victim),
  submit: 'Close it',
  async save(request, { reason, words, on }, { victim }) {
    const { tx } = request
    const to = { closedOn: on, closedReason: reason, closedWords: words }
    if (!(await changeVictim(tx, victim, to))) return collision(tx, victim, () => ({}))
    if (reason === mistake) await withdrawVoices(request, victim)
    return redirect(victimPath.to(victim), 'Closed.')
  },
})

/** Whoever was passed on by mistake leaves the plan of the child. */
const mistake = 'mistake'

/** Why the work with somebody who was harmed ended: the service’s own list. */
export const closings = [
  ['finished', 'What they wished for was done'],
  ['no-contact', 'They do not want contact'],
  ['not-reached', 'They could not be reached'],
  ['child-ended', 'The work with the child has ended'],
  ['elsewhere', 'Another service goes on with it'],
  [mistake, 'It was passed on by mistake'],
] as const

const openRoutes = formPage({
  path: openVictimPath,
  permission: 'victims.work',
  change: 'Opened again the record of somebody who was harmed',
  load: request => loadVictim(request, { isOpen: false }),
  form: () => form({ id: 'open-victim', fields: {} }),
  title: () => 'Open this record again?',
  back: ({ victim }) => victimPath.to(victim),
  version: ({ victim }) => victim.version,
  row: ({ victim }) => rowOf(victim),
  submit: 'Open it again',
  async save(request, _values, { victim }) {
    const { tx } = request
    if (!(await changeVictim(tx, victim, { closedOn: null, closedReason: '', closedWords: '' })))
      return collision(tx, victim, () => ({}))
    if (victim.closedReason === mistake) await bringVoicesBack(request, victim)
    return redirect(victimPath.to(victim), 'Open again.')
  },
})

export const workRoutes = [...editRoutes, ...consentRoutes, ...contactRoutes, ...closeRoutes, ...openRoutes]
