import type { FixtureProps } from './fixtures.testkit.ts'
import { eachItem, isRecord } from './options.testkit.ts'

/** The macros keep the legend within the options of the fieldset; ours stands beside them. */
export function withLegend(props: FixtureProps): FixtureProps {
  if (!isRecord(props.fieldset)) return props
  const { legend, ...fieldset } = props.fieldset
  return { ...props, legend, fieldset }
}

/** The macros keep the words of an answer apart from the other options of its label; ours has them together. */
export function withChoiceLabels(props: FixtureProps): FixtureProps {
  const items = eachItem(props.items, ({ text, label, ...item }) => {
    if ('divider' in item) return item
    return { ...item, label: isRecord(label) ? { ...label, text } : text }
  })
  return { ...props, items }
}
