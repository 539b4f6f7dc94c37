'use client'

import type { AlertDetail } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ExactTime } from '~/ui/exact-time.tsx'
import { useListing } from '~/ui/use-listing.ts'
import { heardOf } from './heard.ts'
import { useNotSentText } from './use-not-sent-text.ts'

/** Who heard of an alert and when first; or that nobody did, and why. */
export function HeardSentence({ alert }: { readonly alert: AlertDetail }) {
  const t = useTranslations('alerts.heard')
  const detail = useTranslations('alerts.detail')
  const listed = useListing()
  const notSent = useNotSentText()
  const heard = heardOf(alert)
  switch (heard.is) {
    case 'told': {
      const time = () => <ExactTime at={heard.firstAt} />
      const channel = heard.first ?? detail('deletedChannel')
      const others = listed(heard.others)
      return others === ''
        ? t.rich('told', { channel, time })
        : t.rich('toldSeveral', { channel, others, time })
    }
    case 'waiting':
      return t('waiting', { channels: listed(heard.channels) })
    case 'nobody':
      return t('nobody', { reasons: heard.reasons.map(notSent).join(' ') })
    case 'never_fired':
      return t(alert.closedAt === null ? 'notYetFired' : 'neverFired')
  }
}
