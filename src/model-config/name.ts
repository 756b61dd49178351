/** The file's name, wherever it lies. */
export const MODEL_CONFIG = /^model_config\.ya?ml$/
