import type { Action } from '@highwater/core/permissions'
import { writableLevels } from './bodies.ts'
import type { About } from './expected.ts'
import { canary, type ThingName, type World } from './world.fixture.ts'

export interface ProcedureRow {
  readonly action: Action
  readonly about: About
  readonly input?: (world: World) => unknown
  /** How the state of the things may refuse what the table allows. */
  readonly also?: readonly string[]
}

type Input = (world: World) => unknown
type More = Pick<ProcedureRow, 'also'>

const row = (action: Action, about: About, input?: Input, more: More = {}): ProcedureRow => ({
  action,
  about,
  ...(input === undefined ? {} : { input }),
  ...more,
})
const seen = (action: Action, input?: Input, more?: More) =>
  row(action, { kind: 'seen' }, input, more)
const whole = (action: Action, input?: Input, more?: More) =>
  row(action, { kind: 'whole' }, input, more)
const own = (input?: Input, more?: More) => row('account.update', { kind: 'own' }, input, more)
const made = (action: Action, rest: (world: World) => object, isOwn = false) =>
  row(action, { kind: 'new', own: isOwn }, (world) => ({
    department: world.home.id,
    ...rest(world),
  }))

/** A change of one thing, which the input names by `name`. */
const of = (action: Action, thing: ThingName, name: string, rest: object = {}, more?: More) =>
  row(
    action,
    { kind: 'thing', thing },
    ({ things }) => ({ [name]: things[thing].id, ...rest }),
    more,
  )
const one = (action: Action, thing: ThingName) => of(action, thing, 'id')
const hidden = (action: Action, thing: ThingName, name: string, rest: object = {}, more?: More) =>
  row(action, { kind: 'private', thing }, of(action, thing, name, rest).input, more)

const levels = { high: { allChannels: true } }
const source = { host: '127.0.0.1', port: 9, database: 'orders', user: 'watcher' }
const cluster = { config: { endpoint: '127.0.0.1:9', user: 'root' }, secrets: { password: 'x' } }
const window = {
  start: '2026-01-01T22:00',
  timeZone: 'UTC',
  durationMinutes: 60,
  rule: 'FREQ=DAILY',
}
const chosen = ({ things }: World) => ({ level: 'low', projects: [things.project.id] })
const range = ({ until, things }: World) => ({
  project: things.project.id,
  from: until - 7_200_000,
  to: until,
  points: 100,
})
const nothing = () => ({})
const absent: More = { also: ['not_found'] }
const inUse: More = { also: ['in_use', 'conflict'] }

