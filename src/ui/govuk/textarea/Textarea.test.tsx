import { holdToFixtures } from '../fixtures.testkit.ts'
import { Textarea } from './Textarea.tsx'

holdToFixtures('textarea', Textarea)
