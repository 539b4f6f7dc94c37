import { burst } from '../scenarios/burst.ts'
import { drift } from '../scenarios/drift.ts'
import { interruption } from '../scenarios/interruption.ts'
import { migration } from '../scenarios/migration.ts'
import { quiet } from '../scenarios/quiet.ts'
import { silence } from '../scenarios/silence.ts'
import type { DemoProject } from './demo-project.ts'
import { logLost } from './failures.ts'
import { slow, steady } from './paces.ts'

/** Warehouses, transport and devices. */
export const logistics: readonly DemoProject[] = [
  {
    key: 'demo-waybills',
    name: '运单轨迹 → 实时数仓',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'Doris',
    level: 'high',
    tags: ['Flink_CDC'],
    life: drift({
      ...steady,
      peakSeconds: 60,
      quietSeconds: 300,
      eventSeconds: 240,
      offsetSeconds: 380,
    }),
  },
  {
    key: 'demo-warehouse-beijing',
    name: '北京仓 WMS 同步',
    kind: 'synchronization',
    source: 'Oracle',
    target: 'OceanBase',
    level: 'medium',
    tags: ['OMS'],
    life: quiet(steady),
  },
  {
    key: 'demo-warehouse-chengdu',
    name: '成都仓 WMS 同步',
    kind: 'synchronization',
    source: 'Oracle',
    target: 'OceanBase',
    level: 'medium',
    tags: ['OMS'],
    life: silence({ ...steady, quietSeconds: 300, eventSeconds: 240, offsetSeconds: 60 }),
  },
  {
    key: 'demo-warehouse-guangzhou',
    name: '广州仓 WMS 同步',
    kind: 'synchronization',
    source: 'Oracle',
    target: 'OceanBase',
    level: 'medium',
    tags: ['OMS'],
    life: quiet(steady),
  },
  {
    key: 'demo-fleet-telemetry',
    name: 'fleet telemetry to ClickHouse',
    kind: 'synchronization',
    source: 'Kafka',
    target: 'ClickHouse',
    level: 'low',
    tags: ['Flink'],
    life: burst({
      ...slow,
      peakSeconds: 1_500,
      quietSeconds: 420,
      eventSeconds: 600,
      offsetSeconds: 300,
      message: 'Vehicles back on line after a tunnel: 900,000 points at once',
    }),
  },
  {
    key: 'demo-customs',
    name: '海关申报 → 监管平台',
    kind: 'synchronization',
    source: 'SQL Server',
    target: 'Kafka',
    level: 'high',
    tags: ['Debezium'],
    life: interruption({
      ...steady,
      state: 'failed',
      quietSeconds: 600,
      eventSeconds: 150,
      offsetSeconds: 450,
      messages: logLost,
    }),
  },
  {
    key: 'demo-carrier-rates',
    name: 'carrier rates',
    kind: 'synchronization',
    source: 'MongoDB',
    target: 'Elasticsearch',
    level: 'low',
    tags: ['Debezium'],
    life: quiet(slow),
  },
  {
    key: 'demo-route-plans',
    name: '路径规划结果回写',
    kind: 'synchronization',
    source: 'PostgreSQL',
    target: 'MySQL',
    level: 'low',
    tags: ['DataX'],
    life: quiet(slow),
  },
  {
    key: 'demo-parcel-history',
    name: 'parcel history to cold storage',
    kind: 'migration',
    source: 'MySQL',
    target: 'MinIO',
    level: 'none',
    tags: [],
    life: migration({ lengthSeconds: 3_600, behindSeconds: 8_000 }),
  },
  {
    key: 'demo-lockers',
    name: '快递柜状态上报',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'Redis',
    level: 'medium',
    tags: ['Canal'],
    life: quiet(steady),
  },
]
