import { useTranslations } from 'next-intl'
import { CodeBlock } from '~/ui/code-block.tsx'

interface DeviceSecretProps {
  /** In base32, for whoever types it. */
  readonly secret: string
  /** The same as an image, in an address of its own. */
  readonly picture: string
}

/** Groups of four can be typed without losing one's place. */
const inGroups = (secret: string): string => secret.replaceAll(/.{4}(?=.)/g, '$& ')

/** What an authenticator app has to know: as a picture, and as text for a device without a camera. */
export function DeviceSecret({ secret, picture }: DeviceSecretProps) {
  const t = useTranslations('signIn.factor')
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-muted text-sm">{t('scan')}</p>
      {/* A drawing of our own in the address itself: there is nothing to load or to scale down. */}
      <img
        src={picture}
        alt={t('picture')}
        width={192}
        height={192}
        className="size-48 rounded-lg border border-line bg-white"
      />
      <details>
        <summary className="text-ink-muted text-sm tap">{t('byHand')}</summary>
        <div className="mt-2">
          <CodeBlock subject={t('secret')} code={inGroups(secret)} />
        </div>
      </details>
    </div>
  )
}
