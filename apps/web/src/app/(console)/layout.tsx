import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { ConsoleFrame } from '~/frame/console-frame.tsx'
import { LiveDot } from '~/frame/live-dot.tsx'
import { loadFrame } from '~/frame/load-frame.ts'
import { railCookie, railWidthFrom } from '~/preferences/rail.ts'
import { themeCookie, themeFrom } from '~/preferences/theme.ts'

export default async function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  const [jar, frame] = await Promise.all([cookies(), loadFrame()])
  return (
    <ConsoleFrame
      {...frame}
      theme={themeFrom(jar.get(themeCookie)?.value)}
      railWidth={railWidthFrom(jar.get(railCookie)?.value)}
      live={<LiveDot state="connecting" newestAt={null} />}
    >
      {children}
    </ConsoleFrame>
  )
}
