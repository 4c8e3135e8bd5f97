export { Referrer } from './Referrer.tsx'
export { addressToTell, type Referral } from './referral.ts'
export { findReferral, isRestricted, listTold } from './referrerQueries.ts'
export { tellOfClosing, tellOfStep } from './tellReferrer.ts'
