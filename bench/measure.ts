import type { Installation } from '../src/app/installation.ts'
import { saveDraft } from '../src/engine/forms/index.ts'
import { inTransaction } from '../src/platform/database/index.ts'
import { sentFrom } from '../src/platform/http/index.ts'
import { searchPath } from '../src/record/children/index.ts'
import { findGround, type Ground } from './ground.ts'
import { paceOfImport } from './imports.ts'
import { countStatements } from './inside.ts'
import { paceOfBare, paceOfPages } from './load.ts'
import { paceOfLongForm } from './longForm.ts'
import { measuredPages } from './pages.ts'
import { startServer } from './server.ts'
import { table } from './table.ts'

type Options = {
  seconds: number
  only: string
  adminUrl: string
  now: Temporal.Instant
  say: (text: string) => void
}

const clientCounts = [1, 8, 32]

/** Measures everything in one run. @returns the report, in Markdown */
export async function measure(installation: Installation, options: Options): Promise<string> {
  const { seconds, only, adminUrl, now, say } = options
  const { db, config } = installation
  const ground = await findGround(db, now)
  await searchFor(installation, ground)
  const measured = measuredPages(ground).filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()))
  const server = await startServer(config.dataFolder, 3999)
  try {
    const atRest = server.residentMb()
    const ratios: string[][] = []
    const loads: string[][] = []
    for (const { name, pages, bare } of measured) {
      say(`  ${name}`)
      const statements = await countStatements(installation, pages[0], now)
      await paceOfPages(server.address, pages, 2, 2)
      await paceOfBare(db, bare, 2, 1)
      const first = await paceOfPages(server.address, pages, 1, seconds)
      const bareFirst = await paceOfBare(db, bare, 1, seconds)
      ratios.push([
        name,
        ms(bareFirst.median),
        ms(first.median),
        (first.median / bareFirst.median).toFixed(2),
        first.median <= 2 * bareFirst.median + 3 ? 'yes' : 'no',
        Math.round(first.bytes).toLocaleString('en'),
        String(statements),
      ])
      for (const clients of clientCounts) {
        const page = clients === 1 ? first : await paceOfPages(server.address, pages, clients, seconds)
        const its = clients === 1 ? bareFirst : await paceOfBare(db, bare, clients, seconds)
        loads.push([
          name,
          String(clients),
          Math.round(page.perSecond).toLocaleString('en'),
          ms(page.median),
          ms(page.p99),
          Math.round(its.perSecond).toLocaleString('en'),
          (page.perSecond / its.perSecond).toFixed(2),
        ])
      }
    }
    say('  A form of 300 questions')
    const long = await paceOfLongForm(installation, ground, now)
    say('  Importing')
    const imported = await paceOfImport(installation, adminUrl, 2_000, now)
    return [
      table(
        ['Page', 'Bare SQL, ms', 'Page, ms', 'Ratio', 'Within 2 × + 3 ms', 'Bytes', 'Statements'],
        ratios,
      ),
      table(
        ['Page', 'Clients', 'Pages a second', 'Median, ms', '99%, ms', 'Bare SQL a second', 'Ratio'],
        loads,
      ),
      table(
        ['A form of 300 questions', 'Bare SQL, ms', 'Server, ms', 'Aim, ms'],
        long.map(({ name, server: its, bare, aim }) => [name, ms(bare), ms(its), String(aim)]),
      ),
      table(
        ['What', 'Measured', 'Aim'],
        [
          ['Second start', `${(server.startedInMs / 1_000).toFixed(1)} s`, 'under 3 s'],
          ['Server at rest', `${Math.round(atRest)} MB`, 'under 200 MB'],
          [
            'Import of 2,000 rows',
            `${Math.round(imported.rowsASecond).toLocaleString('en')} rows a second; COPY alone ${Math.round(imported.copiedASecond).toLocaleString('en')}`,
            '',
          ],
          ['Server after the load', `${Math.round(server.residentMb())} MB`, ''],
        ],
      ),
    ].join('\n')
  } finally {
    await server.stop()
  }
}

const ms = (time: number) => time.toFixed(2)

/** What is searched for stands in the draft of whoever searches. */
async function searchFor({ db }: Installation, { officers, names }: Ground): Promise<void> {
  for (const [at, who] of officers.entries())
    await inTransaction(db, who, tx => saveDraft(tx, who, searchPath.to(), sentFrom({ q: names[at] ?? '' })))
}
