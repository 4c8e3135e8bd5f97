import { alertKinds } from '../../engine/forms/index.ts'
import { foldName } from '../../kernel/names.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  addChild,
  addOffence,
  addOtherName,
  addPerson,
  type Child,
  changeDetails,
  changeFact,
  codeWords,
  endFacts,
  holdChild,
  insertAlertOnce,
  insertFact,
  listFacts,
  loadChild,
  typedFromChild,
} from '../children/index.ts'
import { type Arrived, heldBefore, settleArrived } from './arrivedQueries.ts'
import { keptFrom, keptFromBoth, theirAddressAmong } from './confidential.ts'
import { entriesOf } from './entries.ts'
import { addEntries } from './entryQueries.ts'
import type { TransferPackage } from './package.ts'
import { sideBySide } from './sideBySide.ts'

export type TakingIn = {
  serviceId: string
  arrived: Pick<Arrived, 'arrivedTransferId' | 'version'>
  content: TransferPackage
  /** A child whom we know, as it was shown, with the details of which theirs is taken; or a new one. */
  child: { known: Child; take: readonly string[] } | 'new'
  by: string
  at: Temporal.Instant
}

/**
 * Puts a package on a child's record, all of it in this transaction: for a new child everything; for one whom we know only
 * what is not there. The other service's history becomes entries that are read and not changed.
 * @returns the child; undefined where somebody settled the package, or changed or hid the child, in the meantime
 */
export async function takeIn(tx: Work, it: TakingIn): Promise<string | undefined> {
  const { serviceId, content, by, at } = it
  const on = dayInUk(at)
  const childId = it.child === 'new' ? await addNew(tx, serviceId, content, on) : it.child.known.childId
  await holdChild(tx, childId)
  if (!(await settleArrived(tx, it.arrived, { childId, by, at }))) return undefined
  if (it.child !== 'new' && !(await fillDetails(tx, it, it.child.known, it.child.take, on))) return undefined
  await keepConfidential(tx, childId, content)
  const fromService = content.from
  await addNames(tx, { serviceId, childId }, content)
  const held = await heldBefore(tx, childId)
  for (const person of content.people ?? []) {
    // Somebody who must not be contacted there stands beside the same name here, which does not say so.
    const isThere = held.people.some(
      ({ name, mustNotBeContacted }) =>
        foldName(name) === foldName(person.name) && (mustNotBeContacted || !person.mustNotBeContacted),
    )
    if (!isThere)
      await addPerson(tx, { ...person, serviceId, childId, note: withSource(person.note, fromService) })
  }
  for (const { kind, text, raisedAt } of content.alerts ?? []) {
    const raised = writeDate(dayInUk(Temporal.Instant.from(raisedAt)))
    await insertAlertOnce(tx, {
      serviceId,
      childId,
      kind: alertKinds.find(each => each === kind) ?? 'other',
      text: `${text} (from ${fromService}, raised there on ${raised})`,
      by,
      at,
    })
  }
  for (const offence of content.offences ?? []) {
    const theirs = offenceOf(offence, on)
    const isThere = held.offences.some(
      ({ description, committedOn }) =>
        description === theirs.description && (committedOn?.toString() ?? null) === offence.committedOn,
    )
    if (!isThere) await addOffence(tx, { ...theirs, serviceId, childId, fromService, at })
  }
  const { arrivedTransferId } = it.arrived
  await addEntries(tx, { serviceId, childId, arrivedTransferId, fromService }, entriesOf(content))
  return childId
}

/** An address that somebody must not learn of there is kept from them here too, however it was typed here. */
async function keepConfidential(tx: Work, childId: string, { details }: TransferPackage): Promise<void> {
  if (keptFrom(details) === '') return
  for (const fact of theirAddressAmong(await listFacts(tx, 'addresses', childId), details)) {
    const { said } = fact
    const confidential_from = keptFromBoth(said.confidential_from ?? '', keptFrom(details))
    if (confidential_from !== said.confidential_from)
      await changeFact(tx, 'addresses', fact, { ...fact, said: { ...said, confidential_from } })
  }
}

