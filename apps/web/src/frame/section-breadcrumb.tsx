'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Breadcrumb, type Crumb } from '~/ui/breadcrumb.tsx'
import { sectionOf } from './navigation.ts'

/** The way to the open section; a page deeper inside names itself in its own heading. */
export function SectionBreadcrumb() {
  const t = useTranslations('frame')
  const path = usePathname()
  const section = sectionOf(path)
  if (section === null) return null
  const crumbs: Crumb[] = [
    {
      label: t(`section.${section.name}`),
      href: path === section.href ? null : section.href,
    },
  ]
  if (section.group === 'settings') crumbs.unshift({ label: t('group.settings'), href: null })
  return <Breadcrumb crumbs={crumbs} />
}
