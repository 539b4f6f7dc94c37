import 'server-only'
import type { DepartmentId } from '@highwater/core'
import { caller } from '~/trpc/server.tsx'
import type { Option } from './named-fields.tsx'

interface Owned {
  readonly id: string
  readonly name: string
  readonly department: DepartmentId | null
}

/** So many can be chosen from; whoever has more puts them into groups. */
const most = 200

/** The channels and alert groups that the reader may see, to choose from and to name. */
export async function readTargets() {
  const api = await caller()
  const [channels, groups] = await Promise.all([
    api.channel.list({ limit: most }),
    api.alertGroup.list(),
  ])
  const names = Object.fromEntries([...channels.items, ...groups].map(({ id, name }) => [id, name]))
  return { channels: channels.items, groups, names }
}

/** What a subscription or group of this home may send to: its own, and what serves everybody. */
export const optionsFor = (owned: readonly Owned[], home: DepartmentId | null): Option[] =>
  owned
    .filter(({ department }) => home === null || department === null || department === home)
    .map(({ id, name }) => ({ value: id, label: name }))