const withSource = (note: string, from: string) => (note === '' ? `From ${from}` : `${note}\nFrom ${from}`)

/** A code of a list that we keep too; '' for any other. What they said stands in the entry of their details. */
const ourCode = (list: string, code: string, on: Temporal.PlainDate) =>
  codeWords(list, code, on) === code ? '' : code

const dateWritten = (written: string | null) =>
  written === null ? undefined : Temporal.PlainDate.from(written)

function addNew(
  tx: Work,
  serviceId: string,
  { child, details }: TransferPackage,
  on: Temporal.PlainDate,
): Promise<string> {
  const { givenName, familyName, knownAs, birthDate, birthDateBasis } = child
  const { otherNames: _, ...known } = details ?? { otherNames: [] }
  return addChild(tx, {
    ...known,
    serviceId,
    givenName,
    familyName,
    knownAs,
    birthDate: dateWritten(birthDate),
    ...(birthDateBasis === 'unknown' ? {} : { birthDateBasis }),
    sex: ourCode('sex', details?.sex ?? '', on),
    ethnicity: ourCode('ethnicity', details?.ethnicity ?? '', on),
  })
}

/** Fills what is empty, and puts in theirs where somebody chose it. @returns false where the record has changed since it was shown */
async function fillDetails(
  tx: Work,
  { serviceId, content, at }: TakingIn,
  shown: Child,
  take: readonly string[],
  on: Temporal.PlainDate,
): Promise<boolean> {
  const child = await loadChild(tx, shown.childId)
  if (!child || child.version !== shown.version) return false
  const taken = sideBySide(child, content, on).filter(({ key, fills }) => fills || take.includes(key))
  if (taken.length === 0) return true
  const to = Object.assign(typedFromChild(child), ...taken.map(({ puts }) => puts))
  if (!(await changeDetails(tx, child, to))) return false
  const { childId, knownAs } = child
  for (const { kind, said } of taken.flatMap(it => it.begins ?? [])) {
    const kept = kind === 'addresses' ? await keptHere(tx, childId, content) : {}
    await endFacts(tx, kind, childId, on)
    const fact = { from: null, until: null, said: { ...said, ...kept } }
    await insertFact(tx, kind, { serviceId, childId, at, ...fact })
  }
  if (taken.some(({ key }) => key === 'known-as') && knownAs !== '')
    await addOtherName(tx, { serviceId, childId, name: knownAs, kind: 'alias' })
  return true
}

/** From whom their address is kept, by us too where we have the same one: theirs in its place must not undo that. */
async function keptHere(tx: Work, childId: string, { details }: TransferPackage) {
  const ours = theirAddressAmong(await listFacts(tx, 'addresses', childId), details)
  const said = ours.map(fact => fact.said.confidential_from ?? '')
  return { confidential_from: [keptFrom(details), ...said].reduce(keptFromBoth) }
}

type Of = { serviceId: string; childId: string }

async function addNames(tx: Work, of: Of, { child, details }: TransferPackage): Promise<void> {
  await addOtherName(tx, { ...of, name: `${child.givenName} ${child.familyName}`, kind: 'spelling' })
  for (const { name, kind, mustNotBeUsed } of details?.otherNames ?? [])
    await addOtherName(tx, { ...of, name, kind, mustNotBeUsed })
}

/** An offence of a package as we write it down; an outcome that is no code of ours stands in the words. */
function offenceOf(it: NonNullable<TransferPackage['offences']>[number], on: Temporal.PlainDate) {
  const [committedOn, outcomeOn] = [dateWritten(it.committedOn), dateWritten(it.outcomeOn)]
  const outcome = ourCode('police-outcomes', it.outcome, outcomeOn ?? committedOn ?? on)
  const told = outcome === '' && it.outcomeWords !== '' ? `. Outcome there: ${it.outcomeWords}` : ''
  return {
    code: ourCode('offences', it.code, committedOn ?? on),
    description: `${it.description}${told}`.trim(),
    committedOn,
    outcome,
    outcomeOn,
    policeReference: it.policeReference,
  }
}
