/**
 * Builds everything a browser fetches: two stylesheets, the scripts, two font files, a few images
 * and the pictures.
 *
 * Each file is named by a hash of what is in it, so it can be cached for ever, and `manifest.json` says
 * which name to ask for: { "main.css": "main-1a2b3c4d5e.css", … }. References inside the stylesheet are
 * rewritten to match. Nothing is fetched from a network.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const fontFolder = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files'
const pictureSet = 'node_modules/@iconify-json/fluent-emoji-flat'
const mojImages = 'node_modules/@ministryofjustice/frontend/moj/assets/images'

/** Says that a folder is ours to empty, even when a build was cut short in it. */
const marker = '.built-assets'

/** Files copied as they are: the name used in the stylesheet and in pages → where it comes from. */
const copied = {
  'favicon.svg': 'src/ui/brand/favicon.svg',
  'fonts/atkinson-hyperlegible-next-latin.woff2': `${fontFolder}/atkinson-hyperlegible-next-latin-wght-normal.woff2`,
  'fonts/atkinson-hyperlegible-next-latin-ext.woff2': `${fontFolder}/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2`,
}

/**
 * Builds into `outDir`, which is emptied first, and returns the manifest (logical name → file name).
 * Throws when a source is missing or does not compile, naming the file, and when `outDir` holds anything
 * that an earlier build did not put there.
 */
export async function buildAssets({ outDir }) {
  const target = resolve(outDir)
  await emptyOutput(target)

  const [css, ownCss, scripts] = await Promise.all([
    compileStyles('main'),
    compileStyles('own'),
    bundleScripts(target),
    writePictures(target),
  ])
  const images = Object.fromEntries(
    [...css.matchAll(/url\((['"]?)(images\/[^'")]+)\1\)/g)].map(found => [
      found[2],
      `${mojImages}/${basename(found[2])}`,
    ]),
  )
  const manifest = { ...scripts }
  for (const [name, source] of Object.entries({ ...copied, ...images })) {
    manifest[name] = await writeFingerprinted(target, name, await readFile(join(root, source)))
  }
  const withNames = text =>
    text.replace(/url\((['"]?)((?:fonts|images)\/[^'")]+)\1\)/g, (_, _quote, name) => {
      if (!manifest[name]) throw new Error(`src/ui/styles refers to ${name}, which the assets do not hold`)
      return `url(${manifest[name]})`
    })
  manifest['main.css'] = await writeFingerprinted(target, 'main.css', withNames(css))
  manifest['own.css'] = await writeFingerprinted(target, 'own.css', withNames(ownCss))
  await writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

async function emptyOutput(target) {
  await mkdir(target, { recursive: true })
  const names = await readdir(target)
  if (names.length > 0 && !names.includes(marker)) {
    throw new Error(`${target} holds other files; give the assets an empty folder`)
  }
  await rm(target, { recursive: true })
  await mkdir(target)
  await writeFile(join(target, marker), '')
}

/** How wide a picture is as PNG: three dots for each of the largest that a document shows. */
const pngWidth = 192

/**
 * Writes the pictures that pages can show as files of their own, under the version of the set, which their addresses name.
 * Only those of the list: the set holds three thousand. Each also as PNG, for documents: not every program for them draws SVG.
 */
async function writePictures(target) {
  const read = async name => JSON.parse(await readFile(join(root, name), 'utf8'))
  const [wanted, drawn, { version }] = await Promise.all([
    read('src/ui/pictures/pictures.json'),
    read(`${pictureSet}/icons.json`),
    read(`${pictureSet}/package.json`),
  ])
  const folder = join(target, 'pictures', version)
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  await initWasm(readFile(join(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm'))).catch(fault => {
    // Assets may be built more than once by one program.
    if (!String(fault).includes('Already initialized')) throw fault
  })
  await mkdir(folder, { recursive: true })
  await Promise.all(
    Object.entries(wanted).map(async ([name, { icon }]) => {
      const found = drawn.icons[icon]
      if (!found)
        throw new Error(`src/ui/pictures/pictures.json refers to ${icon}, which the set does not hold`)
      const { width, height } = drawn
      const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`
      const svg = `${head}${found.body}</svg>\n`
      const png = new Resvg(svg, { fitTo: { mode: 'width', value: pngWidth } }).render().asPng()
      await writeFile(join(folder, `${name}.svg`), svg)
      await writeFile(join(folder, `${name}.png`), png)
    }),
  )
}

async function compileStyles(name) {
  // Loaded here, not at the top: it is large, and a program that only imports this file should not wait.
  const sass = await import('sass')
  const { css } = sass.compile(join(root, `src/ui/styles/${name}.scss`), {
    loadPaths: [root],
    style: 'compressed',
    quietDeps: true,
    // Warnings about code in packages are for their authors; a warning about ours stops the build.
    logger: {
      warn(message, { stack }) {
        if (!stack?.includes('node_modules/')) throw new Error(`${message}\n${stack ?? ''}`)
      },
    },
  })
  return css
}

/** What pages load: the program’s own script, and that of pages for children and parents, which must be light. */
const entryPoints = ['src/ui/browser/main.ts', 'src/ui/browser/own.ts']

/** Bundles the browser scripts; parts that few pages need become files of their own. */
async function bundleScripts(target) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: target,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022'],
    minify: true,
    metafile: true,
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    chunkNames: 'scripts/[name]-[hash]',
    logLevel: 'silent',
  })
  const manifest = {}
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const { entryPoint = '' } = output
    if (entryPoints.includes(entryPoint)) manifest[`${basename(entryPoint, '.ts')}.js`] = basename(file)
  }
  return manifest
}

async function writeFingerprinted(target, name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const extension = extname(name)
  const fingerprinted = `${name.slice(0, -extension.length)}-${hash}${extension}`
  await mkdir(dirname(join(target, fingerprinted)), { recursive: true })
  await writeFile(join(target, fingerprinted), content)
  return fingerprinted
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outDir = process.argv[2]
  if (!outDir) {
    console.error('Say where to: node scripts/buildAssets.mjs <folder>')
    process.exit(2)
  }
  const manifest = await buildAssets({ outDir })
  console.log(`${Object.keys(manifest).length} assets built in ${outDir}`)
}
