import { readFile } from 'node:fs/promises'
import type { ClockedService } from './clockedService.ts'
import type { Hand } from './hand.ts'

/** What addresses of pages about records between services need to name. */
export type FurnishedTransfer = {
  /** A package of the child's record that was opened and waits. */
  package: string
  /** A child whose record came from another service, and that package: no case has been opened with it. */
  takenOver: string
  takenIn: string
}

/** Hands a record to another service, and opens the very package as the other service would. */
export async function furnishTransfer(
  manager: Hand,
  service: ClockedService,
  childId: string,
): Promise<FurnishedTransfer> {
  const { page } = manager
  await page.goto(`/children/${childId}/other-services/hand-over`)
  await manager.type('To which service?', 'Harrow Vale Youth Justice Service')
  await manager.type('Who there has been told?', 'Ines Duarte, 01234 567890')
  await manager.type('Why does the record go there?', 'The family has moved.')
  for (const part of ['People around the child', 'Alerts', 'Contacts', 'Notes', 'Offences and outcomes'])
    await manager.pick('What goes with it?', part)
  await manager.pick('What goes with it?', 'Cases, with their steps and answers in words')
  await manager.press('Look at what goes')
  await manager.press('Make the package')
  await page.getByRole('heading', { name: 'The package is made' }).waitFor()
  const passphrase = (await page.getByRole('main').locator('pre code').textContent()) ?? ''
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the package' }).click()
  const buffer = await readFile(await (await downloading).path())
  await page.goto('/arrivals/packages')
  const mimeType = 'application/octet-stream'
  await manager.attach('The package', { name: 'record.throughline', mimeType, buffer })
  await manager.type('Passphrase', passphrase)
  await manager.press('Open it')
  await page.getByText('The package is open and kept.').waitFor()
  const waiting = await service.ask(
    'select arrived_transfer_id from arrived_transfer where settled_at is null order by taken_at desc',
    [],
  )
  const [opened = '', takenIn = ''] = waiting.map(row => String(Object.values(row)[0]))
  return { package: opened, takenOver: await takeIn(manager, takenIn), takenIn }
}

/** Takes in a package of a child whom nobody knows here. @returns the child */
async function takeIn(manager: Hand, arrivedTransferId: string): Promise<string> {
  const { page } = manager
  await page.goto(`/arrivals/packages/${arrivedTransferId}`)
  await page.getByLabel('A child whom we do not know yet').check()
  await manager.press('Look at what goes in')
  await manager.press('Add the child with this record')
  await page.getByText('The record has been taken in.').waitFor()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}
