import type { FieldSpec } from '../kind.ts'

export const ocpFields: readonly FieldSpec[] = [
  {
    path: 'config.cluster',
    label: { 'zh-CN': 'OCP 集群', en: 'OCP cluster' },
    help: {
      'zh-CN':
        '地址和认证信息在“关联 OCP 集群”页面维护。OCP 没有上报恢复的接口：恢复时不发送，由 OCP 自行清除；告警频率须短于 OCP 告警项的清除时间。',
      en: 'Its address and credentials are kept under “OCP clusters”. OCP has no call for the end of an alarm: nothing is sent then, and OCP clears it by itself. Keep the alert frequency below the time after which OCP clears an item.',
    },
    input: 'cluster',
    required: true,
  },
  {
    path: 'config.alarmTypes',
    label: { 'zh-CN': '告警项映射', en: 'Alarm items' },
    help: {
      'zh-CN':
        '告警事件到 OCP 告警项，例如 no_signal=oms_no_signal。OMS 已有的事件默认用 OMS 的告警项，其余为 highwater_ 加事件名；这些告警项须先在 OCP 里建好。',
      en: 'Alarm items of OCP by alert events, such as no_signal=oms_no_signal. Events of OMS keep the items of OMS, all others are highwater_ and the event; OCP has to know them.',
    },
    input: 'keyvalue',
    required: false,
  },
]
