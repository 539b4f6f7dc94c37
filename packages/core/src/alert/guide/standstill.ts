import type { AlertEventGuide } from './guide.ts'

export const standstillGuides = {
  no_signal: {
    meaning: {
      'zh-CN': '项目此前一直上报，现在没有消息了。它可能正常，也可能已停，只是没有人看得见。',
      en: 'The project used to report and is silent now. It may be well or it may have stopped: nobody can see.',
    },
    trigger: {
      'zh-CN':
        '超过三个通常上报间隔（至少 60 秒）没有收到信号。来源本身不可用时只告警来源，不逐个告警其项目。',
      en: 'Three usual intervals, and at least 60 s, have passed without a signal. While its collector is down only the collector is told, not each of its projects.',
    },
    ends: {
      'zh-CN': '收到新的信号并保持一段观察时间；或项目暂停、完成、释放。',
      en: 'Signals arrive again for the hold time; or the project is paused, completed or released.',
    },
    advice: [
      {
        'zh-CN': '检查上报程序或定时任务是否在运行，查看它最近一次的返回结果。',
        en: 'Check that the sender or its scheduled job runs, and what its last call answered.',
      },
      {
        'zh-CN': '从上报所在主机访问 Highwater 的健康检查地址，排除网络、代理和证书问题。',
        en: 'Call the health address of Highwater from the host that sends: this rules out network, proxy and certificates.',
      },
      {
        'zh-CN': '确认 API 令牌没有过期或被吊销，主机时钟没有超前一小时以上。',
        en: 'Make sure that the API token has neither expired nor been revoked, and that the clock of the host is not an hour ahead.',
      },
      {
        'zh-CN': '到运行平台确认项目本身的状态；上报间隔变长时修改项目的预期间隔。',
        en: 'See on its own platform how the project is; if it reports less often on purpose, change its expected interval.',
      },
    ],
  },
  paused_too_long: {
    meaning: {
      'zh-CN': '项目被人为暂停后一直没有恢复。暂停越久，追平越慢，源端日志也可能被清理。',
      en: 'Somebody paused the project and nobody resumed it. The longer it rests, the longer it needs to catch up, and the source may drop the logs it still has to read.',
    },
    trigger: {
      'zh-CN': '暂停时间超过参数“暂停过久”（默认 12 小时）。',
      en: 'The pause has lasted longer than the parameter for long pauses (12 hours unless changed).',
    },
    ends: {
      'zh-CN': '项目恢复运行、完成或释放。',
      en: 'The project runs again, is completed or released.',
    },
    advice: [
      {
        'zh-CN': '向负责人确认是否仍需暂停；不再需要的项目请完成或释放。',
        en: 'Ask its owner whether the pause is still wanted; complete or release a project that nobody needs.',
      },
      {
        'zh-CN': '确认源端日志的保留时间长于暂停时间，否则恢复时需要重新全量。',
        en: 'Make sure that the source keeps its logs for longer than the pause: otherwise resuming means a new full copy.',
      },
      {
        'zh-CN': '选择业务低峰恢复，并预留追平的时间。',
        en: 'Resume in a quiet hour and allow time to catch up.',
      },
    ],
  },
  sync_status_inconsistent: {
    meaning: {
      'zh-CN':
        '项目显示为已停止、失败或释放中，但它的位点仍在前进：链路实际上还在写数据，与人看到的状态不符。',
      en: 'The project is shown as stopped, failed or releasing, and yet its position moves on: the link still writes data, whatever its state says.',
    },
    trigger: {
      'zh-CN':
        '来源一再报告项目已停止、失败或释放，而位点在此期间持续前进超过参数规定的时间（默认 60 秒）。停止后的最后一次位点更新不算。',
      en: 'The source keeps saying that the project is stopped, failed or released while its position has gone on advancing for longer than the parameter allows (60 s unless changed). One last move while it drains does not count.',
    },
    ends: {
      'zh-CN': '位点停止前进，或来源重新报告项目在运行。',
      en: 'The position stands still, or the source says that the project runs.',
    },
    advice: [
      {
        'zh-CN': '到运行平台确认是谁、何时停止或释放了项目，以及操作是否执行完成。',
        en: 'Find out on its platform who stopped or released the project, when, and whether the operation came to its end.',
      },
      {
        'zh-CN': '应当停止的：暂停仍在工作的连接器或任务进程，确认目标端不再有写入。',
        en: 'If it should stand: pause the connector or process that still works, and see that nothing is written to the target any more.',
      },
      {
        'zh-CN': '应当运行的：恢复项目，使状态与实际一致；不要只重启组件。',
        en: 'If it should run: resume the project so that its state is true again; restarting a component alone is not enough.',
      },
      {
        'zh-CN': '检查是否有第二个同名任务在写同一目标，避免双写。',
        en: 'Check whether a second job of the same name writes to the same target: two writers are worse than none.',
      },
    ],
  },
} as const satisfies Record<string, AlertEventGuide>
