import dgram from 'node:dgram'
import fs from 'node:fs'
import path from 'node:path'
import v8 from 'node:v8'
import vm from 'node:vm'
import { WASI } from 'node:wasi'
import { isThere, makeFile, scratch } from './scratch.js'

const wasm = Buffer.from('0061736d01000000', 'hex')

/** A WebAssembly program that starts and ends at once: exports `memory` and the function `name`. */
function program(name) {
  const exported = Buffer.from(name)
  return Buffer.concat([
    wasm,
    Buffer.from([0x01, 0x04, 0x01, 0x60, 0x00, 0x00]),
    Buffer.from([0x03, 0x02, 0x01, 0x00]),
    Buffer.from([0x05, 0x03, 0x01, 0x00, 0x01]),
    Buffer.from([0x07, 13 + exported.length, 0x02, 0x06]),
    Buffer.from('memory'),
    Buffer.from([0x02, 0x00, exported.length]),
    exported,
    Buffer.from([0x00, 0x00]),
    Buffer.from([0x0a, 0x04, 0x01, 0x02, 0x00, 0x0b]),
  ])
}

async function wasi(name) {
  const { instance } = await WebAssembly.instantiate(program(name), {})
  return [new WASI({ version: 'preview1' }), instance]
}

export const runtimeCalls = {
  'node:v8#getHeapCodeStatistics': () => [() => v8.getHeapCodeStatistics(), isThere],
  'node:v8#queryObjects': () => [() => v8.queryObjects(class Loaf {}), (result) => result === 0],
  'node:vm#createContext': () => [() => vm.createContext(), isThere],
  'node:vm#runInContext': (context = vm.createContext()) => [
    () => vm.runInContext('6 * 7', context),
    (result) => result === 42,
  ],
  'node:vm#runInNewContext': () => [() => vm.runInNewContext('6 * 7'), (result) => result === 42],
  'node:vm#runInThisContext': () => [() => vm.runInThisContext('6 * 7'), (result) => result === 42],
  'node:vm#Script.prototype.runInContext': (context = vm.createContext()) => [
    () => new vm.Script('6 * 7').runInContext(context),
    (result) => result === 42,
  ],
  'node:vm#Script.prototype.runInNewContext': () => [
    () => new vm.Script('6 * 7').runInNewContext(),
    (result) => result === 42,
  ],
  'node:vm#Script.prototype.runInThisContext': () => [
    () => new vm.Script('6 * 7').runInThisContext(),
    (result) => result === 42,
  ],
  'node:wasi#WASI.prototype.initialize': async () => {
    const [host, instance] = await wasi('_initialize')
    return [() => host.initialize(instance), (result) => result === undefined]
  },
  'node:wasi#WASI.prototype.start': async () => {
    const [host, instance] = await wasi('_start')
    return [() => host.start(instance), (result) => result === 0]
  },
  'node:process#loadEnvFile': (name = makeFile('LOAF=rye')) => [
    () => process.loadEnvFile(name),
    () => process.env.LOAF === 'rye',
  ],
  'node:process#report.getReport': () => [() => process.report.getReport(), isThere],
  'node:process#report.writeReport': () => {
    process.report.directory = scratch
    return [
      () => process.report.writeReport('report.json'),
      () => fs.existsSync(path.join(scratch, 'report.json')),
    ]
  },
  'node:dgram#Socket.prototype.bindSync': (socket = dgram.createSocket('udp4')) => [
    () => socket.bindSync({ port: 0, address: '127.0.0.1' }),
    () => {
      const { port } = socket.address()
      socket.close()
      return port > 0
    },
  ],
  'node:dgram#Socket.prototype.connectSync': (socket = dgram.createSocket('udp4')) => [
    () => socket.connectSync(9, '127.0.0.1'),
    () => {
      const { port } = socket.remoteAddress()
      socket.close()
      return port === 9
    },
  ],
  'global#Atomics.wait': (shared = new Int32Array(new SharedArrayBuffer(4))) => [
    () => Atomics.wait(shared, 0, 0, 1),
    (result) => result === 'timed-out',
  ],
  'global#WebAssembly.Instance': (compiled = new WebAssembly.Module(wasm)) => [
    () => new WebAssembly.Instance(compiled),
    (result) => result instanceof WebAssembly.Instance,
  ],
  'global#WebAssembly.Module': () => [
    () => new WebAssembly.Module(wasm),
    (result) => result instanceof WebAssembly.Module,
  ],
}
