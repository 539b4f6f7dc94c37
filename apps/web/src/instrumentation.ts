/**
 * Next calls it once, before the first request is served. It is bundled for the edge as well, where
 * nothing of ours can run: the bundler leaves out what this constant rules out.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('./server/start.ts')
  await start()
}
