import{f as e,p as t}from"./index.js";function n(n,{path:r}){return e(t("evidence.metrics.events",{},{path:r}))}export{n as read};
