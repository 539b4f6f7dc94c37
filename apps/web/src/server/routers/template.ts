import {
  createMessageTemplate,
  resetMessageTemplate,
  restoreMessageTemplate,
  updateMessageTemplate,
} from '@highwater/db/commands'
import {
  findMessageTemplate,
  listMessageTemplates,
  listTemplateVersions,
  readRecentMessage,
} from '@highwater/db/queries'
import { changes, reads, readsOne, router, shows } from '../trpc.ts'

export const templateRouter = router({
  list: shows(listMessageTemplates),
  find: reads(findMessageTemplate),
  versions: readsOne(listTemplateVersions),
  /** The newest real message of a kind, to show a template with. */
  recentMessage: reads(readRecentMessage),
  create: changes(createMessageTemplate),
  update: changes(updateMessageTemplate),
  reset: changes(resetMessageTemplate),
  restore: changes(restoreMessageTemplate),
})
