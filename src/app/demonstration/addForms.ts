import { giveAPart } from './addColleagues.ts'
import { type Chance, chance } from './chance.ts'
import type { FormSaid } from './formSaid.ts'
import type { Making, OpenedCase } from './making.ts'
import { type DemonstrationEmail, usualOfficer } from './people.ts'
import * as first from './wordsOfForms.ts'
import * as long from './wordsOfLongForms.ts'
import { type FormToWrite, writeForm } from './writeForm.ts'

const therapist: DemonstrationEmail = 'therapist@demo.throughline.invalid'
const healthWorker: DemonstrationEmail = 'health@demo.throughline.invalid'

type Story = readonly Pick<FormToWrite, 'form' | 'said' | 'daysAgo' | 'ends'>[]

const assessed = { form: 'prevention-diversion', said: first.preventionAndDiversion } as const

/** What is written about one child after another; those of whom an event is told come first. */
const stories: readonly Story[] = [
  [{ ...assessed, daysAgo: 21, ends: 'signed' }],
  [
    { form: 'full-assessment', said: long.fullAssessment, daysAgo: 30, ends: 'signed' },
    { form: 'review', said: long.reviewAfterArrest, daysAgo: 2, ends: 'sent' },
  ],
  [{ ...assessed, daysAgo: 4, ends: 'returned' }],
  [{ form: 'full-assessment', said: long.fullAssessment, daysAgo: 2, ends: 'half' }],
  [
    { form: 'exploitation-screening', said: first.exploitationScreening, daysAgo: 12, ends: 'signed' },
    { form: 'education', said: long.education, daysAgo: 9, ends: 'signed' },
  ],
  [{ ...assessed, daysAgo: 18, ends: 'signed' }],
  [
    { form: 'initial-screening', said: first.initialScreening, daysAgo: 20, ends: 'signed' },
    { form: 'pre-visit-safety', said: long.preVisitSafety, daysAgo: 14, ends: 'signed' },
  ],
  [{ form: 'substance-use', said: long.substanceUse, daysAgo: 7, ends: 'signed' }],
  [{ form: 'exploitation-screening', said: first.exploitationScreening, daysAgo: 1, ends: 'sent' }],
  [{ ...assessed, daysAgo: 3, ends: 'sent' }],
]

/** Whom something is written about: with whom somebody works, those of the first officer before the others. */
export function writtenAbout({ opened }: Making): (OpenedCase & { holder: DemonstrationEmail })[] {
  const active = opened.flatMap(it =>
    it.isActive && it.holder !== undefined && it.told === undefined ? [{ ...it, holder: it.holder }] : [],
  )
  const isUsual = (it: OpenedCase) => it.holder === usualOfficer
  return [...active.filter(isUsual), ...active.filter(it => !isUsual(it))]
}

/**
 * Long forms in every state: about J Okonkwo, about some with whom somebody works, about one whose work has ended. Where there are few
 * children, several forms are about the same.
 */
export async function addForms(making: Making): Promise<void> {
  const by = chance(making.seed + 6)
  const jay = making.opened.find(({ told }) => told === 'jay')
  if (jay) {
    const writer = jay.holder ?? usualOfficer
    const his = { writer, ends: 'signed' } as const
    const begun = { ...facts(jay), ...first.preventionAndDiversion, ...first.jayAssessed }
    await writeForm(making, by, jay, { ...his, form: 'prevention-diversion', said: begun, daysAgo: 17 })
    const review = { form: 'review', said: first.jayReviewed, daysAgo: 2, time: '16:10' }
    await writeForm(making, by, jay, { ...his, ...review })
  }
  const about = writtenAbout(making)
  for (const [index, story] of stories.entries()) {
    const it = about[index % about.length]
    if (!it) return
    for (const form of story) await write(making, by, it, form)
  }
  await addColleaguesForms(making, by, about)
  const ended = making.opened.findLast(({ ending }) => ending === 'completed')
  const left = ended ?? about[0]
  if (left) await write(making, by, left, closedOf(left))
}

const closedOf = ({ ending, movedDaysAgo }: OpenedCase): Story[number] => ({
  ...{ form: 'closing', said: long.closing, ends: 'signed' },
  daysAgo: ending === null ? 1 : movedDaysAgo,
})

function write(making: Making, by: Chance, it: OpenedCase, form: Story[number]): Promise<void> {
  // Nothing is written of a child before they came.
  const daysAgo = Math.max(1, Math.min(form.daysAgo, it.receivedDaysAgo - 3))
  const said = { ...facts(it), ...form.said }
  return writeForm(making, by, it, { ...form, said, daysAgo, writer: it.holder ?? usualOfficer })
}

/** The therapist and the health worker write about children in whose cases they have a part. */
async function addColleaguesForms(making: Making, by: Chance, about: readonly OpenedCase[]): Promise<void> {
  const theirs = [
    { who: therapist, form: 'communication', said: long.communicationAssessment },
    { who: healthWorker, form: 'physical-health', said: long.physicalHealth },
  ]
  for (const [index, { who, form, said }] of theirs.entries()) {
    const it = about[(stories.length + index) % about.length]
    if (!it) return
    const since = await giveAPart(making, who, it)
    const daysAgo = Math.max(1, since - 3)
    await writeForm(making, by, it, { form, said, daysAgo, writer: who, ends: 'signed' })
  }
}

/** What depends on how the child came, and on whether somebody was harmed. */
function facts({ pathway, victimAgreed, whyNotAsked }: OpenedCase): FormSaid {
  const isDiverted = pathway === 'diversion'
  return {
    'came-for': isDiverted ? 'diversion' : 'prevention',
    happened: isDiverted
      ? 'What the police wrote in their notification. Nothing like it has been heard of since.'
      : 'No offence. What the referrer wrote: evenings out with older children, and quarrels at school.',
    ...(victimAgreed
      ? {
          harmed: 'yes',
          'harmed-wishes': { is: 'asked', because: 'The victim worker has rung, and rings again this week.' },
        }
      : {}),
    ...(whyNotAsked === ''
      ? {}
      : { harmed: 'yes', 'harmed-wishes': { is: 'not-asked', because: whyNotAsked } }),
  }
}
