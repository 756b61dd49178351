import { wordSet } from '../../shared/words.js'

/**
 * Korean sentences in which a template says what is to be written: `모델의 한계를 기술한다.` Every word must be one that
 * templates use for it; "문서의 한계를 설명한다" is what some model does. Words are looked up, as those in English are.
 */

/** What every card has to say of its own model. */
const OWN = wordSet(`
  한계 한계점 제한 제한점 제한사항 제약 제약사항 용도 목적 주의사항 유의사항 고려사항 점 사항 내용 항목 담당자 소유자 책임자
  라이선스 라이센스 연락처 이름 이메일
`)
/** What may also be the data that a model takes or gives. */
const OTHER = wordSet(
  '편향 위험 데이터 결과 성능 지표 정보 방법 설명 버전 범위 대상 가정 기간 개요 이유 근거 데이터셋 사례',
)
/** What may be of anything: "학습 내용을 설명합니다" is what a tutor does. */
const GENERAL = wordSet('점 사항 내용 항목')
/** "이메일 작성" is a use of a model, "담당자 이메일 작성" none. */
const CONTACT = wordSet('이름 이메일 연락처')
const PEOPLE = wordSet('담당자 소유자 책임자')
const ACTIVITIES = wordSet('사용 활용 학습 훈련 평가')
/** What stands before these. */
const ABOUT = wordSet(`
  이 본 해당 모델 시스템 모델의 시스템의 데이터의 알려진 주요 예상되는 의도된 의도한 잠재적 잠재적인 고려한 고려할 주의할 유의할 주의 유의 고려
  알아야 할  사용한 사용된 학습에 평가에 사용 활용 학습 훈련 평가 및 또는 관련 대한 대해 대하여 모든 기타 등 담당자의 간단한 구체적인
`)
const ADVERBS = wordSet(`
  구체적으로 자세히 상세히 간단히 간략히 간략하게 자세하게 상세하게 명확히 명확하게 여기에 아래에 반드시 추후 나중에
`)

const ASKS =
  '(?:하세요|하십시오|하시오|하시기 ?바랍니다|바랍니다|바람|요망|할 것|해 ?주세요|해 ?주십시오|해 ?주시기 ?바랍니다)'
const ANNOUNCES = '(?:한다|합니다|함)'
/** Verbs of which the nouns of a card are the object; what models and their users do with data too, is only asked. */
const ASKED = new RegExp(
  `^(?:(?:기술|서술|기재|기입|명시|나열|설명|작성|입력)${ASKS}|(?:적어|써) ?(?:주세요|주십시오)|적으세요|적으십시오)$`,
)
const ANNOUNCED = new RegExp(`^(?:기술|서술|기재|기입|명시|나열)${ANNOUNCES}$`)
/** Verbs and nouns that need an object which is a card's own. */
const ANNOUNCED_OWN = new RegExp(`^(?:(?:설명|작성|입력)${ANNOUNCES}|적는다|적습니다|적음)$`)
const ASKED_OWN = /^(?:작성|입력|기재|기입|기술|서술)(?: ?(?:필요|요망|예정|바람))?$/

/** Of these, the ones that hardly anything but a template has with any noun of a card. */
const PLAIN = /^(?:기술|서술|기재|기입)$/
const PLAIN_ALONE = /^(?:기재|기입)$/

/** That something is missing, and nothing about what. */
const MISSING =
  /^(?:(?:추후|나중에) (?:추가|입력|작성|기재|보완|결정)|(?:내용|담당자가?|확인 ?후|검토 ?후) (?:작성|기재)|(?:추가|입력|작성|기재|보완) ?(?:필요|요망))(?:함|합니다|입니다|임)?$/

/** Longer ones say more than what is asked for. */
const MAX_LENGTH = 120
const MAX_WORDS = 14

/**
 * What a paragraph, its line breaks and marks taken out, does and nothing else: it asks for something, or announces what
 * the section says, as `모델의 한계를 기술합니다.` does in front of it.
 */
export function koreanRequest(paragraph: string): 'asks' | 'announces' | undefined {
  if (paragraph.length > 3 * MAX_LENGTH || !/[가-힣]/.test(paragraph)) return undefined
  const sentences = paragraph.replace(/[\s*_`"'”’)|.!。]{1,20}$/, '').split(/[.!。] /)
  const done = sentences.map(doneBy)
  if (done.includes(undefined)) return undefined
  return done.includes('announces') ? 'announces' : 'asks'
}

function doneBy(sentence: string): 'asks' | 'announces' | undefined {
  if (sentence.length > MAX_LENGTH) return undefined
  if (MISSING.test(sentence)) return 'asks'
  const all = sentence.split(/[ ,·/]+/)
  if (all.length > MAX_WORDS) return undefined
  const length = [1, 2, 3].find((count) => isVerb(all.slice(-count).join(' ')))
  if (length === undefined) return undefined
  const verb = all.slice(-length).join(' ')
  const object = all.slice(0, -length).filter((word) => !ADVERBS.has(word) && !/^등[을의]?$/.test(word))
  const noun = object.at(-1) ?? ''
  if (!object.every((word) => [ABOUT, OWN, OTHER].some((list) => isOneOf(list, word)))) return undefined
  const isPlain = ASKED.test(verb) || ANNOUNCED.test(verb) || (/[을를]$/.test(noun) ? PLAIN : PLAIN_ALONE).test(verb)
  if (!isOneOf(OWN, noun) && !(isPlain && isOneOf(OTHER, noun))) return undefined
  const isOfAnything = object.some((word) => ACTIVITIES.has(word) || isOneOf(OTHER, word))
  if (!isPlain && isOneOf(GENERAL, noun) && isOfAnything) return undefined
  if (!isPlain && isOneOf(CONTACT, noun) && !object.some((word) => isOneOf(PEOPLE, word))) return undefined
  return ANNOUNCED.test(verb) || ANNOUNCED_OWN.test(verb) ? 'announces' : 'asks'
}

function isVerb(words: string): boolean {
  return [ASKED, ANNOUNCED, ANNOUNCED_OWN, ASKED_OWN].some((verb) => verb.test(words))
}

/** With a particle or without. */
function isOneOf(list: ReadonlySet<string>, word: string): boolean {
  return list.has(word) || list.has(word.replace(/(?:들)?(?:을|를|과|와|의|이나|나|도)$/, ''))
}
