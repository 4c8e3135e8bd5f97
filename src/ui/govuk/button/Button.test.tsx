import { holdToFixtures } from '../fixtures.testkit.ts'
import { Button } from './Button.tsx'

holdToFixtures('button', Button)
