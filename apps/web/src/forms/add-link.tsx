import { Plus } from 'lucide-react'
import { Button } from '~/ui/button.tsx'
import { PageLink } from '~/ui/page-link.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'

interface AddLinkProps {
  readonly href: string
  /** Why the reader may not add one; null when they may. */
  readonly refusal: string | null
  readonly children: string
}

/** Leads to the form for a new one, or says why its reader may not make one. */
export function AddLink({ href, refusal, children }: AddLinkProps) {
  if (refusal !== null) return <RefusedButton reason={refusal}>{children}</RefusedButton>
  return (
    <Button asChild tone="primary">
      <PageLink href={href}>
        <Plus aria-hidden />
        {children}
      </PageLink>
    </Button>
  )
}
