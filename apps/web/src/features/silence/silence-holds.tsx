import type { SilenceItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ExactTime } from '~/ui/exact-time.tsx'

/** When a silence holds now, or next, or when it ended. */
export function SilenceHolds({ silence }: { readonly silence: SilenceItem }) {
  const t = useTranslations('silences.holds')
  const { status, spanFrom, spanUntil, endedAt, endReason, endedByName } = silence
  const at = (time: number) => ({ time: () => <ExactTime at={time} /> })
  if (endedAt !== null) {
    return endReason === 'ended_by_person'
      ? t.rich('endedBy', { ...at(endedAt), name: endedByName ?? '' })
      : t.rich('ended', at(endedAt))
  }
  if (spanFrom === null || spanUntil === null) return null
  return status === 'in_effect' ? t.rich('until', at(spanUntil)) : t.rich('from', at(spanFrom))
}
