import type { InputFault } from '@highwater/core'
import { badPort, hasBadPort } from '../settings/port.ts'
import {
  fillTemplate,
  jsonVariables,
  unknownVariables,
  type VariableName,
} from '../text/variable-names.ts'
import type { WebhookConfig } from './config.ts'

/** A body that begins like JSON is JSON: its variables are escaped, and it must parse. */
export const isJsonTemplate = (body: string): boolean => /^\s*[{[]/.test(body)

function urlFault(template: string): string | null {
  if (template.includes('***')) return 'A secret in the address is masked here: type it again.'
  const filled = fillTemplate(template, () => 'x')
  if (!URL.canParse(filled)) {
    return hasBadPort(filled)
      ? badPort
      : 'Write a whole address that starts with http:// or https://.'
  }
  const url = new URL(filled)
  if (!/^https?:$/.test(url.protocol)) return 'The address must start with http:// or https://.'
  if (url.username !== '' || url.password !== '') {
    return 'Take user and password out of the address; use the secret “authorization”.'
  }
  const origin = /^[^/]*\/\/[^/?#]*/.exec(template)?.[0] ?? ''
  return origin.includes('${')
    ? 'Variables may stand in the path and the query, not in the host.'
    : null
}

const sampleJson = (name: VariableName): string => (name === 'message_json' ? '"x"' : '0')

function bodyFault(body: string): string | null {
  if (!isJsonTemplate(body)) return null
  try {
    JSON.parse(fillTemplate(body, (name) => (jsonVariables.has(name) ? sampleJson(name) : 'x')))
    return null
  } catch {
    return 'The body begins like JSON but is not valid JSON once its variables are filled in.'
  }
}

/** What is wrong with the templates of a webhook: unknown variables, a bad address, broken JSON. */
export function templateFaults(config: WebhookConfig): readonly InputFault[] {
  const faults: InputFault[] = []
  const fault = (path: string, message: string | null) => {
    if (message !== null) faults.push({ path, message })
  }
  for (const [path, template] of [
    ['config.url', config.url],
    ['config.body', config.body ?? ''],
    ...Object.entries(config.headers).map(([name, value]) => [`config.headers.${name}`, value]),
  ] as [string, string][]) {
    const unknown = unknownVariables(template)
    if (unknown.length > 0) {
      fault(path, `There is no variable ${unknown.map((name) => `\${${name}}`).join(', ')}.`)
    }
  }
  fault('config.url', urlFault(config.url))
  fault('config.body', bodyFault(config.body ?? ''))
  return faults
}
