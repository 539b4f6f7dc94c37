'use client'

import { FailurePage, type FailureProps } from '~/features/gate/failure-page.tsx'

export default function ErrorPage(props: FailureProps) {
  return (
    <main>
      <FailurePage {...props} />
    </main>
  )
}
