import { holdToFixtures } from '../fixtures.testkit.ts'
import { LanguageNavigation } from './LanguageNavigation.tsx'

holdToFixtures('language-navigation', LanguageNavigation)
