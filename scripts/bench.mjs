/** `npm run bench`: sets up what is missing, then measures. See bench/README.md. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, pinnedNode, root, runPinned } from './setUp.mjs'

install()
build()
const bundled = spawnSync(pinnedNode, [join(root, 'scripts', 'buildBench.mjs')], { stdio: ['ignore', 2, 2] })
if (bundled.status !== 0) process.exit(1)
runPinned([join(root, 'dist', 'bench', 'bench.js'), ...process.argv.slice(2)])
