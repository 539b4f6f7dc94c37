import { parseInput } from '@highwater/core'
import { protectionLevels } from '@highwater/core/policy'
import { mostTagsOfProject, tagName } from '@highwater/core/project'
import {
  type CommandContext,
  deleteProjects,
  pauseFields,
  pauseWatching,
  pickedProjects,
  releaseProjects,
  resumeWatching,
  setProjectLevels,
  tagProjects,
} from '@highwater/db/commands'
import { projectFilter } from '@highwater/db/queries'
import { z } from 'zod'

/** Each action with the fields that it needs and those that it takes. */
const actions = {
  set_level: { needs: 'level', takes: ['level'] },
  pause_watching: { needs: null, takes: ['until', 'minutes', 'reason'] },
  resume_watching: { needs: null, takes: [] },
  release: { needs: null, takes: [] },
  delete: { needs: null, takes: [] },
  add_tags: { needs: 'tags', takes: ['tags'] },
  remove_tags: { needs: 'tags', takes: ['tags'] },
} as const
type BulkAction = keyof typeof actions
const actionNames = Object.keys(actions) as [BulkAction, ...BulkAction[]]

const ownFields = {
  level: z.enum(protectionLevels).optional(),
  tags: z.array(tagName).min(1, 'Name at least one tag.').max(100).optional(),
  ...pauseFields,
}
const ownNames = Object.keys(ownFields) as (keyof typeof ownFields)[]

/** One action with many projects, chosen by ids or by a filter. */
export const bulkBody = z
  .strictObject({
    action: z.enum(actionNames),
    projects: pickedProjects.optional(),
    filter: projectFilter.optional(),
    ...ownFields,
  })
  .refine(({ projects, filter }) => (projects === undefined) !== (filter === undefined), {
    path: ['projects'],
    message: 'Name either "projects" (a list of ids) or a "filter".',
  })
  .superRefine((given, context) => {
    const { needs, takes } = actions[given.action]
    const fault = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    if (given.action === 'add_tags' && (given.tags?.length ?? 0) > mostTagsOfProject) {
      fault('tags', `Add at most ${mostTagsOfProject} tags.`)
    }
    if (needs !== null && given[needs] === undefined) fault(needs, `${given.action} needs it.`)
    for (const name of ownNames) {
      const isMeant = (takes as readonly string[]).includes(name)
      if (given[name] !== undefined && !isMeant) fault(name, `${given.action} does not take it.`)
    }
  })

export type Bulk = z.input<typeof bulkBody>

/** Does what was asked for with each project that permits it. */
export async function changeInBulk(context: CommandContext, raw: Bulk) {
  const given = parseInput(bulkBody, raw)
  const { action, projects, filter = {}, level = 'none', tags = [], ...pause } = given
  const choice = projects === undefined ? { filter } : { projects }
  switch (action) {
    case 'set_level':
      return setProjectLevels(context, { level, ...choice })
    case 'pause_watching': {
      const { until, minutes, reason } = pause
      return pauseWatching(context, { choice, own: { until, minutes, reason } })
    }
    case 'resume_watching':
      return resumeWatching(context, { choice, own: {} })
    case 'release':
      return releaseProjects(context, { choice, own: {} })
    case 'delete':
      return deleteProjects(context, { choice, own: {} })
    case 'add_tags':
      return tagProjects(context, { choice, own: { add: tags } })
    case 'remove_tags':
      return tagProjects(context, { choice, own: { remove: tags } })
  }
}
