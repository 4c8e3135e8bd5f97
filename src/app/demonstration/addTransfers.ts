import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { loadChild } from '../../record/children/index.ts'
import {
  keepPackage,
  listTakenIn,
  makePackage,
  openFromPackage,
  type PackagePart,
  type TransferPackage,
  takeFile,
  takeIn,
} from '../../record/transfers/index.ts'
import { justArrived } from './justArrived.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf } from './making.ts'
import { demonstrationService } from './people.ts'
import { harrowVale, movedHere } from './theirPackages.ts'
import { toWorkingDay, workingDaysAgo } from './workDays.ts'

const parts: readonly PackagePart[] = [
  'details',
  'facts',
  'people',
  'alerts',
  'cases',
  'contacts',
  'offences',
  'agreements',
]

/** Records that went to another service, one that came from there, and one of which nobody has said whose it is. */
export async function addTransfers(making: Making): Promise<void> {
  const moved = making.opened.filter(({ ending }) => ending === 'moved-away')
  for (const it of moved.slice(-3)) await handOver(making, it)
  await takeOver(making, movedHere(making), toWorkingDay(making, 11))
  await keep(making, justArrived(making), workingDaysAgo(making, 1))
}

async function handOver(making: Making, { childId, movedDaysAgo }: OpenedCase): Promise<void> {
  const { serviceId } = making
  const at = atTime(making, movedDaysAgo, '15:00')
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async (tx, by) => {
    const child = await loadChild(tx, childId)
    if (!child) throw new Error('A child of the demonstration is not there')
    const made = await makePackage(tx, child, {
      ...{ serviceId, by, at, parts, from: demonstrationService, to: harrowVale },
      maySeeHealth: true,
      leaveOut: [],
      told: 'Fenella Scarsdale, 01632 960170',
      reason: 'The family has moved, and agrees that the record follows them.',
    })
    if (!made.ok) throw new Error(`A package of the demonstration: ${made.reason}`)
    const { transferId } = made.value
    await takeFile(tx, { childId, transferId, since: at, at: at.add({ minutes: 4 }) })
  })
}

async function keep(making: Making, content: TransferPackage, daysAgo: number) {
  const { serviceId } = making
  const arrived = await onBehalfOf(making, 'support@demo.throughline.invalid', (tx, by) =>
    keepPackage(tx, {
      ...{ serviceId, content, json: JSON.stringify(content), by },
      at: atTime(making, daysAgo, '16:10'),
    }),
  )
  if (!arrived) throw new Error('A package of the demonstration could not be kept')
  return arrived
}

async function takeOver(making: Making, content: TransferPackage, daysAgo: number): Promise<void> {
  const { serviceId } = making
  const arrived = await keep(making, content, daysAgo)
  const at = atTime(making, daysAgo, '16:40')
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async (tx, by) => {
    const childId = await takeIn(tx, { serviceId, arrived, content, child: 'new', by, at })
    const [taken] = childId === undefined ? [] : await listTakenIn(tx, childId)
    const pathway = findPathway(practiceInUse(), 'esp-prevention')
    if (!taken || !pathway) throw new Error('A package of the demonstration could not be taken in')
    const agreed =
      'Fenella Scarsdale stays in touch until he has met his worker here. She has told him and his mother.'
    const opened = await openFromPackage(tx, { serviceId, taken, pathway, agreed, at, by })
    if (!opened.ok) throw new Error(`A case of the demonstration could not be opened: ${opened.reason.kind}`)
  })
}
