import type { Pack } from '../../src/engine/packs/index.ts'
import { actionColours } from './actionColours.ts'
import { actionSources } from './actionSources.ts'
import { assessments } from './assessments/index.ts'
import { contactLevels } from './contactLevels.ts'
import { diversion } from './diversion.ts'
import { documents } from './documents/index.ts'
import { esp } from './esp.ts'
import { childFeedback, parentFeedback, referrerFeedback } from './feedback.ts'
import { feedbackThemes } from './feedbackThemes.ts'
import { forms } from './forms.ts'
import { forums } from './forums/index.ts'
import { missedReasons } from './missedReasons.ts'
import { needs, unmetReasons } from './needs.ts'
import { outOfCourt } from './outOfCourt.ts'
import { countersigned } from './pieces/countersigned.ts'
import { reviewAfterEvents } from './reviewAfterEvents.ts'
import { whereToNow } from './whereToNow.ts'
import { workload } from './workload.ts'

/** A worked local pack: one service’s programmes under their own names. */
export const miltonKeynes: Pack = {
  id: 'milton-keynes',
  title: 'Milton Keynes',
  file: 'practice/milton-keynes/index.ts',
  codeLists: [missedReasons, needs, unmetReasons, feedbackThemes],
  forms,
  assessments,
  pathways: [diversion, esp, outOfCourt],
  feedback: [childFeedback, parentFeedback, referrerFeedback, whereToNow],
  workload,
  contactPolicies: [contactLevels],
  planClocks: [countersigned],
  reviewRule: reviewAfterEvents,
  documents,
  forums,
  actionSources,
  actionColours,
}
