import { z } from 'zod'
import { tidyName } from '../../kernel/names.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'

/** The version of what stands in a package (docs/transfers.md); another one is not read. Not fixed before 0.1.0. */
export const packageVersion = 1

/** The parts of a record that somebody chooses from; who the child is goes always. */
export const packageParts = {
  details: 'Details: other names, address, phone, school, language, how to talk with the child',
  facts: 'History: where the child lived and learned, and care status, with what has ended',
  people: 'People around the child',
  alerts: 'Alerts',
  cases: 'Cases, with their steps and answers in words',
  contacts: 'Contacts',
  notes: 'Notes',
  offences: 'Offences and outcomes',
  agreements: 'Consent: what may be shared with whom, and what was taken back',
} as const

export type PackagePart = keyof typeof packageParts

/** Text as the database can keep it: no half characters and no null character. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine(it => it.isWellFormed() && !it.includes('\0'))
const short = text(500)
const long = text(100_000)
const given = (it: typeof short) => it.refine(words => words.trim() !== '')
/** A name in which something can be seen. */
const name = short.refine(it => tidyName(it) !== '')
const readsAs = (read: (written: string) => unknown) => (written: string) => {
  try {
    read(written)
    return true
  } catch {
    return false
  }
}
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(readsAs(it => Temporal.PlainDate.from(it)))
const moment = z
  .string()
  .max(40)
  .regex(/^\d{4}-/)
  .refine(readsAs(it => Temporal.Instant.from(it)))
const said = z.array(z.strictObject({ question: long, answer: long })).max(1_000)

const childSchema = z
  .strictObject({
    reference: short,
    givenName: short,
    familyName: short,
    knownAs: short,
    birthDate: day.nullable(),
    birthDateBasis: z.enum(['known', 'estimated', 'unknown']),
    wasRestricted: z.boolean(),
  })
  .refine(it => tidyName(`${it.givenName}${it.familyName}`) !== '')
  .refine(it => (it.birthDate === null) === (it.birthDateBasis === 'unknown'))

const detailsSchema = z.strictObject({
  saidAs: short,
  sex: short,
  ethnicity: short,
  pronouns: short,
  language: short,
  /** Empty where nobody there has said. */
  needsInterpreter: z.boolean().nullable(),
  howToTalk: long,
  interpreterNote: long.optional(),
  religion: long.optional(),
  whatHelps: long.optional(),
  /** Who must not learn of the address. */
  confidentialFrom: long.optional(),
  address: long,
  postcode: short,
  hasNoFixedAddress: z.boolean(),
  phone: short,
  school: short,
  otherNames: z
    .array(
      z.strictObject({
        name,
        kind: z.enum(['alias', 'former', 'spelling']),
        mustNotBeUsed: z.boolean(),
      }),
    )
    .max(200),
})

const factSchema = z.strictObject({
  kind: z.enum(['addresses', 'education', 'care']),
  title: given(long),
  from: day.nullable(),
  until: day.nullable(),
  said,
})

const personSchema = z.strictObject({
  name,
  relationship: given(short),
  phone: short,
  email: short,
  hasParentalResponsibility: z.boolean(),
  mustNotBeContacted: z.boolean(),
  note: long,
})

const caseSchema = z.strictObject({
  title: given(short),
  standing: short,
  startedAt: moment,
  endedAt: moment.nullable(),
  holder: short,
  steps: z.array(z.strictObject({ at: moment, done: short, by: short, said })).max(2_000),
})

/** What stands in a package. Strict: a name that is not known here is refused, so that nothing is lost unseen. */
export const packageSchema = z.strictObject({
  format: z.literal('throughline-transfer'),
  version: z.literal(packageVersion),
  madeAt: moment,
  from: given(short),
  to: given(short),
  reason: given(long),
  parts: z.array(z.enum(Object.keys(packageParts) as PackagePart[])).max(20),
  child: childSchema,
  details: detailsSchema.optional(),
  facts: z.array(factSchema).max(1_000).optional(),
  people: z.array(personSchema).max(500).optional(),
  alerts: z
    .array(z.strictObject({ kind: short, label: short, text: given(long), raisedAt: moment }))
    .max(500)
    .optional(),
  cases: z.array(caseSchema).max(200).optional(),
  contacts: z
    .array(
      z.strictObject({
        at: moment,
        kind: short,
        state: short,
        minutes: z.int().min(0).max(1_440),
        place: long,
        by: short,
        said: long,
      }),
    )
    .max(20_000)
    .optional(),
  notes: z
    .array(
      z.strictObject({
        at: moment,
        /** Nobody said at what time. */
        isDay: z.boolean().optional(),
        kind: short,
        by: short,
        text: given(long),
        /** Who may read it there. Notes that came before marks went along have none. */
        sensitivity: z.enum(['ordinary', 'sensitive']).optional(),
        /** Holds information about or from somebody else, not to be given to the child. */
        hasThirdParty: z.boolean().optional(),
        /** What the kind of note asks beside the text: with whom, which agency. */
        said: said.optional(),
      }),
    )
    .max(20_000)
    .optional(),
  offences: z
    .array(
      z.strictObject({
        code: short,
        description: given(long),
        committedOn: day.nullable(),
        outcome: short,
        outcomeWords: short,
        outcomeOn: day.nullable(),
        policeReference: short,
      }),
    )
    .max(2_000)
    .optional(),
  agreements: z
    .array(
      z.strictObject({
        what: given(long),
        isAboutHealth: z.boolean(),
        withWhom: given(long),
        basis: short,
        reason: long,
        agreedBy: z.array(short).max(10),
        howAsked: long,
        from: day,
        until: day.nullable(),
        withdrawnOn: day.nullable(),
      }),
    )
    .max(500)
    .optional(),
})

/** A child's record on the way from one service to another. Days are yyyy-mm-dd, moments ISO 8601 in UTC. */
export type TransferPackage = z.infer<typeof packageSchema>

/** Why a package cannot be used: it is of a later version of the program, or it is not what it should be. */
export type PackageFault = 'other-version' | 'not-as-described'

/** Reads the JSON of a package. It was written by somebody else, and is believed only as far as the schema goes. */
export function readPackage(json: string): Result<TransferPackage, PackageFault> {
  let written: unknown
  try {
    written = JSON.parse(json)
  } catch {
    return refused('not-as-described')
  }
  const read = packageSchema.safeParse(written)
  if (read.success) return ok(read.data)
  const head = z.object({ format: z.literal('throughline-transfer'), version: z.number() }).safeParse(written)
  return refused(head.success && head.data.version !== packageVersion ? 'other-version' : 'not-as-described')
}

/** How much there is of each part, in a few words; `undefined` where the part did not come. */
export function countParts(it: TransferPackage): Record<PackagePart, number | undefined> {
  return {
    details: it.details && 1,
    facts: it.facts?.length,
    people: it.people?.length,
    alerts: it.alerts?.length,
    cases: it.cases?.length,
    contacts: it.contacts?.length,
    notes: it.notes?.length,
    offences: it.offences?.length,
    agreements: it.agreements?.length,
  }
}
