import { assertNever } from '@highwater/core'
import { eventNames } from './event-names.ts'
import { formatMeasured, formatRoughly, type LengthUnits } from './length.ts'
import type { Phrases } from './phrases.ts'
import { taiwaneseSentence } from './zh-tw-sentence.ts'

const units: LengthUnits = { day: '天', hour: '小時', minute: '分鐘', second: '秒' }

export const zhTw: Phrases = {
  event: eventNames('zh-TW'),
  level: { high: '高保護', medium: '中保護', low: '低保護', none: '不保護' },
  severity: { critical: '嚴重', warning: '警告', info: '提示' },
  projectKind: { migration: '資料移轉', synchronization: '資料同步' },
  fact: {
    project: '專案',
    source_name: '資料來源',
    host: '主機',
    system: '系統',
    kind: '類型',
    level: '保護等級',
    department: '部門',
    owner: '負責人',
    called: '請留意',
    route: '路徑',
    tags: '標籤',
    observed: '目前數值',
    threshold: '上限',
    opened: '開始時間',
    closed: '結束時間',
    sent: '傳送時間',
    lasted: '持續時間',
    channel: '通道',
    requested_by: '發起人',
    id: '編號',
  },
  note: {
    first_news_of_a_closed_alert: '先前的警報訊息沒有送達，這是它的第一則訊息。',
    may_be_a_duplicate: '上一次傳送沒有得到回覆，這則訊息可能重複；編號相同即為同一則警報。',
    level_raised: '保護等級已提高，因此再次通知。',
    reopened: '問題在結束後不久再次出現。',
    peak_doubled: '情況明顯惡化：數值已超過先前高峰的兩倍。',
    flapping: '這則警報反覆觸發與恢復，之後改為定期彙整。',
    steady_again: '這則警報已不再反覆，恢復逐次通知。',
    escalated: '警報一直無人確認，因此升級通知。',
    snooze_ended: '延後提醒的時間已到，警報仍未結束。',
    silence_ended: '靜音已結束，警報仍未結束，因此再次通知。',
    period_began: '通知時段已開始，警報仍未結束。',
    replayed: '這則訊息起初未能送達，由人工重新發送。',
  },
  closed: {
    recovered: '已恢復到上限以內。',
    level_changed: '保護等級已變更，依新的等級不再發出警報。',
    policy_changed: '警報門檻已變更，依新的門檻不再發出警報。',
    protection_removed: '專案已設為不保護，不再發出警報。',
    project_paused: '專案已暫停，警報隨之結束。',
    project_finished: '專案已完成，警報隨之結束。',
    project_released: '專案已釋出，警報隨之結束。',
    project_deleted: '專案已刪除，警報隨之結束。',
    object_removed: '警報對象已刪除或停用，警報隨之結束。',
    work_taken_over: '主機原有的工作已全部由其他主機接手，警報隨之結束。',
    closed_by_person: '警報已由人工關閉。',
  },
  closedBy: {
    level_changed: (name) => `${name} 變更了保護等級，依新的等級不再發出警報。`,
    policy_changed: (name) => `${name} 變更了警報門檻，依新的門檻不再發出警報。`,
    protection_removed: (name) => `${name} 將專案設為不保護，不再發出警報。`,
    closed_by_person: (name) => `警報已由 ${name} 關閉。`,
  },
  closeNote: (note) => `關閉理由：「${note}」`,
  closedForUnknownReason: '警報已結束。',
  stale: '以上數值不是最新的：此後沒有收到新的數值。',
  detail: '回報的說明',
  cause: '原因',
  openAlert: '查看警報',
  openConsole: '開啟主控台',
  listSeparator: '、',
  labelSeparator: '：',
  state(kind, repeat, recovered) {
    switch (kind) {
      case 'firing':
        return '警報'
      case 'repeat':
        return repeat > 0 ? `警報仍持續，第 ${repeat} 次提醒` : '警報仍持續'
      case 'resolved':
        return recovered ? '已恢復' : '已結束'
      case 'test':
        return '測試'
      default:
        return assertNever(kind)
    }
  },
  headline: (state, name, event, level) =>
    `【${state}】${name} ${event}${level === null ? '' : `（${level}）`}`,
  sentence: taiwaneseSentence,
  turned: (times) => `短時間內已至少反覆 ${times} 次。`,
  withheld: (from, to, others) =>
    others === 0
      ? `此通道 ${from} 至 ${to} 無法送達訊息。`
      : `此通道 ${from} 至 ${to} 無法送達訊息，期間關於此警報的另外 ${others} 則不再補發。`,
  detectedLate: (length) => `因 Highwater 曾停止運作，晚了 ${length}才發現。`,
  lasted: (length) => `，已持續 ${length}`,
  measured: (length) => formatMeasured(length, units),
  roughly: (length) => formatRoughly(length, units),
  resetHeadline: () => 'Highwater：設定新密碼',
  resetSentence: (minutes) =>
    `有人為您的帳號申請重設密碼。連結在 ${minutes} 分鐘內有效，只能使用一次。如非本人操作，請忽略，密碼不會改變。`,
  resetLink: () => '設定新密碼',
  testHeadline: () => '【測試】Highwater 測試訊息',
  testSentence: (channelName, requestedBy) =>
    `這是通道「${channelName}」的測試訊息，由 ${requestedBy} 發起。收到它，表示警報也能送到這裡。`,
}
