import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** How every key begins, so that people and scanners for leaked secrets know one. */
export const keyPrefix = 'throughline_'

const figures = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** So many figures hold 32 bytes, and so many a checksum of 32 bits. */
const secretLength = 43
const checksumLength = 6
const form = new RegExp(`^${keyPrefix}([0-9A-Za-z]{${secretLength}})([0-9A-Za-z]{${checksumLength}})$`)

/** A new key: the prefix, 256 random bits, and a checksum by which a scanner tells a key from what looks like one. */
export function newKeyText(): string {
  const secret = write(BigInt(`0x${randomBytes(32).toString('hex')}`), secretLength)
  return `${keyPrefix}${secret}${checksumOf(secret)}`
}

/** Whether a text can be a key: the right form, and the checksum fits. What cannot be is never looked up. */
export function isKeyText(text: string): boolean {
  const [, secret, checksum] = form.exec(text) ?? []
  return secret !== undefined && checksumOf(secret) === checksum
}

/** The first characters, by which people tell one key from another: too few to be of use to anybody else. */
export function beginningOf(key: string): string {
  return key.slice(0, keyPrefix.length + 4)
}

/** CRC-32 (ISO-HDLC) of the secret's characters. */
function checksumOf(secret: string): string {
  return write(BigInt(crc32(secret)), checksumLength)
}

/** A number in base 62, with noughts in front. */
function write(number: bigint, length: number): string {
  let text = ''
  for (let left = number; left > 0n; left /= 62n) text = (figures[Number(left % 62n)] ?? '') + text
  return text.padStart(length, '0')
}
