import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { createElement, Fragment, type VNode } from 'preact'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Elements that stand as boxes of their own, so that white space beside their tags is not rendered. */
const boxes = new Set(
  `address article aside blockquote body br button caption dd details div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr img input label legend li main nav ol optgroup option p pre section select
  summary svg table tbody td template textarea tfoot th thead title tr ul`.split(/\s+/),
)
const keepsWhiteSpace = new Set(['pre', 'textarea'])
const edgeSpace = /^[\t\n\f\r ]+|[\t\n\f\r ]+$/g
const anySpace = /[\t\n\f\r ]+/g

/**
 * Writes HTML one node a line in a form that is the same for HTML that means the same: attributes
 * and class names sorted, white space collapsed as a browser would, everything else exact.
 */
export function normalised(html: string): string[] {
  const lines: string[] = []
  let atStart = true
  let spaceWaits = false

  function breakLine() {
    atStart = true
    spaceWaits = false
  }

  function writeText(text: string, indent: string) {
    const words = text.replace(edgeSpace, '').replace(anySpace, ' ')
    if (!words) {
      spaceWaits ||= text !== ''
      return
    }
    const spaced = !atStart && (spaceWaits || /^[\t\n\f\r ]/.test(text))
    lines.push(indent + JSON.stringify(spaced ? ` ${words}` : words))
    atStart = false
    spaceWaits = /[\t\n\f\r ]$/.test(text)
  }

  function write(node: Node, indent: string) {
    if (node.nodeName === '#text' && 'value' in node) writeText(node.value, indent)
    if (node.nodeName === '#comment' && 'data' in node) lines.push(`${indent}<!--${node.data}-->`)
    if (!('tagName' in node)) return
    const isBox = boxes.has(node.tagName)
    if (isBox) breakLine()
    lines.push(`${indent}<${[node.tagName, ...attributesOf(node)].join(' ')}>`)
    if (keepsWhiteSpace.has(node.tagName)) lines.push(`${indent}  ${JSON.stringify(textOf(node))}`)
    else for (const child of node.childNodes) write(child, `${indent}  `)
    if (isBox) breakLine()
  }

  for (const node of parseFragment(html).childNodes) write(node, '')
  return lines
}

/** Where two pieces of HTML first differ, with the lines before it, or null when they mean the same. */
export function firstDifference(expected: string, actual: string): string | null {
  const wanted = normalised(expected)
  const got = normalised(actual)
  const length = Math.max(wanted.length, got.length)
  for (let line = 0; line < length; line++) {
    if (wanted[line] !== got[line]) {
      const before = wanted.slice(Math.max(0, line - 4), line).map(text => `    ${text}`)
      const ending = '(nothing more)'
      return [...before, `  - ${wanted[line] ?? ending}`, `  + ${got[line] ?? ending}`].join('\n')
    }
  }
  return null
}

/** Turns a string of HTML into elements, as a page of ours would have written them. */
export function elementsFrom(html: string): VNode {
  return createElement(Fragment, null, parseFragment(html).childNodes.map(elementFrom))
}

/** Reads attributes written as one string (` data-a="1" hidden`) into names and values. */
export function attributesFrom(text: string): Record<string, string> {
  const element = parseFragment(`<div ${text}></div>`).childNodes[0]
  if (!element || !('attrs' in element)) throw new Error(`Not attributes: ${text}`)
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))
}

function elementFrom(node: Node): VNode | string | null {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (!('tagName' in node)) return null
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return createElement(node.tagName, attributes, ...node.childNodes.map(elementFrom))
}

function attributesOf(element: Element): string[] {
  return element.attrs
    .map(({ name, value }) => {
      const shown = name === 'class' ? value.split(anySpace).filter(Boolean).sort().join(' ') : value
      return `${name}=${JSON.stringify(shown)}`
    })
    .sort()
}

function textOf(element: Element): string {
  return element.childNodes.map(child => ('value' in child ? child.value : '')).join('')
}
