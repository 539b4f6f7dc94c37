import type { DingtalkFake } from '@highwater/channels/testing'
import { robotSecrets } from './robots.ts'
import type { Stack } from './stack.ts'

/** A person's script: asks the API with a token, and fails on any answer that is not a success. */
export interface Api {
  readonly get: <Answer>(path: string) => Promise<Answer>
  readonly post: <Answer>(path: string, body: unknown) => Promise<Answer>
  readonly put: <Answer>(path: string, body: unknown) => Promise<Answer>
  readonly patch: <Answer>(path: string, body: unknown) => Promise<Answer>
  /** As `post`, but the answer may be a refusal. */
  readonly tryPost: (path: string, body: unknown) => Promise<Response>
}

export interface Project {
  readonly id: string
  readonly name: string
  readonly openAlerts: number
}

export interface Alert {
  readonly id: string
  readonly shortId: string
  readonly project: { readonly name: string } | null
  readonly state: string
  readonly closeReason: string | null
}

export interface Items<Item> {
  readonly items: readonly Item[]
}

/** A project of this name, which is its external key too; protected at level high unless told. */
export const createProject = (api: Api, name: string, fields: object = {}): Promise<Project> =>
  api.post('/projects', {
    name,
    kind: 'synchronization',
    externalKey: name,
    protectionLevel: 'high',
    ...fields,
  })

/** A channel to a robot, saved without a test. */
export const createChannel = (api: Api, name: string, robot: DingtalkFake): Promise<unknown> =>
  api.post('/channels', {
    name,
    kind: 'dingtalk',
    config: { baseUrl: robot.url },
    secrets: robotSecrets,
    saveUntested: true,
  })

/** Reports how far a project is behind, as of now. */
export async function report(
  { api, stack }: { readonly api: Api; readonly stack: Stack },
  project: string,
  latencySeconds: number,
): Promise<void> {
  const observedAt = stack.clock.now()
  const signals = [{ project, observedAt, latencySeconds }]
  const result = await api.post<{ accepted: number }>('/signals', { signals })
  if (result.accepted !== 1)
    throw new Error(`The signal was not accepted: ${JSON.stringify(result)}`)
}

/** Catches up once and then falls behind, further than level high allows. */
export async function breach(
  installation: { readonly api: Api; readonly stack: Stack },
  project: string,
  latencySeconds = 412,
): Promise<void> {
  await report(installation, project, 1)
  await report(installation, project, latencySeconds)
}

export function apiOf(url: string, token: string): Api {
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const insist = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await ask(method, path, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`)
    return JSON.parse(text)
  }
  return {
    get: (path) => insist('GET', path),
    post: (path, body) => insist('POST', path, body),
    put: (path, body) => insist('PUT', path, body),
    patch: (path, body) => insist('PATCH', path, body),
    tryPost: (path, body) => ask('POST', path, body),
  }
}
