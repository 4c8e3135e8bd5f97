import type { Config } from '../../platform/config/index.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]', '::1']

/**
 * Whether nobody else can reach the service: it listens on this computer only, is spoken of as this computer, and has
 * a database of its own. Only such a one is filled with the demonstration unasked, since everybody knows its password.
 */
export function isForOwnComputer(config: Pick<Config, 'host' | 'publicUrl' | 'databaseUrl'>): boolean {
  const { hostname } = new URL(config.publicUrl)
  return config.databaseUrl === undefined && loopback.includes(config.host) && loopback.includes(hostname)
}
