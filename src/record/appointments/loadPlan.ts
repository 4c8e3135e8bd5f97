import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { type Child, type Colleague, childOf, contactsPath, listStaff } from '../children/index.ts'
import { listPlaces, type Place } from '../places/index.ts'
import { listRecordPlaces, type RecordPlace } from './recordPlaces.ts'

/** Who can be said to have dealt with an appointment: whoever records contacts, in a restricted record only people named for it. */
export async function staffFor(
  { tx }: Pick<Request, 'tx'>,
  { childId, isRestricted }: Pick<Child, 'childId' | 'isRestricted'>,
): Promise<Colleague[]> {
  const staff = await listStaff(tx, childId)
  return staff.filter(
    ({ roles, isWorker, isNamed }) => may('contacts.record', roles, isWorker) && (isNamed || !isRestricted),
  )
}

/** Who can meet the child: those of them whose work is with children. */
export async function whoMeets(
  request: Pick<Request, 'tx'>,
  child: Pick<Child, 'childId' | 'isRestricted'>,
): Promise<Colleague[]> {
  const staff = await staffFor(request, child)
  return staff.filter(({ roles, isWorker }) => may('child.meet', roles, isWorker))
}

/**
 * What is needed to plan an appointment or to write a contact down, and who will most likely meet the child.
 * @param who those who can be named: `whoMeets`, or for what has happened `staffFor`, since anybody may have been rung
 */
export async function loadPlan(
  request: Request,
  who: typeof staffFor = whoMeets,
): Promise<
  Result<
    { child: Child; staff: Colleague[]; places: Place[]; known: RecordPlace[]; likely: string | undefined },
    Answer
  >
> {
  const child = await childOf(request)
  if (!child) return refused(notFound)
  if (child.cases.length === 0) {
    return refused(
      turnBack(contactsPath.to(child), 'An appointment belongs to an open case, and there is none now.'),
    )
  }
  const [staff, places, known] = await Promise.all([
    who(request, child),
    listPlaces(request.tx),
    listRecordPlaces(request.tx, child.childId),
  ])
  // Whoever holds the case meets the child, most often: also where somebody else books it.
  const holders = new Set(child.cases.map(({ holderId }) => holderId).filter(id => id !== null))
  const { userId: me } = request.who
  const likely = holders.has(me) ? me : holders.size === 1 ? [...holders][0] : undefined
  return ok({
    child,
    staff,
    places,
    known,
    likely: staff.some(({ userId }) => userId === likely) ? likely : undefined,
  })
}
