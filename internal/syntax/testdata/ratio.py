#!/usr/bin/env python3
"""Compares the Go encoder with onnxruntime: the same weights and sentences, one thread, pieces a second of CPU time.

    python3 ratio.py        (needs numpy, onnx, onnxruntime; and go)

The graph is what torch.onnx exports for BERT, its products quantised dynamically to int8 per channel, as onnxruntime's own
quantiser does it. Batches are of sentences of like length, as that is fastest for it; padding isn't counted.
"""
import json
import os
import resource
import subprocess
import tempfile
import time

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

import record

HERE = os.path.dirname(os.path.abspath(__file__))
T, WIDTH, HEAD = record.T, 384, 32


def graph():
    nodes, constants = [], []

    def const(value, kind=np.float32):
        name = f"c{len(constants)}"
        constants.append(numpy_helper.from_array(np.ascontiguousarray(value, kind), name))
        return name

    def op(kind, *inputs, **attributes):
        out = f"t{len(nodes)}"
        nodes.append(helper.make_node(kind, list(inputs), [out], **attributes))
        return out

    def norm(x, name):
        return op("LayerNormalization", x, const(T[name + ".weight"]), const(T[name + ".bias"]), axis=-1, epsilon=1e-12)

    def linear(x, name):
        return op("Add", op("MatMul", x, const(T[name + ".weight"].T)), const(T[name + ".bias"]))

    places = op("Slice", const(T["e.pe.weight"] + T["e.te.weight"][0]), const([0], np.int64), op("Gather", op("Shape", "ids"), const([1], np.int64)), const([0], np.int64))
    x = norm(op("Add", op("Gather", const(T["e.we.weight"]), "ids"), places), "e.n")
    split, join = const([0, 0, WIDTH // HEAD, HEAD], np.int64), const([0, 0, WIDTH], np.int64)
    mask = op("Unsqueeze", "mask", const([1, 2], np.int64))
    for i in range(record.HEADER["layers"]):
        at = f"e.L.{i}."
        q, k, v = (op("Transpose", op("Reshape", linear(x, at + n), split), perm=p) for n, p in zip("qkv", ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])))
        weight = op("Softmax", op("Add", op("Div", op("MatMul", q, k), const(HEAD ** 0.5)), mask), axis=-1)
        x = norm(op("Add", x, linear(op("Reshape", op("Transpose", op("MatMul", weight, v), perm=[0, 2, 1, 3]), join), at + "o")), at + "n1")
        wide = linear(x, at + "f1")
        wide = op("Mul", op("Mul", wide, op("Add", op("Erf", op("Div", wide, const(2 ** 0.5))), const(1))), const(0.5))
        x = norm(op("Add", x, linear(wide, at + "f2")), at + "n2")
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["b", "n"]), helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["b", "n"])]
    out = helper.make_tensor_value_info(x, TensorProto.FLOAT, ["b", "n", WIDTH])
    return helper.make_model(helper.make_graph(nodes, "encoder", inputs, [out], constants), opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def onnx_speed(path, sentences, size, seconds=4.0):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    batches = []
    order = sorted(sentences, key=len)
    for i in range(0, len(order), size):
        group = order[i:i + size]
        ids, mask = np.zeros((len(group), len(group[-1])), np.int64), np.full((len(group), len(group[-1])), -1e4, np.float32)
        for r, s in enumerate(group):
            ids[r, :len(s)], mask[r, :len(s)] = s, 0
        batches.append(dict(ids=ids, mask=mask))
    pieces, start = 0, None
    while start is None or time.process_time() - start < seconds:
        for b in batches:
            session.run(None, b)
        if start is None:
            start = time.process_time()         # the first round warms up
        else:
            pieces += sum(map(len, sentences))
    return pieces / (time.process_time() - start)


def go_speed(path):
    """Pieces a second of CPU time: what 100 more rounds cost."""
    used = []
    for rounds in (1, 101):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([BINARY, "-test.run", "XXX", "-test.bench", f"Encode/{path}$", "-test.cpu", "1", "-test.benchtime", f"{rounds}x"], check=True, cwd=HERE + "/..", capture_output=True)
        used.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return 100 * PIECES / (used[1] - used[0])


with open(HERE + "/parity.json", encoding="utf8") as f:
    words = [s["words"] for s in json.load(f)["sentences"]]
V = record.VOCABULARY
SENTENCES = [[V["[CLS]"]] + [p for w in s for p in record.pieces(w)] + [V["[SEP]"]] for s in words]
PIECES = sum(map(len, SENTENCES))
with tempfile.TemporaryDirectory() as folder:
    BINARY = folder + "/syntax.test"
    subprocess.run(["go", "test", "-c", "-o", BINARY, "."], check=True, cwd=HERE + "/..")
    onnx.save(graph(), folder + "/f32.onnx")
    quantize_dynamic(folder + "/f32.onnx", folder + "/int8.onnx", weight_type=QuantType.QInt8, per_channel=True)
    yardstick = 0
    for name, size in (("f32", 8), ("int8", 1), ("int8", 8)):
        yardstick = onnx_speed(f"{folder}/{name}.onnx", SENTENCES, size)
        print(f"onnxruntime {onnxruntime.__version__} {name}, batches of {size}: {yardstick:.0f}", flush=True)
    for path in ("avx2", "vnni"):
        speed = go_speed(path)
        print(f"Go {path}: {speed:.0f}, {speed / yardstick:.2f} of onnxruntime int8", flush=True)
