import { z } from 'zod'
import * as values from './values.ts'
import type { Variable } from './variable.ts'

/** Every variable the product reads. The example file and the README are drawn from this table. */
export const variables = {
  PORT: {
    schema: values.portNumber,
    default: '3000',
    meaning: 'Port of the web server.',
    readBy: ['web', 'worker'],
  },
  HOST: {
    schema: values.hostName,
    default: '127.0.0.1',
    meaning: 'Address the web server listens on; 0.0.0.0 for every network.',
    readBy: ['web', 'worker'],
  },
  HIGHWATER_URL: {
    schema: values.publicAddress,
    defaultInWords: '`http://HOST:PORT`',
    meaning: 'Public address, used in links and sign-in callbacks.',
    example: 'https://alerts.example.com',
    readBy: ['web', 'worker'],
  },
  DATABASE_URL: {
    schema: values.postgresAddress,
    defaultInWords: 'embedded',
    meaning:
      'PostgreSQL 15 or newer, reached without a pooler, with 17 connections for each web server and 13 for each worker; without it `npm start` brings its own.',
    example: 'postgres://highwater:password@127.0.0.1:5432/highwater',
    readBy: ['web', 'worker'],
    requiredBy: ['web', 'worker'],
    secret: true,
  },
  HIGHWATER_DATA_DIR: {
    schema: values.folder,
    default: '.highwater',
    meaning: 'Folder of the embedded database and of the generated secret.',
    readBy: [],
  },
  HIGHWATER_SECRET: {
    schema: values.secretKeys,
    defaultInWords: 'generated into the data folder when embedded, else required',
    meaning:
      'Key material for sessions and sealed secrets: one string of at least 32 characters, or `id:base64,id:base64`, newest first, to rotate it.',
    readBy: ['web', 'worker'],
    requiredBy: ['web', 'worker'],
    secret: true,
  },
  HIGHWATER_TIME_ZONE: {
    schema: values.timeZone,
    defaultInWords: 'that of the machine (`TZ`); where it is UTC, that of the first administrator',
    meaning:
      'Time zone in which messages write their times. The first start stores it; afterwards it is a setting on the page System.',
    example: 'Asia/Shanghai',
    readBy: [],
  },
  HIGHWATER_ADMIN_EMAIL: {
    schema: values.mailAddress,
    meaning: 'Makes the first administrator when there is none; goes with the password.',
    example: 'admin@example.com',
    readBy: ['web'],
  },
  HIGHWATER_ADMIN_PASSWORD: {
    schema: values.secretText(8),
    meaning: 'Password of that first administrator.',
    readBy: ['web'],
    secret: true,
  },
  HIGHWATER_BOOTSTRAP_TOKEN: {
    schema: values.secretText(32),
    meaning: 'An API token of at least 32 characters with scope admin, for automation; audited.',
    readBy: ['web'],
    secret: true,
  },
  HIGHWATER_ALLOWED_NETWORKS: {
    schema: values.networks,
    meaning:
      'Networks (CIDR) or host names that channels and collectors may reach though private, separated by commas.',
    example: '10.0.0.0/8,gateway.internal',
    readBy: ['web', 'worker'],
  },
  HIGHWATER_TRUSTED_PROXIES: {
    schema: values.addresses,
    default: '127.0.0.1,::1',
    meaning:
      'Addresses and networks (CIDR) of our own reverse proxies, separated by commas. Only what they say in `X-Forwarded-For`, `-Host` and `-Proto` is believed; without it the audit shows the proxy as the client.',
    example: '10.1.0.0/16',
    readBy: ['web'],
  },
  HIGHWATER_ALLOWED_HOSTS: {
    schema: values.hostNames,
    meaning:
      'Further host names that browsers may open the console by, separated by commas. That of HIGHWATER_URL, `localhost` and plain IP addresses are always allowed.',
    example: 'alerts.internal',
    readBy: ['web'],
  },
  HIGHWATER_SCRIPT_DIRECTORY: {
    schema: values.folder,
    meaning:
      'Folder of scripts that channels of the kind script may run, as the user of the worker. Whoever may keep channels may run every script in it, with arguments of their choice. Without it there are no scripts.',
    example: '/etc/highwater/scripts',
    readBy: ['worker'],
  },
  HIGHWATER_EVALUATE_INTERVAL_MS: {
    schema: values.milliseconds,
    default: '1000',
    meaning: 'Longest pause between two evaluations, in milliseconds; signals wake it earlier.',
    readBy: ['worker'],
  },
  HIGHWATER_WORKER_PORT: {
    schema: values.portNumber,
    default: '3001',
    meaning: "Port of the worker's health and metrics, on the loopback address.",
    readBy: ['web', 'worker'],
  },
  OIDC_ISSUER: {
    schema: values.webAddress,
    meaning:
      'Issuer of the OpenID provider that people sign in through; goes with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. Its sign-in callback is `HIGHWATER_URL/api/auth/callback/environment`; further providers are kept in the console.',
    example: 'https://login.example.com/realms/main',
    readBy: ['web'],
  },
  OIDC_CLIENT_ID: {
    schema: values.plainText,
    meaning: 'Client id of Highwater at that provider.',
    example: 'highwater',
    readBy: ['web'],
  },
  OIDC_CLIENT_SECRET: {
    schema: values.secretText(1),
    meaning: 'Client secret of Highwater at that provider.',
    readBy: ['web'],
    secret: true,
  },
  OIDC_NAME: {
    schema: values.plainText,
    defaultInWords: "the issuer's host",
    meaning: 'Name of that provider on the sign-in page.',
    example: 'Company account',
    readBy: ['web'],
  },
  OIDC_GROUPS_CLAIM: {
    schema: values.plainText,
    default: 'groups',
    meaning:
      'Claim that lists the groups of a person, or a path to it such as `realm_access.roles`.',
    readBy: ['web'],
  },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal'], {
      error: 'must be trace, debug, info, warn, error or fatal',
    }),
    default: 'info',
    meaning: 'Least level of a log line that is written.',
    readBy: ['web', 'worker'],
  },
  LOG_FORMAT: {
    schema: z.enum(['pretty', 'json'], { error: 'must be pretty or json' }),
    defaultInWords: '`pretty` on a terminal, else `json`',
    meaning: 'Shape of the log lines.',
    readBy: ['web', 'worker'],
  },
} as const satisfies Record<string, Variable>

export type VariableName = keyof typeof variables
