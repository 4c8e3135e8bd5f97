export { Referrers } from './Referrer.tsx'
export { addressToTell, type Referral } from './referral.ts'
export { isRestricted, listReferrals, listTold, wasTold, whenToldOfClosing } from './referrerQueries.ts'
export { tellOfClosing, tellOfStep } from './tellReferrer.ts'
