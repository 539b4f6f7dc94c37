'use client'

import type { AlertNotification } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useNotSentText } from './use-not-sent-text.ts'

type Message = Pick<AlertNotification, 'state' | 'reason'> & {
  readonly channel: { readonly name: string } | null
  readonly digest?: AlertNotification['digest']
}

/** Says in one sentence what became of a message. */
export function useMessageWords(): (message: Message) => string {
  const t = useTranslations('alerts')
  const notSent = useNotSentText()
  return ({ state, reason, channel, digest }) => {
    const name = channel?.name ?? t('detail.nobody')
    const outcome = t(`messageState.${state}`)
    const told = digest
      ? t('transition.notifyDigest', { channel: name, outcome, ...digest })
      : t('transition.notify', { channel: name, outcome })
    return reason === null ? told : t('withReason', { sentence: told, reason: notSent(reason) })
  }
}
