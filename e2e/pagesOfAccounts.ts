import { type Places, seenBy } from './pageToSee.ts'

/** The start page, what everybody may read, one's own account and the administration. */
export const pagesOfAccounts: Places = {
  '/': () => [
    ...seenBy('officer', '/'),
    ...seenBy('senior', '/'),
    ...seenBy('support', '/'),
    ...seenBy('police', '/'),
    ...seenBy('analyst', '/'),
  ],
  '/help': () => seenBy('officer', '/help'),
  '/accessibility': () => seenBy('nobody', '/accessibility'),
  '/privacy': () => seenBy('nobody', '/privacy'),
  '/api/docs': () => seenBy('nobody', '/api/docs'),
  '/design': () => seenBy('officer', '/design'),
  '/sign-in': () => seenBy('nobody', '/sign-in'),
  '/sign-in/second-factor': () =>
    seenBy('second-step', '/sign-in/second-factor', '/sign-in/second-factor?recovery'),
  '/set-password/:token': it => seenBy('nobody', `/set-password/${it.invitation}`),
  '/reset-password': () => seenBy('nobody', '/reset-password'),
  '/account': () => seenBy('officer', '/account'),
  '/account/password': () => seenBy('officer', '/account/password'),
  '/account/search-key': () => seenBy('officer', '/account/search-key'),
  '/account/second-factors': () => [
    ...seenBy('officer', '/account/second-factors'),
    ...seenBy('admin', '/account/second-factors'),
  ],
  '/account/second-factors/password/:what': () =>
    seenBy('officer', '/account/second-factors/password/app', '/account/second-factors/password/passkey'),
  '/account/second-factors/authenticator': () => seenBy('proved', '/account/second-factors/authenticator'),
  '/account/second-factors/authenticator/remove': () =>
    seenBy('admin', '/account/second-factors/authenticator/remove'),
  '/account/second-factors/passkeys/:passkey/name': it =>
    seenBy('admin', `/account/second-factors/passkeys/${it.passkey}/name`),
  '/account/second-factors/passkeys/:passkey/remove': it =>
    seenBy('admin', `/account/second-factors/passkeys/${it.passkey}/remove`),
  '/account/second-factors/recovery-codes': () => seenBy('admin', '/account/second-factors/recovery-codes'),
  '/admin': () => [...seenBy('admin', '/admin'), ...seenBy('manager', '/admin')],
  '/admin/people': () => seenBy('admin', '/admin/people', '/admin/people?role=officer'),
  '/admin/people/invite': () => seenBy('admin', '/admin/people/invite'),
  '/admin/people/:userId': it =>
    seenBy('admin', `/admin/people/${it.colleague}`, `/admin/people/${it.disabled}`),
  '/admin/people/:userId/edit': it => seenBy('admin', `/admin/people/${it.colleague}/edit`),
  '/admin/people/:userId/disable': it => seenBy('admin', `/admin/people/${it.colleague}/disable`),
  '/admin/people/:userId/enable': it => seenBy('admin', `/admin/people/${it.disabled}/enable`),
  '/admin/people/:userId/remove-second-step': it =>
    seenBy('admin', `/admin/people/${it.colleague}/remove-second-step`),
  '/admin/messages': () => seenBy('admin', '/admin/messages'),
  '/admin/messages/views': () => seenBy('admin', '/admin/messages/views'),
  '/admin/messages/:messageId': it => seenBy('admin', `/admin/messages/${it.message}`),
  '/admin/keys': () => seenBy('admin', '/admin/keys'),
  '/admin/keys/new': () => seenBy('admin', '/admin/keys/new'),
  '/admin/keys/:keyId/end': it => seenBy('admin', `/admin/keys/${it.key}/end`),
  '/admin/audit': () => [...seenBy('admin', '/admin/audit'), ...seenBy('manager', '/admin/audit')],
  '/admin/exports': () => [...seenBy('admin', '/admin/exports'), ...seenBy('manager', '/admin/exports')],
  '/admin/exports/views': () => seenBy('manager', '/admin/exports/views'),
  '/admin/jobs': () => seenBy('admin', '/admin/jobs'),
}
