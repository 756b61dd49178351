import type { At, Node } from '../tree.js'

/** A model card as labelled sections, whatever format it was written in. */
export interface ModelCard {
  /** In the order of the file; a Markdown heading, or a key of a YAML or JSON card or of front matter. */
  readonly sections: readonly Section[]
  /** The keys of a YAML or JSON card, or of front matter. */
  readonly data?: Node
  /** The lines of a Markdown card, the file's first one first; front matter and comments are blank. */
  readonly lines?: readonly string[]
}

export interface Section {
  /** The heading or key as written, without markup. */
  readonly label: string
  /** Where the heading or key stands. */
  readonly at: At
  /** JSON Pointer of the key in a YAML or JSON card; absent for a heading. */
  readonly pointer?: string
  /** The text below the heading or key, that of its sub-sections included, their labels not; comments taken out. */
  readonly text: string
  /** Of data in which keys name or classify what stands beside them. */
  readonly bare?: Bare
  /** What the text of a heading with sub-headings is made of. */
  readonly parts?: Parts
}

/** The text of a key without what says only of which kind a thing is, and without what it is called too. */
export interface Bare {
  readonly withoutKinds: string
  readonly withoutNames: string
}

export interface Parts {
  /** The text above the first sub-heading. */
  readonly own: string
  /** The sections of the sub-headings, without those that stand below one of them. */
  readonly below: readonly Pick<Section, 'label' | 'text'>[]
}
