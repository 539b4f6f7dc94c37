'use client'

import { useTranslations } from 'next-intl'
import { refusalOf } from '~/forms/action-form.tsx'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'
import { Select } from '~/ui/select.tsx'
import { useToast } from '~/ui/toast.tsx'
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
  const common = useTranslations('common')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveMailChannel, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('saved') })
  })
  return (
    <Panel title={t('title')} description={t('help')}>
      <form {...formProps} className="flex flex-col gap-3">
        {state.outcome === 'refused' ? <Notice tone="error">{refusalOf(state)}</Notice> : null}
        <div className="flex max-w-sm gap-2">
          <Select
            key={current}
            name="channel"
            aria-label={t('label')}
            defaultValue={current}
            disabled={refusal !== null}
            options={[{ value: '', label: t('none') }, ...channels]}
          />
          {refusal === null ? (
            <Button type="submit" aria-disabled={pending}>
              {common('save')}
            </Button>
          ) : (
            <RefusedButton reason={refusal}>{common('save')}</RefusedButton>
          )}
        </div>
      </form>
    </Panel>
  )
}
