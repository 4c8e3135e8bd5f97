import { holdToFixtures } from '../fixtures.testkit.ts'
import { Feedback } from './Feedback.tsx'

holdToFixtures('feedback', Feedback)
