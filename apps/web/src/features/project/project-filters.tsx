'use client'

import { protectionLevels } from '@highwater/core/policy'
import { projectStates } from '@highwater/core/project'
import { useTranslations } from 'next-intl'
import { FilterChips } from '~/ui/filter-chips.tsx'
import { FilterForm } from '~/ui/filter-form.tsx'
import { FilterSelect } from '~/ui/filter-select.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { type ProjectSearch, withoutUsualSort } from './project-search.ts'

const path = '/projects'

interface ProjectFiltersProps {
  readonly search: ProjectSearch
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  /** All that there are. */
  readonly tags: readonly string[]
}

/** The filters of the list of projects, and those in effect as chips. */
export function ProjectFilters({ search, departments, tags }: ProjectFiltersProps) {
  const t = useTranslations('projects.filter')
  const common = useTranslations('common')
  const options = {
    state: projectStates.map((value) => ({ value, label: common(`projectState.${value}`) })),
    level: protectionLevels.map((value) => ({ value, label: common(`level.${value}`) })),
    attention: [{ value: 'true', label: t('attentionOnly') }],
    watched: [
      { value: 'false', label: t('notWatched') },
      { value: 'true', label: t('watchedOnly') },
    ],
    tag: [...new Set([...tags, ...(search.tag ? [search.tag] : [])])]
      .sort()
      .map((value) => ({ value, label: value })),
    department: departments.map(({ name }) => ({ value: name, label: name })),
  }
  const names = ['attention', 'watched', 'state', 'level', 'tag', 'department'] as const
  const address = withoutUsualSort({ ...search, cursor: undefined })
  const chips = names.flatMap((name) => {
    const value = search[name]
    if (value === undefined) return []
    const label = options[name].find((option) => option.value === value)?.label ?? value
    const removeHref = listAddress(path, { ...address, [name]: undefined })
    return [{ label: t(name), value: label, removeHref }]
  })
  const text = search.q
    ? [
        {
          label: t('text'),
          value: search.q,
          removeHref: listAddress(path, { ...address, q: undefined }),
        },
      ]
    : []
  return (
    <div className="flex flex-col gap-3">
      <FilterForm
        path={path}
        search={{ label: t('search'), value: search.q }}
        keep={{ kind: search.kind, sort: address.sort }}
      >
        {names
          .filter((name) => options[name].length > (name === 'department' ? 1 : 0))
          .map((name) => (
            <FilterSelect
              key={name}
              name={name}
              label={t(name)}
              value={search[name]}
              options={options[name]}
              any={common('filter.any')}
            />
          ))}
      </FilterForm>
      <FilterChips
        chips={[...chips, ...text]}
        clearHref={listAddress(path, { kind: search.kind, sort: address.sort })}
      />
    </div>
  )
}
