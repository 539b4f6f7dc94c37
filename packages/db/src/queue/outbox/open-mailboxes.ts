import type { Instant, UserId } from '@highwater/core'
import type { Sql, TransactionSql } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'

/** The kind of channel by which people are told at their own address. */
export const mailboxKind = 'email'

/**
 * Gives each of these people the mailbox that every account has, where it is the first time that they
 * are told of something. It carries no settings of its own.
 */
export async function openMailboxes(
  tx: TransactionSql | Sql,
  people: readonly UserId[],
  now: Instant,
): Promise<void> {
  const without = await tx<{ id: UserId; name: string }[]>`
    select a.id, left(a.display_name, 50) as name from account a
    where a.id = any(${[...people]}::uuid[]) and not exists (
      select from channel c
      where c.person_id = a.id and c.kind = ${mailboxKind} and c.deleted_at is null)
    order by a.id`
  if (without.length === 0) return
  await tx`
    insert into channel (id, name, kind, kind_allowed, person_id, config, sealed_secrets, secret_names, budget_key,
      fingerprint, created_at)
    select t.id, name, ${mailboxKind}, not exists (
        select from channel_kind_switch s
        where s.kind = ${mailboxKind} and s.department_id is null
      ), person, '{}', '', '{}', t.id::text, t.id::text, ${now}
    from unnest(
      ${without.map(() => newId<'channel'>())}::uuid[], ${without.map(({ id }) => id)}::uuid[],
      ${without.map(({ name }) => name)}::text[]
    ) as t (id, person, name)
    on conflict do nothing`
}
