import type { Action } from '@highwater/core/permissions'
import {
  Bell,
  BellOff,
  Boxes,
  Building2,
  DatabaseZap,
  FolderSync,
  Group,
  KeyRound,
  LetterText,
  type LucideIcon,
  MessageSquareShare,
  PhoneCall,
  Route,
  ScrollText,
  Send,
  Server,
  ServerCog,
  Settings2,
  SlidersHorizontal,
  Users,
  Waves,
} from 'lucide-react'

/** The sections of the console; the name is also the key of its text in `frame.section`. */
export type SectionName =
  | 'now'
  | 'projects'
  | 'alerts'
  | 'alertSettings'
  | 'channels'
  | 'clusters'
  | 'alertGroups'
  | 'subscriptions'
  | 'templates'
  | 'people'
  | 'departments'
  | 'onCall'
  | 'signIn'
  | 'silences'
  | 'sources'
  | 'hosts'
  | 'parameters'
  | 'deliveries'
  | 'audit'
  | 'system'

export type NavigationGroup = 'watch' | 'settings' | 'trace'

export interface Section {
  readonly name: SectionName
  readonly href: string
  readonly icon: LucideIcon
  readonly group: NavigationGroup
  /** The action a person must be allowed; null for everybody signed in. */
  readonly permission: Action | null
  /** One of the few that the bottom bar of a phone shows; the others are behind "More". */
  readonly onPhone: boolean
  /** Filters of the same page that deserve a line of their own. */
  readonly views: readonly SectionView[]
}

export interface SectionView {
  readonly name: 'migration' | 'synchronization'
  readonly href: string
}

/** Everything the rail, the bottom bar, the command palette and the breadcrumb know. */
export const sections: readonly Section[] = [
  {
    name: 'now',
    href: '/',
    icon: Waves,
    group: 'watch',
    permission: null,
    onPhone: true,
    views: [],
  },
  {
    name: 'projects',
    href: '/projects',
    icon: FolderSync,
    group: 'watch',
    permission: 'project.read',
    onPhone: true,
    views: [
      { name: 'migration', href: '/projects?kind=migration' },
      { name: 'synchronization', href: '/projects?kind=synchronization' },
    ],
  },
  {
    name: 'alerts',
    href: '/alerts',
    icon: Bell,
    group: 'watch',
    permission: 'alert.read',
    onPhone: true,
    views: [],
  },
  {
    name: 'alertSettings',
    href: '/settings/alerts',
    icon: SlidersHorizontal,
    group: 'settings',
    permission: 'policy.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'channels',
    href: '/settings/channels',
    icon: MessageSquareShare,
    group: 'settings',
    permission: 'channel.read',
    onPhone: true,
    views: [],
  },
  {
    name: 'clusters',
    href: '/settings/clusters',
    icon: Boxes,
    group: 'settings',
    permission: 'cluster.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'alertGroups',
    href: '/settings/groups',
    icon: Group,
    group: 'settings',
    permission: 'group.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'subscriptions',
    href: '/settings/subscriptions',
    icon: Route,
    group: 'settings',
    permission: 'subscription.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'templates',
    href: '/settings/templates',
    icon: LetterText,
    group: 'settings',
    permission: 'template.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'people',
    href: '/people',
    icon: Users,
    group: 'settings',
    permission: 'person.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'departments',
    href: '/people/departments',
    icon: Building2,
    group: 'settings',
    permission: 'department.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'onCall',
    href: '/settings/on-call',
    icon: PhoneCall,
    group: 'settings',
    permission: 'onCall.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'signIn',
    href: '/settings/sign-in',
    icon: KeyRound,
    group: 'settings',
    permission: 'signIn.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'silences',
    href: '/silences',
    icon: BellOff,
    group: 'settings',
    permission: 'silence.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'sources',
    href: '/sources',
    icon: DatabaseZap,
    group: 'settings',
    permission: 'source.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'hosts',
    href: '/hosts',
    icon: Server,
    group: 'settings',
    permission: 'host.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'parameters',
    href: '/system/parameters',
    icon: Settings2,
    group: 'settings',
    permission: 'parameter.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'deliveries',
    href: '/deliveries',
    icon: Send,
    group: 'trace',
    permission: 'notification.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'audit',
    href: '/audit',
    icon: ScrollText,
    group: 'trace',
    permission: 'audit.read',
    onPhone: false,
    views: [],
  },
  {
    name: 'system',
    href: '/system',
    icon: ServerCog,
    group: 'trace',
    permission: 'system.read',
    onPhone: false,
    views: [],
  },
]

export const navigationGroups: readonly NavigationGroup[] = ['watch', 'settings', 'trace']

/** The sections that a person with these permissions may open, in the order of the rail. */
export const sectionsFor = (allowed: readonly Action[]): readonly Section[] =>
  sections.filter(({ permission }) => permission === null || allowed.includes(permission))

/** The section that an address belongs to, however deep: the nearest one; null outside of all. */
export function sectionOf(path: string): Section | null {
  const inside = ({ href }: Section) =>
    href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  const [nearest] = sections
    .filter(inside)
    .toSorted((left, right) => right.href.length - left.href.length)
  return nearest ?? null
}
