'use client'

import {
  channelKindOf,
  channelKinds,
  exampleConfigOf,
  measureOf,
  renderFor,
  sampleMessage,
  templateFaults,
} from '@highwater/channels/catalog'
import type { ChannelMessage, MessageTemplate } from '@highwater/core/notify'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { RenderedMessage } from '~/features/channel/rendered-message.tsx'
import { SizeMeter } from '~/features/channel/size-meter.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import type { TemplateScope } from './template-address.ts'

export interface PreviewedChannel {
  readonly name: string
  readonly kind: string
  readonly config: Readonly<Record<string, unknown>>
}

interface TemplatePreviewProps {
  readonly scope: TemplateScope
  readonly template: MessageTemplate
  /** The channel that the template is for; null for all of them. */
  readonly channel: PreviewedChannel | null
  /** The newest real message of this kind; null when there is none. */
  readonly recent: ChannelMessage | null
  readonly consoleUrl: string
  /** In which messages write their times. */
  readonly timeZone: string
}

/** What is shown of a template is drawn by the very function that renders what is sent. */
function render(props: TemplatePreviewProps, shown: PreviewedChannel, message: ChannelMessage) {
  const { scope, template, timeZone } = props
  if (templateFaults(scope.kind, template).length > 0) return null
  try {
    const addressed = { message, locale: scope.locale, timeZone, template }
    const rendered = renderFor(shown.kind, addressed, shown.config)
    return { ...rendered, size: measureOf(shown.kind, rendered) }
  } catch {
    return null
  }
}

/** A message in the words of the template as a channel shows it, while they are being typed. */
export function TemplatePreview(props: TemplatePreviewProps) {
  const { scope, channel, recent, consoleUrl } = props
  const t = useTranslations('templates.preview')
  const locale = useLocale()
  const [kind, setKind] = useState(channel?.kind ?? channelKinds[0]?.kind ?? '')
  const [source, setSource] = useState<'sample' | 'recent'>(recent === null ? 'sample' : 'recent')
  const name = channelKindOf(kind).label[locale]
  const shown = channel ?? { name, kind, config: exampleConfigOf(kind) }
  const sample = sampleMessage({ ...scope, channelName: shown.name, consoleUrl })
  const rendered = render(props, shown, source === 'recent' ? (recent ?? sample) : sample)
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
          {channel === null ? (
            <Select
              aria-label={t('channel')}
              value={kind}
              onChange={(event) => setKind(event.target.value)}
              options={channelKinds.map((each) => ({
                value: each.kind,
                label: each.label[locale],
              }))}
            />
          ) : null}
          <Select
            aria-label={t('with')}
            value={source}
            onChange={(event) => setSource(event.target.value === 'recent' ? 'recent' : 'sample')}
            options={[
              { value: 'recent', label: t('recent'), disabled: recent === null },
              { value: 'sample', label: t('sample') },
            ]}
          />
        </div>
        {recent === null ? <p className="text-ink-faint text-xs">{t('noRecent')}</p> : null}
        {rendered === null ? (
          <p className="text-ink-muted text-sm">{t('faulty')}</p>
        ) : (
          <>
            <div lang={scope.locale}>
              <RenderedMessage preview={rendered.preview} sender={shown.name} />
            </div>
            <SizeMeter {...rendered.size} shortened={rendered.shortened} />
          </>
        )}
      </div>
    </Panel>
  )
}
