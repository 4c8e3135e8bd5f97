/**
 * What every page runs. Each part looks for its own mark in the page and does nothing without it; no page
 * depends on any of them.
 */
import { startDrawingKeys } from './drawingKeys.ts'
import { startPrefetch } from './prefetch.ts'
import { startSearchKey } from './searchKey.ts'
import { startPage } from './startPage.ts'

// These listen to the whole document, whatever stands in it.
startSearchKey(document)
startDrawingKeys(document)
startPrefetch(document)
startPage(document)
