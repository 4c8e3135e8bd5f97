export {
  type AccountLink,
  countLinksSince,
  findAccountLink,
  type LinkPurpose,
  linkHours,
  makeAccountLink,
  setPasswordByLink,
  spendLinks,
} from './accountLinks.ts'
export {
  type Account,
  countOtherAdministrators,
  findAccount,
  findServiceName,
  listAccounts,
  markDisabled,
  setPasswordHash,
  updateAccount,
} from './accountQueries.ts'
export { addAccount, type NewAccount, setSearchKey } from './accounts.ts'
export {
  authenticatorAddress,
  codeAt,
  keepAuthenticator,
  newSharedSecret,
  stepOf,
} from './authenticator.ts'
export { renamePasskey } from './passkeyQueries.ts'
export {
  addPasskey,
  askForAnyPasskey,
  askForNewPasskey,
  askForOwnPasskey,
  checkAnyPasskey,
  checkOwnPasskey,
} from './passkeys.ts'
export { hashPassword, isPassword, passwordFault } from './passwords.ts'
export { countRecoveryCodes, makeRecoveryCodes } from './recoveryCodes.ts'
export { type Carried, openBefore, sealUntil } from './sealing.ts'
export {
  afterProving,
  type CodeCheck,
  checkCode,
  countFactors,
  findSecondFactors,
  mustSetUpSecondFactor,
  type Passkey,
  removeAllSecondFactors,
  removeSecondFactor,
  type SecondFactors,
} from './secondFactors.ts'
export { beginSession, endSessions, listSessions, recognise, type Session } from './sessions.ts'
export { checkOwnPassword, checkPassword, completeSignIn, type PasswordCheck } from './signIn.ts'
export { hashToken, newToken } from './tokens.ts'
export { type Owner, restMinutes, triesBeforeRest } from './tries.ts'
