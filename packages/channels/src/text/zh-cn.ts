import { assertNever } from '@highwater/core'
import { eventNames } from './event-names.ts'
import { formatMeasured, formatRoughly, type LengthUnits } from './length.ts'
import type { Phrases } from './phrases.ts'
import { chineseSentence } from './zh-cn-sentence.ts'

const units: LengthUnits = { day: '天', hour: '小时', minute: '分钟', second: '秒' }

export const zhCn: Phrases = {
  event: eventNames('zh-CN'),
  level: { high: '高保护', medium: '中保护', low: '低保护', none: '不保护' },
  severity: { critical: '严重', warning: '警告', info: '提示' },
  projectKind: { migration: '数据迁移', synchronization: '数据同步' },
  fact: {
    project: '项目',
    source_name: '数据来源',
    host: '主机',
    system: '系统',
    kind: '类型',
    level: '保护级别',
    department: '部门',
    owner: '负责人',
    called: '请关注',
    route: '链路',
    tags: '标签',
    observed: '当前值',
    threshold: '限值',
    opened: '开始时间',
    closed: '结束时间',
    sent: '发送时间',
    lasted: '持续时间',
    channel: '通道',
    requested_by: '发起人',
    id: '编号',
  },
  note: {
    first_news_of_a_closed_alert: '此前的告警消息没有送达，这是关于它的第一条消息。',
    may_be_a_duplicate: '上一次发送没有得到答复，这条消息可能重复；编号相同即为同一条告警。',
    level_raised: '保护级别已提高，因此再次通知。',
    reopened: '问题在结束后不久再次出现。',
    peak_doubled: '情况明显恶化：数值已超过此前峰值的两倍。',
    flapping: '该告警正在反复触发与恢复，之后改为定期汇总。',
    steady_again: '该告警已不再反复，恢复逐次通知。',
    escalated: '告警一直无人确认，因此升级通知。',
    snooze_ended: '稍后提醒的时间已到，告警仍未结束。',
    silence_ended: '静默已结束，告警仍未结束，因此再次通知。',
    period_began: '通知时段已开始，告警仍未结束。',
    replayed: '这条消息起初未能送达，由人工重新发送。',
  },
  closed: {
    recovered: '已恢复到限值以内。',
    level_changed: '保护级别已修改，按新的级别不再告警。',
    policy_changed: '告警阈值已修改，按新的阈值不再告警。',
    protection_removed: '项目已设为不保护，不再告警。',
    project_paused: '项目已暂停，告警随之结束。',
    project_finished: '项目已完成，告警随之结束。',
    project_released: '项目已释放，告警随之结束。',
    project_deleted: '项目已删除，告警随之结束。',
    object_removed: '告警对象已被删除或停用，告警随之结束。',
    work_taken_over: '主机原有的工作已全部被接管，告警随之结束。',
    closed_by_person: '告警已由人工关闭。',
  },
  closedBy: {
    level_changed: (name) => `${name} 修改了保护级别，按新的级别不再告警。`,
    policy_changed: (name) => `${name} 修改了告警阈值，按新的阈值不再告警。`,
    protection_removed: (name) => `${name} 将项目设为不保护，不再告警。`,
    closed_by_person: (name) => `告警已由 ${name} 关闭。`,
  },
  closeNote: (note) => `关闭理由：“${note}”`,
  closedForUnknownReason: '告警已结束。',
  stale: '以上数值不是最新的：此后没有收到新的数值。',
  detail: '上报的说明',
  cause: '原因',
  openAlert: '查看告警',
  openConsole: '打开控制台',
  listSeparator: '、',
  labelSeparator: '：',
  state(kind, repeat, recovered) {
    switch (kind) {
      case 'firing':
        return '告警'
      case 'repeat':
        return repeat > 0 ? `仍在告警，第 ${repeat} 次提醒` : '仍在告警'
      case 'resolved':
        return recovered ? '已恢复' : '已结束'
      case 'test':
        return '测试'
      default:
        return assertNever(kind)
    }
  },
  headline: (state, name, event, level) =>
    `【${state}】${name} ${event}${level === null ? '' : `（${level}）`}`,
  sentence: chineseSentence,
  turned: (times) => `短时间内已至少反复 ${times} 次。`,
  withheld: (from, to, others) =>
    others === 0
      ? `该通道 ${from} 至 ${to} 无法送达消息。`
      : `该通道 ${from} 至 ${to} 无法送达消息，期间关于此告警的另外 ${others} 条不再补发。`,
  detectedLate: (length) => `因 Highwater 曾停止运行，晚了 ${length}才发现。`,
  lasted: (length) => `，已持续 ${length}`,
  measured: (length) => formatMeasured(length, units),
  roughly: (length) => formatRoughly(length, units),
  resetHeadline: () => 'Highwater：设置新密码',
  resetSentence: (minutes) =>
    `有人为您的账号申请重置密码。链接在 ${minutes} 分钟内有效，只能使用一次。如非本人操作，请忽略，密码不会改变。`,
  resetLink: () => '设置新密码',
  testHeadline: () => '【测试】Highwater 测试消息',
  testSentence: (channelName, requestedBy) =>
    `这是通道“${channelName}”的测试消息，由 ${requestedBy} 发起。收到它，说明告警也能送到这里。`,
}
