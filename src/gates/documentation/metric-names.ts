import { wordSet } from '../../shared/words.js'

/**
 * Names under which cards and files state a metric, as sets of words. A name too many compares what is not the same; a
 * name too few leaves a number uncompared, which is said.
 */

/** Longest name that is looked at. */
const MAX_NAME = 120

/** By the name that the policy and the metrics use: its other names, words in any order, separated by commas. */
const METRICS: Readonly<Record<string, string>> = {
  accuracy: 'accuracy, acc, 정확도',
  balanced_accuracy: 'balanced accuracy, balanced acc, bal acc, 균형 정확도',
  precision: 'precision, ppv, 정밀도',
  recall: 'recall, sensitivity, tpr, true positive rate, 재현율, 민감도',
  specificity: 'specificity, tnr, true negative rate, 특이도',
  f1: 'f1, f1score, f 1, f measure, f score, f1점수, f1스코어',
  auc: 'auc, roc auc, auroc, aucroc, rocauc, auc roc curve, area under roc curve, area under the roc curve',
  pr_auc: 'pr auc, auprc, auc pr, aucpr, prauc, average precision, ap, area under pr curve',
  log_loss: 'log loss, logloss, cross entropy, 로그 손실',
  brier: 'brier, brier loss',
  ece: 'ece, expected calibration error',
  mcc: 'mcc, matthews corrcoef, matthews correlation coefficient',
  mae: 'mae, mean absolute error, 평균 절대 오차',
  mse: 'mse, mean squared error, 평균 제곱 오차',
  rmse: 'rmse, root mean squared error, root mean square error, 평균 제곱근 오차',
  mape: 'mape, mean absolute percentage error',
  r2: 'r2, r squared, r 2, 결정계수, 결정 계수',
}

/** Metrics that are averaged over classes; each average is another metric. */
const AVERAGED = ['precision', 'recall', 'f1']
const AVERAGES = ['macro', 'micro', 'weighted']

/** Words that say that something is measured on what the model is judged by, or say nothing. */
const OWN =
  wordSet(`test testing eval evaluation evaluated holdout held out held-out heldout overall all total final this our
  ours current proposed new 테스트 평가 전체 최종 현재 본 제안`)
const FILLERS = wordSet(`score scores value values metric metrics result results the on of in for set dataset data model
  measured performance 점수 스코어 값 지표 결과 데이터 데이터셋 세트 모델 성능 측정값 측정`)

/** Words that say that something else is measured, or that nothing is. */
const OTHER =
  wordSet(`train training validation valid val dev development cv cross fold folds baseline baselines previous
  previously prior prev old older legacy former champion challenger competitor competitors reference target targets
  threshold thresholds goal goals required requirement requirements minimum maximum expected
  majority dummy human sota rule rules heuristic naive trivial constant never always chance error errors deviation
  uncertainty group groups subgroup subgroups slice
  slices segment gender sex female females male males women men woman man age ages race ethnicity region minority class
  classes positive negative change delta diff difference gap improvement improved increase decrease drop rise vs versus
  학습 훈련 검증 교차 베이스라인 기준선 이전 기존 목표 기준 임계값 최소 최대 집단 그룹 하위집단 성별 남성
  여성 연령 연령대 인종 지역 규칙 오차 표준오차 무작위 클래스 차이 격차 변화 향상 개선 대비`)

/** A name's words: case, punctuation, full-width forms and the `²` of R² do not matter. */
export function wordsOf(name: string): string[] {
  const text = name.normalize('NFKC').toLowerCase()
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** Words in any order, each once, as one text. */
function keyOf(all: readonly string[]): string {
  return [...new Set(all)].sort().join(' ')
}

const known = new Map<string, string>()

/** Built by the first card whose numbers are compared. */
function names(): ReadonlyMap<string, string> {
  if (known.size > 0) return known
  for (const [metric, others] of Object.entries(METRICS)) {
    for (const name of others.split(', ')) {
      const plain = wordsOf(name)
      known.set(keyOf(plain), metric)
      if (!AVERAGED.includes(metric)) continue
      for (const average of AVERAGES) {
        for (const word of ['', 'avg', 'average', 'averaged']) {
          known.set(keyOf([...plain, average, ...(word === '' ? [] : [word])]), `${metric}_${average}`)
        }
      }
    }
  }
  return known
}

/** Every metric that a card can quote, by the name that the policy and the metrics use. */
export function metricNames(): string[] {
  return [...new Set(names().values())]
}

/** A metric's name taken apart: which one, and the words beside it that say of what. */
export interface NamedMetric {
  readonly metric: string
  /** Words that say that it is another model's, another split's, a bound …; the others were said to be our own. */
  readonly other: readonly string[]
  /** How many words had to be left out. */
  readonly spare: number
}

/** The metric that a key, a cell or a column is called by; undefined where any of its words is not understood. */
export function metricOf(name: string): NamedMetric | undefined {
  if (name.length > MAX_NAME) return undefined
  const all = wordsOf(name)
  const other = otherWords(all)
  const aside = (word: string) => other.includes(word) || OWN.has(word) || FILLERS.has(word)
  // `average precision` and `cross entropy` have words that elsewhere mean something else.
  for (const kept of [all, all.filter((word) => !FILLERS.has(word)), all.filter((word) => !aside(word))]) {
    const metric = names().get(keyOf(kept))
    if (metric === undefined) continue
    return { metric, other: other.filter((word) => !kept.includes(word)), spare: all.length - kept.length }
  }
  return undefined
}

/** The words of a text by which it is about another model, split, group, or a bound; `v2` names a version. */
export function otherWords(all: readonly string[]): string[] {
  return all.filter((word) => OTHER.has(word) || OTHER.has(word.replace(PARTICLE, '')) || /^v\d{1,4}$/.test(word))
}

/** Korean particles stand at the end of their word. */
const PARTICLE = /(?<=[가-힣])(?:에서|보다|으로|까지|[은는이가을를의도과와에만로])$/

/** Whether a row or a column is said to be of the judged model on the data that it is judged by. */
export function isOwn(label: string): boolean {
  const all = wordsOf(label)
  return all.every((word) => OWN.has(word) || FILLERS.has(word))
}

/** Names of metrics as they stand in prose, the longest first; two of them never overlap in meaning. */
export const IN_PROSE = [
  ...['area under the roc curve', 'root mean squared error', 'mean absolute error', 'mean squared error'],
  ...['balanced accuracy', 'average precision', 'f[- ]?1[- ]?score', 'f[- ]?1[ ]?(?:점수|스코어)', 'roc[- _]?auc'],
  ...['auc[- _]?roc', 'pr[- _]?auc', 'auprc', 'auroc', 'log[- ]?loss', 'r[- ]squared', 'r²', 'r2', 'f1'],
  ...[
    'accuracy',
    'precision',
    'recall',
    'sensitivity',
    'specificity',
    'auc',
    'brier score',
    'ece',
    'mcc',
    'rmse',
    'mape',
  ],
  ...['mae', 'mse', '균형 정확도', '정확도', '정밀도', '재현율', '민감도', '특이도', '결정 ?계수'],
].join('|')
