import type { Request } from '../../platform/http/index.ts'
import { insertVoice, lastName, listVoices, type Voice, withdrawVoice } from '../../record/plans/index.ts'
import type { HarmedBy, Victim } from './victim.ts'
import { listHarmedBy } from './victimQueries.ts'

type Telling = Pick<Request, 'tx' | 'who' | 'now'>
type Which = Pick<Victim, 'victimId'>

/** What the side of each child is told of somebody who was harmed: undefined where nothing is, or no more. */
export async function voicesOf(
  tx: Request['tx'],
  { victimId }: Which,
): Promise<{ child: HarmedBy; voice: Voice | undefined }[]> {
  const harmed = await listHarmedBy(tx, victimId)
  return Promise.all(
    harmed.map(async child => ({
      child,
      voice: (await listVoices(tx, child.childId)).find(each => each.victimId === victimId),
    })),
  )
}

const by = ({ who, now }: Telling) => ({ serviceId: who.serviceId, by: who.userId, at: now })

/** Takes somebody who was passed on by mistake out of the plan of each child. */
export async function withdrawVoices(telling: Telling, victim: Which): Promise<void> {
  for (const { child, voice } of await voicesOf(telling.tx, victim))
    if (voice)
      await withdrawVoice(telling.tx, {
        ...by(telling),
        ...{ childId: child.childId, victimId: voice.victimId, knownAs: voice.knownAs },
      })
}

/**
 * Brings somebody back who was taken out of the plan, by the name that the plan had for them: the record may hold words that no
 * victim worker has confirmed. Of what they wish nothing holds any more, they are asked anew.
 */
export async function bringVoicesBack(telling: Telling, victim: Which): Promise<void> {
  for (const { child, voice } of await voicesOf(telling.tx, victim))
    if (!voice)
      await insertVoice(telling.tx, {
        ...by(telling),
        ...{ childId: child.childId, victimId: victim.victimId },
        knownAs: await lastName(telling.tx, child.childId, victim.victimId),
        ...{ wishes: [], wishesWords: '', noWishesReason: '', safetyWords: '' },
      })
}

/** Calls somebody by the name that their record says now, in the plan of each child, with what was told already. */
export async function renameVoices(telling: Telling, victim: Which, knownAs: string): Promise<void> {
  for (const { child, voice } of await voicesOf(telling.tx, victim))
    if (voice && voice.knownAs !== knownAs)
      await insertVoice(telling.tx, { ...voice, ...by(telling), childId: child.childId, knownAs })
}
