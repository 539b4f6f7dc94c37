import type { SilenceItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'

/** What a silence is about, in a few words. */
export function SilenceAbout({ silence }: { readonly silence: SilenceItem }) {
  const t = useTranslations('silences.about')
  const common = useTranslations('common')
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
    departments.length === 0 ? null : t('departments', { names: namesOf(departments).join(', ') }),
    tags.length === 0 ? null : t('tags', { names: tags.join(' ') }),
    events.length === 0 ? null : events.map((event) => common(`alertEvent.${event}`)).join(', '),
    levels.length === 0 ? null : levels.map((level) => common(`level.${level}`)).join(', '),
    exceptProjects.length === 0
      ? null
      : t('except', { count: exceptProjects.length, first: first(exceptProjects) }),
  ].filter((part) => part !== null)
  return <span>{parts.length === 0 ? t('everything') : parts.join(' · ')}</span>
}
