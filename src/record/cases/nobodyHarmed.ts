import { type Fields, optionsOf } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { listVoices } from '../plans/index.ts'

const why =
  'Somebody who was harmed has been passed on to the victim worker. Look once more, or say why there was nobody'

/**
 * The questions of a step, where the record knows of somebody who was harmed: an answer that says there was nobody asks for the
 * reason. Who it is stays behind the wall; that there is somebody stands in the plan too.
 */
export async function askingWhyNobody(tx: Work, fields: Fields, childId: string): Promise<Fields> {
  const isAsked = Object.values(fields).some(field => optionsOf(field).some(it => it.saysNobodyHarmed))
  if (!isAsked || (await listVoices(tx, childId)).length === 0) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.kind === 'choice'
        ? {
            ...field,
            options: field.options.map(it => (it.saysNobodyHarmed ? { ...it, needsReason: why } : it)),
          }
        : field,
    ]),
  )
}
