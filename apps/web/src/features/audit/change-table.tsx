import { masked } from '@highwater/core/audit'
import type { AuditDetail } from '@highwater/db/queries'
import { EyeOff, Minus, Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { fieldName } from '~/audit-text/field-name.ts'
import { fieldValue } from '~/audit-text/field-value.ts'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { instantIn, valueText } from './value-text.ts'

/** What an operation changed, field by field, before beside after. */
export function ChangeTable({ event }: { readonly event: AuditDetail }) {
  const t = useTranslations('audit.detail')
  const locale = useLocale()
  const { changes } = event
  if (changes.length === 0) return <p className="p-4 text-ink-muted text-sm">{t('noChanges')}</p>
  return (
    <DataTable caption={t('changes')} stacks density="dense">
      <TableHead>
        <HeadingCell>{t('field')}</HeadingCell>
        <HeadingCell>{t('before')}</HeadingCell>
        <HeadingCell>{t('after')}</HeadingCell>
      </TableHead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <Row key={path}>
            <Cell className="min-w-40 wrap-anywhere align-top">
              <FieldName name={fieldName(event, path, locale)} path={path} />
            </Cell>
            <Cell label={t('before')} className="align-top">
              <ChangedValue
                value={before}
                words={fieldValue(event, path, before, locale)}
                side="before"
              />
            </Cell>
            <Cell label={t('after')} className="align-top">
              <ChangedValue
                value={after}
                words={fieldValue(event, path, after, locale)}
                side="after"
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

/** In the reader's words; the path, by which programs find it, on hover. */
function FieldName({ name, path }: { readonly name: string | null; readonly path: string }) {
  if (name === null) return <code className="font-mono text-xs">{path}</code>
  return <span title={path}>{name}</span>
}

const sides = {
  before: { icon: Minus, style: 'border-firing-line bg-firing-soft' },
  after: { icon: Plus, style: 'border-quiet-line bg-quiet-soft' },
} as const

interface ChangedValueProps {
  readonly value: unknown
  /** What the forms call it; null for what has no words but its own. */
  readonly words: string | null
  readonly side: keyof typeof sides
}

function ChangedValue({ value, words, side }: ChangedValueProps) {
  const t = useTranslations('audit.detail')
  const at = instantIn(value)
  const text = valueText(value)
  const { icon: Icon, style } = sides[side]
  if (text === null) return <span className="text-ink-faint text-xs">{t('nothing')}</span>
  return (
    <span className={`inline-flex items-start gap-1 rounded-sm border px-1.5 ${style}`}>
      <Icon aria-hidden className="mt-1 size-3 shrink-0 text-ink-faint" />
      {text === masked ? (
        <span className="inline-flex items-center gap-1 text-ink-muted">
          <EyeOff aria-hidden className="size-3" />
          {t('masked')}
        </span>
      ) : words !== null ? (
        <span className="wrap-anywhere text-sm leading-5" title={text}>
          {words}
        </span>
      ) : (
        <span className="wrap-anywhere whitespace-pre-wrap font-mono text-xs leading-5">
          {at === null ? text : <ExactTime at={at} />}
        </span>
      )}
    </span>
  )
}
