import { holdToFixtures } from '../fixtures.testkit.ts'
import { Tag } from './Tag.tsx'

holdToFixtures('tag', Tag)
