export { type Config, ConfigFault, readConfig } from './config.ts'
export { openSecret, type Secret } from './secret.ts'
