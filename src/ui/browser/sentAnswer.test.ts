import { describe, expect, it } from 'vitest'
import { judge } from './sentAnswer.ts'
import { entriesToKeep } from './unsent.ts'

const html = 'text/html; charset=utf-8'
const json = 'application/json; charset=utf-8'
const withForm = '<main id="main-content"><input name="_once"></main>'

describe('the answer to a form that a script sent', () => {
  it.each([
    ['where to go', { status: 200, type: json, body: '{"to":"/children"}' }, 'leads'],
    [
      'an address elsewhere',
      { status: 200, type: json, body: '{"to":"https://else.example"}' },
      'unreachable',
    ],
    [
      'an address elsewhere in disguise',
      { status: 200, type: json, body: '{"to":"//else.example"}' },
      'unreachable',
    ],
    ['another disguise', { status: 200, type: json, body: '{"to":"/\\\\else.example"}' }, 'unreachable'],
    ['the form with mistakes', { status: 422, type: html, body: withForm }, 'page'],
    ['the form with a collision', { status: 409, type: html, body: withForm }, 'page'],
    [
      'too large: no form to go on with',
      { status: 422, type: html, body: '<main id="main-content">' },
      'refused',
    ],
    ['not permitted', { status: 403, type: html, body: withForm }, 'refused'],
    ['a fault of ours', { status: 500, type: html, body: '<main id="main-content">' }, 'refused'],
    ['the database is starting', { status: 503, type: html, body: withForm }, 'unreachable'],
    ['a proxy without the program behind it', { status: 502, type: html, body: '' }, 'unreachable'],
    [
      'the page of a café’s line',
      { status: 200, type: html, body: '<h1>Log in to Wi-Fi</h1>' },
      'unreachable',
    ],
  ])('%s', (_name, answer, kind) => {
    expect(judge(answer).kind).toBe(kind)
  })
})

describe('what a tab keeps of a form', () => {
  it('is everything but the token of the session', () => {
    const entries = [
      ['_csrf', 'a'],
      ['_once', 'b'],
      ['text', 'Rang.'],
    ] as const
    expect(entriesToKeep(entries)).toEqual([
      ['_once', 'b'],
      ['text', 'Rang.'],
    ])
  })

  it('is nothing where there is a file: it could not be put back', () => {
    expect(entriesToKeep([['file', new File(['x'], 'x.csv')]])).toBeUndefined()
    expect(entriesToKeep([['file', new File([], '')]])).toEqual([])
  })
})
