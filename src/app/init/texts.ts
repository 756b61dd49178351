import type { Texts } from '../../shared/message.js'

const CARD_EN = `# {model}

## Intended use

TODO

## Limitations

TODO

## Training data

TODO

## Evaluation results

{results}`

const CARD_KO = `# {model}

## 의도된 용도

TODO

## 한계

TODO

## 학습 데이터

TODO

## 평가 결과

{results}`

export const texts: Texts = {
  en: () => ({
    'init.written': 'Written by ml-gate init from what this repository has. Every bound is a proposal: decide on it.',
    'init.name': 'decide: the name of the model',
    'init.no-metrics': 'metrics: outputs/metrics.json   (no file with known metrics was found)',
    'init.bounds': 'each met by what was measured, with a margin',
    'init.no-bounds': 'performance:   (decide: no bound could be proposed)',
    'init.unbounded': 'decide: whether more or less of these is better is not known here, or they prove nothing',
    'init.gaps': 'decide: each above the gap that was measured',
    'init.card-fields': 'what the model card has to state',
    'init.config': 'The model, as those who make it describe it.',
    'init.owner': 'decide: "@login", "@org/team" or an address',
    'init.serving': 'decide: online, batch, streaming or edge, and sla_latency_ms where there is one',
    'init.monitoring': 'decide: true where its input is watched',
    'init.train': 'Train and evaluate here, so that the evidence is of this commit: - run: python train.py',
    'init.action': 'decide: where the action is',
    'init.card': CARD_EN,
    'init.wrote': 'wrote  {path}',
    'init.kept': 'kept   {path}: {why}',
    'init.there': 'it is there already.',
    'init.instead': 'it is there already, so {path} was not written.',
    'init.unwritten': '{path} was not written. {why}',
    'init.left': 'Left to you:',
    'init.left-policy': 'look at every bound; what is measured today is no demand of anybody.',
    'init.left-metrics': 'name the file that holds the metrics, and demand something of them.',
    'init.left-config': 'say who owns the model and how it is served.',
    'init.left-workflow': 'put the training before the gate, and name the owner of the action.',
    'init.left-card': 'fill in what says TODO; until then the gate calls it missing.',
    'init.next': 'Then: ml-gate check',
  }),
  ko: () => ({
    'init.written': 'ml-gate init이 이 저장소의 내용으로 작성했습니다. 모든 기준은 제안이므로 검토해 결정하십시오.',
    'init.name': '결정: 모델의 이름',
    'init.no-metrics': 'metrics: outputs/metrics.json   (알려진 지표가 있는 파일을 찾지 못했습니다)',
    'init.bounds': '측정값이 여유를 두고 충족하는 기준',
    'init.no-bounds': 'performance:   (결정: 제안할 기준이 없습니다)',
    'init.unbounded': '결정: 값이 클수록 좋은지 작을수록 좋은지 알 수 없거나 근거가 되지 않는 값입니다',
    'init.gaps': '결정: 측정된 격차보다 큰 값',
    'init.card-fields': '모델 카드에 있어야 할 항목',
    'init.config': '모델을 만드는 사람이 설명하는 모델',
    'init.owner': '결정: "@login", "@org/team" 또는 주소',
    'init.serving': '결정: online, batch, streaming, edge 중 하나와, 있다면 sla_latency_ms',
    'init.monitoring': '결정: 입력을 감시하면 true',
    'init.train': '증거가 이 커밋의 것이 되도록 여기에서 학습하고 평가하십시오: - run: python train.py',
    'init.action': '결정: 액션의 위치',
    'init.card': CARD_KO,
    'init.wrote': '작성  {path}',
    'init.kept': '유지  {path}: {why}',
    'init.there': '이미 있습니다.',
    'init.instead': '이미 있으므로 {path} 파일을 작성하지 않았습니다.',
    'init.unwritten': '{path} 파일을 작성하지 못했습니다. {why}',
    'init.left': '직접 할 일:',
    'init.left-policy': '모든 기준을 검토하십시오. 오늘 측정된 값은 누구의 요구 사항도 아닙니다.',
    'init.left-metrics': '지표가 있는 파일을 지정하고 기준을 정하십시오.',
    'init.left-config': '모델의 담당자와 서빙 방식을 쓰십시오.',
    'init.left-workflow': '게이트 앞에 학습 단계를 넣고 액션의 소유자를 지정하십시오.',
    'init.left-card': 'TODO를 채우십시오. 그때까지 게이트는 누락으로 판정합니다.',
    'init.next': '다음: ml-gate check',
  }),
}
