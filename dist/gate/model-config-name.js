const o=/^model_config\.ya?ml$/;export{o as MODEL_CONFIG};
