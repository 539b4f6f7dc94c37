import type { AuditItem } from '@highwater/db/queries'

/** What an operation was about: its sort and its name, unless there is only one of its sort. */
export const auditSubject = (
  { target, targetName }: Pick<AuditItem, 'target' | 'targetName'>,
  sort: string,
): string =>
  targetName === null || target === 'protection_level' || target === 'installation'
    ? sort
    : `${sort} ${targetName}`
