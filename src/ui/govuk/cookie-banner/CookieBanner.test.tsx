import { holdToFixtures } from '../fixtures.testkit.ts'
import { CookieBanner } from './CookieBanner.tsx'

holdToFixtures('cookie-banner', CookieBanner)
