import { createElement } from 'preact'
import { type FixtureComponent, holdToFixtures } from '../fixtures.testkit.ts'
import { eachItem, isRecord } from '../options.testkit.ts'
import { Tag } from '../tag/Tag.tsx'
import { TaskList } from './TaskList.tsx'

// The macro takes the options of a tag as a status; ours takes a tag.
holdToFixtures('task-list', TaskList, props => ({
  ...props,
  items: eachItem(props.items, item => {
    const { tag, ...status } = isRecord(item.status) ? item.status : {}
    if (!tag) return item
    const { text: children, ...options } = isRecord(tag) && 'text' in tag ? tag : { text: tag }
    return {
      ...item,
      status: { ...status, text: createElement(Tag as FixtureComponent, { ...options, children }) },
    }
  }),
}))
