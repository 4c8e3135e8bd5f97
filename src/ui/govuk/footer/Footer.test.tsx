import { holdToFixtures } from '../fixtures.testkit.ts'
import { Footer } from './Footer.tsx'

holdToFixtures('footer', Footer)
