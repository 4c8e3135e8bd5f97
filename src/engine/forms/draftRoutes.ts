import { path, route } from '../../platform/http/index.ts'
import { saveDraft } from './drafts.ts'

const draftPath = path('/drafts/:form')

/** Keeps what is typed while it is typed. The page shows when it was last kept. */
export const draftRoutes = [
  route({
    method: 'POST',
    path: draftPath,
    permission: 'account.own',
    audit: { kind: 'none', why: 'a draft is seen by its writer only and is no part of the record' },
    async handle({ tx, who, params, sent, now }) {
      await saveDraft(tx, who, params.form ?? '', sent)
      return { kind: 'json', status: 200, body: { savedAt: now.toString() } }
    },
  }),
]
