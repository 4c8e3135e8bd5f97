import { hiddenValue, makeTestService, type TestPage, type TestPerson } from '../../app/testkit/service.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import { addOffence, addOtherName, addPerson, insertAlert } from '../children/index.ts'
import { insertNote } from '../notes/index.ts'

/** The passphrase on the page that shows it once. */
export const passphraseOn = (text: string) => /(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(text)?.[0] ?? ''

/** What is asked where a record is handed over, answered. */
export const handingOver = (more: Record<string, string | string[]> = {}) => ({
  to: 'Harrow Vale Youth Justice Service',
  told: 'Ines Duarte, 01234 567890',
  reason: 'The family has moved',
  parts: ['details', 'people', 'alerts', 'cases', 'contacts', 'notes', 'offences'],
  ...more,
})

/** A service with a senior, and a child about whom there is one of everything. */
export async function makeTransfers(name?: string) {
  const service = await makeTestService(name)
  const senior = await service.person('senior', 'Sam Senior')
  const { serviceId } = service

  const aChild = () =>
    service.as(senior, async tx => {
      const by = { serviceId, userId: senior.userId }
      const { childId, involvementId } = await caseAfter(tx, by, diversion(), [])
      const at = service.clock.now
      await addPerson(tx, { serviceId, childId, name: 'Noor Stepwise', relationship: 'Mother' })
      await addOtherName(tx, { serviceId, childId, name: 'Steppy', kind: 'alias' })
      await insertAlert(tx, { serviceId, childId, kind: 'dog', text: 'Large dog', by: senior.userId, at })
      await insertNote(tx, {
        serviceId,
        childId,
        kind: 'conversation',
        text: 'Likes boats. أحب القوارب',
        involvementId: null,
        happenedAt: at,
        isDay: true,
        by: senior.userId,
        at,
      })
      await addOffence(tx, {
        serviceId,
        childId,
        at,
        description: 'Took a bicycle',
        committedOn: Temporal.PlainDate.from('2026-09-30'),
        outcome: '8',
        policeReference: `P/${childId.slice(-6)}`,
      })
      return { childId, involvementId }
    })

  /** Makes a package through the pages. @returns the passphrase, and where the file is taken */
  const make = async (childId: string, by: TestPerson = senior, more = {}) => {
    const address = `/children/${childId}/other-services/hand-over`
    const preview = await by.fill(address, handingOver(more))
    const hidden = (name: string) => hiddenValue(preview.html, name) ?? ''
    const marks = { _checked: hidden('_checked'), 'notes-shown': hidden('notes-shown') }
    const made = await by.fill(address, { ...handingOver(more), ...marks })
    const at = /action="([^"]*\/file)"/.exec(made.html)?.[1] ?? ''
    return { preview, made, passphrase: passphraseOn(made.text), at }
  }

  return { service, senior, aChild, make }
}

export type Transfers = Awaited<ReturnType<typeof makeTransfers>>

/** Sends a file with its passphrase, as a browser would. */
export function sendPackage(by: TestPerson, file: Buffer, passphrase: string): Promise<TestPage> {
  const attached = { field: 'file', name: 'record.throughline', bytes: file }
  return by.attach('/arrivals/packages', { passphrase }, attached)
}
