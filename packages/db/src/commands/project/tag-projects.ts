import { mostTagsOfProject, tagName } from '@highwater/core/project'
import { z } from 'zod'
import { sqlOf } from '../sql-of.ts'
import { keepTags } from '../tag/keep-tags.ts'
import { defineBulkChange } from './define-bulk-change.ts'
import { alreadySo, type ReasonAgainst } from './not-changed.ts'

const input = z.strictObject({
  add: z.array(tagName).max(mostTagsOfProject).default([]),
  remove: z.array(tagName).max(100).default([]),
})
type TagChange = z.output<typeof input>

const tagsAfter = (tags: readonly string[], { add, remove }: TagChange): string[] => [
  ...new Set([...tags.filter((name) => !remove.includes(name)), ...add]),
]

const tooMany: ReasonAgainst = {
  code: 'too_many_tags',
  message: `The project would have more than ${mostTagsOfProject} tags. Take one off first.`,
}

/** Puts tags on many projects and takes others off. */
export const tagProjects = defineBulkChange({
  action: 'project.update',
  own: input,
  against({ tags }, own) {
    const after = tagsAfter(tags, own)
    if (after.length > mostTagsOfProject) return tooMany
    const isSame = after.length === tags.length && after.every((name) => tags.includes(name))
    return isSame ? alreadySo('The tags of the project would stay as they are.') : null
  },
  async write(tx, rows, own, { now }) {
    await keepTags(tx, own.add, now)
    const wanted = rows.map(({ id, tags }) => ({ id, tags: tagsAfter(tags, own) }))
    await sqlOf(tx)`
      update project p set tags = t.tags, version = p.version + 1
      from jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) as t (id uuid, tags text[])
      where p.id = t.id`
  },
  snapshots: ({ tags }, own) => ({ before: { tags }, after: { tags: tagsAfter(tags, own) } }),
})
