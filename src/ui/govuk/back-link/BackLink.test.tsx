import { holdToFixtures } from '../fixtures.testkit.ts'
import { BackLink } from './BackLink.tsx'

holdToFixtures('back-link', BackLink)
