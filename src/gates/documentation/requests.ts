import { wordSet } from '../../shared/words.js'
import { koreanRequest } from './requests-korean.js'

/**
 * Sentences in which a template asks for what a card should say. "Report errors to the owner" asks the model's users for
 * something and "Summarize articles" says what it does; so a verb alone is not enough, and what it asks for must be a
 * part of a card. Words are looked up, not matched: expressions of so many words compile slowly.
 */

/** Verbs that hardly anything but a template begins a sentence with, where a part of a card follows. */
const PLAIN = wordSet('describe list explain specify outline summarise summarize document state provide')
/** Verbs that cards address to the model's users too. */
const CAREFUL = wordSet('identify discuss report include record note mention enumerate detail add enter give write')
/** Verbs that ask for something whatever question follows; behind others it must be about the model. */
const ASKS_ANYTHING = wordSet('describe list specify document')
/** Not "report": "Report when the model fails" is asked of its users. */
const ASKS_ON_MODEL = wordSet('explain outline summarise summarize state identify discuss detail')
/** Verbs that ask for something even where its name is left to a list. */
const OPENING = wordSet('describe list specify discuss')
const QUESTIONS = wordSet('what where how who whom which when')
const ON_MODEL = wordSet('model system data dataset')

const ADVERBS = wordSet('please briefly also clearly explicitly specifically here')
const CONDITIONS = wordSet('applicable available relevant possible')
const DETERMINERS = wordSet('the your all any known its this a an main each')
/** What begins something else than a noun with what is said about it. */
const PREPOSITIONS = wordSet(
  'to before after with without in of on at by from for during per than as is are has have if',
)
/** Words for saying something, in front of what is to be said. */
const DESCRIPTIONS = wordSet(`
  description descriptions overview summary list lists discussion explanation details information
`)
const EXTENT = wordSet('brief short clear detailed high-level full')

/** What every card has parts on, a hyphen between the words of one. */
const PARTS = wordSet(`
  limitation limitations limits weakness weaknesses bias biases use uses use-case use-cases uncertainty
  uncertainties mitigations data dataset datasets data-set data-sets evaluation-set evaluation-results results
  metric metrics caveats risks failure-modes failure-cases edge-cases considerations intended-users target-users
`)
/** What is said about these and nothing else: words that stand before them in every template. */
const USUAL = wordSet(`
  the your all any known its this potential possible major key main intended out-of-scope direct training test
  evaluation ethical
`)
const NOUNS = wordSet(`
  risk purpose evaluation result performance factors owner owners license licence contact fairness monitoring
  oversight recommendations model section architecture steps thresholds assessment assessments
  methodology
`)
/** What stands beside others in a list of what is asked for, and alone may be anything. */
const LISTED = wordSet(`
  users domains task tasks source sources review collection checks filters baseline baselines benchmark benchmarks accuracy
  calibration version dates variables
`)
const OUTLINED = wordSet('users tasks domains sources preprocessing')
/** What names of several words begin and end with. */
const NAMES = wordSet('failure edge target cases modes set sets model system here')
const TAILS = wordSet(`
  of for in about and or used here that which where when including related applied conducted identified across
  on
`)

/** An example within a request, to its end. */
const EXAMPLES =
  /,? \((?:e\.?g\b|i\.?e\b|for example|such as|if |optional)[^()]{0,300}\)?|,? (?:e\.g\.|for example\b|such as\b)[^.?!]{0,300}(?:\.(?=\S)[^.?!]{0,300})?/gi

/** A placeholder that calls itself one. */
const NAMED =
  /^(?:this (?:section )?is )?(?:just )?(?:a )?placeholder(?: (?:text|content|value|section|for [^.]{1,60}))?[.!]?$/i

