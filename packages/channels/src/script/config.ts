import { z } from 'zod'
import { scriptName } from '../scripts/script-name.ts'
import { textCheck } from '../settings/text-check.ts'
import { variableNames } from '../text/variable-names.ts'

const duration = 'Use 1–30 seconds.'

export const scriptConfig = z.strictObject({
  file: z.string().trim().regex(scriptName, 'Write the bare name of a file in the folder.'),
  arguments: z
    .array(
      z
        .string()
        .max(1_000)
        .refine((text) => !text.includes('\0')),
    )
    .max(50)
    .default([]),
  timeoutSeconds: z.coerce
    .number(duration)
    .int(duration)
    .min(1, duration)
    .max(30, duration)
    .default(10),
  responseCheck: textCheck.optional(),
})
export type ScriptConfig = z.output<typeof scriptConfig>

/** Set by us, or able to make an interpreter load something else than the script. */
const denied =
  /^(PATH|LANG|LC_.*|HOME|SHELL|IFS|ENV|PS\d|CDPATH|TMPDIR|BASH.*|SHELLOPTS|PROMPT_COMMAND|GLOBIGNORE|LD_.*|DYLD_.*|GCONV_PATH|NODE_.*|NPM_.*|PYTHON.*|PERL.*|RUBY.*|GEM_.*|BUNDLE_.*|LUA_.*|PHP.*|JAVA.*|_JAVA.*|JDK_.*|GIT_.*|SSH_ASKPASS|EDITOR|PAGER|HIGHWATER.*)$/i

const ours = new Set<string>(variableNames)

const variableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, 'A variable name is letters, digits and underscores.')
  .refine((name) => !denied.test(name) && !ours.has(name), 'This variable cannot be set here.')

export const scriptSecrets = z.strictObject({
  environment: z
    .record(
      variableName,
      z
        .string()
        .max(2_000)
        .refine((text) => !text.includes('\0')),
    )
    .optional(),
})
export type ScriptSecrets = z.output<typeof scriptSecrets>
