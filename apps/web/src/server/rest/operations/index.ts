import { apiRoot } from '../api-root.ts'
import type { Operation } from '../define-operation.ts'
import { documentOperations } from '../documents/operations.ts'
import { createAlertGroupOperation } from './alert-groups/create.ts'
import { deleteAlertGroupOperation } from './alert-groups/delete.ts'
import { getAlertGroupOperation } from './alert-groups/get.ts'
import { listAlertGroupsOperation } from './alert-groups/list.ts'
import { updateAlertGroupOperation } from './alert-groups/update.ts'
import { acknowledgeAlertOperation } from './alerts/acknowledge.ts'
import { assignAlertOperation } from './alerts/assign.ts'
import { closeAlertOperation } from './alerts/close.ts'
import { commentOnAlertOperation } from './alerts/comment.ts'
import { exportAlertsOperation } from './alerts/export.ts'
import { getAlertOperation } from './alerts/get.ts'
import { listAlertsOperation } from './alerts/list.ts'
import { snoozeAlertOperation } from './alerts/snooze.ts'
import { unacknowledgeAlertOperation } from './alerts/unacknowledge.ts'
import { unsnoozeAlertOperation } from './alerts/unsnooze.ts'
import { exportAuditEventsOperation } from './audit/export.ts'
import { listAuditEventsOperation } from './audit/list.ts'
import { verifyAuditEventsOperation } from './audit/verify.ts'
import { createChannelOperation } from './channels/create.ts'
import { deleteChannelOperation } from './channels/delete.ts'
import { getChannelOperation } from './channels/get.ts'
import { getChannelTestOperation } from './channels/get-test.ts'
import { kindSwitchOperations } from './channels/kind-switches.ts'
import { listChannelsOperation } from './channels/list.ts'
import { listChannelKindsOperation } from './channels/list-kinds.ts'
import { probeChannelOperation } from './channels/probe.ts'
import { testChannelOperation } from './channels/test.ts'
import { updateChannelOperation } from './channels/update.ts'
import { clusterOperations } from './clusters/index.ts'
import { departmentOperations } from './departments/index.ts'
import { deleteHostOperation } from './hosts/delete.ts'
import { getHostOperation } from './hosts/get.ts'
import { heartbeatOperation } from './hosts/heartbeat.ts'
import { listHostsOperation } from './hosts/list.ts'
import { applyLevelRulesOperation } from './level-rules/apply.ts'
import { createLevelRuleOperation } from './level-rules/create.ts'
import { deleteLevelRuleOperation } from './level-rules/delete.ts'
import { listLevelRulesOperation } from './level-rules/list.ts'
import { orderLevelRulesOperation } from './level-rules/order.ts'
import { previewLevelRulesOperation } from './level-rules/preview.ts'
import { updateLevelRuleOperation } from './level-rules/update.ts'
import { getNotificationOperation } from './notifications/get.ts'
import { listNotificationsOperation } from './notifications/list.ts'
import { replayNotificationOperation } from './notifications/replay.ts'
import { replayNotificationsOperation } from './notifications/replay-many.ts'
import { listParametersOperation } from './parameters/list.ts'
import { resetParameterOperation } from './parameters/reset.ts'
import { updateParametersOperation } from './parameters/update.ts'
import { peopleOperations } from './people/index.ts'
import { bulkOperation } from './projects/bulk.ts'
import { createProjectOperation } from './projects/create.ts'
import { deleteProjectOperation } from './projects/delete.ts'
import { getProjectOperation } from './projects/get.ts'
import { listProjectsOperation } from './projects/list.ts'
import { previewLevelsOperation } from './projects/preview-levels.ts'
import { setLevelOperation } from './projects/set-level.ts'
import { setLevelsOperation } from './projects/set-levels.ts'
import { listStepsOperation } from './projects/steps.ts'
import { updateProjectOperation } from './projects/update.ts'
import { getProtectionLevelsOperation } from './protection-levels/get.ts'
import { getPolicyVersionOperation } from './protection-levels/get-version.ts'
import { listPolicyVersionsOperation } from './protection-levels/list-versions.ts'
import { previewProtectionLevelsOperation } from './protection-levels/preview.ts'
import { replaceProtectionLevelsOperation } from './protection-levels/replace.ts'
import { resetProtectionLevelsOperation } from './protection-levels/reset.ts'
import { restorePolicyVersionOperation } from './protection-levels/restore-version.ts'
import { signInOperations } from './sign-in/index.ts'
import { pingOperations } from './signals/ping.ts'
import { sendSignalsOperation } from './signals/send.ts'
import { silenceOperations } from './silences/index.ts'
import { createSourceOperation } from './sources/create.ts'
import { deleteSourceOperation } from './sources/delete.ts'
import { getSourceOperation } from './sources/get.ts'
import { listSourcesOperation } from './sources/list.ts'
import { listSourceKindsOperation } from './sources/list-kinds.ts'
import { updateSourceOperation } from './sources/update.ts'
import { createSubscriptionOperation } from './subscriptions/create.ts'
import { deleteSubscriptionOperation } from './subscriptions/delete.ts'
import { getSubscriptionOperation } from './subscriptions/get.ts'
import { listSubscriptionsOperation } from './subscriptions/list.ts'
import { testRoutingOperation } from './subscriptions/test-routing.ts'
import { updateSubscriptionOperation } from './subscriptions/update.ts'
import { tagOperations } from './tags/index.ts'
import { templateOperations } from './templates/index.ts'
import { createTokenOperation } from './tokens/create.ts'
import { deleteTokenOperation } from './tokens/delete.ts'
import { listTokensOperation } from './tokens/list.ts'
import { userOperations } from './users/index.ts'

