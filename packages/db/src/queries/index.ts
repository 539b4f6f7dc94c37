export { foreignKeyIn } from '../audit/foreign-key.ts'
export type { AuditVerdict } from '../audit/verify-audit.ts'
export { type AccountAccess, readAccountAccess, type SessionItem } from './account/access.ts'
export {
  type DepartmentDetail,
  type DepartmentItem,
  getDepartment,
  listDepartments,
  type MemberItem,
} from './account/departments.ts'
export { type Me, readMe } from './account/me.ts'
export { type AccountItem, listAccounts } from './account/people.ts'
export { listTokens, type TokenItem } from './account/tokens.ts'
export { getUser, listUsers, type UserItem } from './account/users.ts'
export { eachAlert } from './alert/each.ts'
export { type FoundAlert, findAlert } from './alert/find.ts'
export {
  type AlertDetail,
  type AlertNotification,
  getAlert,
  type TimelineEntry,
} from './alert/get.ts'
export type { AlertItem, NotificationCounts } from './alert/item.ts'
export { shortIdOf } from './alert/item.ts'
export { alertFilterFields, listAlerts, listAlertsInput } from './alert/list.ts'
export type { NextEscalation } from './alert/next-escalation.ts'
export { countUnacknowledged, type NowAlert, type NowScreen, readNow } from './alert/now.ts'
export type { Verdict } from './alert/verdicts.ts'
export { type AlertGroupItem, getAlertGroup, listAlertGroups } from './alert-group/list.ts'
export { type AuditRecord, eachAuditEvent } from './audit/each.ts'
export { readLastVerification } from './audit/last-verification.ts'
export {
  type AuditDetail,
  type AuditItem,
  auditFilterFields,
  getAuditEvent,
  listAuditEvents,
  listAuditEventsInput,
} from './audit/list.ts'
export { type BacktestDay, type HistoryResolution, historyResolutions } from './backtest/days.ts'
export type { Impact, ImpactItem, ImpactList } from './backtest/impact.ts'
export { previewLevelChange, previewLevels, previewRuledAlerts } from './backtest/preview.ts'
export { previewLevelsInput } from './backtest/proposal.ts'
export { type PolicyPreview, type PreviewNews, resultOf } from './backtest/wonder.ts'
export type { ChannelItem } from './channel/item.ts'
export { getChannel, listChannels, listChannelsInput } from './channel/list.ts'
export { type ChannelTestResult, getChannelTest } from './channel/test.ts'
export { listKindsLeftOff } from './channel-kind/left-off.ts'
export { type ChannelKindSwitch, listChannelKindSwitches } from './channel-kind/switches.ts'
export { type ClusterItem, getCluster, listClusters } from './cluster/list.ts'
export { decodeCursor, encodeCursor, type Page, pageFields } from './cursor.ts'
export { getHost, type HostItem, type HostState, listHosts } from './host/list.ts'
export { getLevelRule, type LevelRuleItem, listLevelRules } from './level-rule/list.ts'
export { type LevelRulePreview, previewLevelRules } from './level-rule/preview.ts'
export {
  findMessageTemplate,
  getMessageTemplate,
  listMessageTemplates,
  type MessageTemplateItem,
} from './message-template/list.ts'
export { readRecentMessage } from './message-template/recent-message.ts'
export { listTemplateVersions, type TemplateVersion } from './message-template/versions.ts'
export type { Attempt } from './notification/attempts.ts'
export { countGivenUp } from './notification/count-given-up.ts'
export { notificationFilter } from './notification/filters.ts'
export { getNotification } from './notification/get.ts'
export type { NotificationDetail, NotificationItem } from './notification/item.ts'
export { listNotifications, listNotificationsInput } from './notification/list.ts'
export type { NotificationState } from './notification/state.ts'
export { getParameter } from './parameter/get.ts'
export { readParametersInForce } from './parameter/in-force.ts'
export { listParameters, type ParameterItem, type ParameterList } from './parameter/list.ts'
export { RefusedRead } from './permit.ts'
export { listOnCall, type OnCallItem } from './person/on-call.ts'
export { getPerson, listPeople, type PersonItem } from './person/people.ts'
export { type Reachability, readReachability } from './person/reachability.ts'
export { type CurrentPolicy, readProtectionLevels } from './policy/current.ts'
export { countProjectsByLevel } from './policy/projects-by-level.ts'
export { getPolicyVersion, type PolicyVersionDetail } from './policy/version.ts'
export {
  listPolicyVersions,
  listPolicyVersionsInput,
  type PolicyVersion,
} from './policy/versions.ts'
export type { Count } from './project/count.ts'
export { type ProjectFilter, projectCondition, projectFilter } from './project/filters.ts'
export { type FoundProject, type FoundProjects, findProjects } from './project/find.ts'
export { findPingedProject } from './project/find-pinged.ts'
export {
  getProject,
  getProjectByReference,
  type ProjectDetail,
  type WatchPause,
} from './project/get.ts'
export {
  type HistoryRange,
  type LatencyHistory,
  readLatencyHistory,
} from './project/history.ts'
export type { ChartAct, ChartAlert, ChartNotification } from './project/history-events.ts'
export type { ChartResolution } from './project/history-resolution.ts'
export type { StateChange } from './project/history-samples.ts'
export type { ProjectItem } from './project/item.ts'
export { listProjects, listProjectsInput, projectSorts } from './project/list.ts'
export { type ListedProject, listProjectRows } from './project/listed.ts'
export { type ProjectPage, readProjectPage, type ThresholdsInForce } from './project/page.ts'
export { type LatencySample, readSparklines, type Sparkline } from './project/sparklines.ts'
export { listSteps, type StepSeen } from './project/steps.ts'
export type { ThresholdStep } from './project/threshold-steps.ts'
export type { SecretsShown } from './secrets-shown.ts'
export { type LocalSignIn, readLocalSignIn } from './sign-in/local.ts'
export {
  type ClaimRuleItem,
  getSignInPolicy,
  type NamedGrant,
  type SignInPolicyItem,
} from './sign-in/policy.ts'
export { getSignInProvider, listSignInProviders, type ProviderItem } from './sign-in/providers.ts'
export { type RulesTried, tryRulesInput, trySignInRules } from './sign-in/try-rules.ts'
export { type EndingSilence, readEndingSilences } from './silence/ending.ts'
export { type SilenceItem, type SilenceStatus, silenceStatuses } from './silence/item.ts'
export { getSilence, listSilences, listSilencesInput } from './silence/list.ts'
export { type SilenceNow, silencesOverAlert, silencesOverProject } from './silence/over.ts'
export {
  previewMaintenanceWindow,
  previewSilence,
  type SilencePreview,
} from './silence/preview.ts'
export { getSource, listSources, type SourceItem } from './source/list.ts'
export {
  getSubscription,
  listSubscriptions,
  type SubscriptionItem,
} from './subscription/list.ts'
export { channelWaits } from './subscription/routing-channels.ts'
export { type RoutingTest, testRouting, testRoutingInput } from './subscription/test-routing.ts'
export { type Check, type Health, readHealth } from './system/health.ts'
export { type Installation, readInstallation } from './system/installation.ts'
export { isMailCarried } from './system/is-mail-carried.ts'
export { readSystem, type SystemPage } from './system/page.ts'
export {
  readSecretKeys,
  type SecretKeyItem,
  type SecretKeyState,
  type SecretKeys,
} from './system/secret-keys.ts'
export { listTagNames, listTags, type TagItem } from './tag/list.ts'
