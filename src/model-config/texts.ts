import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'config.too-long':
      'The model_config.yaml is longer than {limit} KiB. It is a page of YAML; is this the right file?',
    'config.too-complex':
      'The model_config.yaml cannot be read: it is nested or tagged too deeply. It is a page of plain YAML.',
    'config.empty':
      'The model_config.yaml is empty. Say at least which model it is: `model: {name: churn_predictor, owner: ds-team@company.com}`.',
    'config.not-a-mapping': 'A model_config.yaml is a mapping of the keys model, training, serving and monitoring.',
    'config.aliases': 'The model_config.yaml expands too many YAML aliases. Write the values out.',
    'config.digits': '{found} has more digits than YAML keeps. Write fewer.',
    'config.comparison': '{found} is a comparison, and a number is meant here. Write the number alone.',
    'config.blank': '{name} is "{found}", which is blank. Write something, or remove the key.',
    'config.channel': '{name} has no value: an unquoted # begins a comment. Write the channel in quotes: "#ml-alerts".',
    'config.flag': '{name} is {found}, which YAML 1.2 reads as text. Write {better} without quotes.',
    'config.unit': '{name} is {found}; its unit is in its name. Write the number alone, in milliseconds: {better}.',
    'config.replicas': 'min_replicas is {min}, above max_replicas, which is {max}. Exchange them.',
    'config.no-approver':
      'The owner {owner} is no @login or @org/team of GitHub, so no approval can be demanded of them. Name one in the policy (approval: from).',
  }),
  ko: () => ({
    'config.too-long':
      'model_config.yaml 파일이 {limit} KiB보다 깁니다. 한 쪽 분량의 YAML입니다. 올바른 파일인지 확인하십시오.',
    'config.too-complex':
      'model_config.yaml 파일을 읽을 수 없습니다. 중첩이나 태그가 너무 깊습니다. 한 쪽 분량의 일반 YAML로 쓰십시오.',
    'config.empty':
      'model_config.yaml 파일이 비어 있습니다. 최소한 어떤 모델인지 쓰십시오: `model: {name: churn_predictor, owner: ds-team@company.com}`.',
    'config.not-a-mapping': 'model_config.yaml 파일은 model, training, serving, monitoring 키의 매핑이어야 합니다.',
    'config.aliases': 'model_config.yaml 파일의 YAML 별칭이 너무 많이 전개됩니다. 값을 직접 쓰십시오.',
    'config.digits': '{found} 값은 YAML이 보존하는 자릿수를 넘습니다. 자릿수를 줄이십시오.',
    'config.comparison': '여기에는 비교식({found})이 아니라 숫자를 씁니다. 숫자만 쓰십시오.',
    'config.blank': '{name} 값이 비어 있습니다("{found}"). 값을 쓰거나 키를 삭제하십시오.',
    'config.channel':
      '{name}에 값이 없습니다. 따옴표 없는 #은 주석의 시작입니다. 채널 이름을 따옴표로 묶으십시오: "#ml-alerts".',
    'config.flag': '{name} 값이 {found}이며 YAML 1.2에서는 문자열입니다. 따옴표 없이 {better} 값을 쓰십시오.',
    'config.unit': '{name} 값이 {found}입니다. 단위는 키 이름에 있습니다. 밀리초 단위의 숫자만 쓰십시오: {better}.',
    'config.replicas': 'min_replicas 값({min})이 max_replicas 값({max})보다 큽니다. 두 값을 바꾸십시오.',
    'config.no-approver':
      '담당자({owner})가 GitHub의 @login이나 @org/team이 아니므로 승인을 요구할 수 없습니다. 정책의 approval: from에 승인자를 지정하십시오.',
  }),
}
