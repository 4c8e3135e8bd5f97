import { makeTestService, type TestService } from '../../app/testkit/service.ts'
import { diversion } from '../cases/cases.testkit.ts'
import { openCase } from '../cases/index.ts'
import { addChild, insertAlert, type NewChild } from '../children/index.ts'
import { insertNote } from '../notes/index.ts'

/** A service with a senior, who merges, and the making of children. */
export async function makeMerging() {
  const service = await makeTestService()
  const senior = await service.person('senior', 'Sam Senior')
  const { serviceId } = service

  const aChild = (it: Partial<NewChild> = {}) =>
    service.as(senior, tx => addChild(tx, { serviceId, givenName: 'Tariq', familyName: 'Amin', ...it }))

  /** Opens a case and writes a note and an alert, so that there is something to move. */
  const work = (childId: string, says: string) =>
    service.as(senior, async tx => {
      const opened = await openCase(tx, {
        serviceId,
        childId,
        pathway: diversion(),
        routeIn: 'police-notification',
        step: 'receive',
        answers: {},
        at: service.clock.now,
        by: senior.userId,
      })
      if (!opened.ok) throw new Error(opened.reason.kind)
      await insertAlert(tx, {
        serviceId,
        childId,
        kind: 'dog',
        text: says,
        by: senior.userId,
        at: service.clock.now,
      })
      await note(tx, childId, says)
      return opened.value
    })

  const note = (tx: Parameters<typeof insertNote>[0], childId: string, text: string) =>
    insertNote(tx, {
      serviceId,
      childId,
      kind: 'conversation',
      text,
      involvementId: null,
      happenedAt: service.clock.now,
      by: senior.userId,
      at: service.clock.now,
    })

  /** Opens the preview and confirms it, with what it proposes, or else what the kept record says, unless told otherwise. */
  const merge = async (kept: string, gone: string, by = senior, fields: Record<string, string> = {}) => {
    const address = `/children/${kept}/merge/${gone}`
    const page = await by.get(address)
    if (page.status !== 200) return page
    return by.fill(address, {
      ...keptOf(page.html),
      ...proposed(page.html),
      reason: 'The mother said so',
      ...fields,
    })
  }

  const mergeOf = async (gone: string) =>
    String(
      (
        await service.asOwner(
          'select merge_id from record_merge where gone_id = $1 order by first_event desc limit 1',
          [gone],
        )
      )[0]?.merge_id,
    )

  const unmerge = async (kept: string, gone: string, fields: Record<string, string | string[]> = {}) =>
    senior.fill(`/children/${kept}/merges/${await mergeOf(gone)}/unmerge`, {
      reason: 'They are cousins',
      ...fields,
    })

  return { service, senior, aChild, work, note, merge, mergeOf, unmerge }
}

/** The answer of the kept record to every question of a preview. */
function keptOf(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/ name="(take-[^"]*)"/g)].map(([, name = '']) => [name, 'kept']),
  )
}

/** What stands chosen on a page, by question. */
export function proposed(html: string): Record<string, string> {
  const chosen = [...html.matchAll(/<input class="govuk-radios__input"[^>]*>/g)].filter(([it]) =>
    / checked/.test(it),
  )
  return Object.fromEntries(
    chosen.map(([it]) => [/ name="([^"]*)"/.exec(it)?.[1] ?? '', / value="([^"]*)"/.exec(it)?.[1] ?? '']),
  )
}

export type Merging = Awaited<ReturnType<typeof makeMerging>>

/** Every row that any table holds about some children, by table, in order; without what only counts changes. */
export async function everythingAbout(
  { asOwner }: TestService,
  children: readonly string[],
): Promise<Record<string, unknown[]>> {
  const columns = await asOwner(`select target::text, col::text from merge_columns()
    where target not in ('audit_event', 'record_merge') order by 1, 2`)
  const found: Record<string, unknown[]> = {}
  for (const { target, col } of columns) {
    const rows = await asOwner(
      `select to_jsonb(t) - 'version' as row from ${target} t where ${col} = any ($1::uuid[]) order by (to_jsonb(t) - 'version')::text`,
      [children],
    )
    found[`${target}.${col}`] = rows.map(({ row }) => row)
  }
  return found
}
