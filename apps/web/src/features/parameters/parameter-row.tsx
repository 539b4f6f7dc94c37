'use client'

import type { ParameterItem } from '@highwater/db/queries'
import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Cell, Row } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { resetParameter } from './parameter-actions.ts'
import { ParameterForm } from './parameter-form.tsx'
import { useParameterWords } from './parameter-words.ts'

interface ParameterRowProps {
  readonly item: ParameterItem
  readonly version: number
  readonly mayChange: boolean
}

/** One parameter: what it does, what it is, who said so. */
export function ParameterRow({ item, version, mayChange }: ParameterRowProps) {
  const t = useTranslations('parameters')
  const words = useParameterWords(item)
  return (
    <Row>
      <th scope="row" className="min-w-40 px-4 py-2 text-left align-top font-normal">
        <span className="block font-medium">{words.name}</span>
        <span className="block text-ink-muted text-xs">{words.meaning}</span>
        <code className="text-ink-faint text-xs">{item.key}</code>
      </th>
      <Cell className="py-2 align-top max-sm:w-full sm:w-64">
        {mayChange ? (
          <ParameterForm item={item} version={version} />
        ) : (
          <>
            <span className="block">{words.valueOf(item.value)}</span>
            <span className="block text-ink-faint text-xs">{words.range}</span>
          </>
        )}
      </Cell>
      <Cell label={t('changed')} className="py-2 align-top sm:w-48">
        {item.changedAt === null ? (
          <span className="text-ink-faint">{t('never')}</span>
        ) : (
          <>
            <ExactTime at={item.changedAt} />
            <span className="block text-ink-muted text-xs">
              {t('by', { name: item.changedByName ?? '' })}
            </span>
          </>
        )}
        {item.isDefault || !mayChange ? null : (
          <ActionForm
            action={resetParameter}
            values={{ key: item.key, version: String(version) }}
            done={t('wasReset', { name: words.name })}
          >
            <Button
              type="submit"
              tone="ghost"
              size="sm"
              aria-label={t('resetOf', { name: words.name, default: words.valueOf(item.default) })}
            >
              <RotateCcw aria-hidden />
              {t('reset')}
            </Button>
          </ActionForm>
        )}
      </Cell>
    </Row>
  )
}
