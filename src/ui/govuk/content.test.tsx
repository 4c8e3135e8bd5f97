import { describe, expect, it } from 'vitest'
import { contentOf, isGiven, isPresent, isWords, optionsOf } from './content.ts'

describe('words', () => {
  it.each([['text'], [7], [0], [['Child ', 7]], [['Child', null, false]], [[['a'], 'b']]])('%j', content =>
    expect(isWords(content)).toBe(true),
  )
  it.each([[<b>text</b>], [['Child ', <b>7</b>]], [null], [undefined], [true]])('not %j', content =>
    expect(isWords(content)).toBe(false),
  )
})

describe('something to show', () => {
  it.each([['text'], [0], [<b />], [[null, 'a']]])('%j', content => expect(isPresent(content)).toBe(true))
  it.each([[''], [null], [undefined], [false], [true], [[]], [[null, '']]])('not %j', content =>
    expect(isPresent(content)).toBe(false),
  )
})

describe('a part of a component', () => {
  it('is its content in the short form', () => {
    const part = <b>Name</b>
    expect(contentOf(part)).toBe(part)
    expect(optionsOf(part)).toBeUndefined()
    expect(optionsOf('text')).toBeUndefined()
    expect(optionsOf(['a', 'text'])).toBeUndefined()
  })

  it('has its content and its options in the long form', () => {
    const part = { text: 'Name', isPageHeading: true }
    expect(contentOf(part)).toBe('Name')
    expect(optionsOf(part)?.isPageHeading).toBe(true)
  })

  it('is not given when its content is empty in either form', () => {
    expect(isGiven('')).toBe(false)
    expect(isGiven({ text: '', classes: 'a' })).toBe(false)
    expect(isGiven({ text: 'Name' })).toBe(true)
  })
})
