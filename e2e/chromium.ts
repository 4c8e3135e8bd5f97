import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium as playwright } from 'playwright-core'

const cache = fileURLToPath(new URL('../.cache/chromium', import.meta.url))

/** Where people usually have one. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Starts a real Chromium: the one that CHROMIUM names, the one inside the npm package (Linux on x64), or an installed
 * one.
 */
export async function launchChromium(): Promise<Browser> {
  const { path, libraries } = await findChromium()
  return playwright.launch({
    executablePath: path,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
    env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) } as Record<string, string>,
  })
}

type Found = { path: string; libraries?: string }

async function findChromium(): Promise<Found> {
  if (process.env.CHROMIUM) return { path: process.env.CHROMIUM }
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked()
  const path = installed.find(existsSync)
  if (!path)
    throw new Error('No Chromium was found. Install one, or name it: CHROMIUM=/path/to/chromium npm test')
  return { path }
}

/** Unpacks the browser of the npm package once, with its own libraries where the system has none. */
async function unpacked(): Promise<Found> {
  const done = join(cache, 'unpacked')
  const path = join(cache, 'chromium')
  const libraries = join(cache, 'al2023', 'lib')
  if (!existsSync(done)) {
    rmSync(cache, { recursive: true, force: true })
    mkdirSync(cache, { recursive: true })
    // The package unpacks into the folder for temporary files; ours survives between runs and is never half done.
    const before = process.env.TMPDIR
    process.env.TMPDIR = cache
    const { default: packaged, inflate } = await import('@sparticuz/chromium')
    await packaged.executablePath()
    await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))))
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    writeFileSync(done, '')
  }
  const starts = spawnSync(path, ['--version']).status === 0
  return starts ? { path } : { path, libraries }
}
