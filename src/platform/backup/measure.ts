import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

const newLine = 0x0a

/** Passes rows through as they are, and measures them: how many (COPY ends each with a line break), and their hash. */
export function measureRows(): { through: Transform; measured(): { rows: number; sha256: string } } {
  const hash = createHash('sha256')
  let rows = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      for (let at = chunk.indexOf(newLine); at >= 0; at = chunk.indexOf(newLine, at + 1)) rows += 1
      done(null, chunk)
    },
  })
  return { through, measured: () => ({ rows, sha256: hash.digest('hex') }) }
}
