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

/** The templates that one room of the house brings along, the same ids in each language. */
export interface Texts {
  readonly en: Templates
  /** A function, so that a run in English neither compiles nor builds them: they are a fifth of the code at start. */
  readonly ko: () => Templates
}

/** The templates of one language. */
export function templatesIn(texts: Texts, language: 'en' | 'ko'): Templates {
  return language === 'ko' ? texts.ko() : texts.en
}

export function message(id: string, params: Message['params'] = {}): Message {
  return { id, params }
}
