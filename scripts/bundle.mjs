/** How the program's sources become one file that the pinned Node runs. Packages stay in node_modules. */
import { build } from 'esbuild'

export function bundle(entry, outfile) {
  return build({
    entryPoints: [entry],
    outfile,
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
  })
}
