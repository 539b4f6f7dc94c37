import type { Instant, MessageLocale } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { Database } from '../../client/connect.ts'
import { installation } from '../../schema/index.ts'
import { foundOne } from '../not-found.ts'
import { permit } from '../permit.ts'

export interface Installation {
  /** The language of messages that go to channels. */
  readonly messageLocale: MessageLocale
  readonly createdAt: Instant
}

/** What holds for the whole installation; everybody who is signed in may know it. */
export async function readInstallation(db: Database, viewer: Actor): Promise<Installation> {
  permit(viewer, 'policy.read')
  const rows = await db.orm
    .select({ messageLocale: installation.messageLocale, createdAt: installation.createdAt })
    .from(installation)
  return foundOne(rows, 'installation')
}
