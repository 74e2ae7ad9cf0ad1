const lock = new Int32Array(new SharedArrayBuffer(4))

function sleep(ms) {
  Atomics.wait(lock, 0, 0, ms) // guilty
}

setTimeout(sleep, 60, 400)
