/** Runs one of the scripts on the pinned Node: node scripts/runPinned.mjs scripts/generateSchema.ts */
import { install, runPinned } from './setUp.mjs'

install()
runPinned(process.argv.slice(2))
