import type { ReactNode } from 'react'
import { Logo } from '~/frame/logo.tsx'

interface PlainPageProps {
  readonly title: ReactNode
  readonly explanation: ReactNode
  readonly children: ReactNode
}

/** A page with one thing to say; whoever uses it provides the `main` around it. */
export function PlainPage({ title, explanation, children }: PlainPageProps) {
  return (
    <div className="mx-auto flex min-h-[70dvh] w-full max-w-md flex-col justify-center gap-3 p-6">
      <Logo className="size-8" />
      <h1 className="font-semibold text-xl">{title}</h1>
      <p className="text-ink-muted">{explanation}</p>
      <div className="mt-2 flex flex-wrap items-center gap-4">{children}</div>
    </div>
  )
}
