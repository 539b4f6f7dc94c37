'use client'

import { channelKindOf, renderFor } from '@highwater/channels/catalog'
import { type Locale, locales } from '@highwater/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { withoutNulls } from '~/forms/without-nulls.ts'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { Tab, TabList, TabPanel, Tabs } from '~/ui/tabs.tsx'
import { RenderedMessage } from './rendered-message.tsx'
import { type SampleKind, sampleKinds, sampleMessage } from './sample-message.ts'

interface MessagePreviewProps {
  readonly kind: string
  /** As the form holds it now, complete or not. */
  readonly config: Readonly<Record<string, unknown>>
  readonly name: string
  readonly consoleUrl: string
  /** The language in which this installation writes its messages. */
  readonly messageLocale: Locale
}

const languageNames: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' }

function render(props: MessagePreviewProps, sample: SampleKind, locale: Locale) {
  const { kind, config, name, consoleUrl } = props
  try {
    const message = sampleMessage({ kind: sample, locale, channelName: name, consoleUrl })
    return renderFor(kind, message, withoutNulls(config))
  } catch {
    return null
  }
}

/** What would arrive, while the settings are being typed. */
export function MessagePreview(props: MessagePreviewProps) {
  const t = useTranslations('channels.preview')
  const locale = useLocale()
  const [sample, setSample] = useState<SampleKind>('firing')
  const [language, setLanguage] = useState(props.messageLocale)
  const kind = channelKindOf(props.kind)
  const rendered = render(props, sample, language)
  return (
    <Panel
      title={t('title')}
      description={t('asShown', { kind: kind.label[locale] })}
      actions={
        <Select
          aria-label={t('language')}
          value={language}
          onChange={(event) =>
            setLanguage(locales.find((each) => each === event.target.value) ?? 'en')
          }
          options={locales.map((each) => ({ value: each, label: languageNames[each] }))}
        />
      }
    >
      <Tabs
        value={sample}
        onValueChange={(value) => setSample(sampleKinds.find((each) => each === value) ?? 'firing')}
      >
        <TabList aria-label={t('message')}>
          {sampleKinds.map((each) => (
            <Tab key={each} value={each}>
              {t(each)}
            </Tab>
          ))}
        </TabList>
        <TabPanel value={sample} lang={language}>
          {rendered === null ? (
            <p className="text-ink-muted text-sm">{t('incomplete')}</p>
          ) : (
            <>
              <RenderedMessage
                preview={rendered.preview}
                sender={props.name === '' ? 'Highwater' : props.name}
              />
              <p className="mt-2 text-ink-faint text-xs">
                {t('size', { bytes: rendered.bytes, limit: kind.limits.maxBytes })}
                {rendered.shortened ? ` · ${t('shortened')}` : ''}
              </p>
            </>
          )}
        </TabPanel>
      </Tabs>
    </Panel>
  )
}
