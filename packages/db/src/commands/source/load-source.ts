import type { SourceId } from '@highwater/core'
import { secretNames } from '@highwater/sources/catalog'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { departmentVisibleTo } from '../../queries/visible.ts'
import { source } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import { describeSecrets } from '../describe-secrets.ts'
import type { Resource } from '../refused.ts'

/** A living source that the actor may see, locked. @throws AppError `not_found` */
export async function loadSource(tx: Transaction, id: SourceId, { actor }: ChangeContext) {
  const visible = departmentVisibleTo(actor, source.departmentId, { shared: false })
  const rows = await tx
    .select()
    .from(source)
    .where(and(eq(source.id, id), isNull(source.deletedAt), visible))
    .for('no key update')
  return foundOne(rows, 'source')
}

export const sourceResource = (row: Awaited<ReturnType<typeof loadSource>>): Resource => ({
  department: row.departmentId,
  subject: row,
})

type Settings = Readonly<Record<string, unknown>>

interface Described {
  readonly name: string
  readonly kind: string
  readonly config: Settings
  readonly enabled: boolean
  readonly intervalSeconds: number
  readonly departmentId: string
}

/** A source as the audit and a conflict show it. `before` tells which secrets have been replaced. */
export const describeSource = (
  row: Described,
  secrets: Settings,
  before: Settings | null = null,
) => ({
  name: row.name,
  kind: row.kind,
  config: row.config,
  secrets: describeSecrets(secretNames(row.kind), secrets, before),
  enabled: row.enabled,
  intervalSeconds: row.intervalSeconds,
  department: row.departmentId,
})
