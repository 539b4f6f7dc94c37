import type { MemoryPort, Remembered } from '../src/memory.ts'

/** A memory such as workers share, for senders under test; nothing in it ends. */
export function startMemory(): MemoryPort {
  const known = new Map<string, Remembered>()
  return {
    recall: async (key) => known.get(key) ?? null,
    async keep(key, remembered) {
      known.set(key, remembered)
    },
    async forget(key, text) {
      if (known.get(key)?.text === text) known.delete(key)
    },
    async recallOrFind(key, find) {
      const found = known.get(key) ?? (await find())
      if (!('refused' in found)) known.set(key, found)
      return found
    },
  }
}
