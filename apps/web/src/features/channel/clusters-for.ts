import { channelKindOf } from '@highwater/channels/catalog'
import type { caller } from '~/trpc/server.tsx'

/** The associated clusters, where a kind sends through one of them. */
export async function clustersFor(
  kind: string,
  api: Awaited<ReturnType<typeof caller>>,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (channelKindOf(kind).throughCluster !== true) return []
  return (await api.cluster.list()).map(({ id, name }) => ({ id, name }))
}
