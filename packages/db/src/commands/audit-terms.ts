import type { AuditDraft, AuditOperation, AuditTarget, RiskLevel } from '@highwater/core/audit'
import type { Action } from '@highwater/core/permissions'
import type { Subject } from './refused.ts'

/** What is audited though the permission table has no say in it. */
export type AuditedAction = Action | 'sign_in' | 'sign_out' | 'reseal'

interface AuditTerms {
  readonly target: AuditTarget
  readonly operation: AuditOperation
  readonly risk: RiskLevel
}

const terms = (target: AuditTarget, operation: AuditOperation, risk: RiskLevel): AuditTerms => ({
  target,
  operation,
  risk,
})

/** How the audit classes each action; a command that does several things says which operation it was. */
const termsOfAction: Readonly<Record<AuditedAction, AuditTerms>> = {
  'project.read': terms('project', 'access', 'low'),
  'project.create': terms('project', 'creation', 'low'),
  'project.update': terms('project', 'modification', 'low'),
  'project.setLevel': terms('project', 'modification', 'moderate'),
  'project.delete': terms('project', 'deletion', 'critical'),
  'project.watch': terms('project', 'modification', 'moderate'),
  'project.release': terms('project', 'stop', 'critical'),
  'tag.read': terms('tag', 'access', 'low'),
  'tag.write': terms('tag', 'modification', 'low'),
  'policy.read': terms('protection_level', 'access', 'low'),
  'policy.update': terms('protection_level', 'modification', 'critical'),
  'alert.read': terms('alert', 'access', 'low'),
  'alert.acknowledge': terms('alert', 'modification', 'low'),
  'alert.assign': terms('alert', 'modification', 'low'),
  'alert.snooze': terms('alert', 'modification', 'low'),
  'alert.comment': terms('alert', 'modification', 'low'),
  'alert.close': terms('alert', 'modification', 'moderate'),
  'alert.export': terms('alert', 'access', 'moderate'),
  'channel.read': terms('channel', 'access', 'low'),
  'channel.write': terms('channel', 'modification', 'moderate'),
  'channel.test': terms('channel', 'others', 'low'),
  'notification.read': terms('notification', 'access', 'low'),
  'notification.replay': terms('notification', 'start', 'moderate'),
  'silence.read': terms('silence', 'access', 'low'),
  'silence.write': terms('silence', 'modification', 'moderate'),
  'subscription.read': terms('subscription', 'access', 'low'),
  'subscription.write': terms('subscription', 'modification', 'critical'),
  'group.read': terms('alert_group', 'access', 'low'),
  'group.write': terms('alert_group', 'modification', 'moderate'),
  'template.read': terms('message_template', 'access', 'low'),
  'template.write': terms('message_template', 'modification', 'moderate'),
  'channelKind.read': terms('channel_kind', 'access', 'low'),
  'channelKind.write': terms('channel_kind', 'modification', 'critical'),
  'cluster.read': terms('ocp_cluster', 'access', 'low'),
  'cluster.write': terms('ocp_cluster', 'modification', 'moderate'),
  'cluster.test': terms('ocp_cluster', 'others', 'low'),
  'audit.read': terms('audit', 'access', 'low'),
  'audit.verify': terms('audit', 'others', 'low'),
  'audit.export': terms('audit', 'access', 'moderate'),
  'token.read': terms('token', 'access', 'low'),
  'token.create': terms('token', 'creation', 'critical'),
  'token.revoke': terms('token', 'deletion', 'moderate'),
  'source.read': terms('source', 'access', 'low'),
  'source.write': terms('source', 'modification', 'moderate'),
  'signal.write': terms('project', 'others', 'low'),
  'host.read': terms('host', 'access', 'low'),
  'host.write': terms('host', 'others', 'low'),
  'host.delete': terms('host', 'deletion', 'moderate'),
  'parameter.read': terms('parameter', 'access', 'low'),
  'parameter.update': terms('parameter', 'modification', 'critical'),
  'system.read': terms('installation', 'access', 'low'),
  'installation.update': terms('installation', 'modification', 'moderate'),
  'person.read': terms('account', 'access', 'low'),
  'person.update': terms('account', 'modification', 'moderate'),
  'onCall.read': terms('department', 'access', 'low'),
  'onCall.write': terms('department', 'modification', 'moderate'),
  'department.read': terms('department', 'access', 'low'),
  'department.write': terms('department', 'modification', 'critical'),
  'membership.write': terms('account', 'modification', 'critical'),
  'user.read': terms('account', 'access', 'low'),
  'user.write': terms('account', 'modification', 'urgent'),
  'signIn.read': terms('sign_in', 'access', 'low'),
  'signIn.write': terms('sign_in', 'modification', 'urgent'),
  'session.read': terms('account', 'access', 'low'),
  'session.revoke': terms('sign_in', 'stop', 'moderate'),
  'password.reset': terms('account', 'modification', 'critical'),
  'secondFactor.reset': terms('account', 'modification', 'critical'),
  'account.update': terms('account', 'modification', 'moderate'),
  'account.setUp': terms('account', 'creation', 'urgent'),
  sign_in: terms('sign_in', 'login', 'low'),
  sign_out: terms('sign_in', 'logoff', 'low'),
  reseal: terms('installation', 'modification', 'moderate'),
}

export const termsOf = (action: AuditedAction): AuditTerms => termsOfAction[action]

interface Snapshots {
  readonly before?: unknown
  readonly after?: unknown
}

/** The draft of what an action did to a thing; `before` and `after` hold no secret's value. */
export const auditOf = (
  action: AuditedAction,
  subject: Subject | null,
  { before = null, after = null }: Snapshots,
  special: Partial<AuditTerms> = {},
): AuditDraft => ({
  ...termsOf(action),
  ...special,
  targetId: subject?.id ?? null,
  targetName: subject?.name ?? null,
  before,
  after,
})
