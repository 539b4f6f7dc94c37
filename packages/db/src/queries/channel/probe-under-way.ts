import { sql } from 'drizzle-orm'

/** Whether a message of the `channel` in hand is under way: of one that is cut off it is its probe. */
export const probeUnderWay = sql<boolean>`exists (
  select from delivery_claim claim
  join notification n on n.id = any(claim.notification_ids) and n.lease_token = claim.id
  where n.channel_id = "channel"."id" and n.state = 'sending')`
