import { spawn } from 'node:child_process'
import { practice } from '../practice/index.ts'
import { openInstallation } from '../src/app/installation.ts'
import { usePractice } from '../src/engine/packs/index.ts'
import { readConfig } from '../src/platform/config/index.ts'
import { findGround } from './ground.ts'
import { paceOfPages } from './load.ts'
import { measuredPages } from './pages.ts'
const config = readConfig({ THROUGHLINE_DATA: '/tmp/benchdata', PORT: '0' })
usePractice(practice)
const installation = await openInstallation(config, () => {})
const now = Temporal.Now.instant()
const ground = await findGround(installation.db, now)
const page = measuredPages(ground).find(p => p.name.includes(process.argv[2] ?? ''))!
const child = spawn(process.execPath, ['--cpu-prof', '--cpu-prof-dir=/tmp/profs', 'dist/throughline.js', 'start'], { stdio: ['ignore','inherit','pipe'], env: { ...process.env, THROUGHLINE_DATA: '/tmp/benchdata', PORT: '3998', TRUSTED_PROXIES: '1' } })
await new Promise<void>(r => child.stderr.on('data', c => { if (String(c).includes('is ready')) r() }))
console.log(await paceOfPages('http://127.0.0.1:3998', page.pages, 8, 6))
child.kill('SIGTERM'); await new Promise(r => child.on('exit', r))
await installation.close()
