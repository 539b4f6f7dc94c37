import { channelKinds, describeKind } from '@highwater/channels/catalog'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'

const localized = z.object({ 'zh-CN': z.string(), en: z.string() })

export const listChannelKindsOperation = defineOperation({
  method: 'GET',
  path: '/channel-kinds',
  id: 'listChannelKinds',
  tag: 'channels',
  summary: 'List the kinds of channels with the JSON Schema of their settings',
  access: 'channel.read',
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
        capabilities: z.unknown(),
        limits: z.unknown(),
      })
      .meta({ id: 'ChannelKind' }),
  ),
  handle: async ({ query }) =>
    pageOfWhole('ChannelKind', channelKinds.map(describeKind), ({ kind }) => kind, query),
})
