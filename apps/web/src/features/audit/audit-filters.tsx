import { auditOperations, auditTargets, riskLevels } from '@highwater/core/audit'
import { departmentRoles, globalRoles } from '@highwater/core/permissions'
import { useTranslations } from 'next-intl'
import { type ListQuery, oneOf } from '~/list/read-list-query.ts'
import { isTimeRange, timeRanges } from '~/list/time-range.ts'
import { FilterChips } from '~/ui/filter-chips.tsx'
import { FilterForm } from '~/ui/filter-form.tsx'
import { FilterSelect } from '~/ui/filter-select.tsx'
import { listAddress } from '~/ui/list-address.ts'

export const auditParameters = [
  'actor',
  'target',
  'targetId',
  'operation',
  'role',
  'risk',
  'result',
  'range',
  'q',
  'cursor',
] as const
export type AuditQuery = ListQuery<(typeof auditParameters)[number]>

export const auditResults = ['succeeded', 'refused'] as const
export const auditRoles = [...globalRoles, ...departmentRoles] as const

interface AuditFiltersProps {
  readonly path: string
  readonly query: AuditQuery
  /** The name behind the actor's id, if a row of the list has it. */
  readonly actorName: string | undefined
  readonly targetName: string | undefined
}

/** The filters of the audit, and those in effect as chips. */
export function AuditFilters({ path, query, actorName, targetName }: AuditFiltersProps) {
  const t = useTranslations('audit')
  const common = useTranslations('common')
  const nameOfGlobal = useTranslations('frame.role')
  const nameInDepartment = useTranslations('access.role')
  const nameOfRole = (each: (typeof auditRoles)[number]) => {
    const inDepartment = oneOf(departmentRoles, each)
    const global = oneOf(globalRoles, each)
    if (inDepartment !== undefined) return nameInDepartment(inDepartment)
    return global === undefined ? each : nameOfGlobal(global)
  }
  const { cursor: _, ...filters } = query
  const any = t('filter.any')
  const target = oneOf(auditTargets, query.target)
  const operation = oneOf(auditOperations, query.operation)
  const risk = oneOf(riskLevels, query.risk)
  const role = oneOf(auditRoles, query.role)
  const result = oneOf(auditResults, query.result)
  const chips = [
    { name: 'q', label: common('filter.search'), value: query.q },
    { name: 'actor', label: t('filter.who'), value: query.actor && (actorName ?? query.actor) },
    { name: 'target', label: t('filter.target'), value: target && t(`target.${target}`) },
    {
      name: 'targetId',
      label: t('filter.target'),
      value: query.targetId && (targetName ?? query.targetId),
    },
    {
      name: 'operation',
      label: t('filter.operation'),
      value: operation && t(`operation.${operation}`),
    },
    { name: 'role', label: t('detail.role'), value: role && nameOfRole(role) },
    { name: 'risk', label: t('column.risk'), value: risk && t(`risk.${risk}`) },
    { name: 'result', label: t('filter.result'), value: result && t(`result.${result}`) },
    {
      name: 'range',
      label: t('filter.range'),
      value: isTimeRange(query.range) ? common(`timeRange.${query.range}`) : undefined,
    },
  ]
  return (
    <>
      <FilterForm
        path={path}
        search={{ label: t('filter.search'), value: query.q }}
        keep={{ actor: query.actor, targetId: query.targetId }}
      >
        <FilterSelect
          name="operation"
          label={t('filter.operation')}
          value={operation}
          any={any}
          options={auditOperations.map((each) => ({ value: each, label: t(`operation.${each}`) }))}
        />
        <FilterSelect
          name="target"
          label={t('filter.target')}
          value={target}
          any={any}
          options={auditTargets.map((each) => ({ value: each, label: t(`target.${each}`) }))}
        />
        <FilterSelect
          name="role"
          label={t('detail.role')}
          value={role}
          any={any}
          options={auditRoles.map((each) => ({ value: each, label: nameOfRole(each) }))}
        />
        <FilterSelect
          name="risk"
          label={t('column.risk')}
          value={risk}
          any={any}
          options={riskLevels.map((each) => ({ value: each, label: t(`risk.${each}`) }))}
        />
        <FilterSelect
          name="result"
          label={t('filter.result')}
          value={result}
          any={any}
          options={auditResults.map((each) => ({ value: each, label: t(`result.${each}`) }))}
        />
        <FilterSelect
          name="range"
          label={t('filter.range')}
          value={query.range}
          any={any}
          options={timeRanges.map((range) => ({
            value: range,
            label: common(`timeRange.${range}`),
          }))}
        />
      </FilterForm>
      <FilterChips
        clearHref={path}
        chips={chips.flatMap(({ name, label, value }) =>
          value === undefined || value === ''
            ? []
            : [{ label, value, removeHref: listAddress(path, { ...filters, [name]: undefined }) }],
        )}
      />
    </>
  )
}
