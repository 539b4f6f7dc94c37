import type { AuditItem } from '@highwater/db/queries'

export type ShownResult = AuditItem['result'] | 'unfinished'

/** How an operation ended, for a reader: a sign-in that still lacks a step has let nobody in. */
export const resultOf = ({
  result,
  operation,
  changes,
}: Pick<AuditItem, 'result' | 'operation' | 'changes'>): ShownResult =>
  result === 'succeeded' &&
  operation === 'login' &&
  changes.some(({ path, after }) => path === 'missing' && typeof after === 'string')
    ? 'unfinished'
    : result
