import type { FoundAlert, FoundProject } from '@highwater/db/queries'
import { Bell, FolderSync, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PaletteGroup } from './palette-commands.ts'

interface Found {
  readonly typed: string
  readonly projects: readonly FoundProject[]
  readonly isMore: boolean
  readonly alert: FoundAlert | null
}

/** What a search has found, as groups of the palette: the alert of that short id, then projects. */
export function usePaletteFound({
  typed,
  projects,
  isMore,
  alert,
}: Found): readonly PaletteGroup[] {
  const t = useTranslations('frame.palette')
  const common = useTranslations('common')
  const all = {
    label: t('allProjects', { text: typed }),
    keywords: [],
    icon: Search,
    href: `/projects?q=${encodeURIComponent(typed)}`,
    hint: '',
  }
  const leads = projects.map(({ id, name, kind, departmentName }) => ({
    label: name,
    keywords: [],
    icon: FolderSync,
    href: `/projects/${id}`,
    hint: `${common(`projectKind.${kind}`)} · ${departmentName}`,
  }))
  const alerts =
    alert === null
      ? []
      : [
          {
            label: `${alert.shortId} · ${alert.subject}`,
            keywords: [],
            icon: Bell,
            href: `/alerts/${alert.id}`,
            hint: `${common(`alertEvent.${alert.event}`)} · ${common(`alertState.${alert.state}`)}`,
          },
        ]
  return [
    { heading: t('alert'), commands: alerts },
    { heading: t('projects'), commands: isMore ? [...leads, all] : leads },
  ].filter(({ commands }) => commands.length > 0)
}
