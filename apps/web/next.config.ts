import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { staticHeaders, transportSecurityHeader } from './src/security/static-headers.ts'

const withTranslations = createNextIntlPlugin('./src/i18n/request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types, those of routes too; a build need not wait for it once more.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres', '@node-rs/argon2', 'pino', 'pino-pretty'],
  transpilePackages: [
    '@highwater/core',
    '@highwater/channels',
    '@highwater/db',
    '@highwater/sources',
  ],
  // The container image wants a self-contained server; `next start` refuses to serve one.
  ...(process.env.HIGHWATER_STANDALONE === '1' ? { output: 'standalone' as const } : {}),
  // Nothing of the server's own imports it: a thread is started from it by name.
  outputFileTracingIncludes: { '/**': ['./dist/intake.js'] },
  headers: async () => [
    { source: '/:path*', headers: [...staticHeaders] },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: [transportSecurityHeader],
    },
  ],
}

export default withTranslations(config)
