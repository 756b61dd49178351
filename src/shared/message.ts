/**
 * A sentence that has not been worded yet: an id and the facts to put into it. Words are made in `report/`, in the
 * reader's language and escaped for the place they are shown in.
 */
export interface Message {
  /** `room.what`, for instance `performance.below`; every id has a template in every language. */
  readonly id: string
  readonly params: Readonly<Record<string, Param>>
}

/** A list is joined by the renderer; a string is shown as data (escaped), never as markup. */
export type Param = string | number | readonly string[] | Message

/** One language's templates by message id; `{name}` stands for a parameter. */
export type Templates = Readonly<Record<string, string>>

/**
 * The templates that one room of the house brings along, the same ids in each language. Functions, so that a run neither
 * compiles nor builds what it does not say: all texts together are a third of the code at start.
 */
export interface Texts {
  readonly en: () => Templates
  readonly ko: () => Templates
}

export function message(id: string, params: Message['params'] = {}): Message {
  return { id, params }
}
