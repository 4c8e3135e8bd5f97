/**
 * `npm test`: sets up what is missing and runs everything that must hold, the quick checks first:
 * format and lint, import rules, types, unused code, then the unit, database, page and browser tests.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, pinnedNode, root } from './setUp.mjs'

if (process.argv.length > 2) {
  console.error(`npm test takes no words, and does not know “${process.argv[2]}”: it runs everything.`)
  console.error('For some of the tests: npx vitest run --project unit|database|browser FILE')
  process.exit(2)
}

install()
build()

const bin = join(root, 'node_modules', '.bin')
const env = { ...process.env, PATH: [bin, process.env.PATH].join(process.platform === 'win32' ? ';' : ':') }
const results = join(root, '.cache', 'test-results.json')
mkdirSync(join(root, '.cache'), { recursive: true })
rmSync(results, { force: true })

const program = name => join(bin, process.platform === 'win32' ? `${name}.cmd` : name)
const checks = [
  ['format and lint', program('biome'), ['ci', '--error-on-warnings', '.']],
  ['import rules', pinnedNode, ['scripts/checkImports.ts']],
  ['types', program('tsc'), ['-p', '.']],
  ['unused code', program('knip'), []],
  [
    'tests',
    program('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  ],
]

const failed = []
for (const [title, command, words] of checks) {
  const began = Date.now()
  console.log(`\n— ${title}`)
  const { status } = spawnSync(command, words, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  console.log(
    `— ${title}: ${status === 0 ? 'good' : 'FAILED'} after ${Math.round((Date.now() - began) / 1000)} s`,
  )
  if (status !== 0) failed.push(title)
}

const counted = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {}
console.log(`\n${counted.numPassedTests ?? 0} passed, ${counted.numFailedTests ?? 0} failed`)
if (failed.length > 0) {
  console.error(`Not good: ${failed.join(', ')}`)
  process.exit(1)
}
