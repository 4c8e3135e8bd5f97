import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readFileRows } from '../../platform/sheets/index.ts'
import {
  actionFileColumns,
  addAction,
  checkAction,
  finishAction,
  importActions,
  insertImport,
  writeProgress,
} from '../../service/actions/index.ts'
import { projectFolder } from '../installation.ts'
import { type Making, onBehalfOf, userId } from './making.ts'
import type { DemonstrationEmail } from './people.ts'

type Told = {
  what: string
  source: string
  owner: DemonstrationEmail
  /** Days from today. */
  dueIn: number
  progress?: string
  evidence?: string
  isChecked?: true
}

const manager = 'manager@demo.throughline.invalid'
const senior = 'senior@demo.throughline.invalid'
const officer = 'officer@demo.throughline.invalid'

const told: readonly Told[] = [
  {
    what: 'Ask the library for the reading room on Tuesdays',
    source: 'supervision',
    owner: officer,
    dueIn: -3,
  },
  {
    what: 'Show the new plan for easy reading to the parents’ group and write down what they say',
    source: 'audit',
    owner: officer,
    dueIn: 5,
  },
  {
    what: 'Agree with the schools who is told of a child’s return, and by when',
    source: 'panel',
    owner: senior,
    dueIn: 20,
    progress: 'Two of five schools have answered; the others are asked again on Monday.',
  },
  {
    what: 'Put the waiting times for speech and language therapy before the board',
    source: 'board',
    owner: manager,
    dueIn: -10,
    evidence: 'Paper 4 of the last meeting, with the waits by month.',
  },
  {
    what: 'Read ten closed cases for what the child said of the plan',
    source: 'inspection',
    owner: officer,
    dueIn: -20,
    evidence: 'The ten, with a page on what was found, are in the folder of the audit.',
    isChecked: true,
  },
]

/** The register of actions: the one that the service brought along as a file, and what was set since. */
export async function addActions(making: Making): Promise<void> {
  const { serviceId, now, today } = making
  const bytes = await readFile(join(projectFolder, 'practice/milton-keynes/data/actions.csv'))
  const read = readFileRows(bytes, actionFileColumns)
  if (!read.ok) throw new Error(read.reason)
  await onBehalfOf(making, manager, async tx => {
    const by = userId(making, manager)
    const { rows } = read.value
    const importId = await insertImport(tx, { serviceId, name: 'actions.csv', rows, by, at: now })
    await importActions(tx, { importId, rows }, { serviceId, userId: by, now, today })
  })
  for (const it of told) await tell(making, it)
}

async function tell(making: Making, it: Told): Promise<void> {
  const { serviceId, now, today } = making
  const by = userId(making, senior)
  const owner = userId(making, it.owner)
  const set = { source: it.source, sourceReference: '', sourceTitle: '', what: it.what, childId: null }
  const due = { on: today.add({ days: it.dueIn }), beginsOn: null, words: '' }
  const actionId = await onBehalfOf(making, senior, tx =>
    addAction(tx, { ...set, ownerId: owner, ownerWords: '', due, serviceId, by, at: now, givenOn: today }),
  )
  if (actionId === undefined) return
  const of = { actionId, childId: null, version: 1 }
  const { progress, evidence } = it
  await onBehalfOf(making, it.owner, async tx => {
    const written = { serviceId, by: owner, at: now }
    if (progress) await writeProgress(tx, of, { ...written, words: progress })
    if (evidence) await finishAction(tx, of, { ...written, on: today, evidence })
  })
  if (it.isChecked)
    await onBehalfOf(making, senior, tx =>
      checkAction(tx, { ...of, version: 2 }, { serviceId, by, at: now, on: today }),
    )
}
