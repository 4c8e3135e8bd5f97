import type { Nameable } from '../../engine/forms/index.ts'
import { reachOf } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { childOf } from '../children/index.ts'
import { nameable, siblingsNamed } from './candidate.ts'
import { listCandidates } from './candidateQueries.ts'

/**
 * Who can be named to work with the child that a request is about, with what the person who asks may know of them.
 * Children whom it names beside that child count as seen.
 * @param childId null: for several children, of whom each is looked at when it is saved
 */
export async function whoCanBeNamed(request: Request, childId: string | null): Promise<Nameable[]> {
  const { tx, who } = request
  const mayKnowLoads = reachOf('team.see', who.roles) !== undefined
  const candidates = await listCandidates(tx, childId)
  if (mayKnowLoads) request.seen(siblingsNamed(candidates), 'Named beside somebody who can be allocated')
  return nameable(candidates, {
    languageOfChild: childId === null ? '' : ((await childOf(request))?.language ?? ''),
    mayKnowLoads,
    mayKnowConflicts: reachOf('child.conflict', who.roles) !== undefined,
  })
}
