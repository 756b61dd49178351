import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'base.policy-unreadable':
      'The base branch’s policy {path} could not be read, so nothing was judged: {why} The policy of a pull request is never taken in its place. Grant `permissions: contents: read` to the job and leave the input `token` as it is.',
    'base.no-token': 'no token was given.',
    'base.no-commit': 'the event does not name the base branch’s commit.',
    'base.no-workflow': 'the workflow that runs is not one of this repository.',
    'base.expression': 'in {path} on the base branch it is written with an expression, whose value only a run knows.',
    'base.no-yaml': '{path} is not valid YAML there.',
    'base.several-steps':
      '{path} on the base branch has several steps of this gate, and none of them is this one for certain. Give each an `id` or a `check-name`.',
    'base.bootstrap':
      'This is the repository’s first policy: the base branch has none in {where}. The pull request’s own is in force, and nobody has reviewed it yet.',
    'base.unread':
      'The base branch’s policy could not be read: {why} The workflow’s inline policy was judged as it stands.',
    'base.invalid':
      'The base branch’s policy {path} is not valid ({count} mistakes, the first: {first}). The pull request’s own is in force.',
    'base.head-in-force':
      'The pull request’s own policy is in force, as `policy-from: head` demands, whatever it changes.',
    'base.not-compared': 'It could not be compared with the base branch’s. {why}',
    'base.input': 'input {name}',
    'base.policy-place': 'where the policy stands',
    'base.no-base':
      'The baseline {path} is to come from the base branch (`from: base`), and this run has none: that takes a pull request, a merge group or a push, and a token. On the command line name a file with `--baseline PATH`, or without `from: base` in the policy.',
    'base.first-run':
      '{path} is not on the base branch (commit {commit}): this is the first run, and there is nothing to compare with. Commit the file to the base branch first, or leave out until then what is compared with it (max-drop, max-rise, min-overlap, min-rank-correlation).',
    'base.evidence-unreadable': '{path} could not be read from the base branch (commit {commit}). {why}',
    'base.no-pattern': '{path} is a pattern; from the base branch one file is read. Name it in full.',
  }),
  ko: () => ({
    'base.policy-unreadable':
      '기준 브랜치의 정책({path})을 읽을 수 없어 아무것도 판정하지 않았습니다: {why} 풀 리퀘스트의 정책으로 대신하지 않습니다. 작업에 `permissions: contents: read` 권한을 주고 입력 `token`은 그대로 두십시오.',
    'base.no-token': '토큰이 없습니다.',
    'base.no-commit': '이벤트에 기준 브랜치의 커밋이 없습니다.',
    'base.no-workflow': '실행 중인 워크플로가 이 저장소의 것이 아닙니다.',
    'base.expression': '기준 브랜치의 {path}에서 표현식으로 쓰여 있어 실행해야만 값을 알 수 있습니다.',
    'base.no-yaml': '해당 커밋의 {path} 파일이 올바른 YAML이 아닙니다.',
    'base.several-steps':
      '기준 브랜치의 {path}에 이 게이트의 스텝이 여러 개 있어 어느 것인지 확정할 수 없습니다. 스텝마다 `id`나 `check-name`을 지정하십시오.',
    'base.bootstrap':
      '저장소의 첫 정책입니다. 기준 브랜치의 {where}에 정책이 없습니다. 풀 리퀘스트의 정책이 적용되며 아직 아무도 검토하지 않았습니다.',
    'base.unread':
      '기준 브랜치의 정책을 읽을 수 없습니다: {why} 워크플로에 직접 쓴 정책을 있는 그대로 판정에 사용했습니다.',
    'base.invalid':
      '기준 브랜치의 정책({path})이 올바르지 않습니다(문제 {count}건, 첫 번째: {first}). 풀 리퀘스트의 정책이 적용됩니다.',
    'base.head-in-force': '`policy-from: head` 설정에 따라 무엇을 변경했든 풀 리퀘스트 자신의 정책이 적용됩니다.',
    'base.not-compared': '기준 브랜치의 정책과 비교할 수 없습니다. {why}',
    'base.input': '입력 {name}',
    'base.policy-place': '정책의 위치',
    'base.no-base':
      '베이스라인 {path} 파일을 기준 브랜치에서 읽어야 하지만(`from: base`) 이 실행에는 기준 브랜치가 없습니다. 풀 리퀘스트, 머지 그룹 또는 푸시와 토큰이 필요합니다. 명령줄에서는 `--baseline PATH`로, 또는 정책에서 `from: base` 없이 파일을 지정하십시오.',
    'base.first-run':
      '{path} 파일이 기준 브랜치(커밋 {commit})에 없습니다. 첫 실행이므로 비교할 대상이 없습니다. 먼저 기준 브랜치에 파일을 커밋하거나 그때까지 비교 기준(max-drop, max-rise, min-overlap, min-rank-correlation)을 빼십시오.',
    'base.evidence-unreadable': '기준 브랜치(커밋 {commit})에서 {path} 파일을 읽을 수 없습니다. {why}',
    'base.no-pattern': '{path} 경로는 패턴입니다. 기준 브랜치에서는 파일 하나만 읽습니다. 경로 전체를 지정하십시오.',
  }),
}
