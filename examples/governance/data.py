"""The customers: made up by a seeded generator, because a public table rarely has what every governance question needs.

Each function gives the same table for the same seed. No row describes a person, and no figure says anything about
customers that exist.
"""

import numpy as np
import pandas as pd

TRAINING_ROWS, TEST_ROWS, MONTH_ROWS = 8000, 2000, 2000
FEATURES = ["tenure_months", "monthly_charge", "support_calls", "days_since_login", "yearly_contract", "discount"]
# The model is audited on these columns. They are no features.
GROUPS = ["gender", "age_band"]


def customers(rng: np.random.Generator, rows: int, price_rise: float = 0.0) -> pd.DataFrame:
    """Customers with a known rule for who leaves: `churn` is drawn with a probability that depends on the features only."""
    age_band = rng.choice(["18-29", "30-49", "50+"], size=rows, p=[0.3, 0.4, 0.3])
    table = pd.DataFrame({
        "tenure_months": rng.gamma(2.0, 14.0, rows).clip(1, 96).round(),
        "monthly_charge": (rng.normal(55, 16, rows) * (1 + price_rise)).clip(15, 140).round(2),
        "support_calls": rng.poisson(1.4, rows),
        # Younger customers look in more often.
        "days_since_login": (rng.exponential(8.0, rows) * np.where(age_band == "18-29", 0.8, 1.05)).clip(0, 60).round(),
        "discount": rng.uniform(0, 0.4, rows).round(2),
        "gender": rng.choice(["female", "male"], size=rows),
        "age_band": age_band,
    })
    table["yearly_contract"] = (rng.random(rows) < 0.25 + 0.004 * table["tenure_months"]).astype(int)
    table["churn"] = (rng.random(rows) < leaves(table)).astype(int)
    return table


def leaves(table: pd.DataFrame) -> pd.Series:
    """The probability of leaving. It is not linear: a high charge matters where the customer is bound by no contract."""
    free = 1 - table["yearly_contract"]
    drive = (
        0.22 * (table["monthly_charge"] - 55) * (0.35 + 0.65 * free)
        + 0.45 * (table["days_since_login"] - 8)
        + 2.2 * (table["support_calls"] - 1.4)
        - 0.14 * (table["tenure_months"] - 28)
        + 4.0 * (free - 0.6)
        - 9.0 * (table["discount"] - 0.2)
        - 0.8
    )
    return 1 / (1 + np.exp(-drive))


def history(seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Customers to learn from, and customers to measure on."""
    table = customers(np.random.default_rng(seed), TRAINING_ROWS + TEST_ROWS)
    return table[:TRAINING_ROWS].reset_index(drop=True), table[TRAINING_ROWS:].reset_index(drop=True)


def next_month(seed: int) -> pd.DataFrame:
    """Customers of the month after, when prices had risen by 8 per cent: what the model meets once it is in use."""
    return customers(np.random.default_rng(seed + 1), MONTH_ROWS, price_rise=0.08)


def booked_late(table: pd.DataFrame, seed: int) -> pd.DataFrame:
    """A flawed history, for the candidate that has to fail: a quarter of the men who left is still booked as customers."""
    late = np.random.default_rng(seed + 2).random(len(table)) < 0.25
    return table.assign(churn=table["churn"].where(~((table["gender"] == "male") & late), 0))
