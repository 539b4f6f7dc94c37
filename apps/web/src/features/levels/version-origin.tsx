import type { PolicyVersion } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { TextLink } from '~/ui/text-link.tsx'
import { versionAddress } from './version-address.ts'

/** How a version came about, where that was not by editing. */
export function VersionOrigin({
  origin,
  restoredFrom,
}: Pick<PolicyVersion, 'origin' | 'restoredFrom'>) {
  const t = useTranslations('settings.version')
  switch (origin) {
    case 'edit':
      return null
    case 'reset':
      return <span className="text-ink-muted text-xs">{t('wasReset')}</span>
    case 'restore':
      return restoredFrom === null ? null : (
        <TextLink href={versionAddress(restoredFrom)} className="text-xs">
          {t('restoredFrom', { version: restoredFrom })}
        </TextLink>
      )
  }
}
