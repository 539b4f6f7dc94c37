import type { Action } from '@highwater/core/permissions'
import { writableLevels } from './bodies.ts'
import type { About } from './expected.ts'
import type { ThingName, World } from './world.fixture.ts'

export interface RestRow {
  readonly about: About
  /** Where it is not what the operation names. */
  readonly action?: Action
  readonly body?: (world: World) => unknown
  readonly query?: string
  /** The last part of the path where it is not the id of the thing. */
  readonly params?: Readonly<Record<string, string>>
  /** How the state of the things may refuse what the table allows. */
  readonly also?: readonly number[]
}

const seen = (more: Partial<RestRow> = {}): RestRow => ({ about: { kind: 'seen' }, ...more })
const whole = (more: Partial<RestRow> = {}): RestRow => ({ about: { kind: 'whole' }, ...more })
const open = (more: Partial<RestRow> = {}): RestRow => ({ about: { kind: 'public' }, ...more })
const made = (body: (world: World) => object, more: Partial<RestRow> = {}): RestRow => ({
  about: { kind: 'new', own: false },
  body: (world) => ({ department: world.home.id, ...body(world) }),
  ...more,
})
const of = (thing: ThingName, body?: unknown, more: Partial<RestRow> = {}): RestRow => ({
  about: { kind: 'thing', thing },
  ...(body === undefined ? {} : { body: () => body }),
  ...more,
})

const chosen = (
  thing: ThingName,
  unseen: 'allowed' | 'refused',
  body: (world: World) => unknown,
): RestRow => ({ about: { kind: 'chosen', thing, unseen }, body })
const about = (kind: 'private' | 'of', thing: ThingName, body?: unknown): RestRow => ({
  ...of(thing, body),
  about: { kind, thing },
})

const levels = { high: { allChannels: true } }
const source = { host: '127.0.0.1', port: 9, database: 'orders', user: 'watcher' }
const cluster = { config: { endpoint: '127.0.0.1:9', user: 'root' }, secrets: { password: 'x' } }
const window = {
  start: '2026-01-01T22:00',
  timeZone: 'UTC',
  durationMinutes: 60,
  rule: 'FREQ=DAILY',
}
const untilOf = ({ until }: World) => new Date(until).toISOString()
const choice = ({ things }: World) => ({ level: 'low', projects: [things.project.id] })

