import { hash, verify } from '@node-rs/argon2'

/** OWASP's Password Storage Cheat Sheet, Argon2id: 19 MiB of memory, 2 passes, 1 lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Shorter passwords are guessed; the National Cyber Security Centre advises length over odd characters. */
const leastLength = 10

let common: Promise<ReadonlySet<string>> | undefined

/** The passwords that are guessed first: a long list, read when somebody sets a password, and kept. */
function readCommon(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  )
  return common
}

/** Hashes a password with Argon2id and a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), strength)
}

/** Verified against when there is no account, so that both cases take the same time. */
const nobodysHash = hashPassword('no account has this password')

/** Whether a password is the one that was hashed; an absent hash is never matched, and takes as long. */
export async function isPassword(password: string, hashed: string | null | undefined): Promise<boolean> {
  const matches = await verify(hashed ?? (await nobodysHash), password.normalize('NFKC'))
  return matches && hashed !== null && hashed !== undefined
}

/**
 * What is wrong with a new password, in words; undefined when nothing is.
 * @param own words of the person (name, e-mail address) that a guesser would try first
 */
export async function passwordFault(password: string, own: readonly string[]): Promise<string | undefined> {
  const lower = password.toLowerCase()
  if (password.length < leastLength)
    return `Your password must have at least ${leastLength} characters. Three words together are easy to remember`
  if (new Set(lower).size < 5) return 'Choose a password with more different characters'
  const guessedFirst = await readCommon()
  if (guessedFirst.has(lower) || guessedFirst.has(lower.replace(/[\d\W]+$/, ''))) {
    return 'This password is one of those that are guessed first. Choose another, such as three words together'
  }
  const names = own
    .flatMap(words => words.toLowerCase().split(/[^\p{L}\d]+/u))
    .filter(word => word.length >= 4)
  const squeeze = (words: string) => words.toLowerCase().replace(/[^\p{L}\d]/gu, '')
  const whole = own.map(squeeze).filter(words => words.length >= 4)
  if (names.some(name => lower.includes(name)) || whole.some(words => squeeze(password).includes(words)))
    return 'Choose a password that does not contain your name or your email address'
  return undefined
}
