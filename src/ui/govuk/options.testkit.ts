import { attributesFrom, elementsFrom } from './html.testkit.ts'

type Options = Record<string, unknown>

/** Options whose names end in Text and Html where ours have one property: `titleText`, `titleHtml` → `title`. */
const pairs = ['title', 'heading', 'summary', 'description', 'logo']

/** Parts that take their content alone when they carry no other option. */
const parts = new Set(
  `afterInput afterInputs beforeInput beforeInputs conditional content contentLicence copyright errorMessage heading hint key
  label legend panel prefix status suffix summary tag title value`.split(/\s+/),
)

/**
 * Turns the options of a Nunjucks macro into our properties, as far as one rule holds for all
 * components: HTML strings become elements, `text` and `html` become one `text` (at the top, the
 * children), attributes become names and values, and a part that is only text becomes its content.
 */
export function toProps(options: Options): Options {
  const { text, ...props } = objectFrom(options)
  return text === undefined ? props : { ...props, children: text }
}

/** Whether a value is an object with names, neither a list nor nothing. */
export function isRecord(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Applies a change to those items of a list that are not left out; anything but a list stays as it is. */
export function eachItem(items: unknown, change: (item: Options) => unknown): unknown {
  return Array.isArray(items) ? items.map(item => (isRecord(item) ? change(item) : item)) : items
}

function objectFrom(options: Options): Options {
  const props: Options = {}
  for (const [name, value] of Object.entries(options)) {
    if (name === 'text' || name === 'html') continue
    if (name === 'attributes' || name.endsWith('Attributes')) props[name] = attributes(value)
    else if (parts.has(name)) props[name] = shortest(valueFrom(value))
    else props[name] = valueFrom(value)
  }
  for (const pair of pairs) {
    if (`${pair}Text` in props || `${pair}Html` in props) {
      props[pair] = content(props[`${pair}Text`], props[`${pair}Html`])
      delete props[`${pair}Text`]
      delete props[`${pair}Html`]
    }
  }
  if ('text' in options || 'html' in options) props.text = content(options.text, options.html)
  return props
}

function valueFrom(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => (Array.isArray(item) ? item.map(cell) : valueFrom(item)))
  return isRecord(value) ? objectFrom(value) : value
}

function cell(value: unknown): unknown {
  return shortest(valueFrom(value))
}

function shortest(value: unknown): unknown {
  return isRecord(value) && Object.keys(value).join() === 'text' ? value.text : value
}

function content(text: unknown, html: unknown): unknown {
  return typeof html === 'string' && html ? elementsFrom(html) : text
}

/** As the macros write attributes: any value as words, unless it says that it is optional. */
function attributes(value: unknown): Options {
  if (typeof value === 'string') return attributesFrom(value)
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).map(([name, item]) => {
      if (isRecord(item) && item.optional === true) return [name, item.value]
      const plain = isRecord(item) ? item.value : item
      return [name, String(plain ?? '')]
    }),
  )
}
