import type { MessageTemplate } from '@highwater/core/notify'
import { useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'
import { type DiffLine, diffLines } from './line-diff.ts'

const parts = ['headline', 'text', 'facts'] as const

const looks: Readonly<Record<DiffLine['change'], { readonly mark: string; readonly ink: string }>> =
  {
    same: { mark: ' ', ink: 'text-ink-muted' },
    removed: { mark: '−', ink: 'bg-firing-soft text-firing' },
    added: { mark: '+', ink: 'bg-quiet-soft text-quiet' },
  }

interface TemplateDiffProps {
  /** Null: there were none of its own. */
  readonly before: MessageTemplate | null
  readonly after: MessageTemplate | null
}

/** What is different between two versions, line by line. */
export function TemplateDiff({ before, after }: TemplateDiffProps) {
  const t = useTranslations('templates')
  if (after === null) return <p className="text-ink-muted text-sm">{t('version.none')}</p>
  const changed = parts.filter((part) => (before?.[part] ?? '') !== after[part])
  return (
    <dl className="flex flex-col gap-2 text-sm">
      {changed.map((part) => (
        <div key={part}>
          <dt className="text-ink-faint text-xs">{t(`edit.${part}`)}</dt>
          <dd className="overflow-x-auto">
            <DiffText lines={diffLines(before?.[part] ?? '', after[part])} />
          </dd>
        </div>
      ))}
      {before === null || before.detail === after.detail ? null : (
        <div>
          <dt className="text-ink-faint text-xs">{t('edit.detail')}</dt>
          <dd>{t(after.detail ? 'version.added' : 'version.removed')}</dd>
        </div>
      )}
    </dl>
  )
}

function DiffText({ lines }: { readonly lines: readonly DiffLine[] }) {
  const t = useTranslations('templates.version')
  return (
    <ul className="font-mono text-xs">
      {lines.map(({ change, line, at }) => {
        const { mark, ink } = looks[change]
        return (
          <li key={at} className={classNames('whitespace-pre-wrap px-1', ink)}>
            <span aria-hidden>{mark} </span>
            {change === 'same' ? null : <span className="sr-only">{t(change)}: </span>}
            {line}
          </li>
        )
      })}
    </ul>
  )
}
