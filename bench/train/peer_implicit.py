"""The peer of the implicit benchmarks: PyPI `implicit`, told what to do by lines of JSON, answering with lines of JSON."""
import json
import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["MKL_NUM_THREADS"] = "1"

import numpy as np
import scipy.sparse as sparse
from implicit.cpu.als import AlternatingLeastSquares

matrix = None


def load(order):
    """Reads starts and columns as 32-bit integers; every entry has the same confidence."""
    global matrix
    starts = np.fromfile(order["starts"], dtype=np.int32)
    columns = np.fromfile(order["columns"], dtype=np.int32)
    values = np.full(len(columns), order["confidence"], np.float32)
    matrix = sparse.csr_matrix((values, columns, starts), shape=(len(starts) - 1, order["items"]))
    return {}


def fit(order):
    """Fits and tells the seconds; with `factors`, writes users and items there after each iteration."""
    model = AlternatingLeastSquares(
        factors=order["rank"],
        regularization=order["regularization"],
        alpha=1.0,
        iterations=order["iterations"],
        num_threads=order["threads"],
        random_state=order["seed"],
    )

    def keep(iteration, *_):
        np.concatenate([model.user_factors.ravel(), model.item_factors.ravel()]).tofile(
            os.path.join(order["factors"], str(iteration))
        )

    started = time.perf_counter()
    model.fit(matrix, show_progress=False, callback=keep if "factors" in order else None)
    return {"seconds": time.perf_counter() - started}


for line in sys.stdin:
    order = json.loads(line)
    print(json.dumps({"load": load, "fit": fit}[order["do"]](order)), flush=True)
