import{l as a,O as s}from"./index.js";function e(e,o){return e.map(({message:e,at:r})=>a(`${void 0===r?"":`${s(r)}: `}${o.say(e)}`))}export{e as p};