/** Every operation of the API with what it is tried on; one that is missing here fails the test. */
export const restRows: Readonly<Record<string, RestRow>> = {
  sendSignals: seen({
    body: ({ things }) => ({
      signals: [
        { project: things.project.id, observedAt: '2026-01-01T00:00:00Z', state: 'running' },
      ],
    }),
  }),
  getPing: open({ also: [404] }),
  getPingStart: open({ also: [404] }),
  getPingFail: open({ also: [404] }),
  getPingExitCode: open({ also: [404] }),
  postPing: open({ also: [404] }),
  postPingStart: open({ also: [404] }),
  postPingFail: open({ also: [404] }),
  postPingExitCode: open({ also: [404] }),
  listProjects: seen(),
  createProject: made(() => ({ name: 'new', kind: 'migration' })),
  getProject: of('project'),
  updateProject: of('project', { name: 'renamed' }),
  deleteProject: of('project'),
  setProjectProtectionLevel: of('project', { level: 'low' }),
  setProtectionLevels: chosen('project', 'allowed', choice),
  previewProjectLevels: seen({ body: choice }),
  getProtectionLevels: whole(),
  replaceProtectionLevels: whole({ body: writableLevels }),
  previewProtectionLevels: whole({ body: writableLevels }),
  listProtectionLevelVersions: whole(),
  getProtectionLevelVersion: whole({ params: { version: '1' } }),
  restoreProtectionLevelVersion: whole({ params: { version: '1' } }),
  resetProtectionLevels: whole(),
  listLevelRules: seen(),
  createLevelRule: whole({ body: () => ({ level: 'low', tag: 'x', department: null }) }),
  orderLevelRules: whole({ body: ({ things }) => ({ rules: [things.levelRule.id] }) }),
  previewLevelRules: whole(),
  applyLevelRules: whole(),
  updateLevelRule: of('levelRule', { level: 'low' }),
  deleteLevelRule: of('levelRule'),
  listAlerts: seen(),
  exportAlerts: seen(),
  getAlert: of('alert'),
  acknowledgeAlert: of('alert', {}),
  unacknowledgeAlert: of('alert'),
  assignAlert: of('alert', { assignee: null }),
  snoozeAlert: of('alert', { minutes: 20 }),
  unsnoozeAlert: of('alert'),
  commentOnAlert: of('alert', { text: 'Seen.' }),
  closeAlert: of('alert', { reason: 'Known.' }),
  listChannels: seen(),
  createChannel: made(() => ({
    name: 'new',
    kind: 'dingtalk',
    secrets: { webhook: 'a-token-of-a-robot' },
    saveUntested: true,
  })),
  testChannel: made(() => ({ kind: 'dingtalk', secrets: { webhook: 'a-token-of-a-robot' } })),
  probeChannel: of('channel', undefined, { also: [409] }),
  getChannelTest: seen({ params: { testId: crypto.randomUUID() }, also: [404] }),
  getChannel: of('channel'),
  updateChannel: of('channel', { name: 'renamed' }),
  deleteChannel: of('channel', undefined, { also: [409] }),
  listChannelKinds: seen(),
  listOcpClusters: seen(),
  createOcpCluster: whole({ body: () => ({ name: 'new', ...cluster, saveUntested: true }) }),
  testOcpCluster: whole({ body: () => cluster }),
  getOcpCluster: of('cluster'),
  updateOcpCluster: of('cluster', { name: 'renamed' }),
  deleteOcpCluster: of('cluster'),
  listSwitchedOffChannelKinds: seen(),
  switchChannelKindOff: made(() => ({}), { params: { kind: 'slack' } }),
  switchChannelKindOn: made(() => ({}), { params: { kind: 'slack' } }),
  listAlertGroups: seen(),
  createAlertGroup: made(() => ({ name: 'new', channels: [] })),
  getAlertGroup: of('group'),
  updateAlertGroup: of('group', { name: 'renamed' }),
  deleteAlertGroup: of('group'),
  listSubscriptions: seen(),
  createSubscription: made(() => ({ name: 'new', levels })),
  getSubscription: of('subscription'),
  updateSubscription: of('subscription', { name: 'renamed' }),
  deleteSubscription: of('subscription'),
  testRouting: of('project', undefined, {
    body: ({ things }) => ({ project: things.project.id, level: 'high' }),
  }),
  listNotifications: seen(),
  replayNotifications: chosen('notification', 'refused', ({ things }) => ({
    notifications: [things.notification.id],
  })),
  replayNotification: of('notification', undefined, { also: [409] }),
  getNotification: of('notification'),
  listSilences: seen(),
  createSilence: made((world) => ({ name: 'new', until: untilOf(world) })),
  previewSilence: seen({ body: (world) => ({ until: untilOf(world), department: null }) }),
  getSilence: of('silence'),
  updateSilence: of('silence', { name: 'renamed' }),
  deleteSilence: of('silence', undefined, { also: [409] }),
  endSilence: of('silence', {}),
  listMaintenanceWindows: seen(),
  createMaintenanceWindow: made(() => ({ name: 'new', ...window })),
  previewMaintenanceWindow: seen({ body: () => ({ ...window, department: null }) }),
  getMaintenanceWindow: of('window'),
  updateMaintenanceWindow: of('window', { name: 'renamed' }),
  deleteMaintenanceWindow: of('window', undefined, { also: [409] }),
  endMaintenanceWindow: of('window', {}),
  changeProjects: chosen('project', 'allowed', ({ things }) => ({
    action: 'delete',
    projects: [things.project.id],
  })),
  listProjectSteps: of('project'),
  listTags: seen(),
  renameTag: of('tag', { name: 'renamed' }),
  deleteTag: of('tag'),
  listTemplates: seen(),
  createTemplate: of('channel', undefined, {
    body: ({ things }) => ({
      kind: 'test',
      locale: 'zh-CN',
      headline: 'a',
      text: 'b',
      channel: things.channel.id,
    }),
  }),
  previewTemplate: seen({
    body: () => ({ kind: 'test', locale: 'en', headline: 'a', text: 'b', channelKind: 'dingtalk' }),
  }),
  getTemplate: of('template'),
  updateTemplate: of('template', { text: 'b' }),
  deleteTemplate: of('template'),
  listTemplateVersions: of('template'),
  restoreTemplateVersion: of('template', undefined, { params: { version: '1' } }),
  listTemplateVariables: seen(),
  listSources: seen(),
  createSource: made(() => ({ name: 'new', kind: 'postgresql', config: source })),
  getSource: of('source'),
  updateSource: of('source', { name: 'renamed' }),
  deleteSource: of('source', undefined, { also: [409] }),
  listSourceKinds: seen(),
  listHosts: seen(),
  getHost: of('host'),
  deleteHost: of('host'),
  reportHost: of('host', { cpu: 0.2 }),
  listParameters: whole(),
  updateParameters: whole({ body: () => ({ pendingSeconds: 61 }) }),
  resetParameter: whole({ params: { key: 'pendingSeconds' } }),
  listAuditEvents: whole(),
  exportAuditEvents: whole(),
  verifyAuditEvents: whole({ body: () => ({}), also: [409] }),
  listTokens: seen(),
  createToken: made(() => ({ name: 'new', scope: 'read' }), { about: { kind: 'new', own: true } }),
  deleteToken: about('private', 'token'),
  listDepartments: seen(),
  createDepartment: whole({ body: () => ({ name: 'new' }) }),
  getDepartment: of('department'),
  updateDepartment: of('department', { name: 'renamed' }),
  deleteDepartment: of('department', undefined, { also: [409] }),
  setDepartmentMember: of(
    'department',
    { role: 'operator' },
    { params: { user: 'canary@example.com' } },
  ),
  removeDepartmentMember: of('department', undefined, { params: { user: 'canary@example.com' } }),
  setDepartmentProtectionLevel: of('department', { level: 'high' }),
  listPeople: whole(),
  getPerson: about('of', 'person'),
  updateContacts: about('private', 'person', { mobile: '13800000000' }),
  testContact: { ...about('private', 'person', { kind: 'email' }), also: [409, 422] },
  readReachability: whole(),
  readInstallation: whole(),
  updateInstallation: whole({ body: () => ({ messageTimeZone: 'Asia/Shanghai' }) }),
  setMailChannel: whole({ body: () => ({ channel: null }) }),
  listOnCall: seen(),
  setOnCall: of('department', { rota: null }),
  listUsers: seen(),
  createUser: whole({ body: () => ({ email: 'new@example.com', displayName: 'new' }) }),
  getUser: of('person'),
  updateUser: of('person', { displayName: 'renamed' }),
  deleteUser: of('person'),
  getUserAccess: of('person'),
  endUserSessions: about('private', 'person'),
  giveInitialPassword: of('person'),
  removeSecondFactor: of('person'),
  listSignInProviders: whole(),
  createSignInProvider: whole({
    body: () => ({
      name: 'new',
      issuer: 'https://new.example.com',
      clientId: 'highwater',
      clientSecret: 'a client secret',
    }),
  }),
  getSignInProvider: of('provider'),
  updateSignInProvider: of('provider', { name: 'renamed' }),
  deleteSignInProvider: of('provider'),
  getSignInRules: whole(),
  replaceSignInRules: whole({ body: () => ({ rules: [] }) }),
  getLocalSignIn: whole(),
  updateLocalSignIn: whole({ body: () => ({ secondFactorFor: 'nobody' }) }),
  trySignInRules: whole({ body: () => ({ token: '{"sub":"x"}', rules: [] }) }),
  getOpenApi: open(),
  getDocuments: open(),
}
