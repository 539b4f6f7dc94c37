'use client'

import { channelKindOf, measureOf, renderFor, sampleMessage } from '@highwater/channels/catalog'
import { type MessageLocale, messageLocales } from '@highwater/core'
import { type MessageKind, messageKinds } from '@highwater/core/notify'
import type { MessageTemplateItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { withoutNulls } from '~/forms/without-nulls.ts'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { Tab, TabList, TabPanel, Tabs } from '~/ui/tabs.tsx'
import { RenderedMessage } from './rendered-message.tsx'
import { SizeMeter } from './size-meter.tsx'

/** A template that holds for this channel. */
export type InForce = Pick<MessageTemplateItem, 'kind' | 'locale' | 'channel' | 'content'>

interface MessagePreviewProps {
  readonly kind: string
  /** As the form holds it now, complete or not. */
  readonly config: Readonly<Record<string, unknown>>
  readonly name: string
  readonly consoleUrl: string
  /** The language in which this installation writes its messages. */
  readonly messageLocale: MessageLocale
  /** And its times. */
  readonly timeZone: string
  readonly templates: readonly InForce[]
}

const languageNames: Readonly<Record<MessageLocale, string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}

/** The template in force for a kind and language: the channel's own before the one for all. */
const templateFor = (templates: readonly InForce[], kind: MessageKind, locale: MessageLocale) =>
  templates
    .filter((each) => each.kind === kind && each.locale === locale)
    .toSorted((a, b) => Number(a.channel === null) - Number(b.channel === null))[0]?.content ??
  undefined

function render(props: MessagePreviewProps, sample: MessageKind, locale: MessageLocale) {
  const { kind, config, name, consoleUrl, timeZone } = props
  try {
    const message = sampleMessage({ kind: sample, locale, channelName: name, consoleUrl })
    const template = templateFor(props.templates, sample, locale)
    return renderFor(kind, { message, locale, timeZone, template }, withoutNulls(config))
  } catch {
    return null
  }
}

/** What would arrive, while the settings are being typed. */
export function MessagePreview(props: MessagePreviewProps) {
  const t = useTranslations('channels.preview')
  const locale = useLocale()
  const [sample, setSample] = useState<MessageKind>('firing')
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
            setLanguage(messageLocales.find((each) => each === event.target.value) ?? 'en')
          }
          options={messageLocales.map((each) => ({ value: each, label: languageNames[each] }))}
        />
      }
    >
      <Tabs
        value={sample}
        onValueChange={(value) =>
          setSample(messageKinds.find((each) => each === value) ?? 'firing')
        }
      >
        <TabList aria-label={t('message')}>
          {messageKinds.map((each) => (
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
              <div className="mt-2">
                <SizeMeter {...measureOf(props.kind, rendered)} shortened={rendered.shortened} />
              </div>
            </>
          )}
        </TabPanel>
      </Tabs>
    </Panel>
  )
}
