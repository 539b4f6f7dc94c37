import type { ChannelItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { probeChannel } from './channel-actions.ts'

interface CutOffNoticeProps {
  readonly channel: ChannelItem
  /** The reader may have it tried at once. */
  readonly mayTry: boolean
}

/** That a channel fails so often that it gets one message at a time, and what is to be done. */
export function CutOffNotice({ channel, mayTry }: CutOffNoticeProps) {
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
        mayTry && waiting > 0 ? (
          <ActionForm action={probeChannel} values={{ channel: channel.id }} done={t('tried')}>
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
          : t.rich('nextProbe', { at: () => <RelativeTime at={nextProbeAt} /> })}{' '}
        {deputy === null ? t('noFallback') : t('fallback', { name: deputy })}
      </p>
    </Notice>
  )
}
