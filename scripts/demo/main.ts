import { setTimeout as pause } from 'node:timers/promises'
import { createApiClient, Unreachable } from './api-client.ts'
import { ensureProjects } from './ensure-projects.ts'
import { demoProjects } from './projects/all.ts'
import { readSettings } from './read-settings.ts'
import { sendSignals } from './send-signals.ts'
import { type Demo, signalsAt, signalsOfThePast } from './signals-at.ts'

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopping.abort())
}

async function run(stop: AbortSignal): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env)
  const api = createApiClient(settings, stop)
  const created = await ensureProjects(api, demoProjects)
  const demo: Demo = { projects: demoProjects, seed: settings.seed, startedAt: Date.now() }
  await sendSignals(api, signalsOfThePast({ ...demo, projects: created }))
  const count = demoProjects.length
  console.log(`${count} projects (${created.length} new) now send to ${settings.url}`)
  console.log(`every ${settings.everySeconds} s. First alerts within minutes; Ctrl-C ends it.`)
  let isAway = false
  for (;;) {
    try {
      await sendSignals(api, signalsAt(demo, Date.now()))
      if (isAway) console.log('Highwater answers again.')
      isAway = false
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      if (!isAway) console.error(`${error.message} Trying again.`)
      isAway = true
    }
    await pause(settings.everySeconds * 1_000, undefined, { signal: stop })
  }
}

try {
  await run(stopping.signal)
} catch (error) {
  if (stopping.signal.aborted) {
    console.log('The demo has ended; its projects stay, all with the tag “demo”.')
  } else {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
