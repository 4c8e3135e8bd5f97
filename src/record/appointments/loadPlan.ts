import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { type Child, type Colleague, childOf, contactsPath, listStaff } from '../children/index.ts'
import { listPlaces, type Place } from '../places/index.ts'

/** Who can meet the child: whoever has appointments on their day, and in a restricted record only people named for it. */
export async function staffFor(
  { tx }: Pick<Request, 'tx'>,
  { childId, isRestricted }: Pick<Child, 'childId' | 'isRestricted'>,
): Promise<Colleague[]> {
  const staff = await listStaff(tx, childId)
  return staff.filter(
    ({ roles, isWorker, isNamed }) => may('contacts.record', roles, isWorker) && (isNamed || !isRestricted),
  )
}

/** What is needed to plan an appointment, and who will most likely meet the child. */
export async function loadPlan(
  request: Request,
): Promise<
  Result<{ child: Child; staff: Colleague[]; places: Place[]; likely: string | undefined }, Answer>
> {
  const child = await childOf(request)
  if (!child) return refused(notFound)
  if (child.cases.length === 0) {
    return refused(
      turnBack(contactsPath.to(child), 'An appointment belongs to an open case, and there is none now.'),
    )
  }
  const [staff, places] = await Promise.all([staffFor(request, child), listPlaces(request.tx)])
  // Whoever holds the case meets the child, most often: also where somebody else books it.
  const holders = new Set(child.cases.map(({ holderId }) => holderId).filter(id => id !== null))
  const { userId: me } = request.who
  const likely = holders.has(me) ? me : holders.size === 1 ? [...holders][0] : undefined
  return ok({
    child,
    staff,
    places,
    likely: staff.some(({ userId }) => userId === likely) ? likely : undefined,
  })
}
