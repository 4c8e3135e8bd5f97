import type { Command } from 'commander'
import {
  type AuditReport,
  describeAuditFault,
  keptHeads,
  recordVerification,
  verifyAudit,
} from '../../platform/audit/index.ts'
import { inTransaction, openDatabase, openPool } from '../../platform/database/index.ts'
import { exitCodes } from './exitCodes.ts'
import { type Io, printResult, withExamples, withJson } from './io.ts'
import { withOwner } from './open.ts'

/** `throughline audit verify`: whether anybody has tampered with the record of who did what. */
export function addAudit(program: Command, io: Io): void {
  const command = program
    .command('audit')
    .summary('verify the audit')
    .command('verify')
    .description(
      'Works out the whole audit anew and names every row that was changed, removed or slipped in. Ends with 3 when there is one. Nobody has to stop working.',
    )
    .action(async (options: { json?: boolean }) => {
      process.exitCode = await withOwner(io, async ({ ownerUrl, secret, config }) => {
        const reports = await verifyAudit(ownerUrl, secret, keptHeads(config.dataFolder))
        await record(ownerUrl, reports)
        const services = reports.map(report => ({
          ...report,
          sealedAt: report.sealedAt?.toString() ?? null,
          head: report.head ?? null,
          faults: report.faults.map(fault => ({ ...fault, text: describeAuditFault(fault) })),
        }))
        printResult(io, options, { services }, reports.flatMap(describe))
        return reports.some(({ faultCount }) => faultCount > 0) ? exitCodes.found : exitCodes.good
      })
    })
  withExamples(withJson(command), 'throughline audit verify', 'throughline audit verify --json > audit.json')
}

function describe(report: AuditReport): string[] {
  const { serviceName, serviceId, events, unsealed, head, faults, faultCount } = report
  const more = faultCount - faults.length
  return [
    `${serviceName || serviceId}: ${events} events, ${unsealed} of them not sealed yet.`,
    ...(head ? [`  Sealed as far as place ${head.position}: ${head.hash}`] : []),
    ...(faultCount === 0 ? ['  Nothing was changed, removed or slipped in.'] : []),
    ...faults.map(fault => `  ${describeAuditFault(fault)}`),
    ...(more > 0 ? [`  … and ${more} more.`] : []),
  ]
}

async function record(ownerUrl: string, reports: readonly AuditReport[]): Promise<void> {
  const db = openDatabase(openPool(ownerUrl, 'audit verify', 1))
  try {
    for (const report of reports) {
      const { serviceId } = report
      await inTransaction(db, { serviceId, purpose: 'Verified the audit on the command line' }, tx =>
        recordVerification(tx, report),
      )
    }
  } finally {
    await db.destroy()
  }
}
