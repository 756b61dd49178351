import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.counts.row': 'Row {row}: {why}',
    'evidence.counts.slice':
      'the slice "{found}" cannot be read. Write `all`, `gender=F` or `gender=F,age_band=30-40`; where values hold commas or equals signs, write a column for each attribute and name them under `groups`.',
    'evidence.counts.attribute-twice': 'the slice "{found}" names {twice} twice.',
    'evidence.counts.twice':
      "the slice {slice} stands here twice. Was an attribute NULL in the data? Give it a name before grouping (`COALESCE(gender, 'unknown')`), and write each slice once.",
    'evidence.counts.divisions':
      'there are more than {limit} attributes and intersections. Write those that the policy compares.',
    'evidence.counts.not-count':
      '{column} is {found}, which is no number of rows. Write a whole number from 0 on, unweighted.',
    'evidence.counts.sum': 'the counts of {slice} add up to more rows than can be counted exactly (9007199254740991).',
    'evidence.counts.n':
      '`n` of {slice} is {stated}, but the four counts add up to {rows}. Is a label or a prediction NULL, or of a third class?',
    'evidence.counts.column':
      'The column {column} means nothing here; {names} are read. Leave it out, or name it under `groups` in the policy where it holds an attribute.',
    'evidence.counts.column-near':
      'The column {column} means nothing here; did you mean {nearest}? {names} are read. Leave it out, or name it under `groups` in the policy where it holds an attribute.',
    'evidence.counts.no-rows': 'Every count is 0: no row was counted.',
    'evidence.counts.no-overall':
      'There are slices by {found}, and none of all rows. Add a row `all` (in SQL the empty grouping set `()`).',
    'evidence.counts.apart':
      '{slice} has {stated}, but its parts by {by} add up to {sum}. Every row belongs to one part: was one filtered out, or NULL? Count them in one query.',
    'evidence.counts.bins': 'the histogram has more than {limit} rows. Write wider bins, or fewer slices.',
    'evidence.counts.low-high':
      '`low` is {low} and `high` is {high}. They are the lowest and the highest score of the bin.',
    'evidence.counts.not-probability':
      'the score {found} is no probability. `log_loss`, `brier` and `ece` need scores between 0 and 1.',
    'evidence.counts.score-sum':
      '`score_sum` is {found}, which {rows} scores between `low` and `high` cannot add up to.',
    'evidence.counts.overlap':
      'In {slice} the bins {one} and {other} share scores. Take `MIN(score)` and `MAX(score)` of each bin, and group by the bin alone.',
    'evidence.counts.histogram-apart':
      'In {slice} the histogram has {positives} positive and {negatives} negative rows, the counts have {labelled} and {others}. Both have to come from the same rows.',
    'evidence.counts.no-histogram': '{metric} needs `histogram` under `evidence: counts`.',
    'evidence.counts.no-bins': '{metric} needs rows of {slice} in the histogram.',
    'evidence.counts.no-groups': 'The counts have no slices by {by}. Add the grouping set ({set}).',
    'evidence.counts.no-division': 'The counts have no slices by {by}, only by {found}. Add the grouping set ({set}).',
    'evidence.counts.numbers': '{metric} compares numbers, and counts say nothing of them.',
    'evidence.counts.several-scores':
      '{metric} needs each score in a row of its own, and the bin from {low} to {high} holds several. Round the scores before they are used, or name predictions.',
    'evidence.counts.coarse':
      'the bins leave it between {least} and {most}, further than {limit} from their middle. Write more bins.',
    'evidence.counts.ece-bins':
      'ece has {count} bins of equal width, and the bin from {low} to {high} lies in two of them. Write a multiple of {count} bins: CEIL(score * {count}00).',
    'evidence.counts.ece-sum': 'ece needs the column `score_sum` in the histogram.',
  }),
  ko: () => ({
    'evidence.counts.row': '{row}번째 행: {why}',
    'evidence.counts.slice':
      '슬라이스를 읽을 수 없습니다("{found}"). `all`, `gender=F`, `gender=F,age_band=30-40`처럼 쓰십시오. 값에 쉼표나 등호가 있으면 속성마다 열을 두고 `groups`에 지정하십시오.',
    'evidence.counts.attribute-twice': '슬라이스 "{found}"에 {twice} 속성이 두 번 있습니다.',
    'evidence.counts.twice':
      "{slice} 슬라이스가 두 번 있습니다. 데이터에서 속성이 NULL인지 확인하고, 묶기 전에 이름을 주십시오(`COALESCE(gender, 'unknown')`). 슬라이스는 한 번씩만 써야 합니다.",
    'evidence.counts.divisions': '속성과 그 조합이 {limit}개를 넘습니다. 정책이 비교하는 것만 쓰십시오.',
    'evidence.counts.not-count': '{column} 값이 행 수가 아닙니다({found}). 가중치 없이 0 이상의 정수를 쓰십시오.',
    'evidence.counts.sum': '{slice}의 행 수 합계가 정확히 셀 수 있는 범위(9007199254740991)를 넘습니다.',
    'evidence.counts.n':
      '{slice}의 `n`은 {stated}인데 네 수의 합은 {rows}입니다. 레이블이나 예측이 NULL이거나 세 번째 클래스인 행이 있는지 확인하십시오.',
    'evidence.counts.column':
      '{column} 열은 여기서 쓰이지 않습니다. 읽는 열: {names}. 열을 빼거나, 속성이라면 정책의 `groups`에 지정하십시오.',
    'evidence.counts.column-near':
      '{column} 열은 여기서 쓰이지 않습니다. 혹시 {nearest}입니까? 읽는 열: {names}. 열을 빼거나, 속성이라면 정책의 `groups`에 지정하십시오.',
    'evidence.counts.no-rows': '모든 수가 0이므로 집계된 행이 없습니다.',
    'evidence.counts.no-overall':
      '{found}별 슬라이스만 있고 전체 행의 슬라이스가 없습니다. `all` 행을 추가하십시오(SQL에서는 빈 grouping set `()`).',
    'evidence.counts.apart':
      '{slice}의 수는 {stated}인데 {by}별 합계는 {sum}입니다. 모든 행은 한 부분에만 속해야 합니다. 걸러졌거나 NULL인 행이 있는지 확인하고, 하나의 질의로 집계하십시오.',
    'evidence.counts.bins': '히스토그램의 행이 {limit}개를 넘습니다. 구간을 넓히거나 집단을 줄이십시오.',
    'evidence.counts.low-high': '`low`가 {low}, `high`가 {high}입니다. 각 구간의 최저 점수와 최고 점수를 쓰십시오.',
    'evidence.counts.not-probability':
      '점수가 확률이 아닙니다({found}). `log_loss`, `brier`, `ece`에는 0과 1 사이의 점수가 필요합니다.',
    'evidence.counts.score-sum': '`score_sum` 값({found})이 `low`와 `high` 사이의 점수 {rows}개의 합계일 수 없습니다.',
    'evidence.counts.overlap':
      '{slice}에서 두 구간({one}, {other})에 같은 점수가 있습니다. 구간마다 `MIN(score)`와 `MAX(score)`를 구하고, 구간으로만 묶으십시오.',
    'evidence.counts.histogram-apart':
      '{slice}에서 히스토그램은 양성 {positives}행, 음성 {negatives}행이지만 집계는 {labelled}행, {others}행입니다. 둘은 같은 행에서 나와야 합니다.',
    'evidence.counts.no-histogram': '{metric} 값을 구하려면 `evidence: counts`에 `histogram`이 필요합니다.',
    'evidence.counts.no-bins': '{metric} 값을 구하려면 히스토그램에 {slice}의 행이 필요합니다.',
    'evidence.counts.no-groups': '집계에 {by}별 슬라이스가 없습니다. 필요한 grouping set을 추가하십시오: ({set}).',
    'evidence.counts.no-division':
      '집계에 {by}별 슬라이스가 없고 {found}별만 있습니다. 필요한 grouping set을 추가하십시오: ({set}).',
    'evidence.counts.numbers': '{metric} 값은 수를 비교하므로 집계에서 구할 수 없습니다.',
    'evidence.counts.several-scores':
      '{metric} 값을 구하려면 점수마다 행이 하나씩 필요한데 {low}부터 {high}까지의 구간에 여러 점수가 있습니다. 점수를 쓰기 전에 반올림하거나 예측 파일을 지정하십시오.',
    'evidence.counts.coarse':
      '구간이 넓어 값의 범위({least}–{most})만 알 수 있으며, 가운데에서 {limit}보다 멀 수 있습니다. 구간을 더 잘게 나누십시오.',
    'evidence.counts.ece-bins':
      'ece는 너비가 같은 구간 {count}개를 쓰는데 {low}부터 {high}까지의 구간이 둘에 걸칩니다. 구간 수를 {count}의 배수로 하십시오: CEIL(score * {count}00).',
    'evidence.counts.ece-sum': 'ece 값을 구하려면 히스토그램에 `score_sum` 열이 필요합니다.',
  }),
}
