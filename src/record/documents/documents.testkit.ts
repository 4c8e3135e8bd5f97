import { strFromU8, unzipSync } from 'fflate'
import type { TestPerson, TestService } from '../../app/testkit/service.ts'
import type { DocumentTree } from '../../engine/documents/index.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { insertAppointment } from '../appointments/index.ts'
import { insertAssessment } from '../assessments/index.ts'
import { addPerson } from '../children/index.ts'
import { savePicture } from '../easyRead/index.ts'
import { insertVoice, writePlan } from '../plans/index.ts'
import { heldCase } from '../team/heldCase.testkit.ts'

/** A child with one of everything that a document can be about. */
export type TestChild = {
  childId: string
  planned: string
  missed: string
  plan: string
  form: string
}

const day = (text: string) => Temporal.PlainDate.from(text)
const at = Temporal.Instant.from('2026-11-10T10:00:00Z')

/** Answers of signed forms: enough for everything that is quoted. */
const signed: Readonly<Record<string, Readonly<Record<string, Answers>>>> = {
  'full-assessment': {
    court: { court: 'community', 'over-represented': 'Yes: Black boys are, before this court too.' },
    explanation: {
      'story-why': 'He carried it because he was afraid.',
      'helps-child': 'His aunt and football',
    },
    likely: { reoffending: 'medium', 'reoffending-why': 'He has stopped going there.' },
    'others-safe': { 'serious-harm': 'low', 'serious-harm-why': 'Nobody was hurt.' },
    wellbeing: { 'safety-wellbeing': 'high', 'safety-wellbeing-why': 'He was threatened.' },
    change: { 'child-goals': [{ goal: 'Play again', first: 'Ring the coach' }] },
  },
  communication: {
    way: { outcome: 'assessed' },
    found: {
      need: 'yes',
      kinds: ['understanding', 'memory'],
      'identified-before': 'no',
      means: 'He loses long sentences.',
    },
    court: { 'court-do': 'Give breaks.\nAsk one thing at a time.', 'court-avoid': 'Do not use sarcasm.' },
    panel: { 'panel-do': 'Draw the contract.', 'panel-avoid': 'No long introductions.' },
  },
}

/** Writes a child of whom everything is known that documents pull. */
export async function fullChild(
  service: TestService,
  officer: TestPerson,
  name = 'Amin',
): Promise<TestChild> {
  const { serviceId } = service
  const { childId, involvementId } = await heldCase(service, name, officer)
  const by = officer.userId
  await service.asOwner(
    `update child set ethnicity = 'B1', pronouns = 'he/him', language = 'Somali', how_to_talk = 'Short sentences',
       what_helps = 'Drawings', birth_date = '2011-05-04', birth_date_basis = 'known',
       address = '1 Invented Close', postcode = 'MK1 1AA' where child_id = $1`,
    [childId],
  )
  return service
    .as(officer, async tx => {
      await addPerson(tx, {
        serviceId,
        childId,
        ...{ name: 'Hodan Amin', relationship: 'Aunt', kind: 'carer', hasParentalResponsibility: true },
      })
      const plan = await writePlan(
        tx,
        { serviceId, childId, by, at },
        {
          ...{ involvementId, startsOn: day('2026-11-23'), reviewOn: day('2027-02-23'), level: 'enhanced' },
          ...{ delivery: 'Not on Fridays', harmed: 'yes', noWishesReason: '' },
          goals: [
            {
              ...{
                strand: 'good-life',
                words: 'I want to play football',
                why: 'It calms him',
                lowWords: '',
                highWords: '',
              },
              steps: [
                {
                  ...{
                    words: 'Ring the coach',
                    who: 'child',
                    whoUserId: null,
                    whoWords: '',
                    dueOn: day('2026-12-01'),
                  },
                  ...{ state: 'to-do', stateOn: null, stateWords: '' },
                },
              ],
              progress: [{ mark: 4, saidBy: 'child', words: '', on: day('2026-11-20') }],
            },
          ],
          contingencies: [{ ifWords: 'He is stopped again', thenWords: 'Ring Olive', whoWords: 'His aunt' }],
        },
      )
      await savePicture(tx, { serviceId, childId, lineId: plan.goals[0]?.lineId ?? '', picture: 'running' })
      await insertVoice(tx, {
        ...{ serviceId, childId, victimId: '0197a000-0000-7000-8000-000000000001', knownAs: 'the shop' },
        ...{
          wishes: ['letter'],
          wishesWords: '',
          noWishesReason: '',
          safetyWords: 'He stays away from it',
          by,
          at,
        },
      })
      const appointment = (startsAt: string) =>
        insertAppointment(tx, {
          ...{ serviceId, childId, involvementId, withUser: by, kind: 'office', minutes: 45 },
          ...{ place: 'The office, room 2', startsAt: Temporal.Instant.from(startsAt), travel: 'bus' },
        })
      const planned = await appointment('2026-11-25T16:00:00Z')
      const missed = await appointment('2026-11-18T16:00:00Z')
      const forms = await Promise.all(
        Object.keys(signed).map(form =>
          insertAssessment(tx, { serviceId, childId, involvementId, form, wording: '2026-1', by, at }),
        ),
      )
      return { childId, planned, missed, plan: plan.planId, form: forms[0] ?? '', forms }
    })
    .then(async ({ forms, ...made }) => {
      for (const [index, sections] of Object.values(signed).entries()) {
        const id = forms[index] ?? ''
        for (const [section, answers] of Object.entries(sections))
          await service.asOwner(
            `insert into assessment_section (service_id, assessment_id, section, child_id, answers, saved_by, written_by, saved_at)
           values ($1, $2, $3, $4, $5, $6, array[$6::uuid], $7)`,
            [serviceId, id, section, childId, JSON.stringify(answers), by, String(at)],
          )
        await service.asOwner(
          `insert into assessment_signing (service_id, assessment_id, child_id, kind, words, signed_by, signed_at)
         values ($1, $2, $3, 'signed', '', $4, $5)`,
          [serviceId, id, childId, by, String(at)],
        )
        await service.asOwner(`update assessment set state = 'signed' where assessment_id = $1`, [id])
      }
      await service.asOwner(`update plan set state = 'signed' where plan_id = $1`, [made.plan])
      await service.asOwner(
        `update appointment set state = 'missed', missed_reason = 'He forgot', reason_is_acceptable = false where appointment_id = $1`,
        [made.missed],
      )
      await service.asOwner(
        `insert into offence (service_id, child_id, involvement_id, code, description, committed_on, outcome, outcome_on)
       values ($1, $2, $3, '00826', 'Had a knife at school', '2026-10-01', '', null)`,
        [serviceId, childId, involvementId],
      )
      return made
    })
}

