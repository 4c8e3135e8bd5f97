import type { Work } from '../../platform/database/index.ts'
import { takeInFile } from '../../record/attachments/index.ts'
import {
  addPerson,
  changeFact,
  type FactKindName,
  insertFact,
  listFacts,
  type PersonKind,
} from '../../record/children/index.ts'
import { insertAgreement, insertShared } from '../../record/sharing/index.ts'
import { atTime, type Making } from './making.ts'

/** What is around a child of the demonstration: people, and facts that lasted from some days ago until some days ago. */
export type DemonstrationAround = {
  readonly people?: readonly {
    readonly name: string
    readonly kind: PersonKind
    readonly relationship: string
    readonly organisation?: string
    readonly livesWithChild?: boolean
    readonly hasParentalResponsibility?: boolean
    readonly phone?: string
    readonly bestWay?: string
    readonly language?: string
    readonly needsInterpreter?: boolean
    /** Must not be contacted, and why. */
    readonly barred?: string
  }[]
  readonly facts?: readonly {
    readonly kind: FactKindName
    readonly said: Readonly<Record<string, string>>
    readonly fromDaysAgo: number
    readonly untilDaysAgo?: number
  }[]
  /** Letters, as plain text. */
  readonly files?: readonly {
    readonly name: string
    readonly description: string
    readonly text: string
  }[]
  /** Consent to share, and what was shared on it. */
  readonly agreements?: readonly {
    readonly what: string
    readonly withWhom: string
    readonly agreedBy: readonly ('child' | 'parent')[]
    readonly howAsked: string
    readonly fromDaysAgo: number
    readonly weeks: number
    readonly hasHealth?: boolean
    readonly shared?: {
      readonly what: string
      readonly withWhom: string
      readonly way: string
      readonly daysAgo: number
    }
  }[]
}

/** Nothing of the demonstration needs to be looked at by a virus scanner. */
const unscanned = { state: 'not-scanned', why: 'no virus scanner is set up' } as const

/** Writes down what is around a child. */
export async function addAround(
  tx: Work,
  { serviceId, today, now }: Making,
  { childId, by }: { childId: string; by: string },
  { people = [], facts = [], agreements = [], files = [] }: DemonstrationAround,
): Promise<void> {
  for (const { barred, ...person } of people) {
    const contact = barred === undefined ? {} : { mustNotBeContacted: true, barredReason: barred }
    await addPerson(tx, { serviceId, childId, ...person, ...contact })
  }
  for (const { kind, said, fromDaysAgo, untilDaysAgo } of facts) {
    const from = today.subtract({ days: fromDaysAgo })
    const until = untilDaysAgo === undefined ? null : today.subtract({ days: untilDaysAgo })
    // What arrived said where, and not since when: somebody has asked.
    const known = (await listFacts(tx, kind, childId)).find(fact => !fact.from && !fact.until)
    if (known && !until) await changeFact(tx, kind, known, { said, from, until })
    else {
      // Written down when it began, as the record of a child who is known would have it.
      const at = atTime({ today }, fromDaysAgo, '12:00')
      await insertFact(tx, kind, { serviceId, childId, at, said, from, until })
    }
  }
  for (const { text, ...file } of files)
    await takeInFile(
      tx,
      { attachmentMegabytes: 1 },
      {
        ...file,
        scan: unscanned,
        serviceId,
        childId,
        noteId: null,
        isSensitive: false,
        bytes: Buffer.from(text),
        by,
        at: now,
      },
    )
  for (const { shared, fromDaysAgo, weeks, agreedBy, ...said } of agreements) {
    const from = today.subtract({ days: fromDaysAgo })
    const whose = { serviceId, childId, by }
    const agreement = {
      ...said,
      hasHealth: said.hasHealth ?? false,
      basis: 'consent',
      reason: '',
      agreedBy: [...agreedBy],
      from,
      until: from.add({ weeks }),
    } as const
    const agreementId = await insertAgreement(tx, { ...whose, ...agreement, at: now })
    if (!shared) continue
    const { daysAgo, ...given } = shared
    await insertShared(tx, {
      ...whose,
      ...given,
      agreementId,
      hasHealth: agreement.hasHealth,
      basis: 'consent',
      reason: '',
      at: now.subtract({ hours: 24 * daysAgo }),
      recordedAt: now,
    })
  }
}
