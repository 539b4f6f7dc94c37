'use client'

import { FailurePage, type FailureProps } from '~/features/gate/failure-page.tsx'

/** Stays inside the frame, so that the way elsewhere remains. */
export default function ConsoleErrorPage(props: FailureProps) {
  return <FailurePage {...props} />
}
