'use client'

import { useTranslations } from 'next-intl'
import { ChoicePanel } from '~/forms/choice-panel.tsx'
import { saveMailChannel } from './people-actions.ts'

interface MailChannelFormProps {
  /** The id of the channel that is named now; empty for none. */
  readonly current: string
  readonly channels: readonly { readonly value: string; readonly label: string }[]
  /** Why the reader may not change it; null when they may. */
  readonly refusal: string | null
}

/** Through which channel people get mail at their own addresses. */
export function MailChannelForm({ current, channels, refusal }: MailChannelFormProps) {
  const t = useTranslations('people.mailChannel')
  return (
    <ChoicePanel
      title={t('title')}
      description={t('help')}
      label={t('label')}
      name="channel"
      action={saveMailChannel}
      current={current}
      options={[{ value: '', label: t('none') }, ...channels]}
      saved={t('saved')}
      refusal={refusal}
    />
  )
}
