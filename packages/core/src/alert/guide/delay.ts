import type { AlertEventGuide } from './guide.ts'

export const delayGuides = {
  sync_delay: {
    meaning: {
      'zh-CN': '目标端落后源端的时间超过了项目保护级别的延迟阈值，下游读到的是旧数据。',
      en: 'The target is further behind the source than the protection level allows: readers of the target see old data.',
    },
    trigger: {
      'zh-CN':
        '项目处于增量阶段、曾经追平过，且延迟大于阈值（等于阈值不算）。以最新上报的数值为准：多条链路请上报其中的最大值，或为每条链路各建一个项目。按位点上报的项目即使没有新信号，延迟也会继续增长。',
      en: 'The project runs in an incremental step, has caught up at least once, and its latency is greater than the threshold (equal is not). Its newest figure counts: of several links report the slowest, or make each a project of its own. A project that reports positions grows older by itself, without further signals.',
    },
    ends: {
      'zh-CN': '延迟回落到阈值以内并保持一段观察时间；或级别、阈值、项目状态变化后不再适用。',
      en: 'Latency is back within the threshold and stays there for the hold time; or the level, the threshold or the state of the project changes so that the alert no longer applies.',
    },
    advice: [
      {
        'zh-CN':
          '先看曲线：持续上升说明写不过来，锯齿状说明有大事务或定时任务，突然跳变多半是链路停过。',
        en: 'Look at the curve first: a steady rise means that the target cannot keep up, a saw-tooth means large transactions or a scheduled job, a sudden jump means that the link had stopped.',
      },
      {
        'zh-CN':
          '区分慢在哪一段：日志拉取是否实时。拉取慢查源端日志量、权限和网络；拉取实时但应用慢，查目标端。',
        en: 'Find the slow half: is reading of the log real-time? If not, look at log volume, privileges and network of the source; if it is, look at the target.',
      },
      {
        'zh-CN': '在目标端检查锁等待、磁盘使用率与 I/O、缺失主键或索引的大表更新、连接数是否打满。',
        en: 'On the target check lock waits, disk space and I/O, updates of large tables without a key or index, and whether connections have run out.',
      },
      {
        'zh-CN': '在源端检查是否有批量变更、DDL 或未提交的长事务；必要时与业务协商错峰。',
        en: 'On the source look for bulk changes, DDL and long open transactions; agree with their owner on another hour if need be.',
      },
      {
        'zh-CN':
          '仍追不上时提高并发或扩容，并确认源端日志的保留时间长于当前延迟，否则只能重新全量。',
        en: 'If it still does not catch up, raise the parallelism or the size of the link, and make sure that the source keeps its logs for longer than the present latency: otherwise only a new full copy helps.',
      },
    ],
  },
  migration_delay: {
    meaning: {
      'zh-CN': '迁移的增量阶段落后源端超过阈值，此时切换会丢失尚未写入的变更。',
      en: 'The incremental step of a migration is further behind than its level allows: switching over now would leave changes behind.',
    },
    trigger: {
      'zh-CN': '迁移项目处于增量或反向增量阶段、曾经追平过，且延迟大于阈值。',
      en: 'A migration in its incremental or reverse incremental step has caught up at least once and its latency is greater than the threshold.',
    },
    ends: {
      'zh-CN': '延迟回落到阈值以内并保持一段观察时间；或项目暂停、完成、释放。',
      en: 'Latency is back within the threshold and stays there for the hold time; or the project is paused, completed or released.',
    },
    advice: [
      {
        'zh-CN': '追平之前不要执行切换；已安排切换窗口的，先通知相关方顺延。',
        en: 'Do not switch over before it has caught up; if a window is booked, tell those concerned that it moves.',
      },
      {
        'zh-CN': '检查源端是否有突发写入、大事务或批量任务，尽量停到迁移之后。',
        en: 'Look for bursts of writes, large transactions and batch jobs on the source and put them off until after the migration.',
      },
      {
        'zh-CN': '检查目标端负载、锁、索引和磁盘；增量阶段建议先不建次要索引。',
        en: 'Check load, locks, indexes and disk of the target; secondary indexes may wait until the increments are through.',
      },
      {
        'zh-CN': '确认日志拉取是否实时，区分是拉取慢还是应用慢，再调整对应组件的并发。',
        en: 'See whether the log is read in real time, tell slow reading from slow applying, and raise the parallelism of the part that is slow.',
      },
    ],
  },
} as const satisfies Record<string, AlertEventGuide>
