import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  randomInt,
  type ScryptOptions,
  scrypt,
} from 'node:crypto'
import { ok, type Result, refused } from '../../kernel/result.ts'

/** No file is larger than this, in bytes, whichever way it goes. */
export const mostBytes = 20 * 1024 * 1024

const magic = Buffer.from('TLTRANS\n', 'latin1')
const fileVersion = 1
/** scrypt of version 1 (RFC 7914): N = 2¹⁵, r = 8, p = 1, which takes 32 MB for one try. */
const cost = { log2N: 15, r: 8, p: 1 } as const
const saltBytes = 16
const nonceBytes = 12
const tagBytes = 16
const headBytes = magic.length + 4 + saltBytes + nonceBytes

/** What a file holds: the package for programs, and the same as a page for people. */
export type Contents = { json: string; html: string }

/** Letters and figures that nobody mistakes for one another (Crockford’s base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 5
const inGroup = 4

/** A new passphrase: 20 characters by chance, 100 bits, such as `7K2M-Q9XD-…`. It is never stored. */
export function newPassphrase(): string {
  const group = () => Array.from({ length: inGroup }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** A passphrase as it is typed after a telephone call: any case, hyphens and blanks or none, O for 0, I and L for 1. */
export function tidyPassphrase(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
}

/** Makes the key of a file from its passphrase and its salt. */
export type DeriveKey = (passphrase: string, salt: Buffer) => Promise<Buffer>

const byScrypt: DeriveKey = (passphrase, salt) => {
  const options: ScryptOptions = { N: 2 ** cost.log2N, r: cost.r, p: cost.p, maxmem: 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(tidyPassphrase(passphrase), salt, 32, options, (fault, key) => {
      if (fault) reject(fault)
      else resolve(key)
    })
  })
}

/** Both texts in one, each after its length in bytes (32 bits, the highest byte first). */
function pack({ json, html }: Contents): Buffer {
  return Buffer.concat(
    [json, html].flatMap(text => {
      const bytes = Buffer.from(text, 'utf8')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )
}

function unpack(plain: Buffer): Contents | undefined {
  const texts: string[] = []
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let at = 0
  while (at < plain.length) {
    if (plain.length - at < 4) return undefined
    const length = plain.readUInt32BE(at)
    const end = at + 4 + length
    if (end > plain.length || texts.length === 2) return undefined
    try {
      texts.push(decoder.decode(plain.subarray(at + 4, end)))
    } catch {
      return undefined
    }
    at = end
  }
  const [json, html] = texts
  return json === undefined || html === undefined ? undefined : { json, html }
}

/** Encrypts a package under a passphrase: AES-256-GCM, with the whole head of the file authenticated. */
export async function sealFile(
  contents: Contents,
  passphrase: string,
  keyFrom: DeriveKey = byScrypt,
): Promise<Buffer> {
  const salt = randomBytes(saltBytes)
  const nonce = randomBytes(nonceBytes)
  const head = Buffer.concat([magic, Buffer.from([fileVersion, cost.log2N, cost.r, cost.p]), salt, nonce])
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, salt), nonce, {
    authTagLength: tagBytes,
  })
  cipher.setAAD(head)
  return Buffer.concat([head, cipher.update(pack(contents)), cipher.final(), cipher.getAuthTag()])
}

/** Why a file was not opened. A wrong passphrase and a damaged file cannot be told apart, and are not. */
export type FileFault = 'not-a-package' | 'other-version' | 'does-not-open'

/** Opens a file with its passphrase. Nothing of it is given out unless all of it is as it was sealed. */
export async function openFile(
  bytes: Buffer,
  passphrase: string,
  keyFrom: DeriveKey = byScrypt,
): Promise<Result<Contents, FileFault>> {
  if (!bytes.subarray(0, magic.length).equals(magic)) return refused('not-a-package')
  const [version, ...costs] = bytes.subarray(magic.length, magic.length + 4)
  if (version !== fileVersion) return refused('other-version')
  // Never more work than we do ourselves, whatever a file asks for.
  const isOurCost = costs[0] === cost.log2N && costs[1] === cost.r && costs[2] === cost.p
  if (bytes.length < headBytes + tagBytes || bytes.length > mostBytes || !isOurCost)
    return refused('does-not-open')
  const head = bytes.subarray(0, headBytes)
  const salt = head.subarray(magic.length + 4, magic.length + 4 + saltBytes)
  const nonce = head.subarray(headBytes - nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', await keyFrom(passphrase, salt), nonce, {
    authTagLength: tagBytes,
  })
  decipher.setAAD(head)
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  let plain: Buffer
  try {
    plain = Buffer.concat([decipher.update(bytes.subarray(headBytes, -tagBytes)), decipher.final()])
  } catch {
    return refused('does-not-open')
  }
  const contents = unpack(plain)
  return contents ? ok(contents) : refused('does-not-open')
}
