import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const whole = (module) => module.default?.default ?? module.default ?? module

/** An instance from a folder of its own, which does not outlive it. */
function inFolder(make) {
  const folder = mkdtempSync(path.join(tmpdir(), 'probe-instance-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return make(folder)
}

const database = (module) => new (whole(module))(':memory:')
const sqlDatabase = async (module) => new (await whole(module)()).Database()

/** How to make instances of classes that their modules do not export, or whose methods are their own. */
export const instances = {
  '@napi-rs/canvas#CanvasElement': ({ createCanvas }) => createCanvas(1, 1),
  'adm-zip#AdmZip': (module) => new (whole(module))(),
  'better-sqlite3#Statement': (module) => database(module).prepare('SELECT 1'),
  'better-sqlite3#transaction()': (module) => database(module).transaction(() => {}),
  'better-sqlite3-multiple-ciphers#Statement': (module) => database(module).prepare('SELECT 1'),
  'better-sqlite3-multiple-ciphers#transaction()': (module) =>
    database(module).transaction(() => {}),
  'cosmiconfig#cosmiconfigSync()': ({ cosmiconfigSync }) => cosmiconfigSync('menu'),
  'deasync#deasync()': (module) => whole(module)(() => {}),
  'enhanced-resolve#create.sync()': (module) => whole(module).create.sync({}),
  'eta#Eta': ({ Eta }) => new Eta(),
  'exceljs#Workbook': (module) => new (whole(module).Workbook)(),
  'fdir#APIBuilder': ({ fdir }) => new fdir().crawl('.'),
  'jiti#createJiti()': ({ createJiti }) => createJiti(import.meta.url),
  'jimp#Jimp': ({ Jimp }) => new Jimp({ width: 1, height: 1 }),
  'lilconfig#lilconfigSync()': ({ lilconfigSync }) => lilconfigSync('menu'),
  'lmdb#Database': ({ open }) => inFolder((folder) => open({ path: folder })),
  'make-synchronous#makeSynchronous()': (module) => whole(module)(async () => {}),
  'postcss#Processor': (module) => whole(module)([]),
  'quickjs-emscripten#QuickJSContext': async ({ getQuickJS }) => (await getQuickJS()).newContext(),
  'quickjs-emscripten#QuickJSWASMModule': ({ getQuickJS }) => getQuickJS(),
  'showdown#Converter': (module) => new (whole(module).Converter)(),
  'sonic-boom#SonicBoom': (module) => new (whole(module))({ fd: 1 }),
  'sql.js#Database': sqlDatabase,
  'sql.js#Statement': async (module) => (await sqlDatabase(module)).prepare('SELECT 1'),
  'synckit#createSyncFn()': ({ createSyncFn }) =>
    inFolder((folder) => {
      const worker = path.join(folder, 'worker.mjs')
      writeFileSync(worker, '')
      return createSyncFn(worker)
    }),
}
