import { form, formPage } from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, notFound, path, type Request, redirect } from '../../platform/http/index.ts'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { childFrame, childOf, chronologyPath } from '../children/index.ts'
import { type Happening, listHappenings, markEntry, unmarkEntry } from './chronologyQueries.ts'
import { readableKinds, tell } from './happening.tsx'

export const markPath = path('/children/:childId/chronology/:kind/:entryId/mark')
export const unmarkPath = path('/children/:childId/chronology/:kind/:entryId/unmark')

type Loaded = { childId: string; entry: Happening }

/** The entry that the address names, where the person may read of its kind. */
async function loadEntry(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, params, who } = request
  const child = await childOf(request)
  const kind = child && readableKinds(who.roles, child.isRelated).find(each => each === params.kind)
  const id = parseId<'happening'>(params.entryId ?? '')
  if (!child || !kind || !id) return refused(notFound)
  const { childId, isRelated } = child
  const maySeeHealth = may('health.see', who.roles, isRelated)
  const [entry] = await listHappenings(tx, {
    childId,
    kinds: [kind],
    most: 1,
    only: { kind, id },
    maySeeHealth,
  })
  return entry ? ok({ childId, entry }) : refused(notFound)
}

const intro = ({ childId, entry }: Loaded) => (
  <Timeline label="The entry" headingLevel={2} items={[tell(entry, childId)]} />
)
const back = ({ childId }: Loaded) => chronologyPath.to({ childId })

const reason = (label: string, required: string) =>
  form({
    id: 'chronology-mark',
    fields: { reason: { kind: 'textarea', label, required, maxLength: 500, rows: 3 } },
  })

const markRoutes = formPage({
  path: markPath,
  permission: 'notes.write',
  about: 'child',
  change: 'Marked an entry of the chronology as significant',
  view: 'Opened the form to mark an entry of the chronology',
  load: loadEntry,
  form: () => reason('Why is it significant?', 'Say why it is significant'),
  title: () => 'Mark as significant',
  intro,
  back,
  frame: childFrame('chronology'),
  submit: 'Mark as significant',
  async save({ tx, who, now }, { reason: why }, loaded) {
    const { entry, childId } = loaded
    const by = { serviceId: who.serviceId, by: who.userId, at: now, reason: why }
    const isMarked = await markEntry(tx, { childId, ...entry }, by)
    return redirect(
      back(loaded),
      isMarked ? 'The entry is marked as significant.' : 'Somebody has marked it already.',
    )
  },
})

const unmarkRoutes = formPage({
  path: unmarkPath,
  permission: 'notes.write',
  about: 'child',
  change: 'Took the mark from an entry of the chronology',
  view: 'Opened the form to take the mark from an entry of the chronology',
  async load(request) {
    const loaded = await loadEntry(request)
    return loaded.ok && !loaded.value.entry.mark
      ? refused(redirect(back(loaded.value), 'It is not marked any more.'))
      : loaded
  },
  form: () => reason('Why is it no longer significant?', 'Say why it is no longer significant'),
  title: () => 'No longer significant',
  intro,
  back,
  frame: childFrame('chronology'),
  submit: 'Take the mark away',
  async save({ tx }, _values, loaded) {
    const { entry, childId } = loaded
    await unmarkEntry(tx, { childId, ...entry })
    return redirect(back(loaded), 'The mark has been taken away.')
  },
})

export const markEntryRoutes = [...markRoutes, ...unmarkRoutes]
