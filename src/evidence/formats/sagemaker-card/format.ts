import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { hasKeys, isKind, textAt } from '../shape.js'

export const format: TreeFormat = {
  id: 'sagemaker-card',
  title: 'SageMaker model card',
  roles: ['model-card', 'metrics'],
  shape:
    '{"model_overview", "intended_uses", "evaluation_details"}, {"ModelCardName", "Content"} or {"metric_groups": […]}',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** The content, the answer of DescribeModelCard around it, or the file of metric groups that the console takes. */
function recognises(root: Node): boolean {
  const parts = [
    'intended_uses',
    'evaluation_details',
    'training_details',
    'business_details',
    'additional_information',
  ]
  const isContent = isKind('map', root, 'model_overview') && parts.some((part) => hasKeys(root, part))
  const isAnswer = textAt(root, 'Content') !== undefined && hasKeys(root, 'ModelCardName')
  return isContent || isAnswer || isKind('list', root, 'metric_groups', 0, 'metric_data')
}
