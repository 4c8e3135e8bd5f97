import { holdToFixtures } from '../fixtures.testkit.ts'
import { CharacterCount } from './CharacterCount.tsx'

holdToFixtures('character-count', CharacterCount)
