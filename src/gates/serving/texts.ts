import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'serving.title': '{metric}',
    'serving.pass': '{metric} is {actual}, as required ({bound}).',
    'serving.fail': '{metric} is {actual}; {bound} is required ({distance} away).',
    'serving.at-bound': '{metric} is {actual}; {bound} is required, and the bound itself is not enough.',
    'serving.worst': '{said} It is the worst of {count} load tests.',
    'serving.absent': '{metric} is not in {paths}, and is never worked out from other values. There are: {known}.',
    'serving.absent-option': '{said} The tool that wrote {path} writes it with {option}.',
    'serving.no-requests': '{metric} rests on no request ({place}): nothing was measured. Run the load test again.',
    'serving.no-answer':
      '{metric} is of failures alone: all {requests} requests failed ({place}). Check that the service was up when the test ran.',
    'serving.impossible-counts':
      '{metric}: {failures} of {requests} requests are said to have failed ({place}), which cannot be. Write the counts again.',
    'serving.differs':
      '{metric} is said to be {stated} ({place}), but {failures} failures of {requests} requests are {counted}. Write both from the same test.',
    'serving.disordered':
      '{metric} is {found} ({place}), but {other} beside it is {against}, which cannot be. Write the file again with the tool.',
    'serving.negative': '{metric} is below zero ({place}), which cannot be. Write it again.',
    'serving.fewer':
      '{said} But it rests on {requests} requests, and the policy demands {needed} (min-requests). A longer load test decides it.',
    'serving.too-few':
      '{said} But {requests} requests are too few for this percentile: n × (1 − q) = {requests} × (1 − {q}) = {beyond} of them lie beyond it, and at least {least} must. {needed} requests decide it, or a `min-requests` of your own.',
    'serving.uncounted':
      '{said} But the file does not say on how many requests it rests, and the policy demands {needed} (min-requests). Write `requests` beside it, or use a tool that counts them.',
    'serving.no-counts':
      '{said} Whether that holds at {percent} % confidence cannot be decided: the file does not say of how many requests. Write `requests` and `failures` beside it, or use a tool that counts them.',
    'serving.unknown': '{said} On how many requests it rests the file does not say.',
    'serving.unbounded-errors':
      '{rate} of the requests failed ({place}), and serving has no bound on error_rate. Errors that are answered fast make a service look fast.',
    'serving.no-bound': '{metric} demands nothing. Add a bound such as {max: 50}.',
    'serving.from-below':
      '{metric} is bounded from below alone ({bound}): the worse it gets, the better it would pass. Write {instead}.',
    'serving.from-above':
      '{metric} is bounded from above alone ({bound}): the worse it gets, the better it would pass. Write {instead}.',
    'serving.below-zero': '{metric} is never below zero, so that nothing could meet {bound}. Correct the bound.',
    'serving.empty-range': 'No value of {metric} can be above {lower} and below {upper}. Correct one of the bounds.',
    'serving.never':
      '{metric} is never above {bound}, so that this could never fail. Write a fraction such as 0.01 for 1 %.',
    'serving.percent':
      'The bound {found} on {metric} looks like per cent; {metric} is a fraction of the requests. Write {fraction}.',
    'serving.off-scale': '{metric} is {found} ({place}), but it is a fraction of the requests. Write 0.01 for 1 %.',
    'serving.no-interval':
      'A confidence of {metric} cannot be decided: the summary of a load test does not have the single requests. Remove it, or demand `min-requests`; error_rate can have one.',
    'serving.whole': '{metric}: min-requests is {found}. Write a whole number of requests.',
  }),
  ko: () => ({
    'serving.title': '{metric}',
    'serving.pass': '{metric} 측정값 {actual}: 기준({bound})을 충족합니다.',
    'serving.fail': '{metric} 측정값 {actual}: 기준({bound})을 충족하지 못합니다(차이 {distance}).',
    'serving.at-bound': '{metric} 측정값 {actual}: 기준은 {bound}이며 경계값 자체는 포함되지 않습니다.',
    'serving.worst': '{said} 부하 시험 {count}개 중 가장 나쁜 값입니다.',
    'serving.absent': '{paths}에서 {metric} 항목을 찾을 수 없으며, 다른 값으로 추정하지 않습니다. 있는 항목: {known}.',
    'serving.absent-option': '{said} {path} 파일을 쓴 도구는 {option} 옵션으로 이 값을 기록합니다.',
    'serving.no-requests':
      '{metric} 값의 요청 수가 0입니다({place}). 측정된 것이 없으므로 부하 시험을 다시 실행하십시오.',
    'serving.no-answer':
      '{metric}: 요청 {requests}개가 모두 실패하여 측정값으로 볼 수 없습니다({place}). 시험할 때 서비스가 실행 중이었는지 확인하십시오.',
    'serving.impossible-counts':
      '{metric}: 요청 {requests}개 중 실패가 {failures}개로 기록되어 있습니다({place}). 있을 수 없는 값이므로 다시 기록하십시오.',
    'serving.differs':
      '{metric} 값은 {stated}({place})이지만 요청 {requests}개 중 실패 {failures}개로 계산하면 {counted}입니다. 같은 시험에서 나온 값을 쓰십시오.',
    'serving.disordered':
      '{metric} 값이 {found}이지만({place}) 함께 기록된 {other} 값이 {against}이므로 서로 맞지 않습니다. 도구로 파일을 다시 저장하십시오.',
    'serving.negative': '{metric} 값이 0보다 작습니다({place}). 있을 수 없는 값이므로 다시 기록하십시오.',
    'serving.fewer':
      '{said} 그러나 요청이 {requests}개뿐이며 정책은 {needed}개를 요구합니다(min-requests). 더 길게 시험하면 판정할 수 있습니다.',
    'serving.too-few':
      '{said} 그러나 요청 {requests}개는 이 백분위수를 판정하기에 부족합니다. n × (1 − q) = {requests} × (1 − {q}) = {beyond}개만 이 값을 넘을 수 있으며 최소 {least}개가 필요합니다. 요청 {needed}개면 판정할 수 있고, `min-requests`를 직접 정할 수도 있습니다.',
    'serving.uncounted':
      '{said} 그러나 요청 수가 파일에 없으며 정책은 {needed}개를 요구합니다(min-requests). 값 옆에 `requests`를 쓰거나 요청 수를 기록하는 도구를 사용하십시오.',
    'serving.no-counts':
      '{said} 요청 수가 파일에 없으므로 {percent}% 신뢰 수준에서 판정할 수 없습니다. 값 옆에 `requests`와 `failures`를 쓰거나 요청 수를 기록하는 도구를 사용하십시오.',
    'serving.unknown': '{said} 요청 수는 파일에 없습니다.',
    'serving.unbounded-errors':
      '요청 중 {rate} 비율이 실패했으나({place}) serving에 error_rate 기준이 없습니다. 빠르게 실패하는 응답은 서비스를 빨라 보이게 합니다.',
    'serving.no-bound': '{metric} 항목이 아무것도 요구하지 않습니다. {max: 50} 같은 기준을 추가하십시오.',
    'serving.from-below':
      '{metric} 기준이 하한({bound})뿐이므로 나빠질수록 통과하게 됩니다. {instead} 기준으로 쓰십시오.',
    'serving.from-above':
      '{metric} 기준이 상한({bound})뿐이므로 나빠질수록 통과하게 됩니다. {instead} 기준으로 쓰십시오.',
    'serving.below-zero': '{metric} 값은 0보다 작을 수 없으므로 {bound} 기준은 충족될 수 없습니다. 기준을 고치십시오.',
    'serving.empty-range': '{metric} 값이 {lower}보다 크면서 {upper}보다 작을 수는 없습니다. 한쪽 기준을 고치십시오.',
    'serving.never': '{metric} 값은 {bound} 기준을 넘을 수 없어 항상 통과하게 됩니다. 1%라면 0.01처럼 소수로 쓰십시오.',
    'serving.percent':
      '{metric} 기준 {found}: 퍼센트로 보입니다. {metric} 값은 전체 요청에 대한 비율이므로 {fraction} 값을 쓰십시오.',
    'serving.off-scale': '{metric} 값이 {found}입니다({place}). 전체 요청에 대한 비율이므로 1%라면 0.01로 쓰십시오.',
    'serving.no-interval':
      '부하 시험의 요약에는 개별 요청이 없으므로 {metric}에는 신뢰 수준을 적용할 수 없습니다. 삭제하거나 `min-requests`를 요구하십시오. error_rate에는 적용할 수 있습니다.',
    'serving.whole': '{metric}: min-requests 값이 {found}입니다. 요청 수를 정수로 쓰십시오.',
  }),
}
