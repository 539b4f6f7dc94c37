import type { AlertEventGuide } from './guide.ts'

const trigger = {
  'zh-CN':
    '自来源首次报告失败或中断起，超过保护级别的中断阈值；期间没有新信号也会触发。人为暂停不算中断。',
  en: 'The interruption threshold of its level has passed since the source first said that it failed or was interrupted, with or without further signals. A pause by a person is no interruption.',
} as const

const ends = {
  'zh-CN': '项目重新运行并保持一段观察时间；或被暂停、完成、释放、删除。',
  en: 'The project runs again and keeps running for the hold time; or it is paused, completed, released or deleted.',
} as const

export const interruptionGuides = {
  sync_failed: {
    meaning: {
      'zh-CN': '同步已停止工作，目标端的数据不再更新。',
      en: 'The synchronization has stopped working: the target receives nothing any more.',
    },
    trigger,
    ends,
    advice: [
      {
        'zh-CN': '到运行该项目的平台打开项目日志，找到第一条错误，而不是最后一条。',
        en: 'Open the log of the project where it runs and find the first error, not the last.',
      },
      {
        'zh-CN':
          '按错误处理：权限或密码变更、目标端磁盘写满、表结构不一致、主键冲突、源端日志已被清理，是最常见的五类。',
        en: 'Act on it: changed privileges or passwords, a full disk on the target, differing table definitions, duplicate keys, and logs that the source no longer has are the five usual ones.',
      },
      {
        'zh-CN': '偶发的网络或连接错误可直接恢复运行；再次失败就不要反复重试。',
        en: 'After a passing network or connection error simply resume; if it fails again, do not keep retrying.',
      },
      {
        'zh-CN': '在弄清影响之前不要跳过出错的变更；确需跳过时记录对象与位点，事后校验。',
        en: 'Do not skip the failing change before you know what it is; if you must, note the object and the position and verify afterwards.',
      },
      {
        'zh-CN': '恢复后观察延迟是否回落，并确认源端日志保留时间足以覆盖中断时长。',
        en: 'After resuming watch the latency fall, and make sure that the source kept its logs for the whole interruption.',
      },
    ],
  },
  migration_failed: {
    meaning: {
      'zh-CN': '迁移已停止工作，当前步骤不会自行继续。',
      en: 'The migration has stopped working and its step does not go on by itself.',
    },
    trigger,
    ends,
    advice: [
      {
        'zh-CN': '看清停在哪一步：预检查、结构、全量、增量还是校验，各步骤的处理不同。',
        en: 'See in which step it stopped: precheck, schema, full copy, increments or verification; each is mended differently.',
      },
      {
        'zh-CN': '打开该步骤的错误日志，检查目标端的权限、表空间、字符集和表结构。',
        en: 'Open the error log of that step and check privileges, space, character set and table definitions of the target.',
      },
      {
        'zh-CN': '全量阶段失败通常可以断点续传；结构阶段失败先修正对象再重试。',
        en: 'A full copy can usually be continued where it stopped; a failed schema step wants its objects mended first.',
      },
      {
        'zh-CN': '恢复前确认增量日志仍在，否则需要重新全量。',
        en: 'Before resuming make sure that the logs for the increments still exist; otherwise the full copy has to be repeated.',
      },
    ],
  },
} as const satisfies Record<string, AlertEventGuide>
