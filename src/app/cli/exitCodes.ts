/** What the program's exit codes mean, for scripts; listed in docs/running.md. */
export const exitCodes = {
  good: 0,
  /** A fault of ours. */
  fault: 1,
  /** The words of the command, or a setting, cannot be used. */
  usage: 2,
  /** Done in part: some rows failed, some checks found something. */
  found: 3,
  /** Something that is needed is not there: the port, the database, the file. */
  unavailable: 4,
} as const
