'use client'

import type { AlertId, ProjectId } from '@highwater/core'
import type { SilenceNow } from '@highwater/db/queries'
import { useQuery } from '@tanstack/react-query'
import { BellOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '~/trpc/client.tsx'
import { Badge } from '~/ui/badge.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { PageLink } from '~/ui/page-link.tsx'

/** The silence that holds it longest; the others end before and change nothing for it. */
function LongestSilence({ silences }: { readonly silences: readonly SilenceNow[] }) {
  const t = useTranslations('alerts.silence')
  const [longest] = silences
  if (longest === undefined) return null
  const { id, name, until, visible, events } = longest
  const badge = (
    <Badge tone="amber">
      <BellOff aria-hidden className="size-3" />
      {t.rich(events.length === 0 ? 'badge' : 'partly', {
        name,
        time: () => <ExactTime at={until} />,
      })}
    </Badge>
  )
  return visible ? <PageLink href={`/silences/${id}`}>{badge}</PageLink> : badge
}

/** Says that an alert's messages are held back right now. */
export function AlertSilences({ id }: { readonly id: AlertId }) {
  const { data = [] } = useQuery(useTRPC().silence.overAlert.queryOptions({ id }))
  // What covers this alert holds it wholly, whichever events it names.
  return <LongestSilence silences={data.map((silence) => ({ ...silence, events: [] }))} />
}

/** Says that a project's messages are held back right now, of all events or of some. */
export function ProjectSilences({ id }: { readonly id: ProjectId }) {
  const { data = [] } = useQuery(useTRPC().silence.overProject.queryOptions({ id }))
  return <LongestSilence silences={data} />
}
