import { holdToFixtures } from '../fixtures.testkit.ts'
import { PasswordInput } from './PasswordInput.tsx'

holdToFixtures('password-input', PasswordInput)
