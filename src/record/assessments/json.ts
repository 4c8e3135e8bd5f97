import { fieldsOf } from '../../engine/assessments/index.ts'
import { type Answer, jsonName, rowsOf } from '../../engine/forms/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { childOf } from '../children/index.ts'
import { findAssessment } from './assessmentQueries.ts'
import { jsonPath } from './paths.ts'
import { resultsOf } from './results.ts'

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
    if (!child || !it) return notFound
    const results = await resultsOf(request.tx, it, child, request.today)
    const fields = fieldsOf(it.asked)
    const body = {
      form: it.form,
      wording: it.wording,
      state: it.state,
      begun_at: it.begunAt.toString(),
      saved_at: it.savedAt?.toString() ?? null,
      answers: Object.fromEntries(
        Object.keys(fields).flatMap(name =>
          it.given[name] === undefined ? [] : [[jsonName(name), inJson(it.given[name])]],
        ),
      ),
      worked_out: Object.fromEntries(
        results.map(({ name, words, whyNone, figures, ruleVersion }) => [
          jsonName(name),
          { words, why_none: whyNone, figures: named(figures), rule_version: ruleVersion },
        ]),
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

/** An answer as it is given out: of rows, the columns under names as JSON has them here. */
const inJson = (answer: Answer): unknown => {
  const rows = rowsOf(answer)
  if (rows.length === 0) return answer
  return rows.map(row =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [jsonName(name), cell])),
  )
}

/** Figures under names as JSON has them here: small letters, with a line between the words. */
const named = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
      figure,
    ]),
  )
