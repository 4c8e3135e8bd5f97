import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyOfPrograms } from './embeddedPrograms.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-programs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A package of programs at a version, as npm puts it in place of the one before. */
function install(version: string): string {
  const native = join(folder, 'package', 'native')
  mkdirSync(join(native, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify({ version }))
  writeFileSync(join(native, 'bin', 'postgres'), version)
  return native
}

test('a newer server is not taken for the one that was copied before', () => {
  const copies = join(folder, 'programs')
  for (const version of ['18.4.0', '18.5.0']) {
    const copy = copyOfPrograms(install(version), copies)
    expect(readFileSync(join(copy, 'bin', 'postgres'), 'utf8')).toBe(version)
  }
})

test('a copy that was cut off is never trusted, and none is left beside the whole one', () => {
  const copies = join(folder, 'programs')
  mkdirSync(join(copies, `18.4.0.${process.pid}`), { recursive: true })
  const copy = copyOfPrograms(install('18.4.0'), copies)
  expect(existsSync(join(copy, 'bin', 'postgres'))).toBe(true)
  expect(readdirSync(copies)).toEqual(['18.4.0'])
})
