/** What a proxy asks for, as a header's value; null where its address names nobody. A token may stand alone. */
export function proxyCredentials({ username, password }: URL): string | null {
  if (username === '' && password === '') return null
  const both = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return `Basic ${Buffer.from(both).toString('base64')}`
}
