import { sql } from 'kysely'
import { foldName, tidyName } from '../../kernel/names.ts'
import type { Work } from '../../platform/database/index.ts'
import type { BirthDateBasis } from './child.ts'
import { newReference } from './newReference.ts'

/** A child as it is first written down. What is not known is left out. */
export type NewChild = {
  serviceId: string
  /** One of the two names may be empty, not both. */
  givenName: string
  familyName: string
  knownAs?: string
  saidAs?: string
  birthDate?: Temporal.PlainDate | undefined
  /** `known` with a date and `unknown` without one, unless said. */
  birthDateBasis?: Exclude<BirthDateBasis, 'unknown'>
  sex?: string
  ethnicity?: string
  pronouns?: string
  language?: string
  /** Without it nobody has said. */
  needsInterpreter?: boolean | null | undefined
  howToTalk?: string
  address?: string
  postcode?: string
  hasNoFixedAddress?: boolean
  phone?: string
  school?: string
  /** When home and school were written down; without it, now. */
  at?: Temporal.Instant
}

const attempts = 5

/** Adds a child under a new reference. @returns the child's id */
export async function addChild(tx: Work, it: NewChild): Promise<string> {
  const { birthDate, birthDateBasis = 'known' } = it
  const givenName = tidyName(it.givenName)
  const familyName = tidyName(it.familyName)
  const values = {
    service_id: it.serviceId,
    given_name: givenName,
    family_name: familyName,
    known_as: tidyName(it.knownAs ?? ''),
    said_as: it.saidAs?.trim() ?? '',
    folded_name: foldedNameOf({ givenName, familyName, knownAs: it.knownAs ?? '' }),
    whole_names: wholeNamesOf({ givenName, familyName, knownAs: it.knownAs ?? '' }),
    birth_date: birthDate ?? null,
    birth_date_basis: birthDate ? birthDateBasis : 'unknown',
    sex: it.sex ?? '',
    ethnicity: it.ethnicity ?? '',
    pronouns: it.pronouns ?? '',
    language: it.language ?? '',
    needs_interpreter: it.needsInterpreter ?? null,
    how_to_talk: it.howToTalk ?? '',
    address: it.address ?? '',
    postcode: tidyPostcode(it.postcode ?? ''),
    has_no_fixed_address: it.hasNoFixedAddress ?? false,
    phone: it.phone ?? '',
    school: it.school ?? '',
  }
  for (let attempt = 0; attempt < attempts; attempt++) {
    const row = await tx
      .insertInto('child')
      .values({ ...values, reference: newReference() })
      .onConflict(conflict => conflict.constraint('child_one_per_reference').doNothing())
      .returning('child_id')
      .executeTakeFirst()
    if (!row) continue
    await beginHistories(tx, row.child_id, values, it.at)
    return row.child_id
  }
  throw new Error(`${attempts} references in a row were taken`)
}

/** What is known of where a new child lives and learns is the beginning of its history; since when, nobody has said. */
async function beginHistories(
  tx: Work,
  childId: string,
  it: {
    service_id: string
    has_no_fixed_address: boolean
    address: string
    postcode: string
    school: string
  },
  at: Temporal.Instant | undefined,
): Promise<void> {
  const whose = { service_id: it.service_id, child_id: childId, ...(at && { recorded_at: at }) }
  const { address, postcode, has_no_fixed_address: hasNone } = it
  if (hasNone || address !== '' || postcode !== '')
    await tx
      .insertInto('child_address')
      .values({ ...whose, kind: hasNone ? 'none' : 'home', address, postcode })
      .execute()
  if (it.school !== '')
    await tx
      .insertInto('child_education')
      .values({ ...whose, kind: 'not-said', name: it.school })
      .execute()
}

type Names = { givenName: string; familyName: string; knownAs: string }

/**
 * A child's name as it is searched for: given name, family name, and the name that is used where it is another.
 * Kept beside the names whenever they change.
 */
export function foldedNameOf(it: Names): string {
  const knownAs = foldName(it.knownAs)
  const name = foldName(`${it.givenName} ${it.familyName}`)
  return knownAs === '' || name.split(' ').includes(knownAs) ? name : `${name} ${knownAs}`
}

/**
 * Each whole name under which a child goes, folded: with the given name, and with the name that is used. For breaking
 * the glass, where the name must be right as a whole. Kept beside the names whenever they change.
 */
export function wholeNamesOf({ givenName, familyName, knownAs }: Names): string[] {
  const firsts = foldName(knownAs) === '' ? [givenName] : [givenName, knownAs]
  return [...new Set(firsts.map(first => foldName(`${first} ${familyName}`)))]
}

/** A postcode as it is written on a letter: capitals, one space before the last three characters. */
export function tidyPostcode(typed: string): string {
  const plain = typed.toUpperCase().replace(/\s+/g, '')
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain)
    ? `${plain.slice(0, -3)} ${plain.slice(-3)}`
    : typed.trim()
}

export type NameKind = 'alias' | 'former' | 'spelling'

/** Another name of a child, or another spelling. Nothing is added where the child has it already. */
export async function addOtherName(
  tx: Work,
  it: {
    serviceId: string
    childId: string
    name: string
    kind: NameKind
    from?: Temporal.PlainDate | undefined
    until?: Temporal.PlainDate | undefined
    mustNotBeUsed?: boolean
  },
): Promise<void> {
  const name = tidyName(it.name)
  if (name === '') return
  await sql`
    insert into child_name (service_id, child_id, name, folded_name, kind, from_on, until_on, must_not_be_used)
    select ${it.serviceId}, ${it.childId}, ${name}, ${foldName(name)}, ${it.kind}, ${it.from ?? null}::date,
      ${it.until ?? null}::date, ${it.mustNotBeUsed ?? false}
    where not exists (
      select from child_name n where n.service_id = ${it.serviceId} and n.child_id = ${it.childId} and n.name = ${name}
    ) and not exists (
      select from child c where c.service_id = ${it.serviceId} and c.child_id = ${it.childId}
        and trim(c.given_name || ' ' || c.family_name) = ${name}
    )`.execute(tx)
}
