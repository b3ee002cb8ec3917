"""The weight file: writing it, and reading it back for evaluation.

u32 length and a JSON header; then for every tensor u16 length of the name, u8 rank, name, u32 dimensions, and for rank 2
one f32 scale a row and the rows as int8, for rank 1 plain f32; all little-endian. The rows of W (label scores) are its
columns: it is used transposed, yet its dimensions stand as in PyTorch.
"""
import json
import struct

import numpy as np
import torch

from data import TYPES
from model import Model


def quantised(model):
    """(name, dimensions, scales or None, int8 rows or f32 values) of every tensor of the file."""
    state = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    if "ev.path.weight" in state:       # the bias of a path: the type's and the shared one are one table to the reader
        shared = state.pop("ev.shared.weight")
        state["ev.path.weight"] = state["ev.path.weight"] + np.tile(shared, state["ev.path.weight"].shape[1] // 2)
    for name, w in state.items():
        if w.ndim == 1:
            yield name, w.shape, None, w
            continue
        rows = w.T if name == "W" else w
        scale = np.abs(rows).max(1) / 127 + 1e-12
        yield name, w.shape, scale, np.round(rows / scale[:, None]).astype(np.int8)


def write(path, model, header):
    with open(path, "wb") as f:
        head = json.dumps(header, ensure_ascii=False).encode()
        f.write(struct.pack("<I", len(head)) + head)
        for name, dims, scale, values in quantised(model):
            f.write(struct.pack("<HB", len(name), len(dims)) + name.encode() + struct.pack(f"<{len(dims)}I", *dims))
            if scale is not None:
                f.write(scale.astype("<f4").tobytes())
            f.write(values.astype("i1" if scale is not None else "<f4").tobytes())


def read(path):
    """Model with the weights as the file has them, and the header."""
    with open(path, "rb") as f:
        raw = f.read()
    size, = struct.unpack_from("<I", raw)
    header, at, state = json.loads(raw[4:4 + size]), 4 + size, {}
    while at < len(raw):
        n, rank = struct.unpack_from("<HB", raw, at)
        name, at = raw[at + 3:at + 3 + n].decode(), at + 3 + n
        dims, at = struct.unpack_from(f"<{rank}I", raw, at), at + 4 * rank
        if rank == 1:
            state[name], at = np.frombuffer(raw, "<f4", dims[0], at), at + 4 * dims[0]
            continue
        rows, cols = dims[::-1] if name == "W" else dims
        scale, at = np.frombuffer(raw, "<f4", rows, at), at + 4 * rows
        w, at = np.frombuffer(raw, "i1", rows * cols, at).reshape(rows, cols) * scale[:, None], at + rows * cols
        state[name] = w.T if name == "W" else w
    model = Model(header)
    if model.ev:
        state["ev.shared.weight"] = np.zeros(tuple(model.ev.shared.weight.shape), np.float32)
        state.setdefault("ev.lex.weight", np.zeros((len(TYPES) + 1,) * 2, np.float32))      # a file made without hints
    model.load_state_dict({k: torch.from_numpy(np.array(v, np.float32)) for k, v in state.items()})
    return model.eval(), header


def round_inputs(model, bits=7):
    """Makes every Linear round its input to symmetric integers with one scale a row, as the integer kernels in Go do."""
    top = (1 << (bits - 1)) - 1

    def round_input(_, inputs):
        scale = inputs[0].abs().amax(-1, keepdim=True) / top + 1e-12
        return (torch.round(inputs[0] / scale) * scale,)

    for module in model.modules():
        if isinstance(module, torch.nn.Linear):
            module.register_forward_pre_hook(round_input)
