import { wordList } from '../../shared/words.js'

/** A known set of fields, under the names that the fields have here. */
interface Profile {
  readonly id: string
  /** What its list follows. */
  readonly source: string
  readonly fields: readonly string[]
}

export const PROFILES: readonly Profile[] = [
  {
    id: 'hugging-face',
    source: "Hugging Face's annotated model card template: its sections that are not marked optional",
    fields: wordList(`
      model_details intended_use out_of_scope limitations recommendations getting_started training_data_description
      training_procedure evaluation_data factors metrics evaluation_results environmental_impact contact
    `),
  },
  {
    id: 'mitchell-2019',
    source: 'Mitchell et al., "Model Cards for Model Reporting", 2019: the nine sections',
    fields: wordList(`
      model_details intended_use factors metrics evaluation_data training_data_description evaluation_results
      ethical_considerations recommendations
    `),
  },
  {
    id: 'model-card-toolkit',
    source: "Google's Model Card Toolkit, JSON schema 0.0.2: its members that describe the model",
    fields: wordList(`
      model_details owner version license architecture training_data_description input_specification
      evaluation_results intended_users intended_use limitations tradeoffs ethical_considerations
    `),
  },
  {
    id: 'eu-annex-iv',
    source: 'Regulation (EU) 2024/1689, Annex IV; 1(f), pictures of products, is left out',
    fields: wordList(`
      intended_use owner version interfaces software_versions distribution_forms hardware_requirements user_interface
      instructions_for_use training_procedure base_model design_choices tradeoffs architecture compute
      training_data_description human_oversight predetermined_changes evaluation_data evaluation_results fairness
      cybersecurity limitations risks input_specification metric_rationale risk_management changelog standards
      declaration_of_conformity monitoring
    `),
  },
  {
    id: 'kr-high-impact',
    source: '인공지능 발전과 신뢰 기반 조성 등에 관한 기본법 제34조제1항, 시행령 제27조제1항',
    fields: wordList(`
      risk_management explanation_method training_data_description user_protection human_oversight record_keeping
      contact
    `),
  },
]

export const PROFILE_IDS: readonly string[] = PROFILES.map(({ id }) => id)

/** The fields of a profile; none for an unknown one, which the schema refuses. */
export function fieldsOf(profile: string): readonly string[] {
  return PROFILES.find(({ id }) => id === profile)?.fields ?? []
}
