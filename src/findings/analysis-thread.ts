// A thread that analyses the project while ESLint's command line starts, and tells it what rules find.
import { workerData } from 'node:worker_threads'
import type { ThreadHandle } from '../analysis/thread/messages.js'
import { serveAnswers } from '../analysis/thread/serve-answers.js'
import { findFor } from './rule-questions.js'

serveAnswers(workerData as ThreadHandle, findFor)
