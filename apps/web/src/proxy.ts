import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './security/content-security-policy.ts'

/** Gives each page request an id and a policy with a nonce of its own; Next reads the nonce from the policy. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const requestId = crypto.randomUUID()
  const policy = contentSecurityPolicy(nonce, {
    development: process.env.NODE_ENV === 'development',
  })

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', requestId)
  headers.set('x-asked-for', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', requestId)
  return response
}

export const config = {
  // API routes and files have no inline script: they take the static headers of next.config.mjs.
  matcher: ['/((?!api/|metrics$|_next/static|_next/image|icon\\.svg$).*)'],
}
