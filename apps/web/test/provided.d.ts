import '@highwater/embedded-postgres/vitest'
