import { assertNever } from '../assert-never.ts'
import type { Action } from '../permissions/table.ts'
import type { AuditDraft } from './draft.ts'
import type { AuditOperation, AuditTarget } from './terms.ts'

type Subject = Action extends `${infer Name}.${string}` ? Name : never

const targetsBySubject = {
  project: 'project',
  policy: 'protection_level',
  alert: 'alert',
  channel: 'channel',
  notification: 'notification',
  audit: 'audit',
  token: 'token',
  source: 'source',
  signal: 'project',
  silence: 'silence',
  subscription: 'subscription',
  group: 'alert_group',
  template: 'message_template',
  channelKind: 'channel_kind',
  cluster: 'ocp_cluster',
  host: 'host',
  tag: 'tag',
  parameter: 'parameter',
  system: 'installation',
  installation: 'installation',
  person: 'account',
  onCall: 'department',
  department: 'department',
  membership: 'account',
  user: 'account',
  session: 'account',
  password: 'account',
  secondFactor: 'account',
  signIn: 'sign_in',
  account: 'account',
} as const satisfies Record<Subject, AuditTarget>

type Verb = Action extends `${string}.${infer Name}` ? Name : never

function operationOf(verb: Verb): AuditOperation {
  switch (verb) {
    case 'create':
    case 'setUp':
      return 'creation'
    case 'delete':
    case 'revoke':
      return 'deletion'
    case 'read':
    case 'export':
      return 'access'
    case 'update':
    case 'setLevel':
    case 'acknowledge':
    case 'assign':
    case 'snooze':
    case 'comment':
    case 'close':
    case 'watch':
    case 'write':
    case 'reset':
      return 'modification'
    case 'release':
      return 'stop'
    case 'test':
    case 'verify':
    case 'replay':
      return 'others'
    default:
      return assertNever(verb)
  }
}

/** How the audit files an attempt that was refused before anything of it was known but its action. */
export function targetOf(action: Action): Pick<AuditDraft, 'target' | 'operation' | 'risk'> {
  const [subject, verb] = action.split('.') as [Subject, Verb]
  return {
    target: targetsBySubject[subject],
    operation: operationOf(verb),
    risk: verb === 'read' ? 'low' : 'moderate',
  }
}
