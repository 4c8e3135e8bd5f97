import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The head of a service's chain as it was when sealed; the hash is hexadecimal. */
export type Head = { position: number; hash: string }

const shape = z.record(z.string(), z.object({ position: z.number(), hash: z.string() }))

/** The last heads by service, kept in a file outside the database. */
export type KeptHeads = {
  read(): Record<string, Head>
  keep(heads: Record<string, Head>): void
}

/** The heads kept in a data folder. A file that cannot be read counts as none: the next sealing writes it anew. */
export function keptHeads(dataFolder: string): KeptHeads {
  const file = join(dataFolder, 'audit-heads.json')
  return {
    read() {
      try {
        return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return {}
      }
    },
    keep(heads) {
      mkdirSync(dataFolder, { recursive: true })
      const half = `${file}.${process.pid}`
      writeFileSync(half, `${JSON.stringify(heads, null, 2)}\n`, { mode: 0o600 })
      renameSync(half, file)
    },
  }
}
