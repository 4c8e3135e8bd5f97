#!/usr/bin/env node
/**
 * The one program, for whoever runs the service: sets up what is missing, then hands over. Without source maps, which would take
 * 70 MB all the time: the bundle is not squeezed, so that the places in its faults can be read in it.
 */
import { join } from 'node:path'
import { build, install, root, runPinned } from './setUp.mjs'

install()
build()
runPinned([join(root, 'dist', 'throughline.js'), ...process.argv.slice(2)])
