import type { BytesFormat } from '../contract.js'

/** The first record of an event file holds the version of the format (tensorflow/core/util/events_writer.cc). */
const VERSION = 'brain.Event:'

export const format: BytesFormat = {
  id: 'tensorboard',
  title: 'TensorBoard event file',
  roles: ['metrics'],
  shape: 'refused: records of protocol buffers',
  from: 'bytes',
  recognises: (bytes) => Buffer.from(bytes.subarray(0, 64)).includes(VERSION),
  load: () => import('./read.js'),
}
