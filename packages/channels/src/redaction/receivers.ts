import { stringsIn } from './redact.ts'

type Settings = Readonly<Record<string, unknown>>

/** The plain settings that name a place, whatever the kind. */
const placeNames: ReadonlySet<string> = new Set([
  'baseUrl',
  'url',
  'endpoint',
  'host',
  'addresses',
  'oauth',
])

const placeOf = (text: string): string =>
  URL.canParse(text) && /^https?:/i.test(text) ? new URL(text).origin : text.toLowerCase()

const texts = (name: string, value: unknown): readonly string[] =>
  name === 'oauth' && typeof value === 'object' && value !== null && 'tokenUrl' in value
    ? stringsIn(value.tokenUrl)
    : stringsIn(value)

/**
 * Who gets to see the secrets of a channel or a cluster when they are used, as far as its plain
 * settings say it: the hosts, and a proxy where what passes through it is not encrypted.
 */
export function receiversOf(config: Settings, secrets: Settings): readonly string[] {
  const places = Object.entries(config)
    .filter(([name]) => placeNames.has(name))
    .flatMap(([name, value]) => texts(name, value).map(placeOf))
  const isPlain = [...places, ...stringsIn(secrets)].some((text) => /^http:/i.test(text))
  const { proxy } = config
  return isPlain && typeof proxy === 'string' ? [...places, `proxy ${placeOf(proxy)}`] : places
}
