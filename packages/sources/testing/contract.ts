import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { type SourceKindName, secretNames, sourceKindOf } from '../src/catalog.ts'
import { collect } from '../src/collect.ts'
import type { CollectTarget } from '../src/collector.ts'
import { failureTexts } from '../src/failure.ts'
import { stringsIn } from '../src/strings-in.ts'
import { collectIo } from './collect-io.ts'

export type CollectorScene = {
  readonly kind: SourceKindName
  /** Settings that work, of a source that has at least one project. */
  readonly working: () => CollectTarget
  /** The same settings led to another host and port. */
  readonly at: (host: string, port: number) => CollectTarget
  readonly withWrongSecret: () => CollectTarget
}

/** A server that accepts and then never says a word. */
async function withMuteServer(use: (port: number) => Promise<void>): Promise<void> {
  const server = createServer((socket) => socket.on('error', () => undefined))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    await use(typeof address === 'object' && address !== null ? address.port : 0)
  } finally {
    server.close()
  }
}

async function closedPort(): Promise<number> {
  let port = 0
  await withMuteServer(async (open) => {
    port = open
  })
  return port
}

/** What every kind of source owes the worker, shown against a real server of that kind. */
export function describeSourceContract(scene: CollectorScene): void {
  const { kind } = scene

  async function failure(target: CollectTarget, io = collectIo()) {
    const result = await collect(kind, target, io)
    if (result.ok) throw new Error('The collection was expected to fail, but it did not.')
    expect(failureTexts[result.reason].en).not.toBe('')
    for (const secret of stringsIn(target.secrets)) expect(result.message).not.toContain(secret)
    return result
  }

  describe(`A ${kind} source keeps the contract of every source:`, () => {
    test('it says in both languages what it is, what it asks for and what idle means', () => {
      const { label, summary, idle, fields } = sourceKindOf(kind)
      const texts = [label, summary, idle, ...fields.flatMap((one) => [one.label, one.help])]
      for (const text of texts) {
        expect(text.en.trim()).not.toBe('')
        expect(text['zh-CN'].trim()).not.toBe('')
      }
    })

    test('every secret is a field of the form, typed blind', () => {
      for (const name of secretNames(kind)) {
        const field = sourceKindOf(kind).fields.find((one) => one.path === `secrets.${name}`)
        expect(field?.input).toBe('password')
      }
    })

    test('projects have distinct, bounded keys that stay the same at the next collection', async () => {
      const target = scene.working()
      const first = await collect(kind, target, collectIo())
      if (!first.ok) throw new Error(first.message)
      const second = await collect(kind, { ...target, memory: first.memory }, collectIo())
      if (!second.ok) throw new Error(second.message)
      const keys = first.observations.map((one) => one.externalKey)
      expect(keys.length).toBeGreaterThan(0)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.every((key) => key.length <= 200)).toBe(true)
      expect(second.observations.map((one) => one.externalKey)).toEqual(keys)
    })

    test('its memory survives being stored as JSON, and a foreign one is forgotten', async () => {
      const target = scene.working()
      const first = await collect(kind, target, collectIo())
      if (!first.ok) throw new Error(first.message)
      expect(JSON.parse(JSON.stringify(first.memory))).toEqual(first.memory)
      const after = await collect(
        kind,
        { ...target, memory: { of: 'something else' } },
        collectIo(),
      )
      expect(after.ok).toBe(true)
    })

    test('no secret occurs in what it collects', async () => {
      const target = scene.working()
      const text = JSON.stringify(await collect(kind, target, collectIo()))
      for (const secret of stringsIn(target.secrets)) expect(text).not.toContain(secret)
    })

    test('settings that do not fit the kind are told apart from a broken source', async () => {
      const wrong = { config: { nonsense: true }, secrets: {} }
      expect((await failure(wrong)).reason).toBe('invalid-settings')
    })

    test('a wrong secret is a matter of credentials', async () => {
      expect((await failure(scene.withWrongSecret())).reason).toBe('credentials')
    })

    test('a port where nobody listens is unreachable', async () => {
      const target = scene.at('127.0.0.1', await closedPort())
      expect((await failure(target)).reason).toBe('unreachable')
    })

    test('a name that does not exist does not resolve', async () => {
      const target = scene.at('no-such-host.invalid', 5432)
      expect((await failure(target)).reason).toBe('name-not-found')
    })

    test('a private address is refused unless the operator allows it', async () => {
      const io = collectIo({ network: { allowedNetworks: [], deniedPorts: [] } })
      expect((await failure(scene.working(), io)).reason).toBe('forbidden-address')
    })

    test('an address of the cloud’s metadata is refused whatever is allowed', async () => {
      const io = collectIo({ network: { allowedNetworks: ['0.0.0.0/0'], deniedPorts: [] } })
      const target = scene.at('169.254.169.254', 80)
      expect((await failure(target, io)).reason).toBe('forbidden-address')
    })

    test('a server that never answers costs a few seconds, not the collector', async () => {
      await withMuteServer(async (port) => {
        const began = performance.now()
        expect((await failure(scene.at('127.0.0.1', port))).reason).toBe('connect-timeout')
        expect(performance.now() - began).toBeLessThan(10_000)
      })
    })

    test('an abort ends it at once', async () => {
      await withMuteServer(async (port) => {
        const stop = new AbortController()
        const running = failure(scene.at('127.0.0.1', port), collectIo({ signal: stop.signal }))
        setTimeout(() => stop.abort(), 100)
        // Had it waited any longer, the reason would be that nobody answers.
        expect((await running).reason).toBe('aborted')
      })
    })
  })
}
