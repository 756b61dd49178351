import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: {
    'compliance.title': '{pack}: {control}',
    'compliance.status': '{control} of {pack} is {status}.',
    'compliance.status-why': '{said} {why}',
    'compliance.is.evidenced': 'evidenced',
    'compliance.is.partially-evidenced': 'partially evidenced',
    'compliance.is.attested': 'attested',
    'compliance.is.not-evidenced': 'not evidenced',
    'compliance.is.not-applicable': 'not applicable',
    'compliance.is.out-of-scope': 'out of scope',
    'compliance.excluded': '{by} states that it does not concern this model: {reason}',
    'compliance.not-high-risk': 'It applies to high-risk uses, and the policy states `risk: {risk}`.',
    'compliance.outside': 'It concerns what a pipeline does not see. It can be attested.',
    'compliance.attest-only': 'No check can show it. It can be attested.',
    'compliance.attestation-new':
      "{by}'s statement stands in what this pull request brings along. It counts once it is on the base branch.",
    'compliance.attestation-expired': "{by}'s statement expired: its last day was {expires}. Have it renewed.",
    'compliance.attestation-contradicted': "{by}'s statement does not count against checks that do not pass: {checks}.",
    'compliance.unsound': 'The evidence itself is in doubt, so that it shows nothing: {checks}.',
    'compliance.against': 'These checks do not pass: {checks}.',
    'compliance.not-shown': 'No check of this policy shows all that it asks for.',
    'compliance.superseded':
      '{pack} was replaced by {successor}. Change the policy to {successor}; the old text is no longer in force.',
  },
  ko: () => ({
    'compliance.title': '{pack}: {control}',
    'compliance.status': '{pack}의 {control} 상태: {status}.',
    'compliance.status-why': '{said} {why}',
    'compliance.is.evidenced': '증거 있음',
    'compliance.is.partially-evidenced': '일부 증거 있음',
    'compliance.is.attested': '진술 있음',
    'compliance.is.not-evidenced': '증거 없음',
    'compliance.is.not-applicable': '해당 없음',
    'compliance.is.out-of-scope': '범위 밖',
    'compliance.excluded': '{by} 계정이 이 모델에 해당하지 않는다고 진술했습니다: {reason}',
    'compliance.not-high-risk': '고위험 용도에만 적용되며, 정책의 위험 등급은 `risk: {risk}`입니다.',
    'compliance.outside': '파이프라인에서 확인할 수 없는 사항입니다. 진술로 남길 수 있습니다.',
    'compliance.attest-only': '검사로 보일 수 없는 사항입니다. 진술로 남길 수 있습니다.',
    'compliance.attestation-new':
      '{by} 계정의 진술은 이 풀 리퀘스트가 직접 가져온 것입니다. 베이스 브랜치에 반영된 뒤부터 인정됩니다.',
    'compliance.attestation-expired':
      '{by} 계정의 진술이 만료되었습니다. 마지막 날은 {expires}입니다. 진술을 갱신하십시오.',
    'compliance.attestation-contradicted':
      '통과하지 못한 검사가 있어 {by} 계정의 진술을 인정하지 않습니다: {checks}.',
    'compliance.unsound': '증거 자체가 확인되지 않아 아무것도 보여 주지 못합니다: {checks}.',
    'compliance.against': '통과하지 못한 검사: {checks}.',
    'compliance.not-shown': '요구하는 내용을 모두 보여 주는 검사가 이 정책에 없습니다.',
    'compliance.superseded':
      '{pack} 문서는 {successor} 문서로 대체되었습니다. 정책을 {successor}(으)로 바꾸십시오. 이전 문서는 더 이상 효력이 없습니다.',
  }),
}
