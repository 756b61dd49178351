import type { BytesFormat } from '../contract.js'

/** `\x93NUMPY`, or the beginning of a zip. */
const NPY = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]
const ZIP = [0x50, 0x4b, 3, 4]

export const format: BytesFormat = {
  id: 'numpy',
  title: 'NumPy arrays (SHAP values)',
  roles: ['explanations'],
  shape: '.npy, or .npz with values and feature_names',
  from: 'bytes',
  recognises: (bytes) => [NPY, ZIP].some((magic) => magic.every((byte, index) => bytes[index] === byte)),
  load: () => import('./read.js'),
}
