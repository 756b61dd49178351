const s=["csv","tsv","jsonl","parquet","json"],a=1e5,e=1e3,o=1e4,t=16384,c=20;export{t as B,a as M,s as T,e as a,o as b,c};
