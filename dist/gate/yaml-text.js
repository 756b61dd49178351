const t=/^(?:true|false|null|yes|no|on|off|y|n|~)$/i;function n(n){return/^[A-Za-z_][\w./ -]*[\w]$|^[A-Za-z_]$/.test(n)&&!t.test(n)?n:JSON.stringify(n)}export{n as y};
