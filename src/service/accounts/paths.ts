import { path } from '../../platform/http/index.ts'

export const signInPath = path('/sign-in')
export const signOutPath = path('/sign-out')
export const passkeyOptionsPath = path('/sign-in/passkey-options')
export const passkeySignInPath = path('/sign-in/passkey')
export const secondFactorPath = path('/sign-in/second-factor')
export const secondPasskeyOptionsPath = path('/sign-in/second-factor/passkey-options')
export const secondPasskeyPath = path('/sign-in/second-factor/passkey')

export const resetPasswordPath = path('/reset-password')
export const setPasswordPath = path('/set-password/:token')

export const accountPath = path('/account')
export const changePasswordPath = path('/account/password')
export const searchKeyPath = path('/account/search-key')
export const endSessionPath = path('/account/sessions/:sessionId/end')
export const endOtherSessionsPath = path('/account/sessions/end-others')

export const secondFactorsPath = path('/account/second-factors')
/** Asks for the password before a second step is added or replaced: `what` is one of `app` and `passkey`. */
export const provePath = path('/account/second-factors/password/:what')
export const authenticatorPath = path('/account/second-factors/authenticator')
export const removeAuthenticatorPath = path('/account/second-factors/authenticator/remove')
export const newPasskeyOptionsPath = path('/account/second-factors/passkey-options')
export const newPasskeyPath = path('/account/second-factors/passkeys')
export const renamePasskeyPath = path('/account/second-factors/passkeys/:passkey/name')
export const removePasskeyPath = path('/account/second-factors/passkeys/:passkey/remove')
export const recoveryCodesPath = path('/account/second-factors/recovery-codes')
