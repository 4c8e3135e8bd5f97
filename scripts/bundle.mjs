/**
 * How the program's sources become a file that the pinned Node runs, with a file beside it for each part that is read only when it is
 * needed. Packages stay in node_modules.
 */
import { basename, dirname } from 'node:path'
import { build } from 'esbuild'

export function bundle(entry, outfile) {
  return build({
    entryPoints: { [basename(outfile, '.js')]: entry },
    outdir: dirname(outfile),
    chunkNames: 'parts/[name]-[hash]',
    splitting: true,
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
