/** `npm start`: sets up what is missing and starts the service. */
process.argv.splice(2, 0, 'start')
await import('./throughline.mjs')
