/** The panel of the day of the demonstration, one that was held, and what stands on their agendas. */
export type FurnishedForums = {
  panelToday: string
  panelHeld: string
  panelItem: string
  decidedItem: string
  /** Of a decision that stands in a child’s record. */
  discussedChild: string
  seatHolder: string
}

/** Finds what the demonstration has of standing meetings. */
export async function furnishForums(id: (text: string) => Promise<string>): Promise<FurnishedForums> {
  const of = `forum = 'joint-decision-panel'`
  return {
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
