import { useTranslations } from 'next-intl'
import { LinkTabs } from '~/ui/link-tabs.tsx'

const views = ['people', 'departments', 'roles'] as const

const addresses = {
  people: '/people',
  departments: '/people/departments',
  roles: '/people/roles',
} as const

/** People, the departments they are in, and what their roles allow. */
export function AccessTabs({ current }: { readonly current: (typeof views)[number] }) {
  const t = useTranslations('access')
  const labels = {
    people: t('people'),
    departments: t('departments.title'),
    roles: t('roles.title'),
  }
  return (
    <LinkTabs
      label={t('views')}
      tabs={views.map((view) => ({
        href: addresses[view],
        label: labels[view],
        current: view === current,
      }))}
    />
  )
}
