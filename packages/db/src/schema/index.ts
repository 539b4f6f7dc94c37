export {
  account,
  membership,
  passwordReset,
  recoveryCode,
  secondFactor,
  session,
  signInAddress,
} from './account.ts'
export { alert, alertEvent } from './alert.ts'
export { alertGroup, alertGroupMember } from './alert-group.ts'
export { alertSending } from './alert-sending.ts'
export { apiToken } from './api-token.ts'
export { auditCheckpoint, auditLane, type LanePlace } from './audit-chain.ts'
export { auditEvent } from './audit-event.ts'
export { channel, channelBucket, channelHealths, channelTest } from './channel.ts'
export { channelKindSwitch } from './channel-kind-switch.ts'
export { department } from './department.ts'
export { digest } from './digest.ts'
export { gapSearch } from './gap-search.ts'
export { host } from './host.ts'
export { ingestion } from './ingestion.ts'
export { installation } from './installation.ts'
export { levelRule } from './level-rule.ts'
export {
  messageTemplate,
  messageTemplateVersion,
  type TemplateOrigin,
  templateOrigins,
} from './message-template.ts'
export {
  deliveryAttempt,
  deliveryClaim,
  notification,
  notificationStates,
  notificationWaiting,
} from './notification.ts'
export { ocpCluster } from './ocp-cluster.ts'
export { parameter } from './parameter.ts'
export { project, projectMaintainer } from './project.ts'
export { projectState } from './project-state.ts'
export { projectStep } from './project-step.ts'
export { projectTag } from './project-tag.ts'
export { type PolicyOrigin, policyOrigins, protectionPolicy } from './protection-policy.ts'
export { remembered } from './remembered.ts'
export { searchStart } from './search-start.ts'
export { identity, sessionGrant, signInPolicy, signInProvider } from './sign-in.ts'
export { silence, silenceEnds, silenceHold } from './silence.ts'
export { source } from './source.ts'
export { subscription, subscriptionFlow } from './subscription.ts'
export { tag } from './tag.ts'
export { cycleRun, worker } from './worker.ts'
