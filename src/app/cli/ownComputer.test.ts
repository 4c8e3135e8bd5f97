import { expect, test } from 'vitest'
import { readConfig } from '../../platform/config/index.ts'
import { isForOwnComputer } from './ownComputer.ts'

test.each([
  ['nothing is set', {}, true],
  ['it listens on this computer', { HOST: '127.0.0.1', THROUGHLINE_URL: 'http://localhost:3000' }, true],
  ['it listens for everybody', { HOST: '0.0.0.0' }, false],
  ['it has an address that others type', { THROUGHLINE_URL: 'https://throughline.example' }, false],
  ['its database stands on a server', { DATABASE_URL: 'postgres://owner@server/throughline' }, false],
])('where %s, the demonstration fills it unasked: %o %s', (_where, settings, expected) => {
  expect(isForOwnComputer(readConfig(settings))).toBe(expected)
})
