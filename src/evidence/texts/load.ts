import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.load.no-answer': 'no request was answered, so nothing took any time.',
    'evidence.load.not-measured': 'the tool writes zero for a time that it did not measure.',
    'evidence.load.refused': '{title} says that it could not connect. Check that the service was up when the test ran.',
    'evidence.load.history': 'This is {what} of locust. Name the summary, `…_stats.csv`.',
    'evidence.load.order':
      'the percentiles of this file do not rise, so this one cannot be trusted. Use the report that ab prints.',
    'evidence.load.calibrating':
      'wrk2 leaves out the requests of its first seconds, and says below the spectrum of `--latency` alone how many are left.',
    'evidence.load.length':
      '{count} answers are not as long as the first. ab counts a request without an answer among them, so that how many failed cannot be known. Use a tool that tells them apart, such as hey, wrk or k6; with `-l` ab counts neither.',
    'evidence.load.unanswered':
      '{sent} requests were sent, {answered} answered, and {errors} are counted as errors. More of the rest had no answer than can be under way at the end, or autocannon counted too many: so it does with a limit on the rate, with `--reconnectRate`, and where the service closes each connection. Test without these, or with a tool such as hey, wrk or k6.',
    'evidence.load.least':
      'autocannon writes the least time above zero here, and some of the requests took less than a millisecond.',
    'evidence.load.own-metric':
      "a metric of the test's script is called so too, and says something else. Name `{own}` for that one, or a value of `{tool}` for what k6 measures itself.",
    'evidence.load.runs':
      'The file holds {count} runs (they begin or end at the lines {lines}), and which of them is meant cannot be known. Write each run into a file of its own.',
    'evidence.load.long':
      'The file has more than {lines} lines, which no report of a load test has. Keep what the tool prints about one run.',
    'evidence.load.twice':
      '{title}: {name} stands in the file twice, and which one holds cannot be known. Measure it once, or keep one of them.',
    'evidence.load.per-request':
      'The file has a row a request, and no percentiles. Name the summary that {title} prints instead.',
  }),
  ko: () => ({
    'evidence.load.no-answer': '응답한 요청이 하나도 없어 걸린 시간이 없습니다.',
    'evidence.load.not-measured': '이 도구는 측정하지 않은 시간을 0으로 적습니다.',
    'evidence.load.refused':
      '{title} 기록에 따르면 연결하지 못했습니다. 시험할 때 서비스가 실행 중이었는지 확인하십시오.',
    'evidence.load.history': 'locust의 {what} 파일입니다. 요약 파일 `…_stats.csv`를 지정하십시오.',
    'evidence.load.order':
      '이 파일의 백분위수가 커지지 않으므로 이 값은 신뢰할 수 없습니다. ab가 출력하는 보고서를 사용하십시오.',
    'evidence.load.calibrating':
      'wrk2는 처음 몇 초의 요청을 지연 시간에서 제외하며, 남은 요청 수는 `--latency`의 상세 백분위수 표 아래에만 적습니다.',
    'evidence.load.length':
      '응답 {count}개의 길이가 첫 응답과 다릅니다. ab는 응답이 없는 요청도 여기에 포함하므로 실패한 요청 수를 알 수 없습니다. hey, wrk, k6처럼 이를 구분하는 도구를 사용하십시오. `-l` 옵션을 쓰면 ab는 어느 쪽도 세지 않습니다.',
    'evidence.load.unanswered':
      '요청 {sent}개를 보내 {answered}개의 응답을 받았고 오류는 {errors}개로 기록되어 있습니다. 나머지는 종료 시점에 진행 중일 수 있는 수보다 많으므로, 응답이 없었거나 autocannon이 더 많이 센 것입니다. 요청 속도 제한이나 `--reconnectRate`를 쓰거나 서비스가 연결을 매번 닫을 때 그렇게 됩니다. 이 조건 없이 시험하거나 hey, wrk, k6 같은 도구를 사용하십시오.',
    'evidence.load.least':
      'autocannon은 0보다 큰 값 중 가장 작은 시간을 여기에 적으며, 1밀리초 미만이 걸린 요청이 따로 있습니다.',
    'evidence.load.own-metric':
      '시험 스크립트에도 같은 이름의 지표가 있으며 값이 다릅니다. 스크립트의 지표라면 `{own}`, k6가 직접 측정한 값이라면 `{tool}` 아래의 값을 지정하십시오.',
    'evidence.load.runs':
      '한 파일에 시험이 {count}번 기록되어 있어(시작 또는 끝 줄: {lines}) 어느 것을 뜻하는지 알 수 없습니다. 시험마다 파일을 따로 저장하십시오.',
    'evidence.load.long':
      '파일이 {lines}줄을 넘습니다. 부하 시험 보고서로는 너무 길므로 시험 한 번의 출력만 남기십시오.',
    'evidence.load.twice':
      '{title}: {name} 항목이 파일에 두 번 있어 어느 쪽이 맞는지 알 수 없습니다. 한 번만 측정하거나 하나만 남기십시오.',
    'evidence.load.per-request':
      '요청마다 한 행이 있고 백분위수가 없는 파일입니다. 대신 {title} 도구가 출력하는 요약을 지정하십시오.',
  }),
}
