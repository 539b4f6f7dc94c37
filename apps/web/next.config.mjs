import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'
import { staticHeaders, transportSecurityHeader } from './src/security/static-headers.ts'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types, those of routes too; a build need not wait for it once more.
  typescript: { ignoreBuildErrors: true },
  // Loaded ahead, the pages take 40 MB of a server that may never be asked for most of them.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ['postgres', '@node-rs/argon2', 'pino', 'pino-pretty'],
  transpilePackages: [
    '@highwater/core',
    '@highwater/channels',
    '@highwater/db',
    '@highwater/sources',
  ],
  // The container image wants a self-contained server; `next start` refuses to serve one.
  ...(process.env.HIGHWATER_STANDALONE === '1' ? { output: 'standalone' } : {}),
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

/**
 * The plugin tells the bundler where translations are read, and brings a compiler of 35 MB with it: a
 * server that is built needs neither. For the same reason this file is not TypeScript.
 * @param {string} phase
 */
export default async function configure(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  return createNextIntlPlugin('./src/i18n/request.ts')(config)
}
