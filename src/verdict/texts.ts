import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'waivers.title': 'waiver for {id}',
    'waivers.holds': '{said} Waived: {reason} (owner {owner}, approved by {approver}, until {expires}; {countdown})',
    'waivers.does-not-hold': '{said} There is a waiver for this, but it does not hold. {why}',
    'waivers.days': 'expires in {days} days',
    'waivers.tomorrow': 'expires tomorrow',
    'waivers.today': 'expires today',
    'waivers.expired':
      'The waiver expired: its last day was {expires}. Mend what it covered and remove it, or have a new date approved.',
    'waivers.self-approved':
      '{approver} approved the waiver and is the author of the pull request or started this run. Nobody waives for themselves: have somebody else approve it.',
    'waivers.not-in-force':
      'The waiver stands in what this pull request brings along. It is in force once it is on the base branch.',
    'waivers.orphan':
      'The policy has no check {id}, so the waiver covers nothing ({reason}). Correct the id, or remove the waiver.',
    'waivers.used': 'In use: {reason} (owner {owner}, approved by {approver}, until {expires}; {countdown})',
    'waivers.unneeded':
      'No longer needed: {id} passes. Remove the waiver ({place}). {reason} (owner {owner}, approved by {approver}, until {expires}; {countdown})',
    'waivers.undecided':
      'Not needed: {id} is undecided, which `on-insufficient` does not count as a failure. {reason} (owner {owner}, approved by {approver}, until {expires}; {countdown})',
    'waivers.error': '{id} is an error, and no waiver covers an error: what cannot be read has not failed a demand.',
    'waivers.nothing-to-cover': '{id} is not applicable, so there is nothing to waive.',
  }),
  ko: () => ({
    'waivers.title': '{id} 예외 승인',
    'waivers.holds': '{said} 예외로 승인됨: {reason} (담당 {owner}, 승인 {approver}, 기한 {expires}, {countdown})',
    'waivers.does-not-hold': '{said} 이 항목의 예외 승인이 있으나 효력이 없습니다. {why}',
    'waivers.days': '{days}일 후 만료',
    'waivers.tomorrow': '내일 만료',
    'waivers.today': '오늘 만료',
    'waivers.expired':
      '예외 승인이 만료되었습니다. 마지막 날은 {expires}입니다. 예외로 둔 문제를 해결하고 항목을 삭제하거나, 새 기한을 승인받으십시오.',
    'waivers.self-approved':
      '예외를 승인한 {approver} 계정이 풀 리퀘스트의 작성자이거나 이 실행을 시작한 사람입니다. 본인의 예외는 본인이 승인할 수 없으므로 다른 사람의 승인을 받으십시오.',
    'waivers.not-in-force':
      '이 풀 리퀘스트가 직접 가져온 정책의 예외 승인입니다. 베이스 브랜치에 반영된 뒤부터 효력이 있습니다.',
    'waivers.orphan':
      '정책에 {id} 검사가 없어 예외로 승인할 대상이 없습니다({reason}). 검사 이름을 고치거나 예외 승인을 삭제하십시오.',
    'waivers.used': '사용 중: {reason} (담당 {owner}, 승인 {approver}, 기한 {expires}, {countdown})',
    'waivers.unneeded':
      '더 이상 필요하지 않음: {id} 검사를 통과합니다. 예외 승인을 삭제하십시오({place}). {reason} (담당 {owner}, 승인 {approver}, 기한 {expires}, {countdown})',
    'waivers.undecided':
      '필요하지 않음: {id} 검사는 판단할 수 없는 상태이며 `on-insufficient` 설정상 실패로 보지 않습니다. {reason} (담당 {owner}, 승인 {approver}, 기한 {expires}, {countdown})',
    'waivers.error':
      '{id} 검사는 오류 상태이며 오류는 예외로 승인되지 않습니다. 읽을 수 없는 증거는 기준 미달로 판정된 것이 아닙니다.',
    'waivers.nothing-to-cover': '{id} 검사는 해당 사항이 없으므로 예외로 승인할 대상이 없습니다.',
  }),
}
