import type { MessageTemplateId } from '@highwater/core'
import { diff } from '@highwater/core/audit'
import { restoreMessageTemplate } from '@highwater/db/commands'
import { listTemplateVersions, type TemplateVersion } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { versionOf } from '../../version-of.ts'
import { pageOf, time } from '../../wire.ts'
import { readTemplate } from './read-template.ts'
import { templateAnswer, templateContentAnswer } from './template-answer.ts'

const part = z.union([z.string(), z.boolean()]).nullable()

const versionAnswer = z
  .object({
    version: z.int(),
    content: templateContentAnswer.nullable().describe('Null: it was reset.'),
    createdAt: time,
    createdByName: z.string(),
    origin: z.enum(['edit', 'restore', 'reset']),
    restoredFrom: z.int().nullable(),
    changes: z
      .array(z.object({ path: z.string(), before: part, after: part }))
      .describe('What it changed of the version before it.'),
  })
  .meta({ id: 'MessageTemplateVersion' })

const partOf = (value: unknown): string | boolean | null =>
  typeof value === 'string' || typeof value === 'boolean' ? value : null

const toVersion = (version: TemplateVersion, before: TemplateVersion | undefined) => ({
  ...version,
  changes: diff(before?.content ?? null, version.content).map((change) => ({
    path: change.path,
    before: partOf(change.before),
    after: partOf(change.after),
  })),
})

export const listTemplateVersionsOperation = defineOperation({
  method: 'GET',
  path: '/templates/{id}/versions',
  id: 'listTemplateVersions',
  tag: 'templates',
  summary: 'List the versions of a template, newest first: the first is in force',
  access: 'template.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(versionAnswer),
  async handle({ services, viewer, params, query }) {
    const versions = await listTemplateVersions(services.db, viewer, params.id as MessageTemplateId)
    return pageOfWhole(
      'listTemplateVersions',
      versions.map((version, index) => toVersion(version, versions[index + 1])),
      ({ version }) => String(version),
      query,
    )
  },
})

export const restoreTemplateVersionOperation = defineOperation({
  method: 'POST',
  path: '/templates/{id}/versions/{version}/restore',
  id: 'restoreTemplateVersion',
  tag: 'templates',
  summary: 'Bring the words of an old version back, as a new version',
  access: 'template.write',
  status: 200,
  answer: templateAnswer,
  async handle({ context, params }) {
    await restoreMessageTemplate(context, {
      template: params.id,
      restore: versionOf(params.version),
    })
    return readTemplate(context, params.id)
  },
})
