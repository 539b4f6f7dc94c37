import { channelKindNames, channelKinds } from '@highwater/channels/catalog'
import { locales, messageLocales, weekdays } from '@highwater/core'
import { signInSteps } from '@highwater/core/account'
import { alertEvents, alertStates } from '@highwater/core/alert'
import type { AuditTarget } from '@highwater/core/audit'
import { departmentRoles, globalRoles } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { projectKinds, projectStates } from '@highwater/core/project'
import { silenceKinds } from '@highwater/core/silence'
import { sourceKinds } from '@highwater/sources/catalog'
import { expect, it } from 'vitest'
import { fieldValue } from './field-value.ts'

const of = (target: AuditTarget, kind: string | null = null) => ({
  target,
  before: null,
  after: { kind },
})

it.each([
  [of('project'), 'protectionLevel', 'none', '无保护', 'No protection'],
  [of('project'), 'kind', 'migration', '数据迁移', 'Migration'],
  [of('alert'), 'state', 'closed', '已关闭', 'Closed'],
  [of('account'), 'departments.R. & D.', 'operator', '运维成员', 'Operator'],
  [of('account'), 'role', 'auditor', '审计员', 'Auditor'],
  [of('channel'), 'enabled', false, '否', 'No'],
  [of('sign_in'), 'passed', 'password', '密码', 'Password'],
  [of('sign_in'), 'missing', 'second_factor', '两步验证', 'Second factor'],
  [of('channel'), 'kind', 'dingtalk', '钉钉群机器人', 'DingTalk robot'],
  [
    of('subscription'),
    'scope.events',
    ['sync_delay', 'no_signal'],
    '同步延迟超限、无信号',
    'Synchronization delayed, No signal',
  ],
  [of('protection_level'), 'high.latencySeconds', 90, '90 (1 分 30 秒)', '90 (1 min 30 s)'],
] as const)(
  '%j: the value of %s is called as its form calls it',
  (audited, path, value, zh, en) => {
    expect(fieldValue(audited, path, value, 'zh-CN')).toBe(zh)
    expect(fieldValue(audited, path, value, 'en')).toBe(en)
  },
)

it('What people typed, and a code of another release, has no words', () => {
  for (const [target, path, value] of [
    ['project', 'name', 'high'],
    ['project', 'protectionLevel', 'highest'],
    ['subscription', 'scope.events', ['sync_delay', 'of_another_release']],
    ['subscription', 'scope.events', []],
    ['alert_group', 'people', ['01a1ff8a-b2a2-74f8-80fd-81cb763fac87']],
    ['protection_level', 'high.latencySeconds', 30],
    ['project', 'protectionLevel', 'constructor'],
  ] as const) {
    expect(fieldValue(of(target), path, value, 'en')).toBeNull()
  }
})

it('Every code of a closed set has words in every language', () => {
  const sets = [
    ['project', 'protectionLevel', protectionLevels],
    ['sign_in', 'missing', signInSteps],
    ['project', 'kind', projectKinds],
    ['project', 'state', projectStates],
    ['silence', 'kind', silenceKinds],
    ['channel', 'kind', channelKindNames],
    ['source', 'kind', sourceKinds.map(({ kind }) => kind)],
    ['alert', 'state', alertStates],
    ['subscription', 'events', alertEvents],
    ['account', 'role', [...globalRoles, ...departmentRoles]],
    ['installation', 'messageLocale', messageLocales],
    ['silence', 'weekdays', weekdays],
  ] as const
  for (const [target, path, codes] of sets) {
    for (const code of codes) {
      for (const locale of locales) {
        expect(fieldValue(of(target), path, code, locale), `${path} ${code}`).not.toBeNull()
      }
    }
  }
})

it('Every choice of a channel is called as its form calls it, of own robots too', () => {
  for (const { kind, fields } of channelKinds) {
    for (const { path, options = [] } of fields) {
      for (const { value, label } of options) {
        for (const locale of locales) {
          const robot = `robots.${kind}.${path}`
          expect(fieldValue(of('channel', kind), path, value, locale)).toBe(label[locale])
          expect(fieldValue(of('account'), robot, value, locale)).toBe(label[locale])
        }
      }
    }
  }
})
