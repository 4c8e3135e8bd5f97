import type { AuditFault } from './followChain.ts'

/** What a fault means, in a sentence that names the rows. */
export function describeAuditFault(fault: AuditFault): string {
  switch (fault.kind) {
    case 'changed':
      return `Event ${fault.event} (${fault.row}, ${fault.at}) was changed after it was written.`
    case 'removed':
      return `Event ${fault.event} was removed: its place in the chain, ${fault.position}, is still there.`
    case 'links-removed':
      return fault.from === fault.to
        ? `Place ${fault.from} of the chain was removed, and the event there may be too.`
        : `Places ${fault.from} to ${fault.to} of the chain were removed, and the events there may be too.`
    case 'inserted':
      return `Event ${fault.event} (${fault.row}, ${fault.at}) was slipped in: ${fault.why}.`
    case 'chain-altered':
      return fault.from === fault.to
        ? `Event ${fault.lastEvent}, or its place in the chain (${fault.to}), was rewritten.`
        : `Something from event ${fault.firstEvent} to event ${fault.lastEvent} was rewritten, with the chain from place ${fault.from} to ${fault.to}.`
    case 'seal-wrong':
      return `The seal at place ${fault.position} was not made with this installation's secret.`
    case 'seal-removed':
      return `The seal at the end of the chain, place ${fault.position}, was removed.`
    case 'truncated':
      return `The chain was sealed as far as place ${fault.sealed} and now ends at ${fault.position}: what came after was removed.`
  }
}
