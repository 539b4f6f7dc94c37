import type { SubscriptionItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'

/** What a subscription is about, in a few words. */
export function SubscriptionAbout({ subscription }: { readonly subscription: SubscriptionItem }) {
  const t = useTranslations('subscriptions.about')
  const common = useTranslations('common.alertEvent')
  const { departmentName, scope } = subscription
  const [event] = scope.events
  const parts = [
    departmentName === null ? null : t('department', { name: departmentName }),
    event === undefined ? null : t('events', { count: scope.events.length, first: common(event) }),
    scope.departments.length === 0 ? null : t('departments', { count: scope.departments.length }),
    scope.tags.length === 0 ? null : t('tags', { names: scope.tags.join(' ') }),
    scope.projects.length === 0 ? null : t('projects', { count: scope.projects.length }),
  ].filter((part) => part !== null)
  const { events, departments, tags, projects } = scope.except
  const hasExceptions = [events, departments, tags, projects].some((list) => list.length > 0)
  return (
    <span>
      {parts.length === 0 ? t('everything') : parts.join(' · ')}
      {hasExceptions ? <span className="block text-ink-faint text-xs">{t('except')}</span> : null}
    </span>
  )
}
