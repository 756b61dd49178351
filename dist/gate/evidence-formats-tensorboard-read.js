import{f as r,p as t}from"./index.js";function i(n,{path:e}){return r(t("evidence.metrics.events",{},{path:e}))}export{i as read};
