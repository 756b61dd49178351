const o="1.0.0";export{o as V};
