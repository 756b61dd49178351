#!/usr/bin/env bash
# Runs the job in a fresh environment and overwrites the committed files. Afterwards
#   git diff --exit-code examples/churn
# is silent where they are still what the job writes.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
environment="$(mktemp -d)"
trap 'rm -rf "$environment"' EXIT

"${PYTHON:-python3.11}" -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
"$environment/bin/python" -B train.py --out outputs # -B: leave no __pycache__ behind
