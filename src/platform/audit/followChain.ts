import { createHash } from 'node:crypto'
import type { Secret } from '../config/index.ts'
import type { Head } from './keptHeads.ts'
import { isSignedBy, type Seal } from './seal.ts'

/** What verifying found wrong. Positions are places in the chain; events are numbers of rows of audit_event. */
export type AuditFault =
  /** The content of a row is not what was written. */
  | { kind: 'changed'; event: number; position: number; row: string; at: string }
  /** A row is gone, its place in the chain is still there. */
  | { kind: 'removed'; event: number; position: number }
  /** Places in the chain are gone, and what stood there with them. */
  | { kind: 'links-removed'; from: number; to: number }
  /** A row was slipped in afterwards. */
  | { kind: 'inserted'; event: number; row: string; at: string; why: string }
  /** Rows and their hashes, or the chain itself, were rewritten somewhere between two places. */
  | { kind: 'chain-altered'; from: number; to: number; firstEvent: number; lastEvent: number }
  /** A seal does not bear this installation's signature. */
  | { kind: 'seal-wrong'; position: number }
  /** The end of the chain has lost its seal. */
  | { kind: 'seal-removed'; position: number }
  /** The chain was sealed further than it now reaches. */
  | { kind: 'truncated'; position: number; sealed: number }

/** An event, with its hash as it stands in the row and as worked out anew; hexadecimal. */
export type ReadEvent = {
  id: number
  hash: string
  contentHash: string
  transaction: string
  at: string
  /** Of which table and key it tells. */
  row: string
}

/** A place in the chain, in the order of positions, with what belongs to it as far as it is there. */
export type ReadLink = {
  position: number
  eventId: number
  hash: string
  event: ReadEvent | undefined
  seal: (Seal & { signature: string }) | undefined
}

/** An event dated so long before a seal that lacks it was not written by a transaction: none stays open for a day. */
const longestTransactionHours = 24

const sha256 = (...parts: string[]) =>
  parts.reduce((hash, part) => hash.update(Buffer.from(part, 'hex')), createHash('sha256')).digest('hex')

/** With a wrong secret every seal is a fault: the first ones say enough. */
const faultsKept = 1_000

/** What following a chain to its end found; `faultCount` counts those beyond the kept ones too. */
export type Followed = {
  faults: AuditFault[]
  faultCount: number
  links: number
  head: Head | undefined
  lastSeal: Seal | undefined
}

/**
 * Follows one service's chain. Give it the links in order, one by one, then the events and seals that have no link; it
 * remembers only the last of each, so a chain may be of any length.
 */
export function followChain(serviceId: string, secret: Secret, keptHead?: Head) {
  const faults: AuditFault[] = []
  let faultCount = 0
  let links = 0
  let head = { position: 0, hash: createHash('sha256').update(serviceId).digest('hex'), event: 0 }
  let lastSeal: Seal | undefined
  /** Where the stretch that the next seal closes begins, and whether something in it is known to be rewritten. */
  let stretch = { from: 1, firstEvent: 0, isAltered: false }
  /** Events since the last seal that come too late, unless the next seal was made on another server. */
  let late: AuditFault[] = []

  const find = (fault: AuditFault) => {
    faultCount += 1
    if (faults.length < faultsKept) faults.push(fault)
  }

  const checkSeal = (seal: Seal & { signature: string }, hash: string, eventId: number) => {
    if (!isSignedBy(seal, seal.signature, secret)) {
      find({ kind: 'seal-wrong', position: seal.position })
    } else if (seal.hash !== hash && !stretch.isAltered) {
      const { from, firstEvent } = stretch
      find({ kind: 'chain-altered', from, to: seal.position, firstEvent, lastEvent: eventId })
    }
    if (!lastSeal || lastSeal.server === seal.server) for (const fault of late) find(fault)
    late = []
    lastSeal = seal
  }

  return {
    follow(link: ReadLink): void {
      const { position, hash, event, eventId, seal } = link
      links += 1
      if (stretch.firstEvent === 0) stretch.firstEvent = eventId
      if (position !== head.position + 1) {
        find({ kind: 'links-removed', from: head.position + 1, to: position - 1 })
      } else if (event && sha256(head.hash, event.hash) !== hash) {
        // Unless a seal vouches for the link before, that one may be what was rewritten.
        const isVouchedFor = head.position === 0 || lastSeal?.position === head.position
        const [from, firstEvent] = isVouchedFor ? [position, eventId] : [head.position, head.event]
        find({ kind: 'chain-altered', from, to: position, firstEvent, lastEvent: eventId })
        stretch.isAltered = true
      }
      if (!event) find({ kind: 'removed', event: eventId, position })
      else if (event.contentHash !== event.hash)
        find({ kind: 'changed', event: event.id, position, row: event.row, at: event.at })
      const why = event && lastSeal && lateness(event, lastSeal)
      if (event && why && late.length < faultsKept) late.push(inserted(event, why))
      if (keptHead?.position === position && keptHead.hash !== hash && !stretch.isAltered) {
        find({ kind: 'chain-altered', from: 1, to: position, firstEvent: 0, lastEvent: eventId })
        stretch.isAltered = true
      }
      head = { position, hash, event: eventId }
      if (seal) {
        checkSeal(seal, hash, eventId)
        stretch = { from: position + 1, firstEvent: 0, isAltered: false }
      }
    },
    /** Judges an event that is not in the chain; `here` is the server, and `next` its next transaction. */
    judgeUnlinked(event: ReadEvent, here: string, next: string): void {
      if (event.contentHash !== event.hash) find(inserted(event, 'its hash is not that of its content'))
      else if (lastSeal?.server === here) {
        const isOfTheFuture = BigInt(event.transaction) >= BigInt(next)
        const why = isOfTheFuture ? 'its transaction has not happened yet' : lateness(event, lastSeal)
        if (why) find(inserted(event, why))
      }
    },
    /** Judges a seal at a place that the chain does not have. */
    judgeLooseSeal(seal: Seal & { signature: string }): void {
      if (!isSignedBy(seal, seal.signature, secret)) find({ kind: 'seal-wrong', position: seal.position })
      else if (seal.position > head.position)
        find({ kind: 'truncated', position: head.position, sealed: seal.position })
    },
    end(): Followed {
      for (const fault of late) find(fault)
      // Links and their seal are written together, so the last link always has one.
      if (links > 0 && lastSeal?.position !== head.position)
        find({ kind: 'seal-removed', position: head.position })
      if (keptHead && keptHead.position > head.position)
        find({ kind: 'truncated', position: head.position, sealed: keptHead.position })
      const { position, hash } = head
      return { faults, faultCount, links, head: links > 0 ? { position, hash } : undefined, lastSeal }
    },
  }
}

function inserted(event: ReadEvent, why: string): AuditFault {
  return { kind: 'inserted', event: event.id, row: event.row, at: event.at, why }
}

/** Why an event that a seal lacks should have been in it; undefined when it may well have come later. */
function lateness(event: ReadEvent, seal: Seal): string | undefined {
  if (BigInt(event.transaction) < BigInt(seal.horizon))
    return 'its transaction had ended before the chain was sealed without it'
  const sealedFor = seal.sealedAt.epochMilliseconds - Temporal.Instant.from(event.at).epochMilliseconds
  return sealedFor > longestTransactionHours * 3_600_000
    ? 'it is dated long before the chain was sealed without it'
    : undefined
}
