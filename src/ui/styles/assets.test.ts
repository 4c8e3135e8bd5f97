import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type BuildAssets = (options: { outDir: string }) => Promise<Record<string, string>>

describe('the assets that a browser fetches', () => {
  let outDir: string
  let build: BuildAssets
  let manifest: Record<string, string>
  let css: string

  beforeAll(async () => {
    const builder: { buildAssets: BuildAssets } = await import(resolve('scripts/buildAssets.mjs'))
    build = builder.buildAssets
    outDir = mkdtempSync(join(tmpdir(), 'throughline-assets-'))
    manifest = await build({ outDir })
    css = readFileSync(join(outDir, manifest['main.css'] ?? ''), 'utf8')
  }, 30_000)
  afterAll(() => rmSync(outDir, { recursive: true }))

  it('are all there under the names in the manifest, each with its fingerprint', () => {
    expect(Object.keys(manifest)).toEqual(
      expect.arrayContaining([
        'main.css',
        'main.js',
        'own.css',
        'own.js',
        'favicon.svg',
        'fonts/atkinson-hyperlegible-next-latin.woff2',
      ]),
    )
    for (const file of Object.values(manifest)) {
      expect(existsSync(join(outDir, file))).toBe(true)
      expect(file).toMatch(/-[0-9A-Za-z]{8,10}\.\w+$/)
    }
  })

  it('refer to one another by those names, and to nobody else', () => {
    const references = [...css.matchAll(/url\(([^)]+)\)/g)].map(found => found[1] ?? '')
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) expect(existsSync(join(outDir, reference))).toBe(true)
    expect(references.filter(reference => reference.includes(':'))).toEqual([])
  })

  it('carry neither the Crown nor the typeface of GOV.UK', () => {
    expect(css.match(/GDS Transport|crown|crest/gi)).toBeNull()
  })

  it('keep their names when nothing has changed', async () => {
    expect(await build({ outDir })).toEqual(manifest)
  }, 30_000)

  it('are built again after a build that was cut short', async () => {
    rmSync(join(outDir, 'manifest.json'))
    expect(await build({ outDir })).toEqual(manifest)
  }, 30_000)

  it('are never built over somebody else’s files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-other-'))
    writeFileSync(join(folder, 'thesis.txt'), 'x')
    await expect(build({ outDir: folder })).rejects.toThrow('holds other files')
    expect(existsSync(join(folder, 'thesis.txt'))).toBe(true)
    rmSync(folder, { recursive: true })
  })
})
