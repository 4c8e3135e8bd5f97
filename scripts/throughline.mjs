#!/usr/bin/env node
/** The one program, for whoever runs the service: sets up what is missing, then hands over. */
import { join } from 'node:path'
import { build, install, root, runPinned } from './setUp.mjs'

install()
build()
runPinned(['--enable-source-maps', join(root, 'dist', 'throughline.js'), ...process.argv.slice(2)])
