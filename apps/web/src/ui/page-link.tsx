import Link from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link that fetches nothing before it is followed: every page is rendered afresh for its reader,
 * so fetching ahead would only make the server render pages that nobody opens.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}
