import type { ChannelItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import type { FormAction } from '~/forms/form-state.ts'
import { Button } from '~/ui/button.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'

interface CutOffNoticeProps {
  readonly channel: ChannelItem
  /** Has it tried at once; null for who may not. */
  readonly tryNow: FormAction | null
}

/** That a channel fails so often that it gets one message at a time, and what is to be done. */
export function CutOffNotice({ channel, tryNow }: CutOffNoticeProps) {
  const t = useTranslations('channels.cutOff')
  const { cutOff, fallbackChannelName: deputy } = channel
  if (cutOff === null || !channel.enabled) return null
  const { since, failures, waiting, nextProbeAt } = cutOff
  const isUnderWay = waiting === 0 && nextProbeAt === null
  return (
    <Notice
      tone="error"
      title={t('title')}
      action={
        tryNow !== null && waiting > 0 ? (
          <ActionForm action={tryNow} values={{ channel: channel.id }} done={t('tried')}>
            <Button type="submit">{t('tryNow')}</Button>
          </ActionForm>
        ) : null
      }
    >
      <p>
        {t.rich('since', { failures, at: () => <ExactTime at={since} /> })}{' '}
        {t('waiting', { waiting })}
      </p>
      <p>
        {nextProbeAt === null
          ? t(isUnderWay ? 'nothingWaits' : 'probing')
          : t.rich('nextProbe', { at: () => <RelativeTime at={nextProbeAt} toCome /> })}{' '}
        {deputy === null ? t('noFallback') : t('fallback', { name: deputy })}
      </p>
    </Notice>
  )
}
