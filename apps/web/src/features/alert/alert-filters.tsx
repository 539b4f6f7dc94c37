import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { FilterChips } from '~/ui/filter-chips.tsx'
import { FilterForm } from '~/ui/filter-form.tsx'
import { FilterSelect } from '~/ui/filter-select.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { TextInput } from '~/ui/text-input.tsx'
import type { AlertSearch } from './alert-search.ts'
import { useAlertFilterOptions } from './use-alert-filter-options.ts'

const path = '/alerts'
const filterNames = ['state', 'event', 'level', 'sending', 'department'] as const

interface AlertFiltersProps {
  readonly search: AlertSearch
  /** Those whose alerts the reader may see. */
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  /** The name of the project that the list is narrowed to. */
  readonly projectName: string | null
}

/** The filters of the list of alerts, and those in effect as chips. */
export function AlertFilters({ search, departments, projectName }: AlertFiltersProps) {
  const t = useTranslations('alerts')
  const any = useTranslations('common.filter')('any')
  const options = {
    ...useAlertFilterOptions(),
    department: departments.map(({ id, name }) => ({ value: id, label: name })),
  }
  const { cursor: _, scope, range, from, to, project, digest, q, ...chosen } = search
  const rest = { ...search, cursor: undefined }
  const chips = filterNames.flatMap((name) => {
    const value = chosen[name]
    const label = options[name].find((option) => option.value === value)?.label
    return label === undefined
      ? []
      : [
          {
            label: t(`filter.${name}`),
            value: label,
            removeHref: listAddress(path, { ...rest, [name]: undefined }),
          },
        ]
  })
  const ofProject = {
    label: t('filter.project'),
    value: projectName ?? project ?? '',
    removeHref: listAddress(path, { ...rest, project: undefined }),
  }
  const ofDigest = {
    label: t('filter.digest'),
    value: digest ?? '',
    removeHref: listAddress(path, { ...rest, digest: undefined }),
  }
  const ofText = {
    label: t('filter.text'),
    value: q ?? '',
    removeHref: listAddress(path, { ...rest, q: undefined }),
  }
  return (
    <div className="flex flex-col gap-3">
      <FilterForm
        path={path}
        search={{ label: t('filter.search'), value: q }}
        keep={{ scope, project, digest }}
      >
        <FilterSelect
          name="range"
          label={t('filter.range')}
          value={range}
          options={options.range}
        />
        {filterNames.map((name) => (
          <FilterSelect
            key={name}
            name={name}
            label={t(`filter.${name}`)}
            value={chosen[name]}
            options={options[name]}
            any={any}
          />
        ))}
        {range === 'custom' ? (
          <div className="flex gap-2">
            <DayField name="from" label={t('filter.from')} value={from} />
            <DayField name="to" label={t('filter.to')} value={to} />
          </div>
        ) : null}
      </FilterForm>
      <FilterChips
        chips={[
          ...chips,
          ...(project ? [ofProject] : []),
          ...(digest ? [ofDigest] : []),
          ...(q ? [ofText] : []),
        ]}
        clearHref={listAddress(path, { scope })}
      />
    </div>
  )
}

function DayField(props: { name: string; label: string; value: string | undefined }) {
  return (
    <Field label={props.label} required>
      {({ required: _, ...control }) => (
        <TextInput {...control} type="date" name={props.name} defaultValue={props.value} />
      )}
    </Field>
  )
}