/** Whether a paragraph, its line breaks and marks taken out, does nothing but ask. */
export function isRequest(paragraph: string): boolean {
  if (/^PLACEHOLDER(?! (?:tokens?|values?|entit|names?)\b)(?![\w-])/.test(paragraph)) return true
  if (/^.{0,30}placeholder/i.test(paragraph) && NAMED.test(paragraph)) return true
  if (!/^[A-Za-z]/.test(paragraph)) return false
  const sentences = paragraph
    .replace(EXAMPLES, '')
    .toLowerCase()
    .split(/(?<=[.!?:]) /)
  return sentences.every((sentence, index) => asks(sentence, index > 0))
}

function asks(sentence: string, further: boolean): boolean {
  const bare = sentence.replace(/[\s*_`"'”’)|.!:]{1,20}$/, '')
  if (further && (/^be (?:specific|concrete|honest|detailed|precise)\b/.test(bare) || isOutline(bare))) return true
  const { verb, rest, conditional, emphatic } = parsed(bare)
  const plain = PLAIN.has(verb) || (conditional && CAREFUL.has(verb))
  if (!plain && !CAREFUL.has(verb)) return false
  if (rest.length === 0) return sentence.includes(':') && (OPENING.has(verb) || emphatic)
  if (QUESTIONS.has(rest[0] ?? '')) return ASKS_ANYTHING.has(verb) || (ASKS_ON_MODEL.has(verb) && isOnModel(rest))
  const object = withoutDescription(rest).join(' ')
  const items = object.split(/[,;] /)
  const parts = items.filter(isListed).length
  if (parts >= 3 && (plain || 2 * parts > items.length)) return true
  return plain ? isPart(object) || (items.length > 1 && 2 * parts > items.length) : areOwn(object)
}

interface Request {
  readonly verb: string
  readonly rest: readonly string[]
  readonly conditional: boolean
  readonly emphatic: boolean
}

/** `If applicable, please describe here …` */
function parsed(whole: string): Request {
  const sentence = whole.replace(/^you should (?=(?:describe|explain|list|outline|summari[sz]e) )/, '')
  const rest = sentence.split(' ')
  const conditional = /^(?:if|where|when) ([a-z]+)/.exec(sentence)
  const isConditional = CONDITIONS.has(conditional?.[1] ?? '')
  if (isConditional) rest.splice(0, 2)
  const emphatic = ADVERBS.has(rest[0] ?? '') || /^at (?:minimum|least),?$/.test(rest.slice(0, 2).join(' '))
  if (emphatic) rest.splice(0, rest[0] === 'at' ? 2 : 1)
  const verb = (rest.shift() ?? '').replace(/:$/, '')
  if (ADVERBS.has(rest[0] ?? '')) rest.shift()
  return { verb, rest, conditional: isConditional, emphatic }
}

/** "Explain how the model decides to each applicant" is asked of its users. */
function isOnModel(question: readonly string[]): boolean {
  const toSomebody = question.some(
    (word, at) => word === 'to' && /^(?:the|each|every|all|your|an?)$/.test(question[at + 1] ?? ''),
  )
  return !toSomebody && question.some((word) => ON_MODEL.has(word.replace(/\W.*$/, '')))
}

/** `a brief description of …` */
function withoutDescription(object: readonly string[]): readonly string[] {
  let at = DETERMINERS.has(object[0] ?? '') ? 1 : 0
  if (EXTENT.has(object[at] ?? '')) at += 1
  const isOne = DESCRIPTIONS.has(object[at] ?? '') && /^(?:of|on|about|for|regarding)$/.test(object[at + 1] ?? '')
  return isOne ? object.slice(at + 2) : object
}

/** The words of a part's name joined, and determiners in front left out. */
function nounOf(text: string): string[] {
  const joined = text.replace(
    /\b(use|failure|edge|data|evaluation|intended|target) (cases?|modes|sets?|results|users)\b/g,
    '$1-$2',
  )
  const all = joined.replace(/^(?:and|or) /, '').split(' ')
  let from = 0
  while (from < 3 && from < all.length - 1 && DETERMINERS.has(all[from] ?? '')) from += 1
  return all.slice(from)
}

/** A part of a card, up to three words about it in front. */
function isListed(item: string): boolean {
  const noun = nounOf(item)
  const head = noun.at(-1) ?? ''
  if (noun.length > 4 || !(PARTS.has(head) || NOUNS.has(head) || LISTED.has(head))) return false
  return noun.slice(0, -1).every((word) => !PREPOSITIONS.has(word))
}

/** A part of a card, up to two words about it in front, with whatever is said behind it. */
function isPart(object: string): boolean {
  const noun = nounOf(object)
  for (const [at, word] of noun.slice(0, 3).entries()) {
    if (PREPOSITIONS.has(word)) return false
    const next = (noun[at + 1] ?? '').replace(/,$/, '')
    const ends = next === '' || (TAILS.has(next) && (next !== 'on' || noun[at + 2] === 'the'))
    if ((PARTS.has(word) || NOUNS.has(word)) && ends) return true
  }
  return false
}

/** Only parts that every card has, joined by commas and "and", nothing said about them but that they are the model's. */
function areOwn(object: string, more?: ReadonlySet<string>): boolean {
  return object.split(/, (?:and |or )?| and | or /).every((item) => {
    const own = item.replace(
      /(?: (?:identified|found|observed))? (?:of|for|in) (?:the|this|your) (?:model|system|data ?set|data)$| here$/,
      '',
    )
    const noun = nounOf(own)
    const head = noun.at(-1) ?? ''
    return (PARTS.has(head) || more?.has(head) === true) && noun.slice(0, -1).every((word) => USUAL.has(word))
  })
}

/** A line that only names parts of a card: "Known failure modes, out-of-scope uses." */
export function isOutline(line: string): boolean {
  const text = line.length > 120 ? '' : line.toLowerCase()
  // Looked at first: nearly every line of a card begins or ends otherwise.
  const first = text.slice(0, text.search(/[ ,]|$/))
  const last = text.slice(text.lastIndexOf(' ') + 1)
  const isNamed = (word: string): boolean => PARTS.has(word) || OUTLINED.has(word) || NAMES.has(word)
  if (!(isNamed(last) && (isNamed(first) || USUAL.has(first))) || !/^[a-z][\w ,-]+$/.test(text)) return false
  return areOwn(text) || (text.includes(',') && areOwn(text, OUTLINED))
}

const ANNOUNCES =
  /^this (?:section|part|document|card) (?:describes|lists|explains|outlines|summari[sz]es|documents|provides|contains|discusses) /

/** A line that only says what its section is about: "This section describes the limitations of the model." */
export function isAnnouncement(line: string): boolean {
  if (line.length > 200) return false
  if (koreanRequest(line) === 'announces') return true
  if (!line.toLowerCase().startsWith('this ')) return false
  const text = line.toLowerCase().replace(/[\s*_`"'”’)|.!]{1,20}$/, '')
  const object = text.replace(ANNOUNCES, '')
  return object !== text && areOwn(withoutDescription(object.split(' ')).join(' '))
}

const QUESTION =
  /^(?:(?:what|which|who|whom|whose|where|when|why|how|is|are|does|do|did|can|could|should|will|would|has|have|was|were)\b[^?]{1,300}\?\s{0,3})+$/i
const ON_CARD = /\b(?:model|system|data|data ?sets?|it|you|your|limitations?|bias(?:es)?)\b/i
const KOREAN_QUESTION =
  /^(?=.{0,200}(?:모델|데이터|시스템|사용|한계|성능|용도))[^.?]{0,200}(?:무엇|어떤|누가|누구|어디|언제|왜|어떻게|얼마|몇)[^.?]{0,200}(?:까|요|가|나|지)\?$/

/** A line of nothing but questions about the model, which stand for the answers; what somebody predicts is one too. */
export function isQuestion(line: string): boolean {
  return (QUESTION.test(line) && ON_CARD.test(line)) || KOREAN_QUESTION.test(line)
}
