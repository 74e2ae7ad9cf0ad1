import { startThread } from '../analysis/thread/start-thread.js'

/** Begins to analyse the project around the working directory, where ESLint's command line runs. */
export function startAnalysisThread(): void {
  startThread(new URL('./analysis-thread.js', import.meta.url))
}
