"""What scikit-learn says of a table, and None where a metric has no denominator: there the gate gives no value."""

import math
import warnings

import numpy as np
from sklearn import metrics as sk

warnings.filterwarnings("ignore")

AVERAGES = ["macro", "micro", "weighted"]
CLASSES = ["accuracy", "balanced_accuracy", "mcc", *[f"{of}_{a}" for of in ("precision", "recall", "f1") for a in AVERAGES]]
RATES = ["selection_rate", "true_positive_rate", "false_positive_rate", "true_negative_rate", "false_negative_rate"]
BINARY = ["precision", "recall", "f1", *RATES]
SCORES = ["roc_auc", "pr_auc", "log_loss", "brier", "ece"]
NUMBERS = ["mae", "mse", "rmse", "r2", "mape", "pinball"]

OF = {"precision": sk.precision_score, "recall": sk.recall_score, "f1": sk.f1_score}


def classes(name, truth, predicted):
    if name == "accuracy":
        return sk.accuracy_score(truth, predicted)
    if name == "balanced_accuracy":
        return sk.balanced_accuracy_score(truth, predicted)
    if name == "mcc":
        constant = len(set(truth)) < 2 or len(set(predicted)) < 2
        return None if constant else sk.matthews_corrcoef(truth, predicted)
    of, average = name.split("_")
    return OF[of](truth, predicted, average=average, zero_division=0)


def binary(name, truth, predicted):
    """`truth` and `predicted` are 0 and 1."""
    if name in OF:
        value = OF[name](truth, predicted, zero_division=np.nan)
        return None if math.isnan(value) else value
    if name == "selection_rate":
        return float(np.mean(predicted))
    of = 1 if name in ("true_positive_rate", "false_negative_rate") else 0
    rows = truth == of
    if not rows.any():
        return None
    return float(np.mean(predicted[rows] == (1 if "positive" in name and of == 0 or name == "true_positive_rate" else 0)))


def scores(name, truth, score):
    """`truth` is 0 and 1."""
    if name in ("roc_auc", "pr_auc"):
        if truth.min() == truth.max():
            return None
        return (sk.roc_auc_score if name == "roc_auc" else sk.average_precision_score)(truth, score)
    if name == "log_loss":
        return sk.log_loss(truth, score, labels=[0, 1])
    if name == "brier":
        return sk.brier_score_loss(truth, score, pos_label=1) if truth.min() < truth.max() else float(np.mean((truth - score) ** 2))
    bins = np.clip(np.ceil(score * 15).astype(int) - 1, 0, 14)
    return sum(abs(score[bins == b].sum() - truth[bins == b].sum()) for b in range(15)) / len(truth)


def numbers(name, truth, predicted, quantile):
    if name == "r2":
        return None if len(truth) < 2 or truth.min() == truth.max() else sk.r2_score(truth, predicted)
    if name == "mape":
        return None if (truth == 0).any() else sk.mean_absolute_percentage_error(truth, predicted)
    if name == "pinball":
        return sk.mean_pinball_loss(truth, predicted, alpha=quantile)
    of = {"mae": sk.mean_absolute_error, "mse": sk.mean_squared_error, "rmse": sk.root_mean_squared_error}
    return of[name](truth, predicted)
