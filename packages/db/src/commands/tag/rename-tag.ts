import { AppError } from '@highwater/core'
import { tagName } from '@highwater/core/project'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tag } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { unlessTaken } from '../database-fault.ts'
import { defineCommand } from '../define-command.ts'
import { sqlOf } from '../sql-of.ts'
import { loadTag, tagResource } from './load-tag.ts'

const taken = (name: string) => ({
  path: 'name',
  message: `There is a tag "${name}" already. Choose another name.`,
})

/** Gives a tag another name, on all projects and wherever rules, silences and subscriptions name it. */
export const renameTag = defineCommand({
  action: 'tag.write',
  input: z.strictObject({ tag: z.string().min(1).max(20), name: tagName }),
  load: (tx, input) => loadTag(tx, input.tag),
  resource: tagResource,
  async change(tx, loaded, { name }) {
    const { name: before, projects } = loaded
    const result = { name, projects }
    if (name === before) return { result, unchanged: true }
    const [other] = await tx.select().from(tag).where(eq(tag.name, name))
    const fault = taken(name)
    if (other) throw new AppError('conflict', fault.message, { faults: [fault] })
    const sql = sqlOf(tx)
    await sql`update tag set name = ${name} where name = ${before}`
    await sql`
      update project set tags = array_replace(tags, ${before}, ${name}), version = version + 1
      where tags @> array[${before}]::text[] and deleted_at is null`
    await unlessTaken(
      sql`update level_rule set tag = ${name}, version = version + 1 where tag = ${before}`,
      'level_rule_of_each',
      fault,
    )
    await sql`
      update silence set tags = array_replace(tags, ${before}, ${name}), version = version + 1
      where tags @> array[${before}]::text[]`
    const renamed = (path: string) => sql`
      (select coalesce(jsonb_agg(case when entry = to_jsonb(${before}::text)
        then to_jsonb(${name}::text) else entry end order by position), '[]')
      from jsonb_array_elements(scope #> ${path}::text[]) with ordinality as t (entry, position))`
    await sql`
      update subscription set version = version + 1, scope = jsonb_set(
        jsonb_set(scope, '{tags}', ${renamed('{tags}')}),
        '{except,tags}', ${renamed('{except,tags}')})
      where scope -> 'tags' ? ${before} or scope #> '{except,tags}' ? ${before}`
    return {
      result,
      audit: [
        auditOf(
          'tag.write',
          { id: before, name: before },
          { before: { name: before, projects }, after: { name, projects } },
        ),
      ],
      topics: ['projects', 'policy', 'silences', 'subscriptions'],
    }
  },
})