/** Every procedure with what it does and what it is tried on; one that is missing fails the test. */
export const procedureRows: Readonly<Record<string, ProcedureRow>> = {
  'project.list': seen('project.read', nothing),
  'project.find': seen('project.read', () => ({ q: canary })),
  'project.get': one('project.read', 'project'),
  'project.page': one('project.read', 'project'),
  'project.sparklines': seen('project.read', ({ things }) => ({ projects: [things.project.id] })),
  'project.history': row('project.read', { kind: 'thing', thing: 'project' }, range),
  'project.create': made('project.create', () => ({ name: 'new', kind: 'migration' })),
  'project.update': of('project.update', 'project', 'project', { name: 'renamed' }),
  'project.remove': of('project.delete', 'project', 'project'),
  'project.setLevel': of('project.setLevel', 'project', 'project', { level: 'low' }),
  'project.setLevels': row(
    'project.setLevel',
    { kind: 'chosen', thing: 'project', unseen: 'allowed' },
    chosen,
  ),
  'project.bulk': row(
    'project.delete',
    { kind: 'chosen', thing: 'project', unseen: 'allowed' },
    ({ things }) => ({ action: 'delete', projects: [things.project.id] }),
  ),
  'project.tags': seen('tag.read'),
  'project.tagNames': seen('tag.read'),
  'project.renameTag': of('tag.write', 'tag', 'tag', { name: 'renamed' }),
  'project.removeTag': of('tag.write', 'tag', 'tag'),
  'alert.now': seen('alert.read'),
  'alert.unacknowledged': seen('alert.read'),
  'alert.list': seen('alert.read', nothing),
  'alert.find': seen('alert.read', () => ({ q: 'A1' })),
  'alert.get': one('alert.read', 'alert'),
  'alert.history': one('alert.read', 'alert'),
  'alert.acknowledge': of('alert.acknowledge', 'alert', 'alert'),
  'alert.unacknowledge': of('alert.acknowledge', 'alert', 'alert'),
  'alert.assign': of('alert.assign', 'alert', 'alert', { assignee: null }),
  'alert.snooze': of('alert.snooze', 'alert', 'alert', { minutes: 20 }),
  'alert.unsnooze': of('alert.snooze', 'alert', 'alert'),
  'alert.comment': of('alert.comment', 'alert', 'alert', { text: 'Seen.' }),
  'alert.close': of('alert.close', 'alert', 'alert', { reason: 'Known.' }),
  'policy.levels': whole('policy.read'),
  'policy.versions': whole('policy.read', nothing),
  'policy.version': whole('policy.read', () => ({ id: 1 })),
  'policy.projects': whole('policy.read'),
  'policy.preview': whole('policy.update', () => ({ proposal: writableLevels(), timeZone: 'UTC' })),
  'policy.previewLevelChange': seen('policy.read', (world) => ({
    proposal: chosen(world),
    timeZone: 'UTC',
  })),
  'policy.update': whole('policy.update', () => writableLevels()),
  'policy.restore': whole('policy.update', () => ({ restore: 1 })),
  'policy.reset': whole('policy.update', nothing),
  'levelRule.list': seen('policy.read'),
  'levelRule.preview': whole('policy.update'),
  'levelRule.previewAlerts': whole('policy.update', () => ({ timeZone: 'UTC' })),
  'levelRule.create': whole('policy.update', () => ({ level: 'low', tag: 'x', department: null })),
  'levelRule.update': of('policy.update', 'levelRule', 'rule', { level: 'low' }),
  'levelRule.remove': of('policy.update', 'levelRule', 'rule'),
  'levelRule.order': whole('policy.update', ({ things }) => ({ rules: [things.levelRule.id] })),
  'levelRule.applyToProjects': whole('project.setLevel', nothing),
  'levelRule.setDefaultLevel': of('policy.update', 'department', 'department', { level: 'high' }),
  'channel.list': seen('channel.read', nothing),
  'channel.get': one('channel.read', 'channel'),
  'channel.create': made('channel.write', () => ({
    name: 'new',
    kind: 'dingtalk',
    secrets: { webhook: 'a-token-of-a-robot' },
    saveUntested: true,
  })),
  'channel.update': of('channel.write', 'channel', 'channel', { name: 'renamed' }),
  'channel.remove': of('channel.write', 'channel', 'channel', {}, inUse),
  'channel.probe': of('channel.test', 'channel', 'channel', {}, inUse),
  'channel.test': of('channel.test', 'channel', 'channel'),
  'channel.testResult': seen('channel.test', () => ({ id: crypto.randomUUID() }), absent),
  'channel.kindSwitches': seen('channelKind.read'),
  'channel.kindsLeftOff': seen('channelKind.read'),
  'channel.switchKindOff': made('channelKind.write', () => ({ kind: 'slack' })),
  'channel.switchKindOn': made('channelKind.write', () => ({ kind: 'slack' })),
  'cluster.list': seen('cluster.read'),
  'cluster.get': one('cluster.read', 'cluster'),
  'cluster.create': whole('cluster.write', () => ({ name: 'new', ...cluster, saveUntested: true })),
  'cluster.update': of('cluster.write', 'cluster', 'cluster', { name: 'renamed' }),
  'cluster.remove': of('cluster.write', 'cluster', 'cluster'),
  'cluster.test': whole('cluster.test', () => cluster),
  'cluster.testResult': seen('cluster.test', () => ({ id: crypto.randomUUID() }), absent),
  'alertGroup.list': seen('group.read'),
  'alertGroup.get': one('group.read', 'group'),
  'alertGroup.create': made('group.write', () => ({ name: 'new', channels: [] })),
  'alertGroup.update': of('group.write', 'group', 'group', { name: 'renamed' }),
  'alertGroup.remove': of('group.write', 'group', 'group'),
  'template.list': seen('template.read'),
  'template.find': seen('template.read', ({ things }) => ({
    kind: 'test',
    locale: 'en',
    channel: things.channel.id,
  })),
  'template.versions': one('template.read', 'template'),
  'template.recentMessage': seen('template.read', () => 'firing'),
  'template.create': row('template.write', { kind: 'thing', thing: 'channel' }, ({ things }) => ({
    kind: 'test',
    locale: 'zh-CN',
    headline: 'a',
    text: 'b',
    channel: things.channel.id,
  })),
  'template.update': of('template.write', 'template', 'template', { text: 'b' }),
  'template.reset': of('template.write', 'template', 'template'),
  'template.restore': of('template.write', 'template', 'template', { restore: 1 }),
  'subscription.list': seen('subscription.read'),
  'subscription.get': one('subscription.read', 'subscription'),
  'subscription.create': made('subscription.write', () => ({ name: 'new', levels })),
  'subscription.update': of('subscription.write', 'subscription', 'subscription', { name: 'b' }),
  'subscription.remove': of('subscription.write', 'subscription', 'subscription'),
  'subscription.testRouting': of('subscription.read', 'project', 'project', { level: 'high' }),
  'delivery.list': seen('notification.read', nothing),
  'delivery.get': one('notification.read', 'notification'),
  'delivery.givenUp': seen('notification.read'),
  'delivery.replay': row(
    'notification.replay',
    { kind: 'chosen', thing: 'notification', unseen: 'refused' },
    ({ things }) => ({ choice: { notifications: [things.notification.id] } }),
  ),
  'audit.list': whole('audit.read', nothing),
  'audit.get': whole('audit.read', () => ({ id: crypto.randomUUID() }), absent),
  'audit.lastVerification': whole('audit.read'),
  'audit.verify': whole('audit.verify', nothing, { also: ['conflict'] }),
  'token.list': seen('token.read', nothing),
  'token.create': made('token.create', () => ({ name: 'new', scope: 'read' }), true),
  'token.revoke': hidden('token.revoke', 'token', 'token'),
  'silence.list': seen('silence.read', nothing),
  'silence.get': one('silence.read', 'silence'),
  'silence.preview': seen('silence.read', ({ until }) => ({ until, department: null })),
  'silence.previewWindow': seen('silence.read', () => ({ ...window, department: null })),
  'silence.overProject': seen('silence.read', ({ things }) => ({ id: things.project.id })),
  'silence.overAlert': seen('silence.read', ({ things }) => ({ id: things.alert.id })),
  'silence.ending': seen('silence.read'),
  'silence.create': made('silence.write', ({ until }) => ({ name: 'new', until })),
  'silence.createWindow': made('silence.write', () => ({ name: 'new', ...window })),
  'silence.update': of('silence.write', 'silence', 'silence', { name: 'renamed' }),
  'silence.updateWindow': of('silence.write', 'window', 'silence', { name: 'renamed' }),
  'silence.end': of('silence.write', 'silence', 'silence'),
  'silence.remove': of('silence.write', 'silence', 'silence', {}, inUse),
  'source.list': seen('source.read'),
  'source.get': one('source.read', 'source'),
  'source.create': made('source.write', () => ({
    name: 'new',
    kind: 'postgresql',
    config: source,
  })),
  'source.update': of('source.write', 'source', 'source', { name: 'renamed' }),
  'source.remove': of('source.write', 'source', 'source', {}, inUse),
  'host.list': seen('host.read'),
  'host.remove': of('host.delete', 'host', 'host'),
  'system.page': whole('system.read'),
  'system.keys': whole('system.read'),
  'system.installation': whole('policy.read'),
  'system.updateInstallation': whole('installation.update', () => ({ messageLocale: 'en' })),
  'parameter.list': whole('parameter.read'),
  'parameter.update': whole('parameter.update', () => ({ pendingSeconds: 61 })),
  'parameter.reset': whole('parameter.update', () => ({ keys: ['pendingSeconds'] })),
  'people.departments': seen('department.read'),
  'people.accounts': seen('user.read', nothing),
  'people.list': whole('person.read', nothing),
  'people.get': row(
    'person.read',
    { kind: 'of', thing: 'person' },
    one('person.read', 'person').input,
  ),
  'people.updateContacts': hidden('person.update', 'person', 'person', { mobile: '13800000000' }),
  'people.testContact': hidden(
    'person.update',
    'person',
    'person',
    { kind: 'email' },
    {
      also: ['conflict', 'invalid_input'],
    },
  ),
  'people.reachability': whole('person.read'),
  'people.onCall': seen('onCall.read'),
  'people.setOnCall': of('onCall.write', 'department', 'department', { rota: null }),
  'people.setMailChannel': whole('installation.update', () => ({ channel: null })),
  'department.get': one('department.read', 'department'),
  'department.create': whole('department.write', () => ({ name: 'new' })),
  'department.update': of('department.write', 'department', 'department', { name: 'renamed' }),
  'department.remove': of('department.write', 'department', 'department', {}, inUse),
  'department.setMember': of('membership.write', 'department', 'department', {
    user: 'canary@example.com',
    role: 'manager',
  }),
  'department.removeMember': of('membership.write', 'department', 'department', {
    user: 'canary@example.com',
  }),
  'user.list': seen('user.read', nothing),
  'user.get': one('user.read', 'person'),
  'user.create': whole('user.write', () => ({ email: 'new@example.com', displayName: 'new' })),
  'user.update': of('user.write', 'person', 'user', { displayName: 'renamed' }),
  'user.remove': of('user.write', 'person', 'user'),
  'user.access': of('session.read', 'person', 'id'),
  'user.resetPassword': of('password.reset', 'person', 'user'),
  'user.resetSecondFactor': of('secondFactor.reset', 'person', 'user'),
  'user.revokeSessions': hidden('session.revoke', 'person', 'user'),
  'signIn.local': whole('signIn.read'),
  'signIn.updateLocal': whole('signIn.write', () => ({ secondFactorFor: 'nobody' })),
  'signIn.providers': whole('signIn.read'),
  'signIn.provider': one('signIn.read', 'provider'),
  'signIn.policy': whole('signIn.read'),
  'signIn.createProvider': whole('signIn.write', () => ({
    name: 'new',
    issuer: 'https://new.example.com',
    clientId: 'highwater',
    clientSecret: 'a client secret',
  })),
  'signIn.updateProvider': of('signIn.write', 'provider', 'provider', { name: 'renamed' }),
  'signIn.removeProvider': of('signIn.write', 'provider', 'provider'),
  'signIn.updatePolicy': whole('signIn.write', () => ({ rules: [] })),
  'signIn.tryRules': whole('signIn.read', () => ({ token: '{"sub":"x"}', rules: [] })),
  'me.page': own(),
  'me.access': own(),
  'me.beginSecondFactor': own(nothing),
  'me.confirmSecondFactor': own(() => ({ code: '000000' }), { also: ['invalid_input'] }),
  'me.renewRecoveryCodes': own(() => ({ code: '000000' }), { also: ['invalid_input'] }),
  'me.removeSecondFactor': own(() => ({ code: '000000' })),
  'me.sessionId': own(),
  'me.changePassword': own(
    () => ({ currentPassword: 'not this one', newPassword: 'a very new password' }),
    { also: ['invalid_input'] },
  ),
  'me.revokeSession': hidden('session.revoke', 'session', 'session'),
  'me.revokeOtherSessions': own(),
  'live.news': seen('project.read', nothing),
}
