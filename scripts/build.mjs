/** Bundles the server into dist/throughline.js and the assets into dist/assets. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildAssets } from './buildAssets.mjs'
import { bundle } from './bundle.mjs'
import { root } from './setUp.mjs'

const outDir = join(root, 'dist')
rmSync(outDir, { recursive: true, force: true })
await Promise.all([
  buildAssets({ outDir: join(outDir, 'assets') }),
  bundle(join(root, 'src', 'app', 'main.ts'), join(outDir, 'throughline.js')),
])
