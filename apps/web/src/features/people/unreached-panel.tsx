import { unreachableTexts } from '@highwater/core/person'
import type { Reachability } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { useListing } from '~/ui/use-listing.ts'

/** Who was meant to hear of alerts and cannot, with the place where it is put right. */
export function UnreachedPanel({ found }: { readonly found: Reachability }) {
  const t = useTranslations('people.unreached')
  const listed = useListing()
  const locale = useLocale()
  const { people, projects, departments } = found
  if (people.length + projects.length + departments.length === 0) {
    return (
      <Panel title={t('title')}>
        <p className="text-ink-muted">{t('none')}</p>
      </Panel>
    )
  }
  const by = (names: readonly string[]) => t('by', { names: listed(names) })
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-4">
        <Lines
          title={t('people')}
          lines={people.map(({ id, name, reason, ownedProjects, onCallIn }) => ({
            href: `/people/${id}`,
            name,
            about: [
              unreachableTexts[reason][locale],
              t('owns', { count: ownedProjects }),
              onCallIn.length === 0 ? '' : t('onCallIn', { names: listed(onCallIn) }),
            ],
          }))}
        />
        <Lines
          title={t('projects')}
          lines={projects.map(({ id, name, subscriptions }) => ({
            href: `/projects/${id}/edit`,
            name,
            about: [by(subscriptions)],
          }))}
        />
        <Lines
          title={t('departments')}
          lines={departments.map(({ id, name, subscriptions }) => ({
            href: `/settings/on-call/${id}`,
            name,
            about: [by(subscriptions)],
          }))}
        />
      </div>
    </Panel>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly {
    readonly href: string
    readonly name: string
    readonly about: readonly string[]
  }[]
}

function Lines({ title, lines }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3 className="font-medium text-sm">{title}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {lines.map(({ href, name, about }) => (
          <li key={href}>
            <TextLink href={href}>{name}</TextLink>
            <span className="block text-ink-faint text-xs">
              {about.filter((text) => text !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
