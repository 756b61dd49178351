import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: {
    'audit.not-json': 'This is not JSON: {why}.',
    'audit.not-canonical': 'These are not the bytes that an entry is written with: canonical JSON and a line feed.',
    'audit.field': '`{pointer}` is not what an entry has there; expected: {expected}.',
    'audit.text': 'text',
    'audit.count': 'a whole number from 0 on',
    'audit.value': 'a value, or null',
    'audit.list': 'a list',
    'audit.object': 'an object',
    'audit.hash': 'a SHA-256 in lower-case hex',
    'audit.hash-or-nothing': 'a SHA-256 in lower-case hex, or an empty text',
    'audit.day': 'a day such as 2026-12-31',
    'audit.moment': 'a time such as 2026-11-25T14:05:09.123Z',
  },
  ko: () => ({
    'audit.not-json': 'JSON 형식이 아닙니다: {why}.',
    'audit.not-canonical': '항목을 기록하는 형식(정규화된 JSON과 줄바꿈 문자)과 바이트 단위로 일치하지 않습니다.',
    'audit.field': '`{pointer}`의 값이 항목의 형식과 다릅니다. 필요한 형식: {expected}.',
    'audit.text': '문자열',
    'audit.count': '0 이상의 정수',
    'audit.value': '값 또는 null',
    'audit.list': '목록',
    'audit.object': '객체',
    'audit.hash': '소문자 16진수로 적은 SHA-256',
    'audit.hash-or-nothing': '소문자 16진수로 적은 SHA-256 또는 빈 문자열',
    'audit.day': '2026-12-31과 같은 날짜',
    'audit.moment': '2026-11-25T14:05:09.123Z와 같은 시각',
  }),
}
