import { wordSet } from '../../shared/words.js'

/**
 * Names that files give to other things than groups. Without them a map of two metrics, of two data splits or of two
 * hyperparameters would pass for two groups that are nearly alike. A name too many here costs an error that naming the
 * attribute and the metric in the file mends; a name too few costs a pass that nobody earned.
 */

/** Longest part of a name that is looked at. */
const MAX_LOOKED_AT = 200

/** The joints of a name in camel case, and what stands between words; Unicode's classes take V8 long to compile. */
const ASCII = [/(?<=[a-z0-9])(?=[A-Z])/g, /[^a-z0-9]+/] as const
const UNICODE = [/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, /[^\p{L}\p{N}]+/u] as const

/** A name without its case, its punctuation and the difference between `rocAuc`, `ROC-AUC` and `roc auc`. */
export function folded(name: string): string {
  const text = name.slice(0, MAX_LOOKED_AT).normalize('NFKC')
  const [joint, between] = /^[ -~]*$/.test(text) ? ASCII : UNICODE
  return text
    .replace(joint, '_')
    .toLowerCase()
    .split(between)
    .filter((word) => word !== '')
    .join('_')
}

/** Names of rows that people add for everyone together. */
const OVERALL = wordSet(`overall all total null everyone everybody global whole entire all_groups grand_total
  population full_population total_population entire_population whole_population overall_population
  all_rows all_samples all_data all_records all_users all_customers aggregate aggregated
  macro_avg micro_avg weighted_avg samples_avg macro_average micro_average weighted_average average avg
  전체 합계 평균 총계 총합 모두 전체_평균 전체_집단 전체_데이터`)
/** Those of them that stand beside classes and metrics as well as beside groups. */
const AVERAGES = wordSet(`macro_avg micro_avg weighted_avg samples_avg macro_average micro_average weighted_average
  average avg 평균 전체_평균`)

const STATISTICS = wordSet(`mean std stdev stddev std_dev sd var variance min max minimum maximum median sum iqr range
  difference diff delta ratio gap disparity parity ci ci95 ci_95 ci_low ci_high ci_lower ci_upper confidence
  confidence_interval lower upper lower_bound upper_bound lower_ci upper_ci se sem stderr std_err standard_error
  standard_deviation p_value p_val pvalue t_stat z_score effect_size estimate point_estimate value quantile percentile
  macro micro weighted unweighted group_min group_max 표준편차 분산 중앙값 최소 최대 최솟값 최댓값 최소값 최대값 차이
  격차 비율 신뢰구간 하한 상한`)
const STATISTIC_ENDS = wordSet('difference diff ratio gap disparity mean median std stdev stddev variance pvalue')

const METRICS = wordSet(`accuracy acc balanced_accuracy precision recall sensitivity specificity f1 f2 fbeta f_score
  auc roc roc_auc auroc pr_auc auprc average_precision ap map m_ap log_loss logloss nll loss brier ece mcc kappa
  cohen_kappa mae mse rmse msle rmsle r2 mape smape medae ks gini lift psi entropy perplexity ppl bleu rouge meteor wer
  cer ndcg mrr hit_rate iou miou dice jaccard hamming psnr ssim fid silhouette exact_match tpr tnr fpr fnr ppv npv fdr
  tp tn fp fn true_positives true_negatives false_positives false_negatives youden g_mean gmean error score rate
  prevalence base_rate coverage calibration statistical_parity demographic_parity equal_opportunity equalized_odds
  equalised_odds disparate_impact 정확도 정밀도 재현율 민감도 특이도 손실 오차 오류율 점수`)
const SPLITS =
  wordSet(`train training val valid validation dev development eval evaluation test testing holdout hold_out
  oot oos out_of_time out_of_sample in_sample cv cross_validation baseline production 학습 훈련 검증 테스트 평가`)
const SETTINGS =
  wordSet(`seed random_seed random_state threshold cutoff epoch epochs step steps iteration iterations iter
  lr learning_rate batch batch_size alpha beta gamma lambda dropout momentum weight_decay temperature patience depth
  folds version rows samples size n_samples sample_size total_count duration runtime latency time timestamp 임계값`)

/** How the names of metrics, splits and settings begin and end: `train_accuracy`, `fold_1`, `selection_rate`. */
const BEGINNINGS = wordSet(`train training val valid validation dev eval test testing holdout oot oos cv fold split seed
  random epoch step iter iteration run trial batch learning num n max min mean std median avg top class label threshold
  accuracy acc balanced precision recall sensitivity specificity f1 auc roc auroc mae mse rmse logloss loss brier ece
  demographic_parity statistical_parity equalized_odds equal_opportunity disparate_impact macro micro weighted`)
const ENDS =
  wordSet(`difference diff ratio gap disparity score rate loss error accuracy acc auc auroc roc precision recall
  sensitivity specificity f1 mae mse rmse logloss r2 mean median std stdev stddev avg average min max ci lower upper
  bound var variance se stderr value pvalue entropy kappa coefficient correlation parity odds opportunity impact macro
  micro weighted seed threshold epoch epochs step steps size seconds ms train test val validation`)

/** Words of columns that hold an attribute of people or of rows. */
const ATTRIBUTES =
  wordSet(`age gender sex race ethnicity ethnic nationality citizenship country region state province city
  language religion disability disabled marital income education occupation senior veteran skin orientation
  성별 연령 연령대 나이 인종 민족 국적 국가 지역 언어 종교 장애 혼인 소득 학력 직업`)

/** Whether a row is for everyone together. */
export function isOverall(name: string): boolean {
  return OVERALL.has(folded(name))
}

/** Whether a name says what was worked out of groups rather than which group it is. */
export function isStatistic(name: string): boolean {
  const plain = folded(name)
  return STATISTICS.has(plain) || (plain.includes('_') && STATISTIC_ENDS.has(last(plain))) || plain.endsWith('_p_value')
}

/** Whether a name would rather be anything but a group, where the file says only half of what it holds. */
export function isOther(name: string): boolean {
  const plain = folded(name)
  if ([AVERAGES, STATISTICS, METRICS, SPLITS, SETTINGS].some((known) => known.has(plain))) return true
  if (!plain.includes('_')) return /^(?:fold|split|epoch|step|run|trial|seed)\d+$/.test(plain)
  return ENDS.has(last(plain)) || begins(plain)
}

/** Whether a column is called like an attribute: `age`, `age_group`, `연령대`. */
export function isAttribute(name: string): boolean {
  return folded(name)
    .split('_')
    .some((word) => ATTRIBUTES.has(word))
}

function begins(plain: string): boolean {
  const [first = '', second = ''] = plain.split('_', 2)
  return BEGINNINGS.has(first) || BEGINNINGS.has(`${first}_${second}`)
}

function last(plain: string): string {
  return plain.slice(plain.lastIndexOf('_') + 1)
}
