import type { Control } from '../contract.js'

/** Every item of the technical documentation that Article 11 asks for; `more` says when it applies. */
export function annexIV(more: Partial<Control>): Control[] {
  const items: readonly (readonly [string, string, readonly string[], (readonly string[])?])[] = [
    ['1(a)', 'intended purpose, provider, version', ['intended_use', 'owner', 'version']],
    ['1(b)', 'interaction with other hardware, software and AI systems', ['interfaces']],
    ['1(c)', 'versions of software and firmware, requirements of updates', ['software_versions']],
    ['1(d)', 'forms in which the system is placed on the market', ['distribution_forms']],
    ['1(e)', 'hardware that the system runs on', ['hardware_requirements']],
    ['1(f)', 'pictures and layout, where it is a component of a product', []],
    ['1(g)', 'user interface for the deployer', ['user_interface']],
    ['1(h)', 'instructions for use', ['instructions_for_use']],
    ['2(a)', 'methods and steps of development, pre-trained systems and tools', ['training_procedure', 'base_model']],
    ['2(b)', 'design specifications, choices, assumptions, trade-offs', ['design_choices', 'tradeoffs']],
    ['2(c)', 'architecture and computational resources', ['architecture', 'compute']],
    ['2(d)', 'data: methods, sets, provenance, selection, labelling, cleaning', ['training_data_description']],
    ['2(e)', 'assessment of human oversight measures', ['human_oversight']],
    ['2(f)', 'changes determined beforehand', ['predetermined_changes']],
    [
      '2(g)',
      'validation and testing: data, metrics, discriminatory impact, dated and signed reports',
      ['evaluation_data', 'evaluation_results'],
      ['performance/*', 'fairness/*', 'approval/*'],
    ],
    ['2(h)', 'cybersecurity measures', ['cybersecurity']],
    [
      '3',
      'capabilities and limits, accuracy for groups, risks, oversight, input data',
      ['limitations', 'risks', 'input_specification'],
      ['fairness/*'],
    ],
    ['4', 'appropriateness of the performance metrics', ['metric_rationale']],
    ['5', 'risk management system', ['risk_management']],
    ['6', 'relevant changes through the lifecycle', ['changelog']],
    ['7', 'harmonised standards, or the solutions instead', ['standards']],
    ['8', 'copy of the EU declaration of conformity', ['declaration_of_conformity']],
    ['9', 'system and plan of post-market evaluation', ['monitoring']],
  ]
  return items.map(([id, title, fields, checks = []]) => {
    const direct = [...fields.map((field) => `documentation/${field}`), ...checks]
    return { id: `Annex IV ${id}`, title: `Technical documentation: ${title}`, ...more, direct }
  })
}
