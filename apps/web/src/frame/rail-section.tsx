'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'
import { PageLink } from '~/ui/page-link.tsx'
import { AttentionCount } from './attention-count.tsx'
import { type Section, type SectionView, sectionOf } from './navigation.ts'

interface RailSectionProps {
  readonly section: Section
  readonly narrow: boolean
  readonly count: number
}

const linkStyle =
  'relative flex h-8 items-center gap-2.5 rounded-md px-2 text-base text-ink-muted transition-colors tap hover:bg-hover hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-ink'

/** One section of the rail with its views; it marks itself while a page of it is open. */
export function RailSection({ section, narrow, count }: RailSectionProps) {
  const t = useTranslations('frame')
  const current = sectionOf(usePathname())?.name === section.name
  const kind = useSearchParams().get('kind')
  const inView = (view: SectionView) => current && kind === view.name
  const viewOpen = section.views.some(inView)
  const Icon = section.icon
  return (
    <li>
      <PageLink
        href={section.href}
        aria-current={current && !viewOpen ? 'page' : undefined}
        title={narrow ? t(`section.${section.name}`) : undefined}
        className={classNames(linkStyle, narrow && 'justify-center')}
      >
        <Icon aria-hidden className={classNames('size-4 shrink-0', current && 'text-accent')} />
        <span className={narrow ? 'sr-only' : 'flex-1 truncate'}>
          {t(`section.${section.name}`)}
        </span>
        <AttentionCount count={count} className={narrow ? 'absolute -top-1 -right-1' : ''} />
      </PageLink>
      {narrow || section.views.length === 0 ? null : (
        <ul className="mt-px flex flex-col gap-px">
          {section.views.map((view) => (
            <li key={view.name}>
              <PageLink
                href={view.href}
                aria-current={inView(view) ? 'page' : undefined}
                className={classNames(linkStyle, 'pl-8.5 text-sm')}
              >
                {t(`view.${view.name}`)}
              </PageLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
