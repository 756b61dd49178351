import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.card.no-model':
      'The bill of materials has no component of the type machine-learning-model. Name the one that describes the model.',
    'evidence.card.several-models':
      'The bill of materials has several models: {models}. Name one as `run` beside the `path` in the policy, by its name or its bom-ref.',
    'evidence.card.no-such-model':
      'The bill of materials has no model {run}; it has {models}. Correct the `run` in the policy: a name or a bom-ref.',
    'evidence.card.evaluation-twice':
      'The card states {metric} twice. Give the evaluations and their groups names of their own, or keep one: which one holds cannot be known.',
    'evidence.card.metric-twice':
      'The card states {metric} twice. Give each a slice of its own, or keep one: which one holds cannot be known.',
    'evidence.card.schema': 'This is the JSON Schema of a model card, not a card. Name the card itself.',
    'evidence.card.content': 'The card stands in `Content` as a JSON text, which cannot be read: {why}',
    'evidence.card.protobuf':
      'The binary card ends in the middle of a field, or is not one of VerifyML. Export it as JSON (`ModelCard.to_json`).',
  }),
  ko: () => ({
    'evidence.card.no-model':
      '구성 명세에 machine-learning-model 유형의 구성 요소가 없습니다. 모델을 설명하는 명세를 지정하십시오.',
    'evidence.card.several-models':
      '구성 명세에 모델이 여러 개 있습니다: {models}. 정책에서 `path` 옆에 이름이나 bom-ref를 `run`으로 지정하십시오.',
    'evidence.card.no-such-model':
      '구성 명세에 {run} 모델이 없으며, {models} 모델이 있습니다. 정책의 `run`을 이름이나 bom-ref로 고치십시오.',
    'evidence.card.evaluation-twice':
      '모델 카드에 {metric} 항목이 두 번 있습니다. 평가와 그룹에 서로 다른 이름을 쓰거나 하나만 남기십시오. 어느 쪽이 맞는지 알 수 없습니다.',
    'evidence.card.metric-twice':
      '모델 카드에 {metric} 항목이 두 번 있습니다. 각각 다른 slice를 쓰거나 하나만 남기십시오. 어느 쪽이 맞는지 알 수 없습니다.',
    'evidence.card.schema': '모델 카드가 아니라 모델 카드의 JSON 스키마입니다. 모델 카드를 지정하십시오.',
    'evidence.card.content': '`Content`에 JSON 문자열로 들어 있는 모델 카드를 읽을 수 없습니다. {why}',
    'evidence.card.protobuf':
      '이진 모델 카드가 필드 중간에서 끝나거나 VerifyML의 것이 아닙니다. JSON으로 내보내십시오(`ModelCard.to_json`).',
  }),
}
