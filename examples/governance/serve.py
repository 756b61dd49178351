"""The model behind HTTP, so that it can be put under load: POST /predict with the features as a JSON object.

    python serve.py --model model.joblib --port 8080        # --port 0 takes a free one; the first line says which
"""

import argparse
import json
import math
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import joblib
import pandas as pd

import data

LARGEST_BODY = 10_000


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open
    disable_nagle_algorithm = True  # an answer is sent as it is written
    model = None

    def do_GET(self) -> None:
        self.answer(200 if self.path == "/health" else 404, {})

    def do_POST(self) -> None:
        try:
            length = int(self.headers.get("Content-Length", "0"))
            body = json.loads(self.rfile.read(max(0, min(length, LARGEST_BODY))))
            row = [float(body[name]) for name in data.FEATURES]
        except (KeyError, TypeError, ValueError, OverflowError, RecursionError):
            row = []
        if self.path != "/predict" or not row or not all(math.isfinite(value) for value in row):
            self.close_connection = True  # what is left of the body is not read
            self.answer(400, {"error": f"expected a number for each of {data.FEATURES}"})
            return
        score = self.model.predict_proba(pd.DataFrame([row], columns=data.FEATURES))[0, 1]
        self.answer(200, {"churn": round(float(score), 4)})

    def answer(self, status: int, content: dict) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the model on this machine.")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--port", type=int, default=8080)
    args = parser.parse_args()

    Handler.model = joblib.load(args.model)
    with ThreadingHTTPServer(("127.0.0.1", args.port), Handler) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
