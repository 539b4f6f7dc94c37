'use client'

import { channelKindOf, isChannelKind } from '@highwater/channels/catalog'
import type { ChannelKindSwitch } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { kindIcon } from '~/features/channel/kind-icon.ts'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'
import { switchKindOn } from './kind-actions.ts'

interface KindRow {
  readonly off: ChannelKindSwitch
  /** Why the reader may not switch it on; null when they may. */
  readonly refusal: string | null
}

/** The kinds of channel that are switched off, and the way back. */
export function KindTable({ rows }: { readonly rows: readonly KindRow[] }) {
  const t = useTranslations('channelKinds')
  const locale = useLocale()
  const nameOf = (kind: string) => (isChannelKind(kind) ? channelKindOf(kind).label[locale] : kind)
  if (rows.length === 0) {
    return (
      <Panel title={t('off')}>
        <p className="text-ink-muted text-sm">{t('none')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('off')} flush>
      <DataTable caption={t('off')} stacks>
        <TableHead>
          <HeadingCell>{t('kind')}</HeadingCell>
          <HeadingCell className="max-lg:hidden">{t('place')}</HeadingCell>
          <HeadingCell>{t('note')}</HeadingCell>
          <HeadingCell className="max-lg:hidden">{t('since')}</HeadingCell>
          <HeadingCell>{t('action')}</HeadingCell>
        </TableHead>
        <tbody>
          {rows.map(({ off, refusal }) => {
            const Icon = kindIcon(off.kind)
            const label = t('switchOn')
            const place = off.departmentName ?? t('everybody')
            const since = (
              <>
                <ExactTime at={off.switchedOffAt} /> {off.switchedOffByName}
              </>
            )
            return (
              <Row key={`${off.kind} ${off.department}`}>
                <Cell>
                  <span className="flex items-center gap-2.5 font-medium">
                    <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
                    {nameOf(off.kind)}
                  </span>
                  <span className="block text-ink-muted text-xs lg:hidden">{place}</span>
                </Cell>
                <Cell className="max-lg:hidden">{place}</Cell>
                <Cell className="wrap-anywhere">
                  {off.note}
                  <span className="block text-ink-muted text-xs lg:hidden [&>time]:whitespace-normal">
                    {since}
                  </span>
                </Cell>
                <Cell className="max-lg:hidden">{since}</Cell>
                <Cell>
                  {refusal === null ? (
                    <ActionForm
                      action={switchKindOn}
                      values={{ kind: off.kind, department: off.department ?? '' }}
                      done={t('isOn', { kind: nameOf(off.kind) })}
                    >
                      <Button type="submit">{label}</Button>
                    </ActionForm>
                  ) : (
                    <RefusedButton reason={refusal}>{label}</RefusedButton>
                  )}
                </Cell>
              </Row>
            )
          })}
        </tbody>
      </DataTable>
    </Panel>
  )
}
