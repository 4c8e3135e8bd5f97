import { holdToFixtures } from '../fixtures.testkit.ts'
import { Input } from './Input.tsx'

holdToFixtures('input', Input)
