import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tag } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { sqlOf } from '../sql-of.ts'
import { expectUnnamed, loadTag, tagResource } from './load-tag.ts'

/** Deletes a tag and takes it off the projects that have it. */
export const deleteTag = defineCommand({
  action: 'tag.write',
  input: z.strictObject({ tag: z.string().min(1).max(20) }),
  load: (tx, input) => loadTag(tx, input.tag),
  resource: tagResource,
  async change(tx, { name, projects }) {
    await expectUnnamed(tx, name)
    await tx.delete(tag).where(eq(tag.name, name))
    await sqlOf(tx)`
      update project set tags = array_remove(tags, ${name}), version = version + 1
      where tags @> array[${name}]::text[] and deleted_at is null`
    return {
      result: { name, projects },
      audit: [
        auditOf(
          'tag.write',
          { id: name, name },
          { before: { name, projects } },
          { operation: 'deletion', risk: 'moderate' },
        ),
      ],
      topics: ['projects'],
    }
  },
})
