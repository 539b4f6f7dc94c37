import type { Severity } from '@highwater/core/alert'
import type { AlikeFacts, MessageProject } from '@highwater/core/notify'

/** By what an alert may be alike others; `subject` is what one is about that is about no project. */
export const alikeFactsOf = (
  severity: Severity,
  project: MessageProject | null,
  subject: string,
): AlikeFacts => ({
  severity,
  project: project?.name ?? subject,
  department: project?.department ?? '',
})
