import { burst } from '../scenarios/burst.ts'
import { catchUp } from '../scenarios/catch-up.ts'
import { drift } from '../scenarios/drift.ts'
import { interruption } from '../scenarios/interruption.ts'
import { migration } from '../scenarios/migration.ts'
import { quiet } from '../scenarios/quiet.ts'
import type { DemoProject } from './demo-project.ts'
import { connectionLost } from './failures.ts'
import { slow, steady } from './paces.ts'

/** Orders, stock and the shop. */
export const trade: readonly DemoProject[] = [
  {
    key: 'demo-order-report',
    name: '订单中心 → 报表库',
    kind: 'synchronization',
    source: 'Oracle',
    target: 'OceanBase',
    level: 'high',
    tags: ['OMS', '核心'],
    life: drift({
      ...steady,
      peakSeconds: 90,
      quietSeconds: 180,
      eventSeconds: 300,
      offsetSeconds: 60,
    }),
  },
  {
    key: 'demo-order-archive',
    name: '订单归档 2019–2023',
    kind: 'migration',
    source: 'Oracle',
    target: 'OceanBase',
    level: 'medium',
    tags: ['OMS'],
    life: migration({ lengthSeconds: 1_800, behindSeconds: 4_000 }),
  },
  {
    key: 'demo-order-events',
    name: 'order-events to Kafka',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'Kafka',
    level: 'high',
    tags: ['Debezium', '核心'],
    life: quiet(steady),
  },
  {
    key: 'demo-cart-cache',
    name: '购物车 → 缓存重建',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'Redis',
    level: 'low',
    tags: ['Canal'],
    life: quiet(slow),
  },
  {
    key: 'demo-stock-hangzhou',
    name: '库存 杭州 → 上海',
    kind: 'synchronization',
    source: 'OceanBase',
    target: 'OceanBase',
    level: 'high',
    tags: ['OMS', '双活'],
    life: interruption({
      ...steady,
      state: 'interrupted',
      quietSeconds: 240,
      eventSeconds: 120,
      offsetSeconds: 90,
      messages: connectionLost,
    }),
  },
  {
    key: 'demo-stock-shanghai',
    name: '库存 上海 → 杭州',
    kind: 'synchronization',
    source: 'OceanBase',
    target: 'OceanBase',
    level: 'high',
    tags: ['OMS', '双活'],
    life: quiet(steady),
  },
  {
    key: 'demo-price-search',
    name: '价格 → 商品搜索',
    kind: 'synchronization',
    source: 'PostgreSQL',
    target: 'Elasticsearch',
    level: 'medium',
    tags: ['Flink_CDC'],
    life: burst({
      ...slow,
      peakSeconds: 900,
      quietSeconds: 300,
      eventSeconds: 420,
      offsetSeconds: 30,
      message: '夜间调价批处理：一次写入 260 万行',
    }),
  },
  {
    key: 'demo-promotion-flink',
    name: 'promotions to the feature store',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'Hudi',
    level: 'low',
    tags: ['Flink_CDC'],
    life: catchUp({ ...slow, behindSeconds: 9_000, lengthSeconds: 900 }),
  },
  {
    key: 'demo-returns-lake',
    name: 'returns to the data lake',
    kind: 'synchronization',
    source: 'PostgreSQL',
    target: 'Iceberg',
    level: 'low',
    tags: ['Flink_CDC'],
    life: quiet(slow),
  },
  {
    key: 'demo-shop-legacy',
    name: '老商城下线迁移',
    kind: 'migration',
    source: 'SQL Server',
    target: 'MySQL',
    level: 'none',
    tags: ['DTS'],
    life: quiet(slow),
  },
]
