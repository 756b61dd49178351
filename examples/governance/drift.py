"""Does the data still look like what the model learnt from? An Evidently report of the next month's customers.

    python drift.py --out .
"""

import argparse
from datetime import datetime
from pathlib import Path

from evidently import DataDefinition, Dataset, Report
from evidently.presets import DataDriftPreset

import data

CATEGORIES = ["yearly_contract"]
# The report carries a time. A fixed one keeps the file the same from run to run; a job in production leaves it out.
WHEN = datetime(2026, 1, 31)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the drift report of the next month.")
    parser.add_argument("--out", type=Path, default=Path("."))
    parser.add_argument("--seed", type=int, default=42)
    args = parser.parse_args()

    numbers = [name for name in data.FEATURES if name not in CATEGORIES]
    columns = DataDefinition(numerical_columns=numbers, categorical_columns=CATEGORIES)
    training, _ = data.history(args.seed)
    reference, current = (
        Dataset.from_pandas(table[data.FEATURES], data_definition=columns)
        for table in (training, data.next_month(args.seed))
    )
    report = Report([DataDriftPreset()]).run(current, reference, timestamp=WHEN)
    report.save_json(str(args.out / "outputs" / "evidently.json"))


if __name__ == "__main__":
    main()
