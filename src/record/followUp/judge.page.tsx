import { type Fields, form, formPage, reasonKey, type Typed, typedDate } from '../../engine/forms/index.ts'
import { placeOffence } from '../../engine/pathways/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { childFrame, codeWords } from '../children/index.ts'
import { type FollowedCase, placeWords, type Verdict, verdicts } from './followUp.ts'
import { type FoundOffence, judgeOffence, listFound, setOffenceDay } from './followUpQueries.ts'
import { loadFollowUp } from './loadFollowUp.ts'
import { followUpPath, judgePath } from './paths.ts'

type Loaded = { followed: FollowedCase; found: FoundOffence; today: Temporal.PlainDate }

function fieldsOf({ found }: Loaded): Fields {
  return {
    ...(found.committedOn
      ? {}
      : {
          'committed-on': {
            kind: 'date',
            label: 'On which day did it happen?',
            hint: 'A further offence needs a day. Leave it empty if it is none.',
            notAfterToday: 'It cannot have happened in the future',
          } as const,
        }),
    verdict: {
      kind: 'choice',
      label: 'What is it?',
      required: 'Choose what it is',
      options: [
        {
          value: 'further-proven',
          label: verdicts['further-proven'],
          hint: 'A court found it, or the child was cautioned for it.',
        },
        {
          value: 'further-not-proven',
          label: verdicts['further-not-proven'],
          hint: 'It waits for an outcome, or had one that proves nothing. It can be changed when there is news.',
        },
        {
          value: 'not-further',
          label: verdicts['not-further'],
          hint: 'Another child’s, recorded twice, before the work ended, or no offence after all.',
          needsReason: 'Say why it is none',
        },
      ],
    },
    'proven-on': {
      kind: 'date',
      label: 'On which day was it proven?',
      hint: 'The day of the finding or the caution.',
      required: 'Enter the day on which it was proven',
      notAfterToday: 'It cannot have been proven in the future',
      appliesWhen: { field: 'verdict', is: ['further-proven'] },
    },
    source: {
      kind: 'text',
      label: 'How do you know?',
      hint: 'For example the police, by telephone, or the court’s register.',
      required: 'Say how you know',
      maxLength: 300,
    },
  }
}

function typedOf({ found }: Loaded): Typed {
  return {
    verdict: found.verdict ?? '',
    'verdict-reason-not-further': found.verdict === 'not-further' ? (found.reason ?? '') : '',
    'proven-on': found.provenOn ? typedDate(found.provenOn) : '',
    source: found.source ?? '',
  }
}

/** A person looks at an offence that a follow-up found, and says whether it is a further offence. */
export const judgeRoutes = formPage<Fields, Loaded>({
  path: judgePath,
  permission: 'followUp.judge',
  about: 'child',
  change: 'Said what an offence in a follow-up is',
  view: 'Opened an offence that a follow-up found',
  async load(request) {
    const followed = await loadFollowUp(request)
    if (!followed.ok) return followed
    const id = parseId<'offence'>(request.params.offenceId ?? '')
    const all = await listFound(request.tx, followed.value.involvementId)
    const found = all.find(({ offenceId }) => offenceId === id)
    return found ? ok({ followed: followed.value, found, today: request.today }) : refused(notFound)
  },
  form: loaded => form({ id: 'follow-up-offence', fields: fieldsOf(loaded) }),
  title: () => 'An offence found in the follow-up',
  intro: loaded => <Found {...loaded} />,
  back: ({ followed }) => followUpPath.to(followed),
  initial: typedOf,
  version: ({ found }) => found.version,
  row: ({ followed, found }) => ({
    table: 'follow_up_offence',
    key: { involvement_id: followed.involvementId, offence_id: found.offenceId },
  }),
  frame: childFrame('cases'),
  submit: 'Save',
  async save({ tx, who, now, today }, _values, { followed, found }, answers) {
    const verdict = String(answers.verdict) as Verdict
    const dateIn = (name: string) =>
      answers[name] === undefined ? undefined : Temporal.PlainDate.from(String(answers[name]))
    const said = dateIn('committed-on')
    const provenOn = verdict === 'further-proven' ? dateIn('proven-on') : undefined
    const committedOn = found.committedOn ?? said ?? null
    const fault = faultOf(verdict, { committedOn, provenOn: provenOn ?? null }, followed, today)
    if (fault) return { kind: 'errors', errors: [fault] }
    const { childId, involvementId } = followed
    if (said && !found.committedOn) await setOffenceDay(tx, childId, found.offenceId, said)
    const isJudged = await judgeOffence(tx, {
      serviceId: who.serviceId,
      childId,
      involvementId,
      offenceId: found.offenceId,
      verdict,
      provenOn,
      source: String(answers.source ?? ''),
      reason: verdict === 'not-further' ? String(answers[reasonKey('verdict')] ?? '') : '',
      by: who.userId,
      at: now,
      version: found.version,
    })
    if (isJudged) return redirect(followUpPath.to(followed), 'Saved.')
    const fresh = (await listFound(tx, involvementId)).find(({ offenceId }) => offenceId === found.offenceId)
    return fresh
      ? { kind: 'collision', theirs: typedOf({ followed, found: fresh, today }), version: fresh.version }
      : notFound
  },
})

type Days = { committedOn: Temporal.PlainDate | null; provenOn: Temporal.PlainDate | null }

/** What is wrong with calling an offence a further one; nothing is with saying that it is none. */
export function faultOf(
  verdict: Verdict,
  days: Days,
  time: FollowedCase,
  today: Temporal.PlainDate,
): { field: string; message: string } | undefined {
  if (verdict === 'not-further') return undefined
  const { kind } = placeOffence(time, days, today)
  if (kind === 'day-unknown')
    return {
      field: 'committed-on',
      message: 'Enter the day on which it happened: without it, it cannot be counted',
    }
  if (kind === 'before' || kind === 'after') {
    const outside = kind === 'before' ? `before ${writeDate(time.from)}` : `after ${writeDate(time.until)}`
    const message = `It happened ${outside}, outside the follow-up. Say that it is not a further offence`
    return { field: 'verdict', message }
  }
  const { committedOn, provenOn } = days
  return committedOn && provenOn && Temporal.PlainDate.compare(provenOn, committedOn) < 0
    ? {
        field: 'proven-on',
        message: `It cannot have been proven before it happened, on ${writeDate(committedOn)}`,
      }
    : undefined
}

function Found({ followed, found, today }: Loaded) {
  const place = placeOffence(followed, found, today)
  const outcome = codeWords('police-outcomes', found.outcome, found.outcomeOn ?? found.committedOn ?? today)
  return (
    <SummaryList
      rows={[
        { key: 'What happened', value: <bdi>{found.description}</bdi> },
        { key: 'When', value: found.committedOn ? writeDate(found.committedOn) : 'Not known' },
        { key: 'Outcome', value: outcome === '' ? 'None recorded' : outcome },
        { key: 'Police reference', value: found.policeReference === '' ? 'None' : found.policeReference },
        {
          key: 'The follow-up',
          value: `${writeDate(followed.from)} to ${writeDate(followed.until)}, with proof until ${writeDate(followed.proofUntil)}`,
        },
        { key: 'Where it stands', value: placeWords(place, followed) },
      ]}
    />
  )
}
