import { describeSourceKind, sourceKinds } from '@highwater/sources/catalog'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'

const localized = z.object({ 'zh-CN': z.string(), en: z.string() })

export const listSourceKindsOperation = defineOperation({
  method: 'GET',
  path: '/source-kinds',
  id: 'listSourceKinds',
  tag: 'sources',
  summary: 'List the kinds of collectors with the JSON Schema of their settings',
  access: 'source.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(
    z
      .object({
        kind: z.string(),
        label: localized,
        summary: localized,
        config: z.unknown().describe('JSON Schema'),
        secrets: z.unknown().describe('JSON Schema'),
        fields: z.array(z.unknown()),
        measures: z.unknown(),
        idle: z.unknown(),
      })
      .meta({ id: 'SourceKind' }),
  ),
  handle: async ({ query }) =>
    pageOfWhole('SourceKind', sourceKinds.map(describeSourceKind), ({ kind }) => kind, query),
})
