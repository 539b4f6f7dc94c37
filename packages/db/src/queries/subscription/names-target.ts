import { type SQL, sql } from 'drizzle-orm'
import { subscription } from '../../schema/index.ts'

const paths = {
  channels: { levels: '$.*.channels[*]', escalation: '$[*].channels[*]' },
  groups: { levels: '$.*.groups[*]', escalation: '$[*].groups[*]' },
} as const

const naming = (path: string) => sql`${`${path} ? (@ == $id)`}::jsonpath`

/** Whether a subscription names this channel or alert group for some level or step of escalation. */
export function namesTarget(kind: keyof typeof paths, id: SQL): SQL {
  const { levels, escalation } = paths[kind]
  const named = sql`jsonb_build_object('id', ${id}::text)`
  return sql`(
    jsonb_path_exists(${subscription.levels}, ${naming(levels)}, ${named})
    or jsonb_path_exists(${subscription.escalation}, ${naming(escalation)}, ${named}))`
}
