import type { Localized } from '../locale.ts'
import type { AuditTarget } from './terms.ts'

const of = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en })

/**
 * What the fields of audited changes are called, word by word of their paths; `target:word` where it
 * means something else there. Every test's database is searched for a field that is missing here.
 */
export const auditFieldNames: Readonly<Record<string, Localized>> = {
  name: of('名称', 'Name'),
  displayName: of('显示名称', 'Display name'),
  remark: of('备注', 'Remark'),
  description: of('说明', 'Description'),
  note: of('说明', 'Note'),
  reason: of('原因', 'Reason'),
  because: of('原因', 'Reason'),
  text: of('正文', 'Text'),
  'alert:text': of('评论', 'Comment'),
  kind: of('类型', 'Kind'),
  state: of('状态', 'State'),
  enabled: of('启用', 'Enabled'),
  disabled: of('停用', 'Disabled'),
  on: of('开启', 'On'),
  ended: of('已结束', 'Ended'),
  revoked: of('已吊销', 'Revoked'),
  tested: of('已测试', 'Tested'),
  'account:tested': of('测试的联系方式', 'Contact tested'),
  probe: of('用于探测的消息数', 'Messages to probe with'),
  order: of('顺序', 'Order'),
  value: of('值', 'Value'),
  repeated: of('重复次数', 'Times repeated'),
  from: of('开始', 'From'),
  start: of('开始', 'Start'),
  until: of('截止', 'Until'),
  expiresAt: of('有效期至', 'Expires'),

  department: of('部门', 'Department'),
  departments: of('部门', 'Departments'),
  owner: of('负责人', 'Owner'),
  'token:owner': of('归属人', 'Owner'),
  maintainers: of('维护人', 'Maintainers'),
  people: of('人员', 'People'),
  emails: of('人员邮箱', 'Addresses of people'),
  tag: of('标签', 'Tag'),
  tags: of('标签', 'Tags'),
  projects: of('项目', 'Projects'),
  exceptProjects: of('排除的项目', 'Projects left out'),
  events: of('告警事件', 'Alert events'),
  scope: of('范围', 'Scope'),
  except: of('排除', 'Left out'),

  externalKey: of('外部标识', 'External key'),
  source: of('源端', 'Source'),
  target: of('目标端', 'Target'),
  expectedIntervalSeconds: of('上报间隔（秒）', 'Reporting interval (seconds)'),
  intervalSeconds: of('采集间隔（秒）', 'Interval of collection (seconds)'),
  alertBeforeCatchUp: of('首次追平前告警', 'Alert before the first catch-up'),
  watched: of('监控', 'Watched'),

  protectionLevel: of('保护级别', 'Protection level'),
  defaultLevel: of('默认保护级别', 'Default protection level'),
  level: of('保护级别', 'Protection level'),
  levels: of('保护级别', 'Protection levels'),
  high: of('高保护', 'High'),
  medium: of('中保护', 'Medium'),
  low: of('低保护', 'Low'),
  latencySeconds: of('延迟阈值（秒）', 'Latency threshold (seconds)'),
  interruptionSeconds: of('中断阈值（秒）', 'Interruption threshold (seconds)'),
  frequencyMinutes: of('告警频率（分钟）', 'Alert frequency (minutes)'),
  overrides: of('单独阈值', 'Separate thresholds'),
  migration: of('数据迁移', 'Migration'),
  synchronization: of('数据同步', 'Synchronization'),

  acknowledgedBy: of('确认人', 'Acknowledged by'),
  acknowledgedUntil: of('确认有效至', 'Acknowledged until'),
  assignee: of('处理人', 'Assignee'),
  snoozedUntil: of('稍后提醒时间', 'Snoozed until'),

  config: of('设置', 'Settings'),
  secrets: of('密钥', 'Secrets'),
  fallbackChannel: of('备用通道', 'Fallback channel'),
  monthlyQuota: of('每月额度', 'Monthly quota'),
  aggregation: of('聚合', 'Aggregation'),
  windowSeconds: of('聚合时段（秒）', 'Window (seconds)'),
  by: of('分组条件', 'Group by'),
  'account:by': of('方式', 'By way of'),
  channels: of('通道', 'Channels'),
  allChannels: of('全部通道', 'All channels'),
  groups: of('告警组', 'Alert groups'),
  period: of('通知时段', 'Hours'),
  daily: of('每日时段', 'Hours of the day'),
  weekdays: of('星期', 'Days of the week'),
  limit: of('接收上限', 'Receive limit'),
  messages: of('消息数', 'Messages'),
  per: of('统计周期', 'Per'),
  recoveryNotices: of('恢复通知', 'Recovery notices'),
  mention: of('提醒的人', 'People mentioned'),
  escalation: of('升级通知', 'Escalation'),
  locale: of('语言', 'Language'),
  headline: of('标题', 'Headline'),
  facts: of('信息行', 'Facts'),
  detail: of('显示上报的说明', 'Words of the source'),

  timeZone: of('时区', 'Time zone'),
  durationMinutes: of('持续时间（分钟）', 'Duration (minutes)'),
  rule: of('重复规则', 'Recurrence rule'),
  turns: of('轮班方式', 'Turns'),
  startsOn: of('首个值班日', 'First day'),
  handoverHour: of('交班时间（点）', 'Hour of handover'),

  messageLocale: of('消息语言', 'Language of messages'),
  messageTimeZone: of('消息时区', 'Time zone of messages'),
  mailChannel: of('发送个人邮件的通道', 'Channel for mail to people'),
  sealedWith: of('加封密钥', 'Key that seals'),
  texts: of('重新加封的条数', 'Texts sealed anew'),
  isOwn: of('Highwater 自身的节点', 'Node of Highwater'),
  lastSeenAt: of('最近心跳', 'Last heartbeat'),

  email: of('邮箱', 'E-mail address'),
  mobile: of('手机号', 'Mobile number'),
  mail: of('接收个人邮件', 'Mail to the person'),
  dingtalkUserId: of('钉钉 userId', 'DingTalk userId'),
  feishuOpenId: of('飞书 open_id', 'Feishu open_id'),
  wecomUserId: of('企业微信账号', 'WeCom account'),
  robots: of('个人机器人', 'Own robots'),
  role: of('角色', 'Role'),
  mayUsePassword: of('可用密码登录', 'May sign in with a password'),
  initialUntil: of('初始密码有效至', 'Initial password valid until'),
  passwordChanged: of('已修改密码', 'Password changed'),
  recoveryCodes: of('恢复码', 'Recovery codes'),
  secondFactor: of('第二步验证', 'Second factor'),
  endedSessions: of('结束的会话数', 'Sessions ended'),
  sessions: of('会话数', 'Sessions'),
  ip: of('IP 地址', 'IP address'),
  userAgent: of('客户端', 'Client'),
  passed: of('已通过的步骤', 'Step passed'),
  missing: of('还缺的步骤', 'Step missing'),

  provider: of('登录提供方', 'Sign-in provider'),
  issuer: of('签发地址', 'Issuer'),
  endpoints: of('端点', 'Endpoints'),
  authorization: of('授权端点', 'Authorization endpoint'),
  token: of('令牌端点', 'Token endpoint'),
  jwks: of('公钥端点（JWKS）', 'Keys (JWKS)'),
  userinfo: of('用户信息端点', 'User info endpoint'),
  endSession: of('退出端点', 'Sign-out endpoint'),
  clientId: of('客户端 ID', 'Client id'),
  clientSecret: of('客户端密钥', 'Client secret'),
  clientAuthentication: of('客户端认证方式', 'Client authentication'),
  scopes: of('权限范围', 'Scopes'),
  groupsClaim: of('组声明', 'Claim of groups'),
  clockToleranceSeconds: of('时钟容差（秒）', 'Clock tolerance (seconds)'),
  recheckMinutes: of('复查间隔（分钟）', 'Checked again every (minutes)'),
  vouchesForEmail: of('信任其邮箱', 'Vouches for addresses'),
  linksByEmail: of('按邮箱关联账号', 'Links accounts by address'),
  environmentVouchesForEmail: of(
    '信任环境变量提供方的邮箱',
    'Provider of the environment vouches for addresses',
  ),
  environmentLinksByEmail: of(
    '环境变量提供方按邮箱关联账号',
    'Provider of the environment links by address',
  ),
  rules: of('声明规则', 'Claim rules'),
  withoutRule: of('没有匹配规则时', 'Where no rule matches'),
  localSignIn: of('本地密码登录', 'Sign-in with a password'),
  secondFactorFor: of('要求第二步验证的人', 'Second factor asked of'),
  breakGlass: of('应急管理员', 'Break-glass administrators'),

  filter: of('筛选条件', 'Filter'),
  format: of('格式', 'Format'),
  isIntact: of('完整', 'Intact'),
  at: of('时间', 'Time'),
  checked: of('已校验条数', 'Entries checked'),
  older: of('更早的条数', 'Older entries'),
  fault: of('问题', 'Fault'),
  checkpoint: of('检查点', 'Checkpoint'),
}

/** Below these stand names of their own: settings of a kind, departments, kinds of robots. */
const open: ReadonlySet<string> = new Set(['config', 'secrets', 'departments', 'robots'])

const nameOf = (target: AuditTarget, word: string): Localized | undefined => {
  const own = `${target}:${word}`
  if (Object.hasOwn(auditFieldNames, own)) return auditFieldNames[own]
  return Object.hasOwn(auditFieldNames, word) ? auditFieldNames[word] : undefined
}

export interface NamedField {
  readonly names: readonly Localized[]
  /** What stands below in words of its own; null where nothing does. */
  readonly rest: string | null
}

/** What people call the field at this path of a change, from the whole to the part; null if unknown. */
export function nameAuditField(target: AuditTarget, path: string): NamedField | null {
  const words = path.split('.')
  const [first = '', ...below] = words
  const closed = open.has(first) ? [first] : words
  const names = closed.flatMap((word) => nameOf(target, word) ?? [])
  if (names.length < closed.length) return null
  return { names, rest: closed === words || below.length === 0 ? null : below.join('.') }
}
