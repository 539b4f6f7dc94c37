import type { ChannelId } from '@highwater/core'
import { useTranslations } from 'next-intl'
import { Notice } from '~/ui/notice.tsx'

/** Somebody else saved the channel while it was being edited here. */
export function ChannelConflict({ id }: { readonly id: ChannelId }) {
  const t = useTranslations('channels.form')
  return (
    <Notice
      tone="error"
      action={
        // A real navigation: what is stored now must replace what this page holds.
        <a href={`/settings/channels/${id}`} className="shrink-0 text-accent underline">
          {t('reopen')}
        </a>
      }
    >
      {t('conflict')}
    </Notice>
  )
}
