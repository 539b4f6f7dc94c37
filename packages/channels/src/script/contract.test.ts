import { writeFileSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { channelContract } from '../../testing/contract.ts'
import { createScriptPort } from '../send.ts'

const token = 'kLp0QzR8sTuVwXyZ'
const wrong = 'wrong-0000-token'

/** Takes the message as it is told to, after it has looked at its secret. */
const tell = `
how=$(cat "$0.how")
if [ "$how" = refuses ]; then echo "no room for $TOKEN" >&2; exit 1; fi
if [ "$how" = breaks ]; then cat > /dev/null; kill -KILL $$; fi
if [ "$how" = dawdles ]; then sleep 120; fi
if [ "$TOKEN" != "${token}" ]; then echo "$TOKEN is not known" >&2; exit 1; fi
input=$(cat)
printf '%s\n' "$input" >> "$0.journal"
echo '{"ok":true}'`

const others = {
  'cut-before-body': 'exec 0<&-; kill -SEGV $$',
  'cut-after-body': 'cat > /dev/null; kill -SEGV $$',
  garbage: 'head -c 200000 /dev/urandom; echo "$TOKEN" >&2; exit 3',
  'web-page': 'echo "<!doctype html><title>Sign in</title>"',
  'server-error': 'echo busy >&2; exit 75',
  slow: 'sleep 5',
  throttling: 'echo "slower, please" >&2; exit 75',
  oversize: 'echo "too long" >&2; exit 65',
} as const

channelContract({
  kind: 'script',
  throttles: false,
  shortens: true,
  isLocal: true,
  reasons: { accepted: 'script-done', shortened: 'script-done-shortened' },
  fates: {
    'cut-before-body': { kind: 'unknown', reason: 'script-killed' },
    'cut-after-body': { kind: 'unknown', reason: 'script-killed' },
    garbage: { kind: 'rejected', fault: 'settings', reason: 'script-failed' },
    'web-page': { kind: 'rejected', fault: 'settings', reason: 'response-check-failed' },
    'server-error': { kind: 'transient', reason: 'script-asks-again' },
    slow: { kind: 'unknown', reason: 'script-overran' },
    'wrong-certificate': { kind: 'rejected', fault: 'settings', reason: 'script-not-executable' },
    'unknown-name': { kind: 'rejected', fault: 'settings', reason: 'script-missing' },
    throttling: { kind: 'transient', reason: 'script-asks-again' },
    'wrong-secret': { kind: 'rejected', fault: 'settings', reason: 'script-failed' },
    oversize: { kind: 'rejected', fault: 'settings', reason: 'script-failed' },
  },
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'script-contract-'))
    const write = (name: string, body: string, mode = 0o755) =>
      writeFile(join(folder, name), `#!/bin/bash\n${body}\n`, { mode })
    await write('tell', tell)
    await write('plain', 'exit 0', 0o644)
    for (const [name, body] of Object.entries(others)) await write(name, body)
    const journal = join(folder, 'tell.journal')
    await appendFile(journal, '')
    const behave = (how: string) => writeFileSync(join(folder, 'tell.how'), how)
    behave('well')
    const config = { file: 'tell', responseCheck: { json: { ok: true } } }
    const secrets = { environment: { TOKEN: token } }
    const settings = { config, secrets }
    const running = (file: string) => () => ({
      config: { ...config, file, ...(file === 'slow' ? { timeoutSeconds: 1 } : {}) },
      secrets,
    })
    const withWrongSecret = { config, secrets: { environment: { TOKEN: wrong } } }
    return {
      settings,
      scripts: createScriptPort(folder),
      withWrongSecret,
      withPort: () => settings,
      secrets: [token, wrong],
      async texts() {
        const lines = (await readFile(journal, 'utf8')).split('\n')
        return lines.filter((line) => line !== '')
      },
      behave(how) {
        const ways = {
          well: 'well',
          'refuses-in-its-own-words': 'refuses',
          throttles: 'well',
          'cuts-the-answer-off': 'breaks',
          'is-slow': 'dawdles',
        } as const
        behave(ways[how])
      },
      damaged: {
        ...Object.fromEntries(Object.keys(others).map((name) => [name, running(name)])),
        'wrong-certificate': running('plain'),
        'unknown-name': running('absent'),
        'wrong-secret': () => withWrongSecret,
      },
      close: () => rm(folder, { recursive: true, force: true }),
    }
  },
})
