import { describe, expect, it } from 'vitest'
import { attributesFrom, firstDifference } from './html.testkit.ts'

describe('two pieces of HTML mean the same', () => {
  it.each([
    ['whatever the order of attributes', '<a href="/" id="a">x</a>', '<a id="a" href="/">x</a>'],
    ['whatever the order of classes', '<p class="a b">x</p>', '<p class="b  a">x</p>'],
    ['however boxes are set out', '<div>\n  <p>\n a  b\n</p>\n</div>', '<div><p>a b</p></div>'],
    ['however a truth is written', '<input disabled="">', '<input disabled>'],
    ['whichever tag a space stands beside', '<p><b>a </b><i>b</i></p>', '<p><b>a</b> <i>b</i></p>'],
  ])('%s', (_, one, other) => expect(firstDifference(one, other)).toBeNull())
})

describe('two pieces of HTML differ', () => {
  it.each([
    ['in a word', '<p>one</p>', '<p>two</p>'],
    ['in a space between words', '<p><b>a</b> b</p>', '<p><b>a</b>b</p>'],
    ['in an attribute', '<p id="a">x</p>', '<p id="b">x</p>'],
    ['in a space within an attribute', '<p title="a b">x</p>', '<p title="a  b">x</p>'],
    ['in a class', '<p class="a">x</p>', '<p class="a b">x</p>'],
    ['in a tag', '<b>x</b>', '<strong>x</strong>'],
    ['in nesting', '<div><p>x</p></div><hr>', '<div><p>x</p><hr></div>'],
    ['in something more', '<p>x</p>', '<p>x</p><p>y</p>'],
    ['in the lines of an answer', '<textarea>a\nb</textarea>', '<textarea>a b</textarea>'],
  ])('%s', (_, one, other) => {
    expect(firstDifference(one, other)).not.toBeNull()
    expect(firstDifference(other, one)).not.toBeNull()
  })

  it('and the first difference is shown with what stands before it', () => {
    expect(firstDifference('<div><p>a</p><p>b</p></div>', '<div><p>a</p><p>c</p></div>')).toBe(
      ['    <div>', '      <p>', '        "a"', '      <p>', '  -     "b"', '  +     "c"'].join('\n'),
    )
  })
})

it('attributes written as one string are read by name', () => {
  expect(attributesFrom(' data-a="1 &amp; 2" hidden')).toEqual({ 'data-a': '1 & 2', hidden: '' })
})
