import type { Hand } from './hand.ts'

/** A file with a row that goes in, one that is known already and one that cannot be read. */
export async function importWithFault(support: Hand): Promise<void> {
  const rows = [
    'police_reference,received,first_name,family_name,date_of_birth,offence,outcome',
    'ROW/1,1/10/2026,Ada,Brightwater,14/2/2011,Took a bicycle,8',
    'ROW/1,1/10/2026,Ada,Brightwater,14/2/2011,Took a bicycle,8',
    'ROW/2,1/10/2026,Bo,Brightwater,31/2/2011,Took a bicycle,8',
  ]
  await support.follow('Arrivals')
  await support.press('Import a file')
  const buffer = Buffer.from(rows.join('\n'))
  await support.choose('Who sent it?', 'Police notification of a community resolution')
  await support.attach('The file', { name: 'three.csv', mimeType: 'text/csv', buffer })
  await support.press('Import')
  await support.page.getByRole('button', { name: 'Go on to arrivals' }).waitFor()
}

/** Closes something that arrived, without a case. */
export async function closeArrival({ page, ...hand }: Hand, notificationId: string): Promise<void> {
  await page.goto(`/arrivals/${notificationId}/close`)
  await hand.pick('Why is no case opened?', 'It was sent twice')
  await hand.press('Close it')
}

/** Two children named Brightwater who are twins, and a second record of one of them. */
export async function openBrightwaters(support: Hand, id: (text: string) => Promise<string>) {
  const rows = [
    'police_reference,received,first_name,family_name,date_of_birth,offence,outcome,phone,address',
    'TWO/1,2/10/2026,Ada,Brightwater,14/2/2011,Took a scooter,8,07700 900177,4 Mill Lane',
    'TWO/2,2/10/2026,Adda,Brightwatter,14/2/2011,Took a scooter,8,07700 900188,9 Mill Lane',
    'TWO/3,2/10/2026,Edda,Brightwater,14/2/2011,Took a scooter,8,07700 900177,4 Mill Lane',
  ]
  await support.page.goto('/arrivals/import')
  const buffer = Buffer.from(rows.join('\n'))
  await support.choose('Who sent it?', 'Police notification of a community resolution')
  await support.attach('The file', { name: 'twins.csv', mimeType: 'text/csv', buffer })
  await support.press('Import')
  await support.page.getByRole('button', { name: 'Go on to arrivals' }).waitFor()
  const children: string[] = []
  for (const reference of ['TWO/1', 'TWO/2', 'TWO/3']) {
    const at = await id(`select notification_id from notification where reference = '${reference}'`)
    await support.page.goto(`/arrivals/${at}`)
    await support.page.getByLabel('A child whom we do not know yet').check()
    const why = support.page.getByLabel(/^Why is it not/)
    if (await why.isVisible()) await why.fill('Not known yet when it arrived')
    // Asked of a child whose case is open: whether it belongs to that.
    await support.press(reference === 'TWO/1' ? 'Open the case' : 'Save')
    await support.page.getByText('The case is open.').waitFor()
    children.push(await id(`select child_id from notification where reference = '${reference}'`))
  }
  const [merged = '', gone = '', twin = ''] = children
  return { merged, gone, twin }
}

type Brightwaters = { merged: string; gone: string; twin: string }

export async function mergeBrightwaters(manager: Hand, { merged, gone, twin }: Brightwaters): Promise<void> {
  await manager.page.goto(`/children/${merged}/not-same/${twin}`)
  await manager.pick('What is the other child to this one?', 'Twin')
  await manager.press('Save')
  await manager.page.goto(`/children/${merged}/merge/${gone}`)
  await manager.pick('Name', 'Ada Brightwater')
  await manager.pick('Phone', '07700 900177')
  await manager.pick('Address', '4 Mill Lane')
  await manager.type('How do you know that it is the same child?', 'The mother said so on the phone.')
  await manager.press('Merge the two records')
  await manager.page.getByText('The two records are one now.').waitFor()
}

export async function restrict(manager: Hand, childId: string): Promise<void> {
  await manager.page.goto(`/children/${childId}/safety`)
  await manager.press('Restrict this record')
  await manager.type('Why is the record restricted?', 'A relative works in the council.')
  await manager.pick('Who may open it, besides you?', 'Sam Okafor')
  await manager.press('Restrict record')
  await manager.page.getByText('The record is restricted since').waitFor()
}

export async function breakGlass(officer: Hand, childId: string): Promise<void> {
  await officer.page.goto(`/children/${childId}/break-glass`)
  await officer.type('Why must you open it now?', 'The child rang and is in danger.')
  await officer.press('Break the glass and open the record')
  await officer.page.getByText('The managers have been told').waitFor()
}

export async function declareConflict(manager: Hand, childId: string): Promise<void> {
  await manager.page.goto(`/children/${childId}/safety`)
  await manager.press('Declare a conflict')
  await manager.choose('Who has a conflict of interest?', 'Dilys Amadi')
  await manager.type('How do they know the child?', 'Neighbour')
  await manager.press('Declare')
  await manager.page.getByText('The conflict of interest has been declared').waitFor()
}

/** A note that stands out, with why. */
export async function markSignificant(manager: Hand, entry: string): Promise<void> {
  await manager.page.goto(`${entry}/mark`)
  await manager.type('Why is it significant?', 'Things began to change then')
  await manager.press('Mark as significant')
  await manager.page.getByText('The entry is marked as significant.').waitFor()
}
