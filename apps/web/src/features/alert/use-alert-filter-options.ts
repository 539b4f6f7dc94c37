import { alertEvents, alertStates, sendingStatuses } from '@highwater/core/alert'
import { protectionLevels } from '@highwater/core/policy'
import { useTranslations } from 'next-intl'

interface Option {
  readonly value: string
  readonly label: string
}

type FilterName = 'range' | 'state' | 'event' | 'level' | 'sending'

/** What each filter of the list of alerts offers, in words. */
export function useAlertFilterOptions(): Readonly<Record<FilterName, readonly Option[]>> {
  const t = useTranslations('alerts.filter')
  const common = useTranslations('common')
  return {
    range: [
      { value: '7d', label: t('last7Days') },
      { value: '3w', label: t('last3Weeks') },
      { value: '1m', label: t('lastMonth') },
      { value: '3m', label: t('last3Months') },
      { value: 'custom', label: t('custom') },
    ],
    state: [
      { value: 'open', label: t('open') },
      ...alertStates.map((value) => ({ value, label: common(`alertState.${value}`) })),
    ],
    event: alertEvents.map((value) => ({ value, label: common(`alertEvent.${value}`) })),
    level: protectionLevels.map((value) => ({ value, label: common(`level.${value}`) })),
    sending: sendingStatuses.map((value) => ({ value, label: common(`sendingStatus.${value}`) })),
  }
}
