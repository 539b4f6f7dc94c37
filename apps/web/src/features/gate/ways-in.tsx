import { LogIn } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'

interface WaysInProps {
  readonly ways: readonly { readonly key: string; readonly name: string }[]
  /** The page that was asked for before signing in. */
  readonly next: string
}

/** The providers that one may sign in through. Links, because they lead away from this site. */
export function WaysIn({ ways, next }: WaysInProps) {
  const t = useTranslations('signIn.providers')
  if (ways.length === 0) return null
  return (
    <div className="mt-6 flex flex-col gap-2 border-line border-t pt-6">
      {ways.map(({ key, name }) => (
        <Button key={key} size="lg" asChild>
          <a href={`/api/auth/begin/${key}?next=${encodeURIComponent(next)}`}>
            <LogIn aria-hidden />
            {t('through', { name })}
          </a>
        </Button>
      ))}
    </div>
  )
}
