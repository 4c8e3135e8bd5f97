import { sql } from 'kysely'
import type { KnownFact, KnownNames } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { ageKnown, birthDateWords, type Child } from './child.ts'
import { codeLabel } from './codes.ts'
import { confidentialHome } from './confidentialHome.ts'
import { interpreterWords } from './details.page.tsx'
import { type Fact, type FactKindName, factTitle } from './factKinds.ts'
import { listFacts } from './factQueries.ts'
import { addFactPath, detailsPath, editDetailsPath, factPath, peoplePath } from './paths.ts'
import { listPeople } from './personQueries.ts'
import { withWayBack } from './wayBack.ts'

/** The facts that a form may show and have confirmed instead of asking, by their names. */
export const confirmable = {
  addresses: 'Where the child lives',
  education: 'School, college or work',
  care: 'Care status',
  language: 'Language and interpreter',
  people: 'Who has parental responsibility',
  birth: 'Date of birth',
  sex: 'Sex',
} as const

export type ConfirmableFact = keyof typeof confirmable

/** The code that says only that it is not known. */
const unknownSex = '0'

/** For whom the places are given where facts are changed: whether they may, and the page to which they come back. */
export type Changing = { mayEdit: boolean; back: string }

/** What the record says of these facts now, and where each is changed: the fact itself, for whoever may change it. */
export async function knownFacts(
  tx: Work,
  child: Child,
  today: Temporal.PlainDate,
  wanted: ReadonlySet<string>,
  { mayEdit, back }: Partial<Changing> = {},
): Promise<Record<string, KnownFact>> {
  const { childId } = child
  const details = detailsPath.to(child)
  const inDetails = (name: string) =>
    withWayBack(mayEdit ? `${editDetailsPath.to(child)}#${name}` : details, back)
  const now = async (kind: FactKindName): Promise<KnownFact> => {
    const facts = (await listFacts(tx, kind, childId)).filter(({ until }) => until === null)
    const words = [...new Set(facts.map(fact => factWords(kind, fact, today)))].join('; ')
    const [only, ...others] = facts
    if (!mayEdit || others.length > 0) return { words, href: withWayBack(details, back) }
    const href = only ? factPath.to({ ...only, kind }) : addFactPath.to({ childId, kind })
    return { words, href: withWayBack(href, back) }
  }
  const read: Readonly<Record<ConfirmableFact, () => Promise<KnownFact>>> = {
    addresses: () => now('addresses'),
    education: () => now('education'),
    care: () => now('care'),
    language: async () => ({
      words: [
        child.language,
        interpreterWords(child) && `interpreter: ${interpreterWords(child).toLowerCase()}`,
      ]
        .filter(words => words !== '')
        .join('; '),
      href: inDetails('language'),
    }),
    birth: async () => ({
      words: ageKnown(child) ? birthDateWords(child) : '',
      href: inDetails('birth-date-basis'),
    }),
    sex: async () => ({
      words: child.sex === unknownSex ? '' : codeLabel('sex', child.sex, today),
      href: inDetails('sex'),
    }),
    people: async () => ({
      words: await responsible(tx, childId),
      href: withWayBack(peoplePath.to(child), back),
    }),
  }
  const names = Object.keys(read).filter(name => wanted.has(name)) as ConfirmableFact[]
  const found = await Promise.all(names.map(async name => [name, await read[name]()] as const))
  return Object.fromEntries(found)
}

/**
 * A fact in a line, as it is written into a form and read wherever the form is: of an address that somebody must not learn only
 * that there is one, as for the place of an appointment.
 */
const factWords = (kind: FactKindName, { said }: Pick<Fact, 'said'>, today: Temporal.PlainDate): string =>
  said.confidential_from ? confidentialHome : factTitle(kind, said, today).replaceAll('\n', ', ')

async function responsible(tx: Work, childId: string): Promise<string> {
  return (await listPeople(tx, childId))
    .filter(({ hasParentalResponsibility, endedAt }) => hasParentalResponsibility && endedAt === null)
    .map(({ name, relationship }) => (relationship === '' ? name : `${name} (${relationship})`))
    .join('; ')
}

/** Where the child lives and learns, and who is around the child, as the record says now: to be chosen from. */
export async function knownNames(tx: Work, childId: string, today: Temporal.PlainDate): Promise<KnownNames> {
  const titles = async (name: FactKindName) =>
    (await listFacts(tx, name, childId))
      .filter(({ until }) => until === null)
      .map(fact => factWords(name, fact, today))
  const [addresses, education, people] = await Promise.all([
    titles('addresses'),
    titles('education'),
    listPeople(tx, childId),
  ])
  const around = people
    .filter(({ endedAt }) => endedAt === null)
    .map(({ name, relationship, mustNotBeContacted }) => {
      const said = [relationship, ...(mustNotBeContacted ? ['must not be contacted'] : [])].filter(Boolean)
      return said.length === 0 ? name : `${name} (${said.join('; ')})`
    })
  return { place: [...new Set([...addresses, ...education])], around }
}

/** Writes down that facts were looked at and found right, in the words of the record. */
export async function insertConfirmations(
  tx: Work,
  whose: { serviceId: string; childId: string; by: string; at: Temporal.Instant },
  confirmed: readonly { fact: string; words: string }[],
): Promise<void> {
  if (confirmed.length === 0) return
  await tx
    .insertInto('fact_confirmation')
    .values(
      confirmed.map(({ fact, words }) => ({
        service_id: whose.serviceId,
        child_id: whose.childId,
        fact,
        words,
        confirmed_by: whose.by,
        confirmed_at: whose.at,
      })),
    )
    .execute()
}

/** When a fact was found right the last time, and by whom. */
export type Confirmation = { fact: string; words: string; by: string; at: Temporal.Instant }

/** The last confirmation of each fact about a child. */
export async function listConfirmations(tx: Work, childId: string): Promise<Confirmation[]> {
  const { rows } = await sql<Confirmation>`
    select distinct on (f.fact) f.fact, f.words, p.name as by, f.confirmed_at as at
    from fact_confirmation f join person_account p on p.service_id = f.service_id and p.user_id = f.confirmed_by
    where f.service_id = current_service() and f.child_id = ${childId}
    order by f.fact, f.confirmed_at desc, f.confirmation_id desc`.execute(tx)
  return rows
}
