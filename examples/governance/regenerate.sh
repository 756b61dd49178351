#!/usr/bin/env bash
# Runs everything in a fresh environment and overwrites the committed files. Afterwards
#   git diff --exit-code examples/governance ':!examples/governance/outputs/k6.json'
# is silent where they are still what the job writes; a load test takes other times each time.
#
# k6 is built by Go, unless K6 names one: K6=/usr/bin/k6 ./regenerate.sh
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
work="$(mktemp -d)"
server=
finish() {
  [ -z "$server" ] || kill "$server"
  rm -rf "$work"
}
trap finish EXIT
export DO_NOT_TRACK=1 # evidently
export PYTHONDONTWRITEBYTECODE=1
export OMP_NUM_THREADS=1 # one order of adding up, and one thread a request when serving

"${PYTHON:-python3.11}" -m venv "$work/venv"
python="$work/venv/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
if [ -z "${K6:-}" ]; then
  GOBIN="$work" go install go.k6.io/k6@v1.8.1
  K6="$work/k6"
fi

"$python" train.py --model "$work/model.joblib" --out .
"$python" explain.py --model "$work/model.joblib" --out .
"$python" drift.py --out .

"$python" train.py --model "$work/candidate.joblib" --out candidate --candidate
"$python" explain.py --model "$work/candidate.joblib" --out candidate --candidate

"$python" serve.py --model "$work/model.joblib" --port 0 > "$work/url" &
server=$!
for _ in $(seq 100); do
  [ ! -s "$work/url" ] || break
  kill -0 "$server"
  sleep 0.2
done
"$K6" run --quiet --no-color --no-usage-report -e "TARGET=$(cat "$work/url")" -e SUMMARY=outputs/k6.json k6.js
