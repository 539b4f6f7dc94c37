/** All the server and initdb see: the starter's own variables (a foreign PGDATA, secrets) stay out. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' }
