import type { TransactionSql } from '../../client/connect.ts'

/**
 * Has those of these channels that are cut off probed at once, with what they have failed to take. What was
 * put off for another reason, such as the hours of a subscription, waits on. What another worker has in
 * hand is left to it: it is being claimed, or answered, at this moment.
 * @param channels locked by whoever calls
 */
export async function probeNow(tx: TransactionSql, channels: readonly string[]): Promise<void> {
  if (channels.length === 0) return
  await tx`
    with cut_off as (
      update channel set probe_at = now(), probes = 0
      where id = any(${[...channels]}::uuid[]) and breaker_opened_at is not null
      returning id
    ), waiting as materialized (
      select n.id from cut_off join notification_waiting w on w.channel_id = cut_off.id
      join notification n on n.id = w.id and n.state = 'retrying'
      where n.next_attempt_at > now()
      for update of n skip locked
    )
    update notification n set next_attempt_at = now() from waiting where n.id = waiting.id`
}
