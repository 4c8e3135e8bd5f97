import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { PhoneLink } from './PhoneLink.tsx'

test.each([
  ['07700 900 982', ['07700900982']],
  ['(01632) 960-123', ['01632960123']],
  ['+44 (0)1632 960 123', ['+441632960123']],
  ['Work 01632 960 123, home 07700 900982', ['01632960123', '07700900982']],
  ['ask at the school', []],
  ['07700 900 982 01632 960 123', []],
  ['01.02.2026', []],
  ['', []],
])('%s can be tapped as %j, and reads as it was typed', (phone, numbers) => {
  const html = renderToString(<PhoneLink phone={phone} />)
  expect([...html.matchAll(/href="tel:([^"]*)"/g)].map(([, number]) => number)).toEqual(numbers)
  expect(html.replace(/<[^>]*>/g, '')).toBe(phone)
})
