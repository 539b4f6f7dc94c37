import type { SourceKind } from '../kind.ts'
import { postgresqlConfig, postgresqlSecrets } from './config.ts'
import { postgresqlFields } from './fields.ts'

export const postgresql = {
  kind: 'postgresql',
  label: { 'zh-CN': 'PostgreSQL', en: 'PostgreSQL' },
  summary: {
    'zh-CN': '读取 PostgreSQL 15–18 的复制槽、物理备库和逻辑订阅。',
    en: 'Reads replication slots, physical standbys and logical subscriptions of PostgreSQL 15–18.',
  },
  config: postgresqlConfig,
  secrets: postgresqlSecrets,
  fields: postgresqlFields,
  measures: 'gauge',
  idle: {
    'zh-CN': '源端没有写入时，副本已追上源端的日志位置，延迟为 0，不会随时间增长。',
    en: 'While nothing is written at the source, a replica that has reached its log position is 0 s behind, however long that lasts.',
  },
} as const satisfies SourceKind
