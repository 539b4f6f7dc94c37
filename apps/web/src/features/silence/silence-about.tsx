import type { SilenceItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useListing } from '~/ui/use-listing.ts'

/** What a silence is about, in a few words. */
export function SilenceAbout({ silence }: { readonly silence: SilenceItem }) {
  const t = useTranslations('silences.about')
  const common = useTranslations('common')
  const listed = useListing()
  const { department, projects, departments, tags, events, levels, exceptProjects } = silence
  const namesOf = (named: readonly { readonly name: string | null }[]) => [
    ...new Set(named.map(({ name }) => name ?? t('unseen'))),
  ]
  const first = (named: SilenceItem['projects']) => namesOf(named)[0] ?? ''
  const parts = [
    department === null ? null : t('department', { name: department.name }),
    projects.length === 0
      ? null
      : t('projects', { count: projects.length, first: first(projects) }),
    departments.length === 0 ? null : t('departments', { names: listed(namesOf(departments)) }),
    tags.length === 0 ? null : t('tags', { names: tags.join(' ') }),
    events.length === 0 ? null : listed(events.map((event) => common(`alertEvent.${event}`))),
    levels.length === 0 ? null : listed(levels.map((level) => common(`level.${level}`))),
    exceptProjects.length === 0
      ? null
      : t('except', { count: exceptProjects.length, first: first(exceptProjects) }),
  ].filter((part) => part !== null)
  return <span>{parts.length === 0 ? t('everything') : parts.join(' · ')}</span>
}
