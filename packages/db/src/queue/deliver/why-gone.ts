import type { UndeliveredReason } from '@highwater/core/delivery'
import { mailboxKind } from '../outbox/open-mailboxes.ts'

const gone = {
  deleted: 'channel_deleted',
  disabled: 'channel_disabled',
  kindOff: 'channel_kind_off',
} as const satisfies Record<string, UndeliveredReason>

export type WhyGone = (typeof gone)[keyof typeof gone]

/**
 * SQL: why the channel `c` wants no messages; null while it does. Somebody's own channel wants none
 * once their account is disabled, and their mailbox none while the channel that carries mail is off.
 */
export const whyGone = `
  case when c.deleted_at is not null then '${gone.deleted}'
    when not c.enabled or (c.person_id is not null and (
      exists (select from account a where a.id = c.person_id and a.disabled_at is not null)
      or c.kind = '${mailboxKind}' and not exists (
        select from installation i join channel m on m.id = i.mail_channel_id
        where m.enabled and m.kind_allowed and m.deleted_at is null))) then '${gone.disabled}'
    when not c.kind_allowed then '${gone.kindOff}' end`
