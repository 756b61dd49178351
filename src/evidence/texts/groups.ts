import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.groups.several-models':
      'The file holds several models: {models}. Name one as `run` beside the `path` in the policy.',
    'evidence.groups.twice':
      'Two rows are of the same group, {group} ({places}). Keep one row for each: which one holds cannot be known.',
    'evidence.groups.nameless': 'the row does not say of which group it is. Fill {column} in every row.',
    'evidence.importance.nameless':
      '{title}: a value stands beside no feature. Write the name of a feature beside each.',
    'evidence.importance.columns':
      '{title}: several columns could be the one that is meant: {columns}. Keep one of them in the file: which one holds cannot be known.',
    'evidence.importance.twice':
      'The importance of {feature} is stated more than once ({places}). Keep one of them: which one holds cannot be known.',
    'evidence.numpy.pickle':
      'The array {array} holds Python objects, which run code when they are read. Save plain numbers: `np.save(path, values.astype(float))`.',
    'evidence.numpy.pickled-names':
      'The array {array} holds Python objects, which run code when they are read. Save the names as texts: `np.array(list(names), dtype=str)`.',
    'evidence.numpy.axes':
      'The array {array} has the shape {shape}, and nothing tells which axis is that of the features: SHAP writes rows × features × classes, and before 0.45 classes × rows × features. Save the names beside the values, `np.savez(path, values=values, feature_names=np.array(list(names), dtype=str))`, or rows × features alone, `np.abs(values).mean(axis=-1)` (before 0.45 `axis=0`).',
    'evidence.numpy.unnamed':
      'The archive holds several arrays without names ({arrays}), and which of them are classes cannot be known. Save the values of all classes under one name: `np.savez(path, values=np.stack(shap_values, axis=-1), feature_names=np.array(list(names), dtype=str))`.',
    'evidence.numpy.array':
      '{array} is no array that can be read: {detail}. Save it again with `np.save` or `np.savez`.',
    'evidence.numpy.zip':
      'The archive cannot be read: {detail}. Save it again with `np.savez` or `np.savez_compressed`.',
    'evidence.numpy.shape':
      'The array {array} has the shape {shape}. Expected a row for each sample and a column for each feature.',
    'evidence.numpy.names': '{names} names stand beside {features} features. Save one name for each feature.',
    'evidence.numpy.nonfinite':
      'The array {array} holds NaN or infinity, so that importances cannot be worked out. Explain finite rows only.',
  }),
  ko: () => ({
    'evidence.groups.several-models':
      '파일에 모델이 여러 개 있습니다: {models}. 정책에서 `path` 옆에 하나를 `run`으로 지정하십시오.',
    'evidence.groups.twice':
      '같은 집단 {group}의 행이 두 개입니다({places}). 집단마다 한 행만 남기십시오. 어느 쪽이 맞는지 알 수 없습니다.',
    'evidence.groups.nameless': '어느 집단의 행인지 적혀 있지 않습니다. 모든 행에 {column} 값을 채우십시오.',
    'evidence.importance.nameless': '{title}: 특성 이름이 없는 값이 있습니다. 값마다 특성 이름을 함께 쓰십시오.',
    'evidence.importance.columns':
      '{title}: 해당할 수 있는 열이 여러 개입니다: {columns}. 어느 것이 맞는지 알 수 없으므로 하나만 남기십시오.',
    'evidence.importance.twice':
      '특성 {feature}의 중요도가 두 번 이상 나옵니다({places}). 하나만 남기십시오. 어느 쪽이 맞는지 알 수 없습니다.',
    'evidence.numpy.pickle':
      '배열 {array}에 읽을 때 코드를 실행하는 Python 객체가 있습니다. 숫자만 저장하십시오: `np.save(path, values.astype(float))`.',
    'evidence.numpy.pickled-names':
      '배열 {array}에 읽을 때 코드를 실행하는 Python 객체가 있습니다. 이름은 텍스트로 저장하십시오: `np.array(list(names), dtype=str)`.',
    'evidence.numpy.axes':
      '배열 {array}의 형태가 {shape}이며, 어느 축이 특성인지 알 수 없습니다. SHAP은 행 × 특성 × 클래스로, 0.45 이전에는 클래스 × 행 × 특성으로 저장합니다. 값과 함께 이름을 저장하거나(`np.savez(path, values=values, feature_names=np.array(list(names), dtype=str))`), 행 × 특성만 저장하십시오(`np.abs(values).mean(axis=-1)`, 0.45 이전이면 `axis=0`).',
    'evidence.numpy.unnamed':
      '압축 파일에 이름 없는 배열이 여러 개 있어({arrays}) 어느 것이 클래스별 값인지 알 수 없습니다. 모든 클래스의 값을 하나의 이름으로 저장하십시오: `np.savez(path, values=np.stack(shap_values, axis=-1), feature_names=np.array(list(names), dtype=str))`.',
    'evidence.numpy.array': '{array} 배열을 읽을 수 없습니다: {detail}. `np.save`나 `np.savez`로 다시 저장하십시오.',
    'evidence.numpy.zip':
      '압축 파일을 읽을 수 없습니다: {detail}. `np.savez`나 `np.savez_compressed`로 다시 저장하십시오.',
    'evidence.numpy.shape': '배열 {array}의 형태가 {shape}입니다. 표본마다 한 행, 특성마다 한 열이어야 합니다.',
    'evidence.numpy.names': '특성은 {features}개인데 이름은 {names}개입니다. 특성마다 이름을 하나씩 저장하십시오.',
    'evidence.numpy.nonfinite':
      '배열 {array}에 NaN이나 무한대가 있어 중요도를 계산할 수 없습니다. 유한한 행만 설명하십시오.',
  }),
}
