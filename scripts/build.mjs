/** Bundles the server into dist/throughline.js and the assets into dist/assets. Packages stay in node_modules. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { buildAssets } from './buildAssets.mjs'
import { root } from './setUp.mjs'

const outDir = join(root, 'dist')
rmSync(outDir, { recursive: true, force: true })
await Promise.all([
  buildAssets({ outDir: join(outDir, 'assets') }),
  build({
    entryPoints: [join(root, 'src', 'app', 'main.ts')],
    outfile: join(outDir, 'throughline.js'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.json': 'json' },
    sourcemap: true,
    logLevel: 'warning',
  }),
])
