import type { Forum } from '../../../src/engine/forums/index.ts'
import { alternativeEducationPanel } from './alternativeEducationPanel.ts'
import { board } from './board.ts'
import { channel } from './channel.ts'
import { etePanel } from './etePanel.ts'
import { jointDecisionPanel } from './jointDecisionPanel.ts'
import { legacyPanel } from './legacyPanel.ts'
import { missingAndExploitationPanel } from './missingAndExploitationPanel.ts'
import { referralOrderPanel } from './referralOrderPanel.ts'
import { riskManagementMeeting } from './riskManagementMeeting.ts'
import { scrutinyPanel } from './scrutinyPanel.ts'
import { strategicExploitationPanel } from './strategicExploitationPanel.ts'
import { touchdown } from './touchdown.ts'
import { youthRiskMeeting } from './youthRiskMeeting.ts'

/** The standing meetings, in the order in which they are listed. */
export const forums: readonly Forum[] = [
  jointDecisionPanel,
  youthRiskMeeting,
  missingAndExploitationPanel,
  touchdown,
  strategicExploitationPanel,
  alternativeEducationPanel,
  etePanel,
  legacyPanel,
  channel,
  riskManagementMeeting,
  referralOrderPanel,
  scrutinyPanel,
  board,
]
