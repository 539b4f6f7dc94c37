import { messageLocales } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import type { MessageTemplateItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { templateAddress } from './template-address.ts'

/** What every kind of message says in every language, through channels that have no own words. */
export function TemplateMatrix({
  templates,
}: {
  readonly templates: readonly MessageTemplateItem[]
}) {
  const t = useTranslations('templates')
  return (
    <Panel flush>
      <DataTable caption={t('list')}>
        <TableHead>
          <HeadingCell>{t('kindColumn')}</HeadingCell>
          {messageLocales.map((locale) => (
            <HeadingCell key={locale}>
              <span lang={locale}>{t(`locale.${locale}`)}</span>
            </HeadingCell>
          ))}
        </TableHead>
        <tbody>
          {messageKinds.map((kind) => (
            <Row key={kind}>
              <Cell className="font-medium">{t(`kind.${kind}`)}</Cell>
              {messageLocales.map((locale) => {
                const own = templates.find(
                  (each) => each.kind === kind && each.locale === locale && each.channel === null,
                )
                return (
                  <Cell key={locale}>
                    <TextLink href={templateAddress({ kind, locale, channel: null })}>
                      {own === undefined
                        ? t('builtIn')
                        : t('own', { version: own.version, name: own.changedByName })}
                    </TextLink>
                  </Cell>
                )
              })}
            </Row>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
