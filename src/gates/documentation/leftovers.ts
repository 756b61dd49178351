/**
 * Lines that as a whole are a word put in for later, the number of an item that was to be written, or the name of what
 * should stand there. Looked up where they can be: expressions of so many words compile slowly.
 */

const listed = (list: string): ReadonlySet<string> => new Set(list.split(',').map((words) => words.trim()))

const WORDS = listed(`
  x, test, draft, blah, blah blah, blah blah blah, describe, optional, text here, your text here, content here, text goes here, content goes here, see above,
  fill in later, fill this in later, enter text, enter your text, enter text here, license name, licence name, model name,
  dataset name, team name, owner name, x.y.z, vx.y.z, v0.0.0, 작성, 입력, 기재, 내용, 예시, 작성란, 입력란, 홍길동, 라이선스명,
  라이센스명, 모델명, 담당자명, 부서명, 팀명, 회사명, 데이터셋명, 담당자 이름, 담당자 이메일, 담당자 연락처, 이메일 주소
`)

/** `Limitation 1`: where a template goes on "and so forth". */
const NUMBERED =
  /^(?:(?:known|potential|possible|main|key|intended) )?(?:limitation|risk|bias|caveat|weakness|use|use[ -]case|item|example) ?#?\d{1,2}$/
const KOREAN_NUMBERED =
  /^(?:한계|한계점|제한 ?사항|제약 ?사항|제약|주의 ?사항|유의 ?사항|위험|편향|용도|사용 ?사례|항목|내용|예시) ?#?\d{1,2}$/
/** What the others begin with: hardly any line does, and each expression takes its time to compile. */
const BEGINNINGS = ['no ', 'please ', 'your', 'o', '○', '◯', '〇', 'ㅇ', '특이', '현재']
const OTHERS: readonly RegExp[] = [
  /^no (?:info|information|details?)(?: (?:is |are )?(?:available|provided|given))?(?: yet)?$/,
  /^no data (?:is )?available(?: yet)?$/,
  /^please (?:provide|describe|specify|complete|enter|add|update)$/,
  /^your[\w.+-]{0,40}@[\w-]{1,40}\.[a-z.]{2,10}$/,
  /^(?:o{3}|[○◯〇ㅇ]{2,5})(?: ?예정)?$/,
  /^(?:특이 ?사항|현재)(?:은|는)? ?없(?:음|습니다)$/,
]

/** The longest of them. */
const MAX_LENGTH = 60

/** Whether a line, its marks and final stop taken off, is one of them. */
export function isLeftover(bare: string): boolean {
  if (bare.length > MAX_LENGTH) return false
  const line = bare.toLowerCase().replace(/^\d{1,3}[.)]\s+/, '')
  if (WORDS.has(line)) return true
  if (/\d$/.test(line)) return NUMBERED.test(line) || KOREAN_NUMBERED.test(line)
  return BEGINNINGS.some((begin) => line.startsWith(begin)) && OTHERS.some((other) => other.test(line))
}
