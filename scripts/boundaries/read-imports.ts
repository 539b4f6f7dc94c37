import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../processes/root.ts'

const skipped = new Set(['node_modules', 'dist', '.next', '.turbo', 'migrations'])

/** Every source file below a folder, as paths from the root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourceFiles(path)
    return /\.(tsx?|mjs)$/.test(entry.name) && entry.name !== 'next-env.d.ts' ? [path] : []
  })
}

export function readSource(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

const patterns = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g,
]

/** What a source text imports, types included: knowing a type is knowing its house. */
export function importsOf(source: string): string[] {
  return patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].flatMap((match) => (match[1] === undefined ? [] : [match[1]])),
  )
}

/** What is left of the imports when the program runs. */
export function valueImportsOf(source: string): string[] {
  return importsOf(
    source.replace(/^\s*(?:import|export) type\b[^'"`;]*?\bfrom\s*['"][^'"]+['"]/gm, ''),
  )
}

export function isTestFile(file: string): boolean {
  return (
    /\.(test|fixture)\.tsx?$/.test(file) ||
    /\/test(ing)?\//.test(file) ||
    /\/vitest\.ts$/.test(file)
  )
}

/** Settings of a tool, which runs before or beside the program. */
export function isToolFile(file: string): boolean {
  return /\.config\.(ts|mjs)$/.test(file) || file.endsWith('/build.mjs')
}