const ownOperations: readonly Operation[] = [
  sendSignalsOperation,
  ...pingOperations,
  listProjectsOperation,
  createProjectOperation,
  getProjectOperation,
  updateProjectOperation,
  deleteProjectOperation,
  setLevelOperation,
  setLevelsOperation,
  previewLevelsOperation,
  getProtectionLevelsOperation,
  replaceProtectionLevelsOperation,
  previewProtectionLevelsOperation,
  listPolicyVersionsOperation,
  getPolicyVersionOperation,
  restorePolicyVersionOperation,
  resetProtectionLevelsOperation,
  listLevelRulesOperation,
  createLevelRuleOperation,
  orderLevelRulesOperation,
  previewLevelRulesOperation,
  applyLevelRulesOperation,
  updateLevelRuleOperation,
  deleteLevelRuleOperation,
  listAlertsOperation,
  exportAlertsOperation,
  getAlertOperation,
  acknowledgeAlertOperation,
  unacknowledgeAlertOperation,
  assignAlertOperation,
  snoozeAlertOperation,
  unsnoozeAlertOperation,
  commentOnAlertOperation,
  closeAlertOperation,
  listChannelsOperation,
  createChannelOperation,
  testChannelOperation,
  probeChannelOperation,
  getChannelTestOperation,
  getChannelOperation,
  updateChannelOperation,
  deleteChannelOperation,
  listChannelKindsOperation,
  ...clusterOperations,
  ...kindSwitchOperations,
  listAlertGroupsOperation,
  createAlertGroupOperation,
  getAlertGroupOperation,
  updateAlertGroupOperation,
  deleteAlertGroupOperation,
  listSubscriptionsOperation,
  createSubscriptionOperation,
  getSubscriptionOperation,
  updateSubscriptionOperation,
  deleteSubscriptionOperation,
  testRoutingOperation,
  listNotificationsOperation,
  replayNotificationsOperation,
  replayNotificationOperation,
  getNotificationOperation,
  ...silenceOperations,
  bulkOperation,
  listStepsOperation,
  ...tagOperations,
  ...templateOperations,
  listSourcesOperation,
  createSourceOperation,
  getSourceOperation,
  updateSourceOperation,
  deleteSourceOperation,
  listSourceKindsOperation,
  listHostsOperation,
  getHostOperation,
  deleteHostOperation,
  heartbeatOperation,
  listParametersOperation,
  updateParametersOperation,
  resetParameterOperation,
  listAuditEventsOperation,
  exportAuditEventsOperation,
  verifyAuditEventsOperation,
  listTokensOperation,
  createTokenOperation,
  deleteTokenOperation,
  ...departmentOperations,
  ...peopleOperations,
  ...userOperations,
  ...signInOperations,
]

/** THE table of the API: dispatching, the documents and the tests of bad input are drawn from it. */
export const operations: readonly Operation[] = [
  ...ownOperations,
  ...documentOperations(ownOperations, apiRoot),
]
