import type { Localized } from '../locale.ts'
import type { AlertEvent } from './event.ts'

/** The name of each event, as lists, filters, messages and the documentation show it. */
export const alertEventTitles: Readonly<Record<AlertEvent, Localized>> = {
  sync_delay: { 'zh-CN': '同步延迟超限', en: 'Synchronization delayed' },
  migration_delay: { 'zh-CN': '迁移延迟超限', en: 'Migration delayed' },
  sync_failed: { 'zh-CN': '同步中断', en: 'Synchronization interrupted' },
  migration_failed: { 'zh-CN': '迁移中断', en: 'Migration interrupted' },
  no_signal: { 'zh-CN': '无信号', en: 'No signal' },
  paused_too_long: { 'zh-CN': '暂停过久', en: 'Paused for too long' },
  sync_status_inconsistent: { 'zh-CN': '状态不一致', en: 'Status inconsistent' },
  host_down: { 'zh-CN': '主机失联', en: 'Host down' },
  host_down_migrate_resource: { 'zh-CN': '主机任务已被接管', en: 'Work of a host taken over' },
  host_threshold: { 'zh-CN': '主机资源超限', en: 'Host short of resources' },
  source_down: { 'zh-CN': '数据来源不可用', en: 'Source unreachable' },
  channel_down: { 'zh-CN': '告警通道故障', en: 'Channel down' },
  clock_skew: { 'zh-CN': '时钟偏差', en: 'Clock skew' },
  evaluation_gap: { 'zh-CN': '检测曾中断', en: 'Evaluation was interrupted' },
}
