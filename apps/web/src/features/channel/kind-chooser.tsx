import { channelKinds } from '@highwater/channels/catalog'
import { ChevronRight } from 'lucide-react'
import { useLocale } from 'next-intl'
import { PageLink } from '~/ui/page-link.tsx'
import { kindIcon } from './kind-icon.ts'

/** The kinds of channel as cards; each one is a link to its form. */
export function KindChooser() {
  const locale = useLocale()
  return (
    <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {channelKinds.map(({ kind, label, summary }) => {
        const Icon = kindIcon(kind)
        return (
          <li key={kind}>
            <PageLink
              href={`/settings/channels/new?kind=${kind}`}
              className="flex h-full items-start gap-3 rounded-lg border border-line-strong bg-surface p-4 transition-colors hover:border-accent hover:bg-accent-soft"
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
