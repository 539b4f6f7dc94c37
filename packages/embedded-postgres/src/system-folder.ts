/** Where root keeps what another account must reach when the checkout lies in a closed folder. */
export const systemFolder = '/var/lib/highwater'
