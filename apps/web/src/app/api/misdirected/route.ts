const text =
  'This installation does not go by the name that was asked for. Open it by its public address, or name this one in HIGHWATER_ALLOWED_HOSTS.\n'

/** Requests for a host that is not ours end here, whatever they wanted. */
const refuse = (): Response =>
  new Response(text, { status: 421, headers: { 'content-type': 'text/plain; charset=utf-8' } })

export {
  refuse as DELETE,
  refuse as GET,
  refuse as HEAD,
  refuse as OPTIONS,
  refuse as PATCH,
  refuse as POST,
  refuse as PUT,
}
