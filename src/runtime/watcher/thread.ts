import { Script } from 'node:vm'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'

import type { LoopMessage, WatcherData } from '../messages.js'
import { captureStack } from './capture-stack.js'
import { reporterFor } from './reporter-for.js'
import { SourcePositions } from './source-position.js'
import { Watch } from './watch.js'

const { settings, notices } = workerData as WatcherData
const port = parentPort as MessagePort
const positions = new SourcePositions(settings)
const reporter = reporterFor(settings, positions, (notice) => notices.postMessage(notice))
const watch = new Watch(settings, settings.canCapture ? captureStack : null, reporter, positions)

port.on('message', (message: LoopMessage) => {
  if (message.type === 'stop') port.close()
  // Nothing is loaded for reports before the first of them may be due, and a message may be the first word of it.
  void reporter.prepare().then(() => watch.receive(message))
})
watch.start()
port.postMessage('ready')

// With one allocation of the embedder's, V8 finds on Node.js 24 that the thread allocates little, and gives back the
// 2.4 MB that starting it has left over. The watched thread must not have that: see the registry.
void new Script('')
