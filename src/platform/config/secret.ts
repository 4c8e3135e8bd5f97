import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** One random secret per installation; every key that the program needs is derived from it by purpose. */
export type Secret = { derive(purpose: string): string }

/** Reads the installation's secret, or makes it on the first start. The file is readable by its owner only. */
export function openSecret(config: Pick<Config, 'secret' | 'dataFolder'>): Secret {
  const value = config.secret ?? secretFile(config.dataFolder)
  return { derive: purpose => createHmac('sha256', value).update(purpose).digest('base64url') }
}

function secretFile(dataFolder: string): string {
  const file = join(dataFolder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    try {
      writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
    } catch (fault) {
      // Another process made it between the look and the write: theirs holds.
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
  return readFileSync(file, 'utf8').trim()
}
