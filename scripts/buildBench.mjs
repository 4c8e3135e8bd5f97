/** Bundles the bench into dist/bench/bench.js. */
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { root } from './setUp.mjs'

await bundle(join(root, 'bench', 'bench.ts'), join(root, 'dist', 'bench', 'bench.js'))
