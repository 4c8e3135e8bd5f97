import { holdToFixtures } from '../fixtures.testkit.ts'
import { Header } from './Header.tsx'

holdToFixtures('header', Header)
