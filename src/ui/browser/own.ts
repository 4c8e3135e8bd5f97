import { startReadingAloud } from './readAloud.ts'

// All that a page for a child or a parent runs. Nothing on it needs this.
startReadingAloud(document, window)
