import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'models.unread': 'The models of this policy were not looked for: this command is about a policy of one model.',
    'models.form':
      '`models` is a list of entries, each with the keys of a policy, or a glob in quotes such as "models/*/model_config.yaml".',
    'models.key': '{key} is a key of the whole policy. Write it outside `models`.',
    'models.no-name': 'This model has no name. Write `model: its_name`.',
    'models.twice-listed': 'The model {name} stands here twice. Give each its own name.',
    'models.twice': '{name} is the name of several models: {paths}. Give each its own name.',
    'models.none': 'No file matches {pattern}, so there is no model to judge.',
    'models.too-many': '{pattern} names more than {limit} files. Name a narrower pattern.',
    'models.pattern':
      '{pattern} is not such a pattern: a path below the working directory with a few `*`, `?` or a whole folder `**`.',
    'models.unlisted': 'The files of the base branch that match {pattern} could not be listed: {why}',
    'models.title': 'description of the model',
    'models.change': '{model}: {what}',
    'models.one': 'model {model}',
    'models.note': '{model}: {said}',
    'models.more': 'Further notes on single models: {count}.',
    'models.gone':
      'The base branch has the model {model} ({path}), and the pull request removes the file that describes it. It was not judged.',
    'models.base-invalid':
      'The base branch’s {path} is not valid (the first mistake: {first}). The pull request’s own is in force for this model.',
    'models.untouched': 'Not judged, as the pull request touches only other models: {count}.',
    'models.all': '`models: changed` judged all models: {why}',
    'models.no-pull-request': 'this run belongs to no pull request.',
    'models.no-folders': 'the policy lists its models instead of naming their files.',
    'models.shared': 'the pull request changes {path}, which belongs to none of them alone.',
    'models.unknown-changes': 'the changed files could not be listed. {why}',
  }),
  ko: () => ({
    'models.unread': '이 정책의 모델을 찾지 않았습니다. 이 명령은 모델 하나의 정책만 다룹니다.',
    'models.form':
      '`models`에는 정책의 키를 가진 항목의 목록이나, 따옴표로 묶은 "models/*/model_config.yaml" 같은 패턴을 쓰십시오.',
    'models.key': '{key}: 정책 전체의 키입니다. `models` 밖에 쓰십시오.',
    'models.no-name': '모델의 이름이 없습니다. `model: 이름` 형식으로 쓰십시오.',
    'models.twice-listed': '같은 모델이 두 번 나옵니다: {name}. 모델마다 다른 이름을 쓰십시오.',
    'models.twice': '여러 모델의 이름이 같습니다({name}): {paths}. 모델마다 다른 이름을 쓰십시오.',
    'models.none': '{pattern} 패턴과 일치하는 파일이 없어 판정할 모델이 없습니다.',
    'models.too-many': '{pattern} 패턴이 파일 {limit}개를 넘게 가리킵니다. 더 좁은 패턴을 지정하십시오.',
    'models.pattern':
      '{pattern}: 사용할 수 없는 패턴입니다. 작업 디렉터리 아래의 경로에 `*`, `?`나 폴더 전체를 뜻하는 `**`만 조금 사용하십시오.',
    'models.unlisted': '기준 브랜치에서 {pattern} 패턴과 일치하는 파일의 목록을 얻지 못했습니다: {why}',
    'models.title': '모델 설명 파일',
    'models.change': '{model}: {what}',
    'models.one': '모델 {model}',
    'models.note': '{model}: {said}',
    'models.more': '개별 모델에 대한 그 밖의 안내: {count}건.',
    'models.gone':
      '기준 브랜치에 있는 모델 {model}({path})의 설명 파일을 풀 리퀘스트가 삭제합니다. 이 모델은 판정하지 않았습니다.',
    'models.base-invalid':
      '기준 브랜치의 {path} 파일이 올바르지 않습니다(첫 번째 오류: {first}). 이 모델에는 풀 리퀘스트의 파일이 적용됩니다.',
    'models.untouched': '풀 리퀘스트가 다른 모델만 변경하므로 판정하지 않은 모델: {count}개.',
    'models.all': '`models: changed`이지만 모든 모델을 판정했습니다. {why}',
    'models.no-pull-request': '이 실행은 풀 리퀘스트에 속하지 않습니다.',
    'models.no-folders': '정책이 모델의 파일을 지정하지 않고 모델을 나열합니다.',
    'models.shared': '풀 리퀘스트가 어느 한 모델에만 속하지 않는 {path} 파일을 변경합니다.',
    'models.unknown-changes': '변경된 파일의 목록을 얻지 못했습니다. {why}',
  }),
}
