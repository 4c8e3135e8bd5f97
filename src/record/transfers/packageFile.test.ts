import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DeriveKey, newPassphrase, openFile, sealFile, tidyPassphrase } from './packageFile.ts'

/** Made at once: scrypt is slow on purpose, and these tests make hundreds of keys. */
const quick: DeriveKey = async (passphrase, salt) =>
  createHash('sha256').update(tidyPassphrase(passphrase)).update(salt).digest()

/** Whatever people write, half characters excepted: those no text in the database has. */
const anyText = fc.string({ unit: 'binary' }).filter(text => text.isWellFormed())

describe('a sealed file', () => {
  it('opens to what was put in it, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (json, html) => {
        const passphrase = newPassphrase()
        const opened = await openFile(await sealFile({ json, html }, passphrase, quick), passphrase, quick)
        expect(opened).toEqual({ ok: true, value: { json, html } })
      }),
    )
  })

  const contents = { json: '{"a":"שלום"}', html: '<p>مرحبا</p>' }
  const passphrase = 'ABCD-EFGH-JKMN-PQRS-TVWX'
  let file: Buffer
  beforeAll(async () => {
    file = await sealFile(contents, passphrase, quick)
  })

  it('is refused with a flipped bit in any byte', async () => {
    // Each byte of the head in turn, and any bit of the rest.
    for (let at = 0; at < file.length; at++) {
      const flipped = Buffer.from(file)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      expect((await openFile(flipped, passphrase, quick)).ok, `byte ${at}`).toBe(false)
    }
  })

  it('is refused when it is cut off anywhere, or something follows it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), async length => {
        expect((await openFile(file.subarray(0, length), passphrase, quick)).ok).toBe(false)
      }),
    )
    expect((await openFile(Buffer.concat([file, Buffer.from([0])]), passphrase, quick)).ok).toBe(false)
  })

  it('says the same of a wrong passphrase and of damage', async () => {
    const sealed = await sealFile(contents, passphrase)
    expect(await openFile(sealed, passphrase)).toEqual({ ok: true, value: contents })
    const damaged = Buffer.from(sealed)
    damaged[60] = (damaged[60] ?? 0) ^ 1
    expect(await openFile(sealed, 'ABCD-EFGH-JKMN-PQRS-TVWY')).toEqual(await openFile(damaged, passphrase))
  })

  it('never does more work than our own files ask for', async () => {
    const costly = Buffer.from(file)
    costly[9] = 30
    expect(await openFile(costly, passphrase, quick)).toEqual({ ok: false, reason: 'does-not-open' })
  })

  it('opens with a passphrase as it is typed after a call', async () => {
    expect((await openFile(file, ' abcd efgh jkmn pqrs tvwx', quick)).ok).toBe(true)
    expect(tidyPassphrase('o1l-i')).toBe('0111')
  })
})

it('makes passphrases of five groups of four that differ', () => {
  const made = Array.from({ length: 50 }, newPassphrase)
  expect(new Set(made).size).toBe(50)
  for (const each of made) expect(each).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
})
