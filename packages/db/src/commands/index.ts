export {
  type IngestOptions,
  type IngestResult,
  ingestSignals,
  type RejectedSignal,
} from '../queue/ingest/ingest.ts'
export { changeOwnPassword } from './account/change-own-password.ts'
export { revokeSession } from './account/revoke-session.ts'
export { revokeSessions } from './account/revoke-sessions.ts'
export { setUpFirstAdmin } from './account/set-up-first-admin.ts'
export { acknowledgeAlert } from './alert/acknowledge-alert.ts'
export { unacknowledgeAlert } from './alert/unacknowledge-alert.ts'
export { createChannel } from './channel/create-channel.ts'
export { deleteChannel } from './channel/delete-channel.ts'
export { requestChannelTest } from './channel/request-channel-test.ts'
export { updateChannel } from './channel/update-channel.ts'
export type { CommandContext, RequestOrigin } from './context.ts'
export { setMessageLocale } from './installation/set-message-locale.ts'
export { updateProtectionLevels } from './policy/update-protection-levels.ts'
export { createProject } from './project/create-project.ts'
export { deleteProject } from './project/delete-project.ts'
export { setProjectLevel } from './project/set-project-level.ts'
export {
  type LevelNotSet,
  setProjectLevels,
  setProjectLevelsInput,
} from './project/set-project-levels.ts'
export { updateProject } from './project/update-project.ts'
export { auditRefusal } from './record-audit.ts'
export { Refused } from './refused.ts'
export { createSource } from './source/create-source.ts'
export { deleteSource } from './source/delete-source.ts'
export { updateSource } from './source/update-source.ts'
export { createToken } from './token/create-token.ts'
export { revokeToken } from './token/revoke-token.ts'
