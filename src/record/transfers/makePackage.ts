import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Child } from '../children/index.ts'
import { type About, gatherPackage, withParts } from './gatherPackage.ts'
import { type PackagePart, packageSchema, type TransferPackage } from './package.ts'
import { mostBytes, newPassphrase, sealFile } from './packageFile.ts'
import { insertTransfer } from './transferQueries.ts'
import { writePage } from './writePage.tsx'

export type Making = About & {
  serviceId: string
  /** Who there has been told that it comes. */
  told: string
  parts: readonly PackagePart[]
  by: string
}

/** A package that lies ready for its maker, and the passphrase that is nowhere else. */
export type MadePackage = { transferId: string; passphrase: string; it: TransferPackage }

/** Makes a package of a child's record, and writes down that it was made. */
export async function makePackage(
  tx: Work,
  child: Child,
  making: Making,
): Promise<Result<MadePackage, 'too-large'>> {
  const { serviceId, told, parts, by, ...about } = making
  const it = withParts(await gatherPackage(tx, child, about), parts)
  const passphrase = newPassphrase()
  const file = await sealFile({ json: JSON.stringify(it), html: writePage(it) }, passphrase)
  // What the other service would refuse is not made.
  if (file.length > mostBytes || !packageSchema.safeParse(it).success) return refused('too-large')
  const day = dayInUk(about.at)
  const hash = createHash('sha256').update(file).digest()
  const transferId = await insertTransfer(tx, {
    ...{ serviceId, childId: child.childId, toService: it.to, told, reason: it.reason, parts: [...parts] },
    notesLeftOut: parts.includes('notes') ? about.leaveOut.length : 0,
    fileName: `record-${day}-${hash.toString('hex').slice(0, 8)}.throughline`,
    ...{ hash, file, by, at: about.at },
  })
  return ok({ transferId, passphrase, it })
}
