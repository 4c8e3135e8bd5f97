import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startScanner, type TestScanner } from './clamd.testkit.ts'
import { scanForViruses } from './clamd.ts'

let scanner: TestScanner

beforeAll(async () => {
  scanner = await startScanner()
})
beforeEach(() => {
  scanner.received = []
  scanner.says = undefined
  scanner.isSilent = false
})
afterAll(() => scanner.close())

test('a file is clean or infected as the scanner says', async () => {
  expect(await scanForViruses(scanner.address, Buffer.from('a letter'))).toEqual({ state: 'clean' })
  expect(await scanForViruses(scanner.address, Buffer.from('a VIRUS'))).toEqual({
    state: 'infected',
    signature: 'Test-Signature',
  })
})

test('the scanner hears every byte, however many pieces it takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 500 }),
      fc.integer({ min: 1, max: 700 }),
      async (some, times) => {
        const bytes = Buffer.concat(Array.from({ length: times }, () => some))
        scanner.received = []
        await scanForViruses(scanner.address, bytes)
        expect(scanner.received[0]?.equals(bytes)).toBe(true)
      },
    ),
    { numRuns: 25 },
  )
})

test('nothing is said to be clean that was not scanned', async () => {
  const scan = (address: string | undefined, patience?: number) =>
    scanForViruses(address, Buffer.from('a letter'), patience)
  expect(await scan(undefined)).toEqual({ state: 'not-scanned', why: 'no virus scanner is set up' })
  expect(await scan('127.0.0.1:1')).toMatchObject({ why: 'the virus scanner could not be reached' })
  expect(await scan('/nowhere/clamd.sock')).toMatchObject({ why: 'the virus scanner could not be reached' })
  scanner.says = 'INSTREAM size limit exceeded. ERROR'
  expect(await scan(scanner.address)).toMatchObject({ why: 'it is too large for the virus scanner' })
  scanner.says = 'UNKNOWN COMMAND'
  expect(await scan(scanner.address)).toMatchObject({ state: 'not-scanned' })
  scanner.says = ''
  expect(await scan(scanner.address)).toMatchObject({ state: 'not-scanned' })
  scanner.isSilent = true
  expect(await scan(scanner.address, 50)).toMatchObject({ why: 'the virus scanner did not answer in time' })
})

test('the scanner can listen on a socket of the same computer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scanner-'))
  const local = await startScanner(join(folder, 'clamd.sock'))
  expect(await scanForViruses(local.address, Buffer.from('VIRUS'))).toMatchObject({ state: 'infected' })
  await local.close()
  rmSync(folder, { recursive: true })
})
