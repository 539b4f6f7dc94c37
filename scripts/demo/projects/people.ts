import { burst } from '../scenarios/burst.ts'
import { drift } from '../scenarios/drift.ts'
import { interruption } from '../scenarios/interruption.ts'
import { migration } from '../scenarios/migration.ts'
import { pause } from '../scenarios/pause.ts'
import { quiet } from '../scenarios/quiet.ts'
import type { DemoProject } from './demo-project.ts'
import { connectionLost } from './failures.ts'
import { slow, steady } from './paces.ts'

/** Members, staff and everything around. */
export const people: readonly DemoProject[] = [
  {
    key: 'demo-members',
    name: '会员中心 异地容灾',
    kind: 'synchronization',
    source: 'OceanBase',
    target: 'OceanBase',
    level: 'high',
    tags: ['OMS', '核心'],
    life: quiet(steady),
  },
  {
    key: 'demo-member-points',
    name: '会员积分 → 营销库',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'PolarDB',
    level: 'medium',
    tags: ['DTS'],
    life: burst({
      ...slow,
      peakSeconds: 700,
      quietSeconds: 240,
      eventSeconds: 300,
      offsetSeconds: 180,
      message: '月度积分过期任务运行中',
    }),
  },
  {
    key: 'demo-crm-search',
    name: 'CRM to Elasticsearch',
    kind: 'synchronization',
    source: 'PostgreSQL',
    target: 'Elasticsearch',
    level: 'medium',
    tags: ['Debezium'],
    life: quiet(slow),
  },
  {
    key: 'demo-crm-merge',
    name: 'CRM merge after the acquisition',
    kind: 'migration',
    source: 'SQL Server',
    target: 'PostgreSQL',
    level: 'medium',
    tags: ['DTS'],
    life: migration({ lengthSeconds: 1_200, behindSeconds: 2_500 }),
  },
  {
    key: 'demo-staff-directory',
    name: '组织架构 → 统一身份',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'PostgreSQL',
    level: 'low',
    tags: [],
    life: pause({ ...slow, quietSeconds: 420, eventSeconds: 300, offsetSeconds: 0 }),
  },
  {
    key: 'demo-payroll',
    name: '薪酬库 加密同步',
    kind: 'synchronization',
    source: 'Oracle',
    target: 'Oracle',
    level: 'medium',
    tags: ['GoldenGate'],
    life: quiet(steady),
  },
  {
    key: 'demo-support-tickets',
    name: 'support tickets to the warehouse',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'BigQuery',
    level: 'low',
    tags: ['Airbyte'],
    life: quiet(slow),
  },
  {
    key: 'demo-audit-trail',
    name: '操作审计归集',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'Kafka',
    level: 'high',
    tags: ['Canal'],
    life: quiet(steady),
  },
  {
    key: 'demo-mobile-events',
    name: 'mobile events',
    kind: 'synchronization',
    source: 'Kafka',
    target: 'Doris',
    level: 'low',
    tags: ['Flink'],
    life: drift({
      ...slow,
      peakSeconds: 1_200,
      quietSeconds: 300,
      eventSeconds: 900,
      offsetSeconds: 200,
    }),
  },
  {
    key: 'demo-branch-terminals',
    name: '网点终端数据上收',
    kind: 'synchronization',
    source: 'MySQL',
    target: 'OceanBase',
    level: 'medium',
    tags: ['OMS'],
    life: interruption({
      ...slow,
      state: 'interrupted',
      quietSeconds: 540,
      eventSeconds: 400,
      offsetSeconds: 300,
      messages: connectionLost,
    }),
  },
]
