import { CommanderError } from 'commander'
import { PracticeFault } from '../../engine/packs/index.ts'
import { BackupFault } from '../../platform/backup/index.ts'
import { ConfigFault } from '../../platform/config/index.ts'
import { EmbeddedPostgresFault, MigrationFault, SecretFault } from '../../platform/database/index.ts'
import { exitCodes } from './exitCodes.ts'
import { CommandFault } from './io.ts'

/**
 * What a fault means for whoever typed the command, and the exit code.
 * @returns undefined for a fault of ours, whose place in the program is what helps
 */
export function describeFault(fault: unknown): { text: string; code: number } | undefined {
  if (fault instanceof CommanderError) {
    // Commander has said it already; asking for help is no fault.
    return { text: '', code: fault.exitCode === 0 ? exitCodes.good : exitCodes.usage }
  }
  if (fault instanceof CommandFault) return { text: fault.message, code: fault.code }
  if (fault instanceof ConfigFault) return { text: fault.message, code: exitCodes.usage }
  if (fault instanceof SecretFault) return { text: fault.message, code: exitCodes.usage }
  if (fault instanceof BackupFault) return { text: fault.message, code: exitCodes.usage }
  if (fault instanceof PracticeFault) return { text: fault.message, code: exitCodes.fault }
  if (fault instanceof MigrationFault) return { text: fault.message, code: exitCodes.fault }
  if (fault instanceof EmbeddedPostgresFault) return { text: fault.message, code: exitCodes.unavailable }
  const text = databaseFault(fault)
  return text === undefined ? undefined : { text, code: exitCodes.unavailable }
}

/** What stands in the way of reaching a database or a file, in words. */
function databaseFault(fault: unknown): string | undefined {
  const { code, message, path, errors } = fault as {
    code?: string
    message?: string
    path?: string
    errors?: unknown[]
  }
  if (errors?.[0]) return databaseFault(errors[0])
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `The database cannot be reached (${code}). Is it running, and is DATABASE_URL right?`
    case '28P01':
    case '28000':
      return 'The database does not let us in. The user or the password in DATABASE_URL is wrong, or the installation’s secret is not the one that the database was made with.'
    case '3D000':
      return `The database server has no such database: ${message}. Make it first: see docs/running.md.`
    case '42501':
      return `The database’s owner lacks a right: ${message}. See docs/running.md for the roles.`
    case '57P03':
      return 'The database is starting or stopping. Try again in a moment.'
    case 'ENOENT':
    case 'ENOTDIR':
      return `${path ?? 'A file'} is not there, or its folder is not (${code}).`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOSPC':
      return `${path ?? 'A file'} cannot be written (${code}).`
    default:
      return undefined
  }
}
