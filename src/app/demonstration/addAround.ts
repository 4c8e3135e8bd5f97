import type { Work } from '../../platform/database/index.ts'
import {
  addPerson,
  changeFact,
  type FactKindName,
  insertFact,
  listFacts,
  type PersonKind,
} from '../../record/children/index.ts'
import type { Making } from './addCase.ts'

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
}

/** Writes down what is around a child. */
export async function addAround(
  tx: Work,
  { serviceId, today, now }: Making,
  childId: string,
  { people = [], facts = [] }: DemonstrationAround,
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
    else await insertFact(tx, kind, { serviceId, childId, at: now, said, from, until })
  }
}
