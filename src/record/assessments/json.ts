import { fieldsOf } from '../../engine/assessments/index.ts'
import { jsonName } from '../../engine/forms/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { childOf } from '../children/index.ts'
import { findAssessment } from './assessmentQueries.ts'
import { jsonPath } from './paths.ts'

/** A form for programs: its definition and wording, how it stands, and the answers under the names of the questions. */
export const jsonRoute = route({
  method: 'GET',
  path: jsonPath,
  permission: 'assessments.see',
  about: 'child',
  audit: { kind: 'view', what: 'Fetched an assessment as JSON' },
  async handle(request) {
    const child = await childOf(request)
    const it = child && (await findAssessment(request.tx, child.childId, request.params.assessmentId ?? ''))
    if (!it) return notFound
    const fields = fieldsOf(it.asked)
    const body = {
      form: it.form,
      wording: it.wording,
      state: it.state,
      begun_at: it.begunAt.toString(),
      saved_at: it.savedAt?.toString() ?? null,
      answers: Object.fromEntries(
        Object.keys(fields).flatMap(name =>
          it.answers[name] === undefined ? [] : [[jsonName(name), it.answers[name]]],
        ),
      ),
    }
    const name = `${it.form}.json`
    return {
      kind: 'file',
      name,
      type: 'application/json; charset=utf-8',
      bytes: Buffer.from(JSON.stringify(body, null, 2)),
    }
  },
})
