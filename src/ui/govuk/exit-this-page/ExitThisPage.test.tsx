import { holdToFixtures } from '../fixtures.testkit.ts'
import { ExitThisPage } from './ExitThisPage.tsx'

holdToFixtures('exit-this-page', ExitThisPage)
