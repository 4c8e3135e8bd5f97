import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { Work } from '../../platform/database/index.ts'
import { appointmentWords } from '../appointments/index.ts'
import { standing } from '../cases/index.ts'
import {
  alertWords,
  type Child,
  codeWords,
  factLines,
  factTitle,
  listFacts,
  listOtherNames,
  talkingWords,
} from '../children/index.ts'
import { noteSaid, noteWords } from '../notes/index.ts'
import { listAgreements, parties, standingOn } from '../sharing/index.ts'
import {
  casesToSend,
  contactsToSend,
  type NoteRow,
  notesToSend,
  offencesToSend,
  peopleToSend,
  stepsToSend,
} from './gatherQueries.ts'
import { type PackagePart, packageVersion, type TransferPackage } from './package.ts'

/** From where to where a package goes, why, and when it is made. */
export type About = {
  from: string
  to: string
  reason: string
  at: Temporal.Instant
  /** Whether whoever makes it may read what is about health: otherwise agreements about it stay. */
  maySeeHealth: boolean
  /** The notes that stay, by id. */
  leaveOut: readonly string[]
}

/** Everything of a child's record that a package can hold, as the person of this transaction may read it. */
export async function gatherPackage(tx: Work, child: Child, about: About): Promise<TransferPackage> {
  const { childId } = child
  return {
    format: 'throughline-transfer',
    version: packageVersion,
    madeAt: about.at.toString(),
    from: about.from,
    to: about.to,
    reason: about.reason,
    parts: ['details', 'facts', 'people', 'alerts', 'cases', 'contacts', 'notes', 'offences', 'agreements'],
    child: {
      reference: child.reference,
      givenName: child.givenName,
      familyName: child.familyName,
      knownAs: child.knownAs,
      birthDate: child.birthDate?.toString() ?? null,
      birthDateBasis: child.birthDateBasis,
      wasRestricted: child.isRestricted,
    },
    details: await detailsOf(tx, child),
    facts: await factsOf(tx, childId, dayInUk(about.at)),
    people: await peopleToSend(tx, childId),
    alerts: child.alerts.map(({ kind, text, raisedAt }) => ({
      kind,
      label: alertWords(kind).label,
      text,
      raisedAt: Temporal.Instant.from(raisedAt).toString(),
    })),
    cases: await casesOf(tx, childId),
    contacts: (await contactsToSend(tx, childId)).map(it => ({
      ...it,
      at: it.at.toString(),
      kind: appointmentWords(it.kind),
    })),
    notes: (await notesToSend(tx, childId)).filter(it => !about.leaveOut.includes(it.noteId)).map(noteOf),
    offences: (await offencesToSend(tx, childId)).map(it => ({
      ...it,
      committedOn: it.committedOn?.toString() ?? null,
      outcomeOn: it.outcomeOn?.toString() ?? null,
      outcomeWords: codeWords(
        'police-outcomes',
        it.outcome,
        it.outcomeOn ?? it.committedOn ?? dayInUk(about.at),
      ),
    })),
    agreements: await agreementsOf(tx, childId, about),
  }
}

/** A note as it goes, with its marks: whoever takes it in keeps to them. */
function noteOf({
  at,
  isDay,
  kind,
  by,
  text,
  ...it
}: NoteRow): NonNullable<TransferPackage['notes']>[number] {
  const said = noteSaid(it.details)
  const { sensitivity, hasThirdParty } = it
  return { at: at.toString(), isDay, kind: noteWords(kind), by, text, sensitivity, hasThirdParty, said }
}

async function detailsOf(tx: Work, child: Child): Promise<NonNullable<TransferPackage['details']>> {
  const { saidAs, sex, ethnicity, pronouns, language, needsInterpreter } = child
  const { interpreterNote, religion, whatHelps } = child
  const { address, postcode, hasNoFixedAddress, phone, school } = child
  const names = await listOtherNames(tx, child.childId)
  const addresses = await listFacts(tx, 'addresses', child.childId)
  const keptFrom = addresses.filter(({ until }) => !until).map(({ said }) => said.confidential_from ?? '')
  return {
    saidAs,
    sex,
    ethnicity,
    pronouns,
    language,
    needsInterpreter,
    howToTalk: talkingWords(child),
    interpreterNote,
    religion,
    whatHelps,
    confidentialFrom: [...new Set(keptFrom.filter(who => who !== ''))].join('; '),
    address,
    postcode,
    hasNoFixedAddress,
    phone,
    school,
    otherNames: names.map(({ name, kind, mustNotBeUsed }) => ({ name, kind, mustNotBeUsed })),
  }
}

const historyKinds = ['addresses', 'education', 'care'] as const

/** Where the child lived and learned, and care status: what is so now, and what was before. */
async function factsOf(
  tx: Work,
  childId: string,
  on: Temporal.PlainDate,
): Promise<NonNullable<TransferPackage['facts']>> {
  const found = []
  for (const kind of historyKinds)
    for (const { said, from, until } of await listFacts(tx, kind, childId))
      found.push({
        kind,
        title: factTitle(kind, said, from ?? on),
        from: from?.toString() ?? null,
        until: until?.toString() ?? null,
        said: factLines(kind, said, from ?? on).map(([question, answer]) => ({ question, answer })),
      })
  return found.filter(({ title }) => title.trim() !== '')
}

/** What holds, will hold or was taken back; what has run out by itself tells nobody anything. */
async function agreementsOf(
  tx: Work,
  childId: string,
  { at, maySeeHealth }: About,
): Promise<NonNullable<TransferPackage['agreements']>> {
  const on = dayInUk(at)
  const agreements = await listAgreements(tx, childId, maySeeHealth)
  return agreements.flatMap(it => {
    const { what, reason, howAsked, withWhom, agreedBy, hasHealth: isAboutHealth } = it
    if (what === null || standingOn(it, on) === 'expired') return []
    return [
      {
        ...{ what, isAboutHealth, withWhom },
        basis: codeWords('sharing-basis', it.basis, it.from),
        reason: reason ?? '',
        agreedBy: agreedBy.map(party => parties[party] ?? party),
        howAsked: howAsked ?? '',
        from: it.from.toString(),
        until: it.until?.toString() ?? null,
        withdrawnOn: it.withdrawnOn?.toString() ?? null,
      },
    ]
  })
}

async function casesOf(tx: Work, childId: string): Promise<NonNullable<TransferPackage['cases']>> {
  const cases = await casesToSend(tx, childId)
  const steps = await stepsToSend(tx, childId)
  return cases.map(it => {
    const pathway = findPathway(practiceInUse(), it.pathway)
    return {
      title: pathway?.title ?? it.pathway,
      standing: standing(pathway, it),
      startedAt: it.startedAt.toString(),
      endedAt: it.endedAt?.toString() ?? null,
      holder: it.holder,
      steps: steps
        .filter(({ involvementId }) => involvementId === it.involvementId)
        .map(({ at, by, words }) => ({
          at: at.toString(),
          by,
          done: words.done,
          said: words.said.map(({ question, answer }) => ({ question, answer })),
        })),
    }
  })
}

/** A package with only the parts that were chosen. */
export function withParts(whole: TransferPackage, parts: readonly PackagePart[]): TransferPackage {
  const { details, facts, people, alerts, cases, contacts, notes, offences, agreements, ...always } = whole
  const all = { details, facts, people, alerts, cases, contacts, notes, offences, agreements }
  const chosen = Object.entries(all).filter(([part]) => parts.includes(part as PackagePart))
  return { ...always, parts: [...parts], ...Object.fromEntries(chosen) }
}
