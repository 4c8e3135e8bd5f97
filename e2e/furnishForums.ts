import type { ClockedService } from './clockedService.ts'

/** The panel of the day of the demonstration, one that was held, and what stands on their agendas. */
export type FurnishedForums = {
  panelToday: string
  /** A meeting of the same panel that goes on now, with a child before it. */
  panelOpen: string
  panelHeld: string
  panelItem: string
  decidedItem: string
  /** Of a decision that stands in a child’s record. */
  discussedChild: string
  seatHolder: string
}

/** Finds what the demonstration has of standing meetings. */
export async function furnishForums(
  service: ClockedService,
  id: (text: string) => Promise<string>,
): Promise<FurnishedForums> {
  const of = `forum = 'joint-decision-panel'`
  // Two meetings of one day: the first goes on, with a child before it; the other has not begun.
  const open = await id(`
    insert into forum_meeting (service_id, forum, on_day, at_time, minutes, state, opened_at, planned_by)
    select service_id, forum, on_day, '08:00', 60, 'open', now(), planned_by from forum_meeting
    where ${of} and state = 'planned' order by on_day limit 1 returning meeting_id`)
  await service.ask(`
    with one as (
      insert into forum_item (service_id, forum, kind, child_id, involvement_id, meeting_id, referral, referred_by, referred_at)
      select service_id, forum, kind, child_id, involvement_id, '${open}', referral, referred_by, now() from forum_item
      where ${of} and state = 'waiting' order by item_id limit 1 returning item_id, meeting_id)
    update forum_meeting m set item_id = one.item_id from one where m.meeting_id = one.meeting_id`)
  return {
    panelOpen: open,
    panelToday: await id(
      `select meeting_id from forum_meeting where ${of} and state = 'planned' order by on_day limit 1`,
    ),
    panelHeld: await id(
      `select m.meeting_id from forum_meeting m join forum_item i using (service_id, meeting_id)
       where m.${of} and m.state = 'closed' order by m.on_day desc limit 1`,
    ),
    panelItem: await id(
      `select i.item_id from forum_item i join forum_meeting m using (service_id, meeting_id)
       where i.${of} and i.state = 'waiting' order by m.on_day, i.place limit 1`,
    ),
    decidedItem: await id(`select item_id from forum_item where ${of} and state = 'decided' limit 1`),
    discussedChild: await id(`select child_id from forum_item where ${of} and state = 'decided' limit 1`),
    seatHolder: await id(
      `select seat_holder_id from forum_seat_holder where ${of} and seat = 'education' limit 1`,
    ),
  }
}
