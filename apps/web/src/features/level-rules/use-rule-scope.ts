import type { LevelRuleItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'

/** For which projects a rule is, in words. */
export function useRuleScope() {
  const t = useTranslations('levelRules')
  return ({ department, tag }: Pick<LevelRuleItem, 'department' | 'tag'>): string => {
    if (department !== null && tag !== null)
      return t('ofBoth', { department: department.name, tag })
    if (tag !== null) return t('ofTag', { tag })
    return t('ofDepartment', { department: department?.name ?? '' })
  }
}
