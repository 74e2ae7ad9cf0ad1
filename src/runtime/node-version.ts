/** 24 of 24.1.0. */
export const nodeMajor = Number(process.versions.node.split('.', 1)[0])
