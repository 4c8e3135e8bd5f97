import { createHash } from 'node:crypto'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Permission } from '../../platform/access/index.ts'
import type { Sensitivity } from '../notes/index.ts'
import { agreementPairs, detailsPairs, factPairs } from './PackageWords.tsx'
import type { TransferPackage } from './package.ts'

/** What another service recorded, as an entry that is only read here. */
export type NewEntry = {
  kind: 'details' | 'fact' | 'case' | 'step' | 'contact' | 'note' | 'agreement' | 'health-agreement'
  at: Temporal.Instant
  /** Only the day counts. */
  isDay: boolean
  title: string
  words: { question: string; answer: string }[]
  /** By name, of the other service’s staff; '' where nobody is named. */
  by: string
  /** The same entry has the same: SHA-256 in hexadecimal figures. */
  fingerprint: string
  /** Of a note: who may read it, as the other service said. */
  sensitivity: Sensitivity
  /** Of a note: not to be given to the child, as the other service said. */
  hasThirdParty: boolean
}

/** Who may read each kind: as far as they may read the same of ours. */
export const entryKinds: Record<NewEntry['kind'], { title: string; permission: Permission }> = {
  details: { title: 'Details', permission: 'child.see' },
  fact: { title: 'History', permission: 'child.see' },
  case: { title: 'Case', permission: 'child.see' },
  step: { title: 'Step', permission: 'child.see' },
  contact: { title: 'Contact', permission: 'contacts.see' },
  // Of sensitive notes the database keeps those who may not read them (migration 0054).
  note: { title: 'Note', permission: 'notes.see' },
  agreement: { title: 'Consent', permission: 'child.see' },
  'health-agreement': { title: 'Consent', permission: 'health.see' },
}

/** The history in a package as entries: nothing of it becomes a step, an appointment or a note of ours. */
export function entriesOf(it: TransferPackage): NewEntry[] {
  return [
    ...(it.details ? [detailsEntry(it, it.details)] : []),
    ...(it.facts ?? []).map(each => factEntry(it, each)),
    ...(it.cases ?? []).flatMap(caseEntries),
    ...(it.contacts ?? []).map(each =>
      entry('contact', each.at, {
        title: `${each.kind}, ${each.state}`,
        words: [
          { question: 'Minutes', answer: String(each.minutes) },
          { question: 'Where', answer: each.place },
          { question: 'What was said of it', answer: each.said },
        ],
        by: each.by,
      }),
    ),
    ...(it.notes ?? []).map(each =>
      entry('note', each.at, {
        title: each.kind,
        words: [{ question: '', answer: each.text }, ...(each.said ?? [])],
        by: each.by,
        isDay: each.isDay ?? false,
        sensitivity: each.sensitivity ?? 'ordinary',
        hasThirdParty: each.hasThirdParty ?? false,
      }),
    ),
    ...(it.agreements ?? []).map(agreementEntry),
  ]
}

function detailsEntry(it: TransferPackage, details: NonNullable<TransferPackage['details']>): NewEntry {
  const on = dayInUk(Temporal.Instant.from(it.madeAt))
  // A name that must not be used is taken over as a name, where it stays out of sight.
  const shown = { ...details, otherNames: details.otherNames.filter(name => !name.mustNotBeUsed) }
  const words = detailsPairs(shown, on).map(([question, answer]) => ({ question, answer }))
  return entry('details', it.madeAt, { title: 'Details as the other service had them', words, by: '' })
}

/** On the day on which it began, where that is known. */
function factEntry(it: TransferPackage, fact: NonNullable<TransferPackage['facts']>[number]): NewEntry {
  const began = fact.from ?? fact.until
  const at = began ? Temporal.PlainDate.from(began).toZonedDateTime(ukZone).toInstant().toString() : it.madeAt
  const words = factPairs(fact).map(([question, answer]) => ({ question, answer }))
  return entry('fact', at, { title: fact.title, words, by: '' })
}

function caseEntries(it: NonNullable<TransferPackage['cases']>[number]): NewEntry[] {
  const ended = it.endedAt && dayInUk(Temporal.Instant.from(it.endedAt))
  return [
    entry('case', it.startedAt, {
      title: it.title,
      words: [
        { question: 'Stands', answer: it.standing },
        { question: 'Ended', answer: ended ? writeDate(ended) : '' },
        { question: 'Holder', answer: it.holder },
      ],
      by: '',
    }),
    ...it.steps.map(step =>
      entry('step', step.at, { title: `${it.title}: ${step.done}`, words: step.said, by: step.by }),
    ),
  ]
}

/** What was agreed there binds nobody here: it is read, and asked anew. */
function agreementEntry(it: NonNullable<TransferPackage['agreements']>[number]): NewEntry {
  const began = Temporal.PlainDate.from(it.from).toZonedDateTime(ukZone).toInstant()
  return entry(it.isAboutHealth ? 'health-agreement' : 'agreement', began.toString(), {
    title: `With ${it.withWhom}`,
    words: agreementPairs(it).map(([question, answer]) => ({ question, answer })),
    by: '',
  })
}

type Said = Pick<NewEntry, 'title' | 'words' | 'by'> &
  Partial<Pick<NewEntry, 'isDay' | 'sensitivity' | 'hasThirdParty'>>

function entry(kind: NewEntry['kind'], at: string, it: Said): NewEntry {
  const { title, words, by, isDay, sensitivity = 'ordinary', hasThirdParty = false } = it
  const answered = words.filter(({ answer }) => answer !== '')
  // Details and facts are the same whenever they were packed.
  const isSame = kind === 'details' || kind === 'fact'
  // A note that came before without its marks comes once more with them: what came is never changed.
  const marks = [
    ...(sensitivity === 'sensitive' ? ['sensitive'] : []),
    ...(hasThirdParty ? ['third-party'] : []),
  ]
  const what = JSON.stringify([kind, isSame ? '' : at, title, answered, by, ...marks])
  return {
    kind,
    at: Temporal.Instant.from(at),
    isDay: isDay ?? (kind !== 'contact' && kind !== 'note'),
    title,
    words: answered,
    by,
    fingerprint: createHash('sha256').update(what).digest('hex'),
    sensitivity,
    hasThirdParty,
  }
}
