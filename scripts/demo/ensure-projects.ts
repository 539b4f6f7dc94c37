import type { ApiClient } from './api-client.ts'
import { type DemoProject, demoTag } from './projects/demo-project.ts'

interface ProjectList {
  readonly items: readonly { readonly externalKey: string | null }[]
  readonly nextCursor: string | null
}

async function existingKeys(api: ApiClient): Promise<Set<string | null>> {
  const keys = new Set<string | null>()
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({ tag: demoTag, limit: '200', ...(cursor ? { cursor } : {}) })
    const page: ProjectList = await api.get(`/projects?${query}`)
    for (const { externalKey } of page.items) keys.add(externalKey)
    cursor = page.nextCursor
  } while (cursor !== null)
  return keys
}

/** Creates the projects that do not exist yet and answers which those were. */
export async function ensureProjects(
  api: ApiClient,
  projects: readonly DemoProject[],
): Promise<readonly DemoProject[]> {
  const keys = await existingKeys(api)
  const missing = projects.filter(({ key }) => !keys.has(key))
  for (const { key, name, kind, source, target, level, tags } of missing) {
    await api.post('/projects', {
      ...{ name, kind, externalKey: key, protectionLevel: level, tags: [demoTag, ...tags] },
      ...{ source: { type: source }, target: { type: target } },
    })
  }
  return missing
}
