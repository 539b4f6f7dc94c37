import type { Localized } from '../locale.ts'

export const parameterUnits = [
  'seconds',
  'minutes',
  'hours',
  'days',
  'count',
  'percent',
  'ratio',
] as const
export type ParameterUnit = (typeof parameterUnits)[number]

export const parameterGroups = [
  'holding',
  'absence',
  'flapping',
  'storm',
  'delivery',
  'hosts',
  'system',
  'history',
  'people',
  'signIn',
] as const
export type ParameterGroup = (typeof parameterGroups)[number]

export const parameterGroupNames: Readonly<Record<ParameterGroup, Localized>> = {
  holding: { 'zh-CN': '告警的触发与恢复', en: 'Opening and closing' },
  absence: { 'zh-CN': '无信号与暂停', en: 'Silence and pauses' },
  flapping: { 'zh-CN': '反复波动', en: 'Flapping' },
  storm: { 'zh-CN': '告警风暴', en: 'Alert storms' },
  delivery: { 'zh-CN': '消息发送', en: 'Sending messages' },
  hosts: { 'zh-CN': '主机', en: 'Hosts' },
  system: { 'zh-CN': '系统告警', en: 'System alerts' },
  history: { 'zh-CN': '历史数据保留', en: 'Keeping history' },
  people: { 'zh-CN': '升级与提醒', en: 'Escalation and reminders' },
  signIn: { 'zh-CN': '密码、会话与令牌', en: 'Passwords, sessions and tokens' },
}

/** Groups by which things are judged: a change there has each of them looked at again. */
const judging = {
  projects: ['holding', 'absence', 'flapping'],
  hosts: ['holding', 'hosts'],
  channels: ['system'],
} as const satisfies Record<string, readonly ParameterGroup[]>
export type JudgedByParameters = keyof typeof judging

/** Whether the parameter says when these are in trouble, or well again. */
export const judges = (what: JudgedByParameters, { group }: ParameterSpec): boolean =>
  judging[what].some((known) => known === group)

/** One value that an installation may tune. All but ratios are whole numbers of their unit. */
export interface ParameterSpec {
  readonly group: ParameterGroup
  readonly unit: ParameterUnit
  readonly min: number
  readonly max: number
  readonly default: number
  readonly label: Localized
  /** What it does, in one sentence. */
  readonly meaning: Localized
}

type Entry = Omit<ParameterSpec, 'group'>

export const inGroup = <Key extends string>(
  group: ParameterGroup,
  entries: Readonly<Record<Key, Entry>>,
): Readonly<Record<Key, ParameterSpec>> =>
  Object.fromEntries(
    Object.entries<Entry>(entries).map(([key, entry]) => [key, { group, ...entry }]),
  ) as Record<Key, ParameterSpec>
