import 'server-only'
import type { DepartmentId } from '@highwater/core'
import { getTranslations } from 'next-intl/server'
import { everyPage } from '~/list/every-page.ts'
import { caller } from '~/trpc/server.tsx'
import type { Option } from './named-departments.tsx'

interface Owned {
  readonly id: string
  readonly name: string
  readonly department: DepartmentId | null
}

/**
 * The channels and alert groups that the reader may see, to choose from and to name; the name of a group
 * without a channel says so. All of them: a form that left some out would take them from what it saves.
 */
export async function readTargets() {
  const api = await caller()
  const [t, channels, stored] = await Promise.all([
    getTranslations('subscriptions.targets'),
    everyPage((place) => api.channel.list(place)),
    api.alertGroup.list(),
  ])
  const groups = stored.map((group) =>
    group.isEmpty ? { ...group, name: t('emptyGroup', { name: group.name }) } : group,
  )
  const names = Object.fromEntries([...channels, ...groups].map(({ id, name }) => [id, name]))
  return { channels, groups, names }
}

/** What a subscription or group of this home may send to: its own, and what serves everybody. */
export const optionsFor = (owned: readonly Owned[], home: DepartmentId | null): Option[] =>
  owned
    .filter(({ department }) => home === null || department === null || department === home)
    .map(({ id, name }) => ({ value: id, label: name }))
