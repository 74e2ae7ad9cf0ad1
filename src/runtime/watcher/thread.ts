import { parentPort, workerData, type MessagePort } from 'node:worker_threads'

import type { LoopMessage, WatcherSettings } from '../messages.js'
import { sinksFor } from './sinks/sinks-for.js'
import { Watch } from './watch.js'

const settings = workerData as WatcherSettings
const port = parentPort as MessagePort
const capture = settings.canCapture ? await import('./capture-stack.js') : null
const watch = new Watch(settings, capture?.captureStack ?? null, sinksFor(settings))

port.on('message', (message: LoopMessage) => {
  if (message.type === 'stop') port.close()
  watch.receive(message)
})
watch.start()
port.postMessage('ready')
