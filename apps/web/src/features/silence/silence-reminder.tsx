'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '~/trpc/client.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { Notice } from '~/ui/notice.tsx'
import { TextLink } from '~/ui/text-link.tsx'

/** Nothing tells the page that a time has come, so it asks. */
const readEveryMs = 60_000

/** Reminds people of long silences of their own that end soon while they hide something. */
export function SilenceReminder() {
  const t = useTranslations('now.silenceEnding')
  const { data: ending = [] } = useQuery(
    useTRPC().silence.ending.queryOptions(undefined, { refetchInterval: readEveryMs }),
  )
  return ending.map(({ id, name, until, hiding }) => (
    <Notice
      key={id}
      tone="warning"
      action={<TextLink href={`/silences/${id}`}>{t('action')}</TextLink>}
    >
      {t.rich('text', { name, count: hiding, time: () => <ExactTime at={until} /> })}
    </Notice>
  ))
}
