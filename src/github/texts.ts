import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'github.no-token': 'There is no usable token. Give one as the input `token`.',
    'github.bad-target': 'Nothing was sent to GitHub: {part} is not valid.',
    'github.bad-path': 'Nothing was asked of GitHub: {path} is no path in a repository.',
    'github.not-a-file': '{path} is no file there but a {type}.',
    'github.file-too-large': '{path} has {size} bytes there; at most {limit} are read.',
    'github.tree-cut': 'GitHub lists only a part of the files of a repository this large.',
    'github.file-damaged': 'What GitHub sent for {path} is not the whole file. Run the job again later.',
    'github.unauthorized': 'GitHub does not accept the token (401: {said}).',
    'github.forbidden':
      'GitHub does not allow it (403: {said}). Grant `{permission}` under the workflow’s `permissions`. A run for a fork or for Dependabot can only read.',
    'github.not-found':
      'GitHub does not find it (404: {said}). Check that the token may see the repository and that `{permission}` is granted under the workflow’s `permissions`.',
    'github.refused': 'GitHub refused it ({status}: {said}).',
    'github.said-nothing': 'no reason given',
    'github.rate-limited':
      'GitHub’s rate limit is reached: it asks to wait {seconds} s, longer than publishing may take. Run the job again later.',
    'github.unanswered': 'GitHub did not answer usably, even when asked again ({detail}). Run the job again later.',
    'github.unconfirmed':
      'GitHub’s answer was lost ({detail}), and it could not be established whether the request took effect. It was not sent again, so that nothing is posted twice.',
    'github.not-the-api': 'What answered is not GitHub’s API ({detail}). Check the API’s address and the proxy.',
    'github.out-of-time': 'The time for publishing was used up before the request could be sent.',
    'github.moved-on':
      'Pull request #{number} has moved on to commit {head}; this run judges {commit}. The run of its newest commit will tell.',
    'github.many-commits':
      'Pull request #{number} has {count} commits, and GitHub lists {limit} at most: who wrote the others is not known. Split it, or squash its commits.',
    'github.not-whole': 'What GitHub listed of pull request #{number} is not whole. Run the job again later.',
    'github.several-pulls':
      'Commit {commit} belongs to several pull requests ({pulls}), and which of them is meant is not known. Close the others.',
    'github.team': 'GitHub does not show it ({status}: {said}).',
    'github.not-own':
      'The branch {branch} is there already and holds something else ({found}). Nothing was written to it. Name a branch that nothing else uses.',
    'github.contended':
      'Others kept writing to the branch {branch} while this was to be added, until the time for it was used up. Run the job again.',
    'github.annotations-without-place':
      'Annotations without a message or outside the repository, left out of the check run: {count}.',
    'github.annotations-surplus': 'Annotations beyond the limit of {limit}, left out of the check run: {count}.',
    'github.annotations-unposted': 'Annotations that may be missing from the check run: {count}. {reason}',
  }),
  ko: () => ({
    'github.no-token': '사용할 수 있는 토큰이 없습니다. 입력 `token`에 토큰을 지정하십시오.',
    'github.bad-target': 'GitHub에 아무것도 보내지 않았습니다. 올바르지 않은 값: {part}',
    'github.bad-path': 'GitHub에 아무것도 요청하지 않았습니다. 저장소 안의 경로가 아닙니다: {path}',
    'github.not-a-file': '{path} 경로는 그 커밋에서 파일이 아닙니다({type}).',
    'github.file-too-large': '{path} 파일은 그 커밋에서 {size}바이트입니다. 최대 {limit}바이트까지 읽습니다.',
    'github.tree-cut': '저장소가 매우 커서 GitHub이 파일의 일부만 나열합니다.',
    'github.file-damaged': 'GitHub에서 받은 {path} 파일이 온전하지 않습니다. 나중에 작업을 다시 실행하십시오.',
    'github.unauthorized': 'GitHub에서 토큰을 받아들이지 않습니다(401: {said}).',
    'github.forbidden':
      'GitHub에서 허용하지 않습니다(403: {said}). 워크플로의 `permissions`에 `{permission}` 권한을 추가하십시오. 포크나 Dependabot의 실행에는 읽기 권한만 주어집니다.',
    'github.not-found':
      'GitHub에서 대상을 찾지 못했습니다(404: {said}). 토큰으로 저장소를 볼 수 있는지, 워크플로의 `permissions`에 `{permission}` 권한이 있는지 확인하십시오.',
    'github.refused': 'GitHub에서 요청을 거부했습니다({status}: {said}).',
    'github.said-nothing': '사유 없음',
    'github.rate-limited':
      'GitHub의 요청 한도에 도달했습니다. 요구된 대기 시간({seconds}초)이 게시에 허용된 시간보다 깁니다. 나중에 작업을 다시 실행하십시오.',
    'github.unanswered':
      '다시 요청해도 GitHub에서 쓸 수 있는 응답이 오지 않았습니다({detail}). 나중에 작업을 다시 실행하십시오.',
    'github.unconfirmed':
      'GitHub의 응답을 받지 못했고({detail}), 요청이 반영되었는지 확인할 수 없습니다. 중복 게시를 막기 위해 다시 보내지 않았습니다.',
    'github.not-the-api': 'GitHub API가 아닌 곳에서 응답했습니다({detail}). API 주소와 프록시를 확인하십시오.',
    'github.out-of-time': '게시에 허용된 시간이 지나 요청을 보내지 못했습니다.',
    'github.moved-on':
      '풀 리퀘스트 #{number}의 최신 커밋은 {head}이며 이 실행의 판정 대상은 {commit}입니다. 최신 커밋의 실행에서 확인하십시오.',
    'github.many-commits':
      '풀 리퀘스트 #{number}의 커밋은 {count}개이나 GitHub에서는 {limit}개까지만 조회할 수 있어 나머지의 작성자를 알 수 없습니다. 풀 리퀘스트를 나누거나 커밋을 합치십시오.',
    'github.not-whole':
      'GitHub에서 받은 풀 리퀘스트 #{number}의 목록이 온전하지 않습니다. 나중에 작업을 다시 실행하십시오.',
    'github.several-pulls':
      '커밋 {commit}의 풀 리퀘스트가 여러 개여서({pulls}) 어느 것인지 확정할 수 없습니다. 나머지를 닫으십시오.',
    'github.team': 'GitHub에서 팀을 보여 주지 않습니다({status}: {said}).',
    'github.not-own':
      '브랜치 {branch}에 이미 다른 내용({found})이 있어 아무것도 기록하지 않았습니다. 다른 용도로 쓰지 않는 브랜치를 지정하십시오.',
    'github.contended':
      '기록을 추가하는 동안 다른 작업이 브랜치 {branch}에 계속 기록하여, 허용된 시간 안에 추가하지 못했습니다. 작업을 다시 실행하십시오.',
    'github.annotations-without-place': '내용이 없거나 저장소 밖을 가리켜 체크 런에서 제외된 주석: {count}개.',
    'github.annotations-surplus': '한도({limit}개)를 넘어 체크 런에서 제외된 주석: {count}개.',
    'github.annotations-unposted': '체크 런에 빠져 있을 수 있는 주석: {count}개. {reason}',
  }),
}
