import { inGroup } from './parameter.ts'

export const hostParameters = inGroup('hosts', {
  hostSilenceSeconds: {
    unit: 'seconds',
    min: 30,
    max: 86_400,
    default: 540,
    label: { 'zh-CN': '主机失联时间', en: 'Host counts as down after' },
    meaning: {
      'zh-CN': '主机这么久没有心跳，就告警主机宕机。',
      en: 'A host without a heartbeat for this long is down.',
    },
  },
  hostCpuPercent: {
    unit: 'percent',
    min: 1,
    max: 100,
    default: 85,
    label: { 'zh-CN': 'CPU 使用率阈值', en: 'CPU threshold' },
    meaning: {
      'zh-CN': '主机 CPU 使用率高于此值时告警。',
      en: 'A host that uses more of its CPU than this raises an alert.',
    },
  },
  hostMemoryPercent: {
    unit: 'percent',
    min: 1,
    max: 100,
    default: 85,
    label: { 'zh-CN': '内存使用率阈值', en: 'Memory threshold' },
    meaning: {
      'zh-CN': '主机内存使用率高于此值时告警。',
      en: 'A host that uses more of its memory than this raises an alert.',
    },
  },
  hostDiskPercent: {
    unit: 'percent',
    min: 1,
    max: 100,
    default: 90,
    label: { 'zh-CN': '磁盘使用率阈值', en: 'Disk threshold' },
    meaning: {
      'zh-CN': '主机磁盘使用率高于此值时告警。',
      en: 'A host that uses more of its disk than this raises an alert.',
    },
  },
  hostThresholdHoldSeconds: {
    unit: 'seconds',
    min: 0,
    max: 3600,
    default: 120,
    label: { 'zh-CN': '主机阈值持续时间', en: 'Host threshold hold' },
    meaning: {
      'zh-CN': '主机资源使用率超过阈值，或回落到阈值以下，持续这么久才触发或恢复告警。',
      en: 'How long a host must stay above a threshold before its alert opens, and below it before the alert closes.',
    },
  },
})
