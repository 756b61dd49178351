import type { Control, Pack } from '../contract.js'

/** Articles with their official titles; what stands behind a dash says which part is meant. */
export const pack: Pack = {
  id: 'kr-ai-basic-act',
  title: { en: 'Korea AI Basic Act', ko: '인공지능 발전과 신뢰 기반 조성 등에 관한 기본법' },
  kind: 'law',
  version: '법률 제20676호 (2025-01-21), 제21311호로 개정 (2026-01-20); 시행령 대통령령 제36053호 (2026-01-21)',
  verified: '2026-11-25',
  from: '2026-01-22',
  source: 'https://www.law.go.kr/법령/인공지능발전과신뢰기반조성등에관한기본법',
  controls: [
    one('법 제2조제4호', '정의 — 고영향 인공지능', 'Definitions: high-impact AI'),
    one('법 제3조제2항', '기본원칙 및 국가 등의 책무 — 설명을 제공받을 권리', 'Right to an explanation', {
      supporting: ['explainability/*'],
    }),
    one('법 제30조제3항', '인공지능 안전성ㆍ신뢰성 검ㆍ인증등 지원 — 사전 검ㆍ인증 노력', 'Certification beforehand', {
      highRisk: true,
    }),
    one('법 제31조', '인공지능 투명성 확보 의무', 'Transparency'),
    one('시행령 제23조', '인공지능 투명성 확보 의무', 'Transparency, in detail'),
    one('법 제32조', '인공지능 안전성 확보 의무', 'Safety of AI above a threshold of compute', {
      supporting: ['documentation/compute'],
    }),
    one('시행령 제24조', '인공지능 안전성 확보 의무', 'The threshold of compute, in detail', {
      supporting: ['documentation/compute'],
    }),
    one('법 제33조', '고영향 인공지능의 확인', 'Review beforehand whether the AI is high-impact'),
    one('시행령 제25조', '고영향 인공지능의 확인 절차 등', 'Procedure of confirmation'),
    ...duties(),
    one(
      '시행령 제27조제1항',
      '고영향 인공지능과 관련한 사업자의 책무 — 게시',
      'Publication, with the person in charge',
      {
        highRisk: true,
        supporting: ['documentation/human_oversight', 'documentation/contact'],
      },
    ),
    one(
      '시행령 제27조제2항',
      '고영향 인공지능과 관련한 사업자의 책무 — 5년 보관',
      'Documents are kept for five years',
      {
        highRisk: true,
        supporting: ['audit/*', 'documentation/record_keeping'],
      },
    ),
    one('시행령 제27조제3항', '고영향 인공지능과 관련한 사업자의 책무 — 이행 간주', 'Use without a major change', {
      highRisk: true,
      supporting: ['documentation/changelog'],
    }),
    one('법 제35조', '고영향 인공지능 영향평가', 'Impact assessment (an effort is owed)', {
      highRisk: true,
      supporting: ['fairness/*', 'documentation/risks'],
    }),
    one('시행령 제28조', '고영향 인공지능 영향평가', 'Content of the impact assessment', {
      highRisk: true,
      supporting: ['fairness/*', 'documentation/risks'],
    }),
    one('법 제40조', '사실조사 등', 'Investigations by the authority', { outside: true }),
    one('법 제43조', '과태료', 'Fines', { outside: true }),
  ],
}

function one(id: string, ko: string, en: string, more: Partial<Control> = {}): Control {
  return { id, title: { en, ko }, ...more }
}

/** 법 제34조제1항, item by item. */
function duties(): Control[] {
  const items: readonly (readonly [string, string, readonly string[], (readonly string[])?])[] = [
    ['위험관리방안', 'Plan of risk management', ['risk_management']],
    [
      '설명 방안',
      'Plan of explanation: results, main criteria, overview of training data',
      ['explanation_method', 'training_data_description'],
      ['explainability/*'],
    ],
    ['이용자 보호 방안', 'Plan of user protection', ['user_protection']],
    ['사람의 관리ㆍ감독', 'Human oversight', ['human_oversight'], ['approval/*']],
    ['문서의 작성과 보관', 'Documents are written and kept', ['record_keeping'], ['audit/*']],
  ]
  return items.map(([ko, en, fields, supporting = []], index) =>
    one(`법 제34조제1항제${index + 1}호`, `고영향 인공지능과 관련한 사업자의 책무 — ${ko}`, en, {
      highRisk: true,
      direct: fields.map((field) => `documentation/${field}`),
      supporting,
    }),
  )
}
