import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'approval.title': 'approvals of {from}',
    'approval.role': 'approvals as {role}',
    'approval.deployers-title': 'who started the run',
    'approval.pass': '{people} approved commit {commit}.',
    'approval.more': '{count} more of {from} needed on commit {commit}',
    'approval.and': '{before}; {next}',
    'approval.sentence': '{said}.',
    'approval.others': 'other reviews that do not count: {count}',
    'approval.not-bot': '{who} is not a person',
    'approval.not-dismissed': '{who}’s last review was dismissed',
    'approval.not-changes': '{who} requests changes',
    'approval.not-stale': '{who}’s approval is on an older commit {commit}',
    'approval.not-gone': '{who}’s approval is on a commit that is no longer there',
    'approval.not-among': '{who} approved, but is not among them',
    'approval.taken': '{who}’s approval already counts elsewhere',
    'approval.taken-role': '{who}’s approval already counts as {role}',
    'approval.hand-opened': '{who} opened the pull request',
    'approval.hand-author': '{who} wrote commit {commit}',
    'approval.hand-co-author': '{who} is a co-author of commit {commit}',
    'approval.hand-committer': '{who} committed {commit}',
    'approval.hand-trained': '{who} trained the model',
    'approval.unknown':
      '{people} approved, but it cannot be told whether one of them is also among the authors: no account is known for {unknown}. Say under `accounts` in the policy whose address it is, or add it to that GitHub account.',
    'approval.not-asked':
      'Approvals are known to GitHub alone and were not asked for: they are read by the action, in a workflow on GitHub, not on the command line.',
    'approval.unreadable': 'Who approved could not be read, so nothing counts as approved. {why}',
    'approval.no-pull':
      'No pull request brought commit {commit}, so nobody approved it. Bring the change by a pull request.',
    'approval.no-actor': 'The runner does not say who started the run.',
    'approval.team':
      'Who belongs to {team} could not be read: {why} A workflow’s own token cannot read teams. Give as the input `team-token` that of a GitHub App, or a fine-grained one, with the organization permission “Members: read”.',
    'approval.team-not-asked': 'it was not asked for.',
    'approval.proposed': 'A pull request deploys nothing; who may deploy is asked when it is merged.',
    'approval.deployer': '{people} started the run and may deploy.',
    'approval.no-deployer':
      '{people} started the run, or ran it again, and is not among those who may deploy: {deployers}.',
    'approval.no-from': 'Nobody is named who may approve. Add `from: ["@login", "@org/team"]`, or `roles`.',
    'approval.many-roles': 'At most {limit} roles can be demanded.',
    'approval.many': '{found} approvals are demanded; at most {limit} can be.',
    'approval.role-name':
      'The role "{role}" becomes part of a check’s id. Write lower-case letters, digits, _ and -, a letter first.',
    'approval.trained-team': '{who} is a team. Name the person who trained the model, "@login".',
    'approval.bot': '{who} is an app. Only people approve: remove it.',
    'approval.twice': '{who} is named twice. Keep one.',
    'approval.too-few':
      '{count} approvals are demanded of {people} people, which can never be. Name more, or demand fewer.',
    'approval.unfillable':
      'Each demand takes people of its own, and {people} are too few for all of them together. Name more, or demand fewer.',
  }),
  ko: () => ({
    'approval.title': '{from}의 승인',
    'approval.role': '{role} 역할의 승인',
    'approval.deployers-title': '실행을 시작한 사람',
    'approval.pass': '커밋 {commit} 승인: {people}.',
    'approval.more': '커밋 {commit}에 필요한 승인 {count}건이 부족함(승인할 수 있는 사람: {from})',
    'approval.and': '{before}; {next}',
    'approval.sentence': '{said}.',
    'approval.others': '그 밖에 인정되지 않는 리뷰 {count}건',
    'approval.not-bot': '{who} 계정은 사람이 아님',
    'approval.not-dismissed': '{who} 계정의 마지막 리뷰는 취소되었음',
    'approval.not-changes': '{who} 계정이 변경을 요청함',
    'approval.not-stale': '{who} 계정의 승인은 이전 커밋 {commit}에 대한 것임',
    'approval.not-gone': '{who} 계정의 승인은 더 이상 없는 커밋에 대한 것임',
    'approval.not-among': '{who} 계정이 승인했으나 승인할 수 있는 사람이 아님',
    'approval.taken': '{who} 계정의 승인은 이미 다른 곳에 인정되었음',
    'approval.taken-role': '{who} 계정의 승인은 이미 {role} 역할로 인정되었음',
    'approval.hand-opened': '{who} 계정이 풀 리퀘스트를 열었음',
    'approval.hand-author': '{who} 계정이 커밋 {commit}의 작성자임',
    'approval.hand-co-author': '{who} 계정이 커밋 {commit}의 공동 작성자임',
    'approval.hand-committer': '{who} 계정이 커밋 {commit}의 커미터임',
    'approval.hand-trained': '{who} 계정이 모델을 학습시켰음',
    'approval.unknown':
      '승인한 사람은 {people}입니다. 다만 작성자 가운데 계정을 알 수 없는 사람이 있어({unknown}) 승인한 사람과 같은지 판단할 수 없습니다. 정책의 `accounts`에 누구의 주소인지 쓰거나 해당 주소를 GitHub 계정에 추가하십시오.',
    'approval.not-asked':
      '승인은 GitHub에만 기록되므로 확인하지 않았습니다. 명령줄에서는 확인할 수 없으며 GitHub 워크플로에서 액션이 확인합니다.',
    'approval.unreadable': '누가 승인했는지 확인할 수 없어 승인된 것으로 보지 않습니다. {why}',
    'approval.no-pull':
      '커밋 {commit}의 변경은 풀 리퀘스트를 거치지 않아 아무도 승인하지 않았습니다. 변경 사항을 풀 리퀘스트로 올리십시오.',
    'approval.no-actor': '러너에서 실행을 시작한 사람을 알려 주지 않았습니다.',
    'approval.team':
      '{team} 팀의 구성원을 확인할 수 없습니다. {why} 워크플로 자체 토큰으로는 팀을 읽을 수 없습니다. 조직 권한 “Members: read”가 있는 GitHub 앱의 토큰이나 세분화된 토큰을 입력 `team-token`에 지정하십시오.',
    'approval.team-not-asked': '요청하지 않았습니다.',
    'approval.proposed': '풀 리퀘스트는 아무것도 배포하지 않습니다. 배포할 수 있는 사람인지는 병합된 뒤에 확인합니다.',
    'approval.deployer': '실행을 시작한 {people} 계정은 배포할 수 있습니다.',
    'approval.no-deployer':
      '실행을 시작했거나 다시 실행한 {people} 계정은 배포할 수 있는 사람이 아닙니다. 배포할 수 있는 사람: {deployers}.',
    'approval.no-from':
      '승인할 수 있는 사람이 지정되지 않았습니다. `from: ["@login", "@org/team"]` 또는 `roles`를 추가하십시오.',
    'approval.many-roles': '역할은 최대 {limit}개까지 요구할 수 있습니다.',
    'approval.many': '승인 {found}건을 요구합니다. 최대 {limit}건까지 요구할 수 있습니다.',
    'approval.role-name':
      '역할 이름은 검사 이름의 일부가 됩니다. "{role}" 대신 영문 소문자로 시작하여 소문자, 숫자, _, -만 쓰십시오.',
    'approval.trained-team': '팀({who})이 아니라 모델을 학습시킨 사람을 "@login" 형식으로 지정하십시오.',
    'approval.bot': '사람만 승인할 수 있으므로 앱 {who} 항목을 삭제하십시오.',
    'approval.twice': '{who} 항목이 두 번 지정되었습니다. 하나만 남기십시오.',
    'approval.too-few':
      '{people}명에게 승인 {count}건을 요구하므로 절대 충족될 수 없습니다. 사람을 더 지정하거나 건수를 줄이십시오.',
    'approval.unfillable':
      '요구마다 서로 다른 사람이 필요하지만 {people}만으로는 모두 채울 수 없습니다. 사람을 더 지정하거나 건수를 줄이십시오.',
  }),
}
