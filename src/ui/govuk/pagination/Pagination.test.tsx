import { holdToFixtures } from '../fixtures.testkit.ts'
import { eachItem } from '../options.testkit.ts'
import { Pagination } from './Pagination.tsx'

// The macro leaves out an item without any options; ours leaves out what is not an item.
holdToFixtures('pagination', Pagination, props => ({
  ...props,
  items: eachItem(props.items, item => (Object.keys(item).length > 0 ? item : null)),
}))
