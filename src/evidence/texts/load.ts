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
