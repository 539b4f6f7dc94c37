import { messageLocales } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import type { MessageTemplateItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Select } from '~/ui/select.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { templateAddress, templatesPath } from './template-address.ts'

interface ChannelTemplatesProps {
  readonly templates: readonly MessageTemplateItem[]
  /** For which the reader may write one. */
  readonly channels: readonly { readonly value: string; readonly label: string }[]
}

/** The templates that single channels have, and the way to another one. */
export function ChannelTemplates({ templates, channels }: ChannelTemplatesProps) {
  const t = useTranslations('templates')
  const own = templates.filter(({ channel }) => channel !== null)
  return (
    <Panel title={t('ofChannels.title')} description={t('ofChannels.text')} flush>
      {own.length === 0 ? (
        <p className="p-4 text-ink-muted text-sm">{t('ofChannels.empty')}</p>
      ) : (
        <DataTable caption={t('ofChannels.title')}>
          <TableHead>
            <HeadingCell>{t('ofChannels.channel')}</HeadingCell>
            <HeadingCell>{t('kindColumn')}</HeadingCell>
            <HeadingCell>{t('ofChannels.locale')}</HeadingCell>
            <HeadingCell className="max-sm:hidden">{t('ofChannels.changed')}</HeadingCell>
          </TableHead>
          <tbody>
            {own.map((template) => (
              <Row key={template.id}>
                <Cell>
                  <TextLink href={templateAddress(template)} className="font-medium">
                    {template.channelName}
                  </TextLink>
                </Cell>
                <Cell>{t(`kind.${template.kind}`)}</Cell>
                <Cell lang={template.locale}>{t(`locale.${template.locale}`)}</Cell>
                <Cell className="max-sm:hidden">
                  <ExactTime at={template.changedAt} /> {template.changedByName}
                </Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      )}
      {channels.length === 0 ? null : (
        <form
          action={`${templatesPath}/edit`}
          aria-label={t('ofChannels.add')}
          className="flex flex-wrap items-end gap-2 border-line border-t p-4"
        >
          <Select aria-label={t('ofChannels.channel')} name="channel" options={channels} />
          <Select
            aria-label={t('kindColumn')}
            name="kind"
            options={messageKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <Select
            aria-label={t('ofChannels.locale')}
            name="locale"
            options={messageLocales.map((locale) => ({
              value: locale,
              label: t(`locale.${locale}`),
            }))}
          />
          <Button type="submit">{t('ofChannels.open')}</Button>
        </form>
      )}
    </Panel>
  )
}
