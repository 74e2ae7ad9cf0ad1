const lock = new Int32Array(new SharedArrayBuffer(4))

setTimeout(() => {
  Atomics.wait(lock, 0, 0) // guilty
}, 60)
