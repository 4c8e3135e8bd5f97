import { makeTestService } from '../../app/testkit/service.ts'
import { takeInFile } from './takeInFile.ts'
import { workThroughFile } from './workThroughFile.ts'

export const today = Temporal.PlainDate.from('2026-11-21')

/** The columns that a file of the police must have. */
export const head = 'police_reference,received,first_name,family_name,date_of_birth,offence,outcome'

let made = 0
/** A police reference that no other row of this test run has. */
export const reference = () => `T-${++made}`

/** A service of its own, with an officer who brings in what the police send. */
export async function makeArrivals() {
  const service = await makeTestService()
  const officer = await service.person('officer')

  /** Sends a file as a person would, and works through it. */
  async function send(
    bytes: string | Uint8Array,
    { name = 'file.csv', routeIn = 'police-notification' } = {},
  ) {
    const { serviceId } = service
    const now = service.clock.now
    const taken = await service.as(officer, tx =>
      takeInFile(tx, { serviceId, routeIn, name, bytes: Buffer.from(bytes), by: officer.userId, now, today }),
    )
    if (!taken.ok) return { refused: taken.reason }
    if (taken.value.kind === 'again') return { again: true }
    const progress = await workThroughFile(service.db, {
      serviceId,
      importId: taken.value.importId,
      now: () => now,
    })
    return { importId: taken.value.importId, progress }
  }

  /** The notification as it stands in the table, by its police reference. */
  async function arrived(policeReference: string) {
    const rows = await service.asOwner('select * from notification where reference = $1', [policeReference])
    return rows[0]
  }

  return { service, officer, send, arrived }
}

export type Arrivals = Awaited<ReturnType<typeof makeArrivals>>
