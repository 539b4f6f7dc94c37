import type { ProjectId } from '@highwater/core'
import type { CommandContext } from '@highwater/db/commands'
import { getProject } from '@highwater/db/queries'
import { toProject } from './to-project.ts'

/** The project as it is now, in the words of the API. */
export const readProject = async ({ db, actor, consoleUrl }: CommandContext, id: string) =>
  toProject(await getProject(db, actor, id as ProjectId), consoleUrl)
