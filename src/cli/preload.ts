// What `watch` preloads into every process: the watchdog, where there is an application to watch.
import { isLauncher } from './is-launcher.js'

if (!isLauncher(process.argv[1])) await import('../runtime/register.js')
