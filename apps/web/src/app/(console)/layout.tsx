import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { ConsoleFrame } from '~/frame/console-frame.tsx'
import { LiveUpdates } from '~/frame/live-updates.tsx'
import { loadFrame } from '~/frame/load-frame.ts'
import { railCookie, railWidthFrom } from '~/preferences/rail.ts'
import { themeCookie, themeFrom } from '~/preferences/theme.ts'
import { QueryProvider } from '~/trpc/client.tsx'
import { HydrateClient } from '~/trpc/server.tsx'

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const [jar, frame] = await Promise.all([cookies(), loadFrame()])
  return (
    <QueryProvider>
      <HydrateClient>
        <ConsoleFrame
          {...frame}
          theme={themeFrom(jar.get(themeCookie)?.value)}
          railWidth={railWidthFrom(jar.get(railCookie)?.value)}
          live={<LiveUpdates />}
        >
          {children}
        </ConsoleFrame>
      </HydrateClient>
    </QueryProvider>
  )
}
