import type { AuditVerdict } from '@highwater/db/queries'
import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { exactTimeText } from '~/ui/exact-time-text.ts'
import { Notice } from '~/ui/notice.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { faultWords } from './fault-words.ts'

interface ChainVerdictProps {
  readonly verdict: AuditVerdict
  readonly action: ReactNode
}

/** What a verification found: up to when all is well, or the first bad entry and what is wrong with it. */
export function ChainVerdict({ verdict, action }: ChainVerdictProps) {
  const t = useTranslations('audit.chain')
  const timeZone = useTimeZone() ?? 'UTC'
  const { at, checked, older, fault, checkpoint } = verdict
  const time = exactTimeText(at, timeZone)
  if (fault !== null) {
    const { name, values } = faultWords(fault)
    return (
      <Notice tone="error" title={t('broken')} action={action}>
        <p>{t(`fault.${name}`, values)}</p>
        <p>{t('brokenAt', { time })}</p>
        {fault.eventId === null ? null : (
          <TextLink href={`/audit/${fault.eventId}`}>{t('show', { id: fault.eventId })}</TextLink>
        )}
      </Notice>
    )
  }
  return (
    <Notice tone="done" title={t('verified', { time })} action={action}>
      <p>{t('checked', { count: checked })}</p>
      {older === 0 ? null : <p>{t('older', { count: older })}</p>}
      {checkpoint === null ? null : (
        <p className="wrap-anywhere">
          {t('checkpoint')}{' '}
          <code className="font-mono text-xs">{`${checkpoint.number}:${checkpoint.seal}`}</code>
        </p>
      )}
    </Notice>
  )
}
