/** A file that was read, exactly. */
export interface EvidenceFile {
  readonly kind: string
  readonly path: string
  readonly format: string
  readonly bytes: number
  readonly sha256: string
}
