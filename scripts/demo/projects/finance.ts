import { burst } from '../scenarios/burst.ts'
import { catchUp } from '../scenarios/catch-up.ts'
import { drift } from '../scenarios/drift.ts'
import { interruption } from '../scenarios/interruption.ts'
import { migration } from '../scenarios/migration.ts'
import { pause } from '../scenarios/pause.ts'
import { quiet } from '../scenarios/quiet.ts'
import type { DemoProject } from './demo-project.ts'
import { badData } from './failures.ts'
import { slow, steady } from './paces.ts'

/** Payments, ledger and risk. */
export const finance: readonly DemoProject[] = [
  {
    key: 'demo-payments-ledger',
    name: '支付流水 → 总账',
    kind: 'synchronization',
    source: 'Oracle',
    target: 'OceanBase',
    level: 'high',
    tags: ['OMS', '核心'],
    life: quiet(steady),
  },
  {
    key: 'demo-payments-standby',
    name: 'payments physical standby',
    kind: 'synchronization',
    source: 'PostgreSQL',
    target: 'PostgreSQL',
    level: 'high',
    tags: ['核心'],
    life: drift({
      ...steady,
      peakSeconds: 45,
      quietSeconds: 420,
      eventSeconds: 240,
      offsetSeconds: 200,
    }),
  },
  {
    key: 'demo-settlement',
    name: '清算对账同步',
    kind: 'synchronization',
    source: 'DB2',
    target: 'OceanBase',
    level: 'medium',
    tags: ['OMS'],
    life: interruption({
      ...slow,
      state: 'failed',
      quietSeconds: 360,
      eventSeconds: 480,
      offsetSeconds: 120,
      messages: badData,
    }),
  },
  {
    key: 'demo-risk-features',
    name: 'risk features to Kafka',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'Kafka',
    level: 'high',
    tags: ['Debezium'],
    life: burst({
      ...steady,
      peakSeconds: 150,
      quietSeconds: 240,
      eventSeconds: 180,
      offsetSeconds: 210,
      message: 'Snapshot of risk.device_profile: 4,182,000 rows',
    }),
  },
  {
    key: 'demo-ledger-upgrade',
    name: '总账升级 OceanBase 4',
    kind: 'migration',
    source: 'OceanBase',
    target: 'OceanBase',
    level: 'high',
    tags: ['OMS', '核心'],
    life: migration({ lengthSeconds: 2_400, behindSeconds: 1_200 }),
  },
  {
    key: 'demo-invoices',
    name: '电子发票 → 税务归集',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'Kafka',
    level: 'medium',
    tags: ['Canal'],
    life: quiet(slow),
  },
  {
    key: 'demo-credit-scores',
    name: 'credit scores to the warehouse',
    kind: 'synchronization',
    source: 'PostgreSQL',
    target: 'ClickHouse',
    level: 'low',
    tags: ['Flink_CDC'],
    life: quiet(slow),
  },
  {
    key: 'demo-treasury',
    name: '资金头寸实时看板',
    kind: 'synchronization',
    source: 'Oracle',
    target: 'Doris',
    level: 'medium',
    tags: ['OMS'],
    life: drift({
      ...slow,
      peakSeconds: 600,
      quietSeconds: 240,
      eventSeconds: 600,
      offsetSeconds: 0,
    }),
  },
  {
    key: 'demo-fraud-replica',
    name: 'fraud read replica',
    kind: 'synchronization',
    source: 'PostgreSQL',
    target: 'PostgreSQL',
    level: 'medium',
    tags: [],
    life: pause({ ...steady, quietSeconds: 300, eventSeconds: 180, offsetSeconds: 150 }),
  },
  {
    key: 'demo-insurance',
    name: '保单历史库迁移',
    kind: 'migration',
    source: 'Oracle',
    target: 'TiDB',
    level: 'low',
    tags: ['DM'],
    life: catchUp({ ...slow, behindSeconds: 20_000, lengthSeconds: 1_500 }),
  },
]
