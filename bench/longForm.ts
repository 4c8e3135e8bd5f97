import { sql } from 'kysely'
import { pino } from 'pino'
import { practice } from '../practice/index.ts'
import type { Installation } from '../src/app/installation.ts'
import { assemble } from '../src/app/serve.ts'
import { type AssessmentForm, assessmentForm } from '../src/engine/assessments/index.ts'
import type { Field } from '../src/engine/forms/index.ts'
import { usePractice } from '../src/engine/packs/index.ts'
import { from } from '../src/kernel/period.ts'
import { inTransaction } from '../src/platform/database/index.ts'
import { insertAssessment, saveSection } from '../src/record/assessments/assessmentQueries.ts'
import type { Ground } from './ground.ts'

const sectionCount = 30
const questionsEach = 10

/** Questions of the kinds that a form has most of, in turn. */
function question(at: number): Field {
  const label = `Question ${at}: what is going well, and what is not?`
  const kinds: readonly Field[] = [
    { kind: 'textarea', label, required: 'Answer this', maxLength: 5_000 },
    {
      kind: 'choice',
      label,
      required: 'Choose one',
      options: ['low', 'medium', 'high', 'very-high'].map(value => ({ value, label: value })),
    },
    { kind: 'text', label, maxLength: 200 },
    { kind: 'date', label },
  ]
  return kinds[at % kinds.length] ?? { kind: 'text', label }
}

/** A form of 300 questions, which no service has: long enough that a slow way of doing things shows. */
const formOf300: AssessmentForm = assessmentForm({
  id: 'bench-300',
  title: 'A form of 300 questions',
  summary: 'Made for the measurement.',
  source: 'Made for the measurement',
  file: 'bench/longForm.ts',
  by: ['officer'],
  versions: {
    '1': {
      inForce: from('2020-01-01'),
      sections: Object.fromEntries(
        Array.from({ length: sectionCount }, (_, section) => [
          `part-${section}`,
          {
            title: `Part ${section + 1}`,
            fields: Object.fromEntries(
              Array.from({ length: questionsEach }, (_each, index) => {
                const at = section * questionsEach + index
                return [`q${at}`, question(at)]
              }),
            ),
          },
        ]),
      ),
    },
  },
})

function answersOf(section: number) {
  const fields = formOf300.versions['1']?.sections[`part-${section}`]?.fields ?? {}
  return Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [
      name,
      kind === 'choice'
        ? 'medium'
        : kind === 'date'
          ? '2026-03-04'
          : 'It goes well at home and at school. '.repeat(4).trim(),
    ]),
  )
}

/** One thing that is done to the form: how long the server takes, and the bare SQL that it needs; medians, in milliseconds. */
export type LongFormPace = { name: string; server: number; bare: number; aim: number }

/** Fills a form of 300 questions about a child of the ground, and measures opening a part of it and saving what is typed. */
export async function paceOfLongForm(
  installation: Installation,
  { officers, childIds }: Ground,
  now: Temporal.Instant,
): Promise<LongFormPace[]> {
  const [who] = officers
  const [childId] = childIds
  if (!who || !childId) throw new Error('the service has no officer, or no child')
  const { db } = installation
  const assessmentId = await inTransaction(db, who, async tx => {
    const whose = { serviceId: who.serviceId, childId, by: who.userId, at: now }
    const id = await insertAssessment(tx, { ...whose, involvementId: null, form: formOf300.id, wording: '1' })
    for (let section = 0; section < sectionCount; section += 1)
      await saveSection(tx, {
        ...{ ...whose, assessmentId: id, section: `part-${section}` },
        ...{ answers: answersOf(section), version: 0 },
      })
    return id
  })
  const { server, stop } = await assemble(installation, {
    withJobs: false,
    now: () => now,
    logger: pino({ level: 'silent' }),
  })
  usePractice({ ...practice, assessments: [...practice.assessments, formOf300] })
  try {
    const part = `/children/${childId}/assessments/${assessmentId}/sections/part-7`
    const headers = { cookie: who.cookie }
    const open = () => server.inject({ url: part, headers })
    const page = await open()
    if (page.statusCode !== 200) throw new Error(`${part} answered ${page.statusCode}`)
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const draft = /data-autosave="([^"]+)"/.exec(page.body)?.[1] ?? ''
    // The token is good for the browser that was given it.
    const cookies = [who.cookie, ...page.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const values = Object.entries(answersOf(7)).map(([name, value]) => [name, value] as const)
    const save = () =>
      server.inject({
        method: 'POST',
        url: draft,
        headers: { cookie: cookies, 'content-type': 'application/json', 'x-csrf-token': token },
        payload: { values },
      })
    const saved = await save()
    if (saved.statusCode !== 200) throw new Error(`${draft} answered ${saved.statusCode}: ${saved.body}`)
    const bareOpen = () =>
      inTransaction(db, who, tx =>
        Promise.all([
          sql`select * from child where service_id = current_service() and child_id = ${childId}`.execute(tx),
          sql`select * from assessment where service_id = current_service() and assessment_id = ${assessmentId}`.execute(
            tx,
          ),
          sql`select * from assessment_section where service_id = current_service() and assessment_id = ${assessmentId}`.execute(
            tx,
          ),
        ]),
      )
    const typed = JSON.stringify(Object.fromEntries(values.map(([name, value]) => [name, [value]])))
    const bareSave = () =>
      inTransaction(db, who, tx =>
        sql`insert into draft (service_id, user_id, form, answers) values (${who.serviceId}, ${who.userId}, 'bench', ${typed})
          on conflict (service_id, user_id, form) do update set answers = excluded.answers, saved_at = now()`.execute(
          tx,
        ),
      )
    return [
      { name: 'Open a part', server: await medianOf(open), bare: await medianOf(bareOpen), aim: 30 },
      { name: 'Save what is typed', server: await medianOf(save), bare: await medianOf(bareSave), aim: 15 },
    ]
  } finally {
    usePractice(practice)
    await stop()
    await inTransaction(db, who, tx =>
      sql`update assessment set state = 'set-aside' where service_id = current_service() and assessment_id = ${assessmentId}`.execute(
        tx,
      ),
    )
  }
}

const turns = 200

/** The median of so many turns, one after the other, in milliseconds; the first are not counted. */
async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    await work()
    if (turn >= 20) times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
