import { ownAccountRoutes } from './account.page.tsx'
import { authenticatorRoutes } from './authenticator.page.tsx'
import { changePasswordRoutes } from './changePassword.page.tsx'
import { passkeySignInRoutes } from './passkeySignIn.ts'
import { passkeyRoutes } from './passkeys.page.tsx'
import { proveRoutes } from './prove.page.tsx'
import { recoveryCodesRoutes } from './recoveryCodes.page.tsx'
import { resetPasswordRoutes } from './resetPassword.page.tsx'
import { searchKeyRoutes } from './searchKey.page.tsx'
import { secondFactorsRoutes } from './secondFactors.page.tsx'
import { secondStepRoutes } from './secondStep.page.tsx'
import { setPasswordRoutes } from './setPassword.page.tsx'
import { signInRoutes } from './signIn.page.tsx'

export { changeAccount, type Kept, setDisabled } from './administerAccount.ts'
export { inviteAccount, sendInvitation } from './inviteAccount.ts'
export { changeWords } from './messages.ts'
export { secondFactorsPath } from './paths.ts'
export { tellOfReach } from './tellOfReach.ts'
export { workHeldWords } from './words.ts'
export { workHeldBy } from './workHeldQueries.ts'

export const accountRoutes = [
  ...signInRoutes,
  ...secondStepRoutes,
  ...passkeySignInRoutes,
  ...setPasswordRoutes,
  ...resetPasswordRoutes,
  ...ownAccountRoutes,
  ...changePasswordRoutes,
  ...searchKeyRoutes,
  ...secondFactorsRoutes,
  ...proveRoutes,
  ...authenticatorRoutes,
  ...passkeyRoutes,
  ...recoveryCodesRoutes,
]
