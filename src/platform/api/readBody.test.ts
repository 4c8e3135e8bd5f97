import { expect, test } from 'vitest'
import { z } from 'zod'
import { pointerTo, readBody } from './readBody.ts'

const schema = z.strictObject({ name: z.string('Name: must be text') }, 'Send an object')
const wrong = (json: unknown) => {
  const read = readBody(schema, json)
  return read.ok ? [] : read.reason
}

test('every field that is wrong is named by a pointer, with what to do', () => {
  expect(wrong({ name: 7 })).toEqual([{ pointer: '#/name', detail: 'Name: must be text' }])
  expect(wrong({ name: 'Ann', nmae: 'Ann' })).toEqual([
    { pointer: '#/nmae', detail: 'There is no field of this name. Check how it is spelled' },
  ])
})

test('what is no object at all is wrong as a whole', () => {
  for (const json of [null, undefined, 'text', 7, []])
    expect(wrong(json)).toEqual([{ pointer: '#', detail: 'Send an object' }])
})

test('names that are no good ones are held within the pointer', () => {
  expect(pointerTo(['a/b', 'c~d', 3])).toBe('#/a~1b/c~0d/3')
  expect(pointerTo(['ü "<'])).toBe('#/%C3%BC%20%22%3C')
  expect(pointerTo(['\ud800'])).toBe('#/%EF%BF%BD')
  expect(wrong(JSON.parse('{"name":"x","__proto__":1}'))).toMatchObject([{ pointer: '#/__proto__' }])
})
