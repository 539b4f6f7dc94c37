import { channelKinds } from '@highwater/channels/catalog'
import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { PageLink } from '~/ui/page-link.tsx'
import { kindIcon } from './kind-icon.ts'

interface KindChooserProps {
  /** The kinds that are switched off, with the reason given. */
  readonly off: ReadonlyMap<string, string>
  /** The kinds that no worker is set up for. */
  readonly leftOff: readonly string[]
}

const card = 'flex h-full items-start gap-3 rounded-lg border p-4'

/** The kinds of channel as cards; each one is a link to its form, or says why it is none. */
export function KindChooser({ off, leftOff }: KindChooserProps) {
  const locale = useLocale()
  const t = useTranslations('channelKinds')
  function whyNot(kind: string, operatorVariable: string | undefined): string | null {
    const note = off.get(kind)
    if (note !== undefined) return note === '' ? t('why') : t('whyWith', { note })
    if (operatorVariable === undefined || !leftOff.includes(kind)) return null
    return t('leftOff', { variable: operatorVariable })
  }
  return (
    <ul className="grid grid-cols-1 gap-3 md:grid-cols-2 xl:grid-cols-3">
      {channelKinds.map(({ kind, label, summary, operatorVariable }) => {
        const Icon = kindIcon(kind)
        const why = whyNot(kind, operatorVariable)
        return why !== null ? (
          <li key={kind}>
            <div className={`${card} border-line border-dashed bg-sunken`}>
              <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-faint" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold text-ink-muted">{label[locale]}</span>
                <span className="wrap-anywhere mt-1 block text-ink-muted text-sm">{why}</span>
              </span>
            </div>
          </li>
        ) : (
          <li key={kind}>
            <PageLink
              href={`/settings/channels/new?kind=${kind}`}
              className={`${card} border-line-strong bg-surface transition-colors hover:border-accent hover:bg-accent-soft`}
            >
              <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{label[locale]}</span>
                <span className="mt-1 block text-ink-muted text-sm">{summary[locale]}</span>
              </span>
              <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
            </PageLink>
          </li>
        )
      })}
    </ul>
  )
}
