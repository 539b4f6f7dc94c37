import { setTimeout as pause } from 'node:timers/promises'

/** Asks until the answer is true. @throws when it was not true within 20 s */
export async function awaitTrue(what: string, ask: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!(await ask())) {
    if (performance.now() > deadline) throw new Error(`Waited 20 s in vain until ${what}.`)
    await pause(25)
  }
}
