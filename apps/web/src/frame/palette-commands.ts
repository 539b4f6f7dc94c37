import type { Action } from '@highwater/core/permissions'
import { CirclePlus, type LucideIcon, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type SectionName, sectionsFor } from './navigation.ts'

export interface PaletteCommand {
  readonly label: string
  /** Other words by which it is found; English ones too, as a keyboard may have no Chinese at night. */
  readonly keywords: readonly string[]
  readonly icon: LucideIcon
  readonly href: string
  readonly hint: string
}

export interface PaletteGroup {
  readonly heading: string
  readonly commands: readonly PaletteCommand[]
}

const englishNames: Readonly<Record<SectionName, string>> = {
  now: 'now overview',
  projects: 'projects',
  alerts: 'alerts',
  alertSettings: 'alert settings levels thresholds',
  channels: 'channels robots webhook',
  clusters: 'ocp clusters oceanbase jiqun',
  alertGroups: 'alert groups',
  subscriptions: 'subscriptions routing push',
  templates: 'templates messages words variables muban moban',
  people: 'people contacts mobile reachability renyuan',
  departments: 'departments teams members roles permissions bumen juese',
  onCall: 'on call rota duty zhiban',
  signIn: 'sign-in providers oidc sso single sign-on denglu',
  silences: 'silences mute maintenance windows',
  sources: 'sources collectors postgresql',
  hosts: 'hosts machines nodes',
  deliveries: 'deliveries notifications',
  audit: 'audit log',
  system: 'system workers',
  parameters: 'parameters tuning defaults',
}

/** The commands in whose label or keywords each typed word stands; groups without any are left out. */
export function commandsFor(
  groups: readonly PaletteGroup[],
  typed: string,
): readonly PaletteGroup[] {
  const words = typed.toLowerCase().split(/\s+/)
  const isMeant = ({ label, keywords }: PaletteCommand) => {
    const known = [label, ...keywords].join(' ').toLowerCase()
    return words.every((word) => known.includes(word))
  }
  return groups
    .map(({ heading, commands }) => ({ heading, commands: commands.filter(isMeant) }))
    .filter(({ commands }) => commands.length > 0)
}

/** What the palette offers a person with these permissions. */
export function usePaletteCommands(permissions: readonly Action[]): readonly PaletteGroup[] {
  const t = useTranslations('frame')
  const visible = sectionsFor(permissions)
  const pages = visible.flatMap(({ name, href, icon, group, views }): PaletteCommand[] => [
    {
      label: t(`section.${name}`),
      keywords: [englishNames[name]],
      icon,
      href,
      hint: t(`group.${group}`),
    },
    ...views.map((view) => ({
      label: t(`view.${view.name}`),
      keywords: [view.name],
      icon,
      href: view.href,
      hint: t(`section.${name}`),
    })),
  ])
  const account = {
    label: t('account'),
    keywords: ['account me profile password'],
    icon: UserRound,
    href: '/account',
    hint: '',
  }
  const addChannel = {
    label: t('palette.addChannel'),
    keywords: ['add channel new robot'],
    icon: CirclePlus,
    href: '/settings/channels/new',
    hint: t('section.channels'),
  }
  const mayAddChannels = permissions.includes('channel.write')
  return [
    { heading: t('palette.goTo'), commands: [...pages, account] },
    ...(mayAddChannels ? [{ heading: t('palette.do'), commands: [addChannel] }] : []),
  ]
}
