import type { Browser } from 'playwright-core'
import type { ClockedService } from './clockedService.ts'
import { type Hand, pointer } from './hand.ts'
import { signedIn } from './people.ts'

/** Somebody who was harmed by the child, in contact; and somebody whose record is closed. */
export type FurnishedVictims = { victim: string; closedVictim: string }

/** An officer passes on a shop that was harmed. */
export async function passOn(
  officer: Hand,
  child: string,
  { name, known }: { name: string; known: string },
): Promise<void> {
  await officer.page.goto(`/children/${child}/pass-on-victim`)
  const another = officer.page.getByText('Is it somebody else whom you pass on now?')
  await officer.page.getByLabel('What happened to them?').waitFor()
  if ((await another.count()) > 0)
    await officer.pick('Is it somebody else whom you pass on now?', 'Yes, somebody else')
  await officer.type('What happened to them?', 'Sweets were taken')
  await officer.pick('Who was harmed?', 'A shop, a school or another organisation')
  await officer.type('Name', name)
  await officer.type('What may the child’s plan call them?', known)
  await officer.pick('Do they agree that this service contacts them?', 'Yes')
  await officer.press('Pass it on')
  await officer.page.getByText('It has gone to the victim worker.').waitFor()
}

/** An officer passes two on; the victim worker hears one and closes the record of the other. */
export async function furnishVictims(
  browser: Browser,
  service: ClockedService,
  child: string,
): Promise<FurnishedVictims> {
  const officer = pointer(await signedIn(browser, service.address, 'officer'))
  for (const [name, known] of [
    ['Larkspur Corner Stores', 'the shop on the corner'],
    ['Nobody Long', 'a passer-by'],
  ] as const) {
    await passOn(officer, child, { name, known })
  }
  // A case of the child ended after they were passed on, and the victim worker has not noted it yet.
  await service.ask(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, ended_at, ending)
     select service_id, child_id, 'esp-prevention', 'school-or-college', 'active', $2, $3, 'completed' from child
     where child_id = $1`,
    [
      child,
      service.clock.now.subtract({ hours: 24 }).toString(),
      service.clock.now.add({ minutes: 1 }).toString(),
    ],
  )
  const worker = pointer(await signedIn(browser, service.address, 'victims'))
  const open = async (name: string) => {
    await worker.follow('Victims')
    await worker.follow(name)
    await worker.page.getByRole('heading', { name, level: 1 }).waitFor()
    return new URL(worker.page.url()).pathname.split('/').at(-1) ?? ''
  }
  const victim = await open('Larkspur Corner Stores')
  await worker.press('Record a contact')
  await worker.pick('Did you reach them?', 'Yes')
  await worker.pick('How?', 'By phone')
  await worker.type('What was said? (optional)', 'They want to be told how it goes.')
  await worker.press('Save')
  await worker.page.getByText('The contact is recorded.').waitFor()
  const closedVictim = await open('Nobody Long')
  await worker.press('Close the record')
  await worker.pick('Why is it closed?', 'It was passed on by mistake')
  await worker.press('Close it')
  await worker.page.getByText('Closed.', { exact: true }).waitFor()
  await worker.page.context().close()
  await officer.page.context().close()
  return { victim, closedVictim }
}
