'use client'

import type { FailureProps } from '~/features/gate/failure-page.tsx'
import { failureReference } from '~/features/gate/failure-reference.ts'
import english from '~/text/en/errors.json'
import chinese from '~/text/zh-CN/errors.json'
import './globals.css'

/** The frame itself failed, so neither language nor theme is known: both languages are shown. */
export default function GlobalError({ error, retry }: FailureProps) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Highwater</title>
        <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col justify-center gap-5 p-6">
          {[english, chinese].map(({ failure }) => (
            <section key={failure.title} lang={failure === english.failure ? 'en' : 'zh-CN'}>
              <h1 className="font-semibold text-xl">{failure.title}</h1>
              <p className="mt-1 text-ink-muted">{failure.explanation}</p>
            </section>
          ))}
          <p className="flex items-center gap-4">
            <button
              type="button"
              onClick={retry}
              className="h-8 rounded-md bg-accent-fill px-3 font-medium text-on-accent tap"
            >
              {english.failure.retry} · {chinese.failure.retry}
            </button>
            <code className="font-mono text-ink-faint text-sm">{failureReference(error)}</code>
          </p>
        </main>
      </body>
    </html>
  )
}
