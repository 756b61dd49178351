import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'binding.title': 'evidence of one {facet}',
    'binding.age-title': 'age of the {kind}',
    'binding.tracked-title': 'tracked run',
    'binding.tracked': 'The metrics come from a tracked run: {path} ({format}).',
    'binding.untracked':
      'The metrics come from no tracked run ({formats}). Name what the tracker wrote, such as `metrics: mlruns`; known are: {known}.',
    'binding.not-stated':
      '{path} does not state {selector}, which the policy binds it by. Have the job write it, or correct the selector under `evidence: {bind: …}`.',
    'binding.ambiguous': '{path} states {selector} more than once. Name the full path.',
    'binding.no-value': '{selector} is no text and no number ({place}).',
    'binding.no-commit': '{place} is no commit: 7 to 64 hexadecimal digits are expected.',
    'binding.other-commit':
      'Not of the judged commit: {places}. Judged: {commits}. Have the job run on this commit, so that its results are the ones that are judged.',
    'binding.judged-commit': 'All of the judged commit: {places}.',
    'binding.agreed-commit': 'All of one commit: {places}. Which commit is judged is not known here.',
    'binding.alone': 'Nothing to compare: only {places} states its {facet}. Bind at least two files, or remove this.',
    'binding.same': 'The same {facet} everywhere: {places}.',
    'binding.differs': 'The files are not of one {facet}: {places}. Have one job write them all.',
    'binding.not-comparable-data':
      'Not comparable: the metrics and the baseline are of different {facet}: {places}. Measure both on the same data.',
    'binding.not-comparable-metric-version':
      'Not comparable: the metrics and the baseline are of different {facet}: {places}. Compute both by the same definition.',
    'binding.stale':
      'The baseline is stale: {age} old, at most {limit} ({how}). Compare with what is in use now, measured again.',
    'binding.by-stated': 'as stated in {place}',
    'binding.by-modified': '{place}, by its time of modification',
    'binding.age': '{age} old ({how}).',
    'binding.young': '{age} old, at most {limit} ({how}).',
    'binding.too-old': 'Too old: {age}, at most {limit} ({how}). Have the job run again.',
    'binding.future': '{place} lies in the future. Correct the clock or the time zone of who wrote it.',
    'binding.no-instant':
      '{place} is no moment. Write it as 2026-11-25T08:30:00Z, or in seconds or milliseconds since 1970.',
    'binding.no-time': 'When {path} was last changed is not known.',
  }),
  ko: () => ({
    'binding.title': '증거의 {facet} 일치',
    'binding.age-title': '{kind} 파일의 경과 시간',
    'binding.tracked-title': '추적된 실행',
    'binding.tracked': '지표의 출처가 추적된 실행입니다: {path} ({format}).',
    'binding.untracked':
      '지표의 출처가 추적된 실행이 아닙니다({formats}). `metrics: mlruns`처럼 추적 도구가 기록한 것을 지정하십시오. 인식하는 형식: {known}.',
    'binding.not-stated':
      '{path} 파일에 정책이 요구하는 {selector} 값이 없습니다. 작업에서 기록하도록 하거나 `evidence: {bind: …}`의 선택자를 고치십시오.',
    'binding.ambiguous': '{path} 파일에 {selector} 값이 여러 번 나옵니다. 전체 경로를 쓰십시오.',
    'binding.no-value': '{selector} 값이 문자열도 숫자도 아닙니다({place}).',
    'binding.no-commit': '{place}: 커밋이 아닙니다. 16진수 7~64자리여야 합니다.',
    'binding.other-commit':
      '판정 대상 커밋의 파일이 아닙니다: {places}. 판정 대상: {commits}. 이 커밋에서 작업을 실행해 그 결과를 판정하도록 하십시오.',
    'binding.judged-commit': '모두 판정 대상 커밋의 파일입니다: {places}.',
    'binding.agreed-commit': '모두 같은 커밋의 파일입니다: {places}. 판정 대상 커밋은 여기서 알 수 없습니다.',
    'binding.alone':
      '비교할 상대가 없습니다. {facet} 값이 있는 파일: {places}. 둘 이상의 파일을 지정하거나 이 항목을 삭제하십시오.',
    'binding.same': '{facet} 값이 모두 같습니다: {places}.',
    'binding.differs': '파일들의 {facet} 값이 서로 다릅니다: {places}. 한 작업에서 모두 기록하십시오.',
    'binding.not-comparable-data':
      '비교 불가: 지표와 베이스라인의 {facet} 값이 다릅니다: {places}. 둘 다 같은 데이터로 측정하십시오.',
    'binding.not-comparable-metric-version':
      '비교 불가: 지표와 베이스라인의 {facet} 값이 다릅니다: {places}. 둘 다 같은 정의로 계산하십시오.',
    'binding.stale':
      '베이스라인이 오래되었습니다: {age} 경과, 허용 {limit}({how}). 현재 사용 중인 모델을 다시 측정해 비교하십시오.',
    'binding.by-stated': '{place}에 기록된 시각 기준',
    'binding.by-modified': '{place} 파일의 수정 시각 기준',
    'binding.age': '{age} 경과({how}).',
    'binding.young': '{age} 경과, 허용 {limit}({how}).',
    'binding.too-old': '너무 오래됨: {age} 경과, 허용 {limit}({how}). 작업을 다시 실행하십시오.',
    'binding.future': '{place}: 미래의 시각입니다. 기록한 시스템의 시계나 시간대를 고치십시오.',
    'binding.no-instant':
      '{place}: 시각이 아닙니다. 2026-11-25T08:30:00Z 형식이나 1970년 이후의 초 또는 밀리초로 쓰십시오.',
    'binding.no-time': '{path} 파일이 마지막으로 수정된 시각을 알 수 없습니다.',
  }),
}
