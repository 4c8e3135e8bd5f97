import type { DocumentDefinition, SourceName, Sources } from '../../engine/documents/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { roleNames } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Request } from '../../platform/http/index.ts'
import {
  addressWords,
  ageWords,
  birthDateWords,
  type Child,
  codeLabel,
  interpreterWords,
  knownFacts,
  listPeople,
  nameOf,
  readConfidentialHomes,
} from '../children/index.ts'
import { listOffences } from '../overview/index.ts'
import { pullAppointment, pullContacts } from './appointmentSourceQueries.ts'
import type { DocumentHead } from './document.ts'
import { pullForm, pullSignedForms } from './pullForms.ts'
import { pullEasyPlan, pullHarmed, pullPlan } from './pullPlan.ts'

/** Who makes a document, for which service, and when. */
export type Maker = Pick<Request['who'], 'serviceName' | 'name' | 'roles'>

export type Pulling = {
  child: Child
  definition: DocumentDefinition
  /** What was chosen for it. */
  about: Pick<DocumentHead, 'aboutId' | 'aboutPart'>
  maker: Maker
  today: Temporal.PlainDate
  now: Temporal.Instant
}

/**
 * Reads of the record what a document pulls, and nothing else.
 * @returns undefined where what it is about is not there any more
 */
export async function pullSources(tx: Work, it: Pulling): Promise<Partial<Sources> | undefined> {
  const entries = await Promise.all(
    it.definition.pulls.map(async name => [name, await readers[name](tx, it)] as const),
  )
  const isThere = entries.every(([name, found]) => found !== undefined || mayBeAbsent(name, it))
  return isThere ? Object.fromEntries(entries) : undefined
}

/** A plan that was not chosen may be missing: the document then says so. */
const mayBeAbsent = (name: SourceName, { about }: Pulling): boolean =>
  name === 'plan' && about.aboutId === null

const readers: {
  readonly [Name in SourceName]: (tx: Work, it: Pulling) => Promise<Sources[Name] | undefined>
} = {
  service: async (_tx, { maker, today }) => ({
    name: maker.serviceName,
    writer: maker.name,
    role: maker.roles.map(role => roleNames[role]).join(', '),
    today: writeDate(today),
  }),
  child: childSource,
  parents: async (tx, { child }) =>
    (await listPeople(tx, child.childId))
      .filter(it => it.hasParentalResponsibility && it.endedAt === null && !it.mustNotBeContacted)
      .map(({ name, relationship }) => ({ name, relationship })),
  offences: async (tx, { child, today }) =>
    (await listOffences(tx, child.childId)).map(it => ({
      on: it.committedOn ? writeDate(it.committedOn) : 'Not known',
      what: it.description === '' ? codeLabel('offences', it.code, it.committedOn ?? today) : it.description,
      outcome:
        it.outcome === ''
          ? 'Not recorded'
          : codeLabel('police-outcomes', it.outcome, it.outcomeOn ?? it.committedOn ?? today),
    })),
  form: (tx, { child, about, today }) => pullForm(tx, child, about.aboutId ?? '', today),
  signedForms: (tx, { child, definition }) => pullSignedForms(tx, child.childId, definition.quotes ?? {}),
  plan: (tx, { child, about, definition }) =>
    pullPlan(tx, child.childId, definition.about === 'plan' ? about.aboutId : null),
  easyPlan: (tx, { child, about }) => pullEasyPlan(tx, child.childId, about.aboutId ?? '', about.aboutPart),
  harmed: (tx, { child }) => pullHarmed(tx, child.childId),
  // An appointment that was called off since, whose miss was taken back, or whose reason is acceptable after all, is not there any more.
  appointment: (tx, { child, about, definition }) =>
    pullAppointment(tx, child.childId, about.aboutId ?? '', definition.about),
  contacts: (tx, { child, today, now }) => pullContacts(tx, child.childId, today, now),
}

/** Codes that say only that it is not known. */
const notStated = ['', 'NS', '0']

async function childSource(tx: Work, { child, today }: Pulling): Promise<Sources['child']> {
  const { birthDate, ethnicity, hasNoFixedAddress } = child
  const [facts, { from: confidentialFrom }] = await Promise.all([
    knownFacts(tx, child, today, new Set(['education', 'care'])),
    readConfidentialHomes(tx, child.childId),
  ])
  const address = hasNoFixedAddress || confidentialFrom !== '' ? '' : addressWords(child)
  return {
    name: nameOf({ ...child, knownAs: '' }),
    calledName: child.knownAs === '' ? child.givenName : child.knownAs,
    reference: child.reference,
    birthDate: birthDate ? birthDateWords(child) : '',
    age: birthDate ? ageWords(child, today) : '',
    pronouns: child.pronouns,
    ethnicity: notStated.includes(ethnicity) ? '' : codeLabel('ethnicity', ethnicity, today),
    language: child.language,
    interpreter: interpreterWords(child),
    howToTalk: child.howToTalk,
    whatHelps: child.whatHelps,
    address: address.split('\n').filter(line => line !== ''),
    hasNoFixedAddress,
    confidentialFrom,
    education: facts.education?.words ?? '',
    // What a code of our own lists lacks in checking is for us, not for whoever reads the document.
    care: (facts.care?.words ?? '').replaceAll(' (unverified code)', ''),
  }
}
