import type { ClockedService } from './clockedService.ts'
import type { Hand } from './hand.ts'

/** What addresses of pages about the time after a case need to name. */
export type FurnishedAfter = {
  /** A case whose work ended 40 days ago, and that is followed. */
  endedCase: string
  offence: string
  /** A case out of court in which something was agreed. */
  outOfCourtCase: string
  condition: string
  exit: string
  feedbackInvitation: string
  feedback: string
  /** What the child said to somebody who had no part in the work, and a link that was handed out for it. */
  saidOutside: string
  outsideLink: string
  /** What was done because of feedback. */
  saidAndDone: string
  /** The link of the invitation. */
  feedbackToken: string
}

/** Fills the time after a case with one of everything: what was found, who helps from here, what they say. */
export async function furnishAfter(
  officer: Hand,
  asker: Hand,
  service: ClockedService,
  childId: string,
): Promise<FurnishedAfter> {
  const id = async (text: string, ...values: unknown[]) => {
    const [row] = await service.ask(text, values)
    return String(Object.values(row ?? {})[0])
  }
  const ended = service.clock.now.subtract({ hours: 24 * 40 })
  const day = ended.toZonedDateTimeISO('Europe/London').toPlainDate()
  const endedCase = await id(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, ended_at, ending)
     select service_id, child_id, 'esp-prevention', 'school-or-college', 'active', $2, $3, 'completed' from child
     where child_id = $1 returning involvement_id`,
    childId,
    ended.subtract({ hours: 24 * 90 }).toString(),
    ended.toString(),
  )
  await service.ask(
    `insert into follow_up (service_id, involvement_id, child_id, from_on, until_on, proof_until)
     select service_id, $2, child_id, $3, $4, $5 from child where child_id = $1`,
    [
      childId,
      endedCase,
      day.toString(),
      day.add({ years: 2 }).toString(),
      day.add({ years: 2, months: 6 }).toString(),
    ],
  )
  const outOfCourtCase = await id(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
     select service_id, child_id, 'out-of-court', 'police-youth-justice-unit', 'active', $2 from child
     where child_id = $1 returning involvement_id`,
    childId,
    service.clock.now.subtract({ hours: 24 * 20 }).toString(),
  )
  const at = `/children/${childId}/cases/${endedCase}`
  const { page } = officer
  const today = service.clock.now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const typed = `${today.day}/${today.month}/${today.year}`
  await page.goto(`${at}/follow-up/checks/add`)
  await officer.type('When was it asked?', typed)
  await officer.pick('Where was it asked?', 'The police')
  await officer.pick('What came of it?', 'Something found')
  await officer.type('What is the child said to have done? (optional)', 'Broke a window')
  await officer.type('On which day did it happen? (optional)', typed)
  await officer.press('Save')
  await page.getByText('What was found waits to be looked at').waitFor()
  const last = today.add({ days: 5 })
  await page.goto(`/children/${childId}/cases/${outOfCourtCase}/conditions/add`)
  await officer.type('What does the child do?', 'Help in the shop’s garden')
  await officer.type('Why this?', 'The shop asked for it')
  await officer.type('Which is the last day for it?', `${last.day}/${last.month}/${last.year}`)
  await officer.press('Save')
  await page.getByText('Help in the shop’s garden').first().waitFor()
  await page.goto(`${at}/exits/add`)
  await officer.choose('What kind of help?', 'Mentoring or youth work')
  await officer.type('Which service or person?', 'Canal Street youth club')
  await officer.pick('Does the child agree that they are told?', 'Yes')
  await officer.press('Save')
  await page.getByText('Canal Street youth club').first().waitFor()
  await page.goto(`${at}/feedback/feedback-parent/write`)
  await officer.pick('How did they say it?', 'On paper')
  await officer.pick('Were you listened to?', 'Yes')
  await officer.type('What was good?', 'That you rang back')
  await officer.press('Save')
  await page.getByText('Were you listened to?').waitFor()
  await page.goto('/what-they-say/done/add')
  await officer.type('What did they say?', 'The rooms are cold')
  await officer.type('What did we do?', 'We put heaters in')
  await officer.press('Save')
  await page.getByRole('heading', { name: 'You said, we did' }).waitFor()
  await page.goto(`${at}/feedback/feedback-child/invite`)
  await officer.press('Make the link')
  const link = await page.getByRole('main').getByText('/feedback/').textContent()
  await asker.page.goto(`/to-ask/${childId}/${endedCase}/try`)
  await asker.pick('What came of it?', 'Nobody was reached')
  await asker.press('Save')
  await asker.page.getByRole('heading', { name: 'Who to ask' }).waitFor()
  await asker.page.goto(`/to-ask/${childId}/${endedCase}/where-to-now/invite`)
  await asker.press('Make the link')
  await asker.page.getByRole('heading', { name: 'The link' }).waitFor()
  await asker.page.goto(`/to-ask/${childId}/${endedCase}/where-to-now/write`)
  await asker.pick('How did they say it?', 'On paper')
  await asker.pick('Were you treated fairly, whoever you are?', 'Yes')
  await asker.press('Save')
  await asker.page.getByRole('heading', { name: /^Ask / }).waitFor()
  const ofCase = (table: string, key: string) =>
    id(`select ${key} from ${table} where involvement_id = $1`, endedCase)
  const ofForm = (table: string, key: string, form: string) =>
    id(`select ${key} from ${table} where involvement_id = $1 and form = $2`, endedCase, form)
  return {
    endedCase,
    outOfCourtCase,
    condition: await id('select condition_id from condition'),
    offence: await id(`select offence_id from offence where description = 'Broke a window'`),
    exit: await ofCase('exit_service', 'exit_id'),
    feedbackInvitation: await ofForm('feedback_invitation', 'invitation_id', 'feedback-child'),
    feedback: await ofForm('feedback', 'feedback_id', 'feedback-parent'),
    outsideLink: await ofForm('feedback_invitation', 'invitation_id', 'where-to-now'),
    saidOutside: await ofForm('feedback', 'feedback_id', 'where-to-now'),
    saidAndDone: await id('select entry_id from said_and_done'),
    feedbackToken: /\/feedback\/([\w-]+)/.exec(link ?? '')?.[1] ?? '',
  }
}