/** Writes a child of whom nothing is known but a name: the signed plan and the form hold nothing, the appointments have no place. */
export async function emptyChild(service: TestService, officer: TestPerson): Promise<TestChild> {
  const { serviceId } = service
  const { childId, involvementId } = await heldCase(service, '', officer)
  const by = officer.userId
  const made = await service.as(officer, async tx => {
    const plan = await writePlan(
      tx,
      { serviceId, childId, by, at },
      {
        ...{ involvementId, startsOn: null, reviewOn: null, level: null, delivery: '', harmed: null },
        ...{ noWishesReason: '', goals: [], contingencies: [] },
      },
    )
    const appointment = (startsAt: string) =>
      insertAppointment(tx, {
        ...{ serviceId, childId, involvementId, withUser: by, kind: 'telephone', minutes: 15, place: '' },
        startsAt: Temporal.Instant.from(startsAt),
      })
    return {
      childId,
      planned: await appointment('2026-11-25T10:00:00Z'),
      missed: await appointment('2026-11-18T10:00:00Z'),
      plan: plan.planId,
      form: await insertAssessment(tx, {
        ...{ serviceId, childId, involvementId, form: 'initial-screening', wording: '2026-1', by, at },
      }),
    }
  })
  await service.asOwner(`update plan set state = 'signed' where plan_id = $1`, [made.plan])
  await service.asOwner(
    `update appointment set state = 'missed', missed_reason = 'Not known', missed_code = 'not-known', reason_is_acceptable = false where appointment_id = $1`,
    [made.missed],
  )
  return made
}

/** A Word file, opened again: its headings by level, its tables, and the rest as it stands in the file. */
export function openWord(bytes: Uint8Array) {
  const parts = unzipSync(bytes)
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const body = read('word/document.xml')
  const textOf = (xml: string) =>
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&amp;', '&')
      .replaceAll('&apos;', '’')
      .replaceAll('&quot;', '"')
  const paragraphs = body.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? []
  return {
    text: paragraphs.map(textOf).join('\n'),
    headings: paragraphs.flatMap(paragraph => {
      const level = /<w:pStyle w:val="Heading(\d)"\/>/.exec(paragraph)?.[1]
      return level === undefined ? [] : [{ level: Number(level), words: textOf(paragraph).trim() }]
    }),
    /** Of each table, whether its first row is a header that comes again. */
    headerRows: (body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).map(table =>
      /^<w:tbl>.*?<w:tr>(?:(?!<\/w:tr>).)*<w:tblHeader\/>/s.test(table),
    ),
    alternatives: [...body.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words = '']) => words),
    language: /<w:lang [^>]*w:val="([^"]*)"/.exec(read('word/styles.xml'))?.[1],
    bidirectional: /<w:lang [^>]*w:bidi="([^"]*)"/.exec(read('word/styles.xml'))?.[1],
    title: /<dc:title>([^<]*)/.exec(read('docProps/core.xml'))?.[1],
    properties: read('docProps/core.xml'),
    footer: Object.keys(parts)
      .filter(name => /^word\/footer\d+\.xml$/.test(name))
      .map(name => textOf(read(name)))
      .join(''),
  }
}

/** The headings that a document has, its title first. */
export const headingsIn = ({ title, blocks }: DocumentTree) => [
  { level: 1, words: title },
  ...blocks.flatMap(block =>
    block.kind === 'heading'
      ? [{ level: block.level, words: block.words }]
      : block.kind === 'picture' && block.heading
        ? [{ level: block.heading, words: block.words }]
        : [],
  ),
]
