"""The network: MiniLM's encoder and the heads on it.

The short attribute names of Encoder and Parser are the tensor names of the weight file, fixed by its reader in Go.
Every Linear, Embedding and matrix is stored as int8 rows (export.py), so matrices have at most two dimensions.
"""
import hashlib
import json
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from data import NAMES, STATUS, SYMMETRIC, TYPES
from tokens import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS = 384, 6, 12
SHARED_LAYERS = 4       # the last two are made twice: for tags, trees and names, and for events
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class Layer(nn.Module):
    """A BERT layer. Attention is written out: PyTorch's fused one is slow backwards on a CPU for short sentences."""

    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.f1, self.f2 = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = (f(x).view(b, n, ATTENTION_HEADS, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        weight = torch.softmax(q @ k.transpose(-1, -2) * q.size(-1) ** -0.5 + mask.to(q.dtype), -1).to(v.dtype)
        x = self.n1(x + self.drop(self.o((weight @ v).transpose(1, 2).reshape(b, n, WIDTH))))
        return self.n2(x + self.drop(self.f2(F.gelu(self.f1(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.we, self.pe, self.te = nn.Embedding(vocabulary, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.n, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.se = nn.Embedding(SHAPES, WIDTH)       # the word's shape, added to each of its pieces; starts as no change
        nn.init.zeros_(self.se.weight)
        self.L = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids, shapes, mask):
        """The output of every layer."""
        x = self.we(ids) + self.pe.weight[:ids.size(1)] + self.te.weight[0] + self.se(shapes)
        return through(self.L, self.drop(self.n(x)), mask)

    def load_minilm(self, folder):
        """Takes the pre-trained weights from model.safetensors."""
        with open(folder + "/model.safetensors", "rb") as f:
            raw = f.read()
        if hashlib.sha256(raw).hexdigest() != MINILM_SHA256:
            raise ValueError("model.safetensors is not the all-MiniLM-L6-v2 this recipe was made for")
        size, = struct.unpack("<Q", raw[:8])
        index = json.loads(raw[8:8 + size])

        def tensor(name):
            t = index.get(name) or index["bert." + name]
            begin, end = t["data_offsets"]
            kind = {"F32": np.float32, "F16": np.float16}[t["dtype"]]
            return torch.from_numpy(np.frombuffer(raw[8 + size + begin:8 + size + end], kind).astype(np.float32).reshape(t["shape"]))

        state = {"we.weight": tensor("embeddings.word_embeddings.weight"), "se.weight": self.se.weight.data,
                 "pe.weight": tensor("embeddings.position_embeddings.weight"),
                 "te.weight": tensor("embeddings.token_type_embeddings.weight")}
        pairs = [("n", "embeddings.LayerNorm")]
        for i in range(LAYERS):
            for ours, theirs in (("q", "attention.self.query"), ("k", "attention.self.key"), ("v", "attention.self.value"),
                                 ("o", "attention.output.dense"), ("n1", "attention.output.LayerNorm"),
                                 ("f1", "intermediate.dense"), ("f2", "output.dense"), ("n2", "output.LayerNorm")):
                pairs.append((f"L.{i}.{ours}", f"encoder.layer.{i}.{theirs}"))
        for ours, theirs in pairs:
            for part in ("weight", "bias"):
                state[f"{ours}.{part}"] = tensor(f"{theirs}.{part}")
        self.load_state_dict(state)


def through(layers, x, mask):
    """The output of every layer on input x."""
    hide, out = torch.zeros(mask.shape).masked_fill_(~mask, -1e4)[:, None, None, :], []
    for layer in layers:
        x = layer(x, hide)
        out.append(x)
    return out


def mixed(outputs, mix):
    """A learned mean of the layers: the tasks want different depths."""
    weight = torch.softmax(mix, 0)
    return sum(weight[i] * outputs[i].float() for i in range(len(outputs)))


def with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Words(nn.Module):
    """Base of the heads: a word is the mean of its pieces in a mix of layers, and an embedding of its shape; word 0 is [CLS]."""

    def __init__(self):
        super().__init__()
        self.mix = nn.Parameter(torch.tensor([0.0] * (LAYERS - 1) + [1.0]))
        self.sh = nn.Embedding(SHAPES, 16)
        self.input_drop = nn.Dropout(0.2)

    def words(self, outputs, batch, scale=1.0):
        x = torch.bmm(batch["mean"], mixed(outputs, self.mix) * scale)
        return self.input_drop(torch.cat([x, self.sh(batch["wshapes"])], -1))


WORD = WIDTH + 16


DISTANCES = 13


def distances(words, n):
    """Class of the distance from each of the words to each of n words: 0 itself, then 1, 2, 3, 4-5, 6-9 or more, before or after."""
    d = torch.arange(n)[None] - words[:, None]
    size = torch.bucketize(d.abs(), torch.tensor([1, 2, 3, 4, 6, 10]), right=True)
    return size + (d > 0) * (size > 0) * 6


class Events(Words):
    """Triggers, their arguments and their status, on own last layers: sharing all of them costs trees two points."""

    ARC, ARGUMENT = 128, 96

    def __init__(self, paths):
        super().__init__()
        self.L = nn.ModuleList(Layer() for _ in range(LAYERS - SHARED_LAYERS))
        types, arc = len(TYPES) + 1, self.ARC
        self.t1, self.t2 = nn.Linear(WORD, 256), nn.Linear(256, types)
        self.lex = nn.Linear(types, types, bias=False)      # what a hint of the lexicon adds: at first to its own type
        self.lex.weight.data = torch.diag(torch.tensor([0.0] + [2.0] * len(TYPES)))
        self.te = nn.Embedding(types, 64)
        self.at, self.aw = nn.Linear(WORD + 64, 2 * arc), nn.Linear(WORD, 2 * arc)
        self.us, self.ut = (nn.Parameter(torch.randn(arc + 1, arc + 1) * 0.03) for _ in range(2))
        # Biases of a path for SOURCE and TARGET: of each type, and shared by the types (merged in the weight file).
        # Row 0 is for no path.
        self.path, self.shared = (nn.Embedding(paths, n, padding_idx=0) for n in (2 * types, 2))
        nn.init.zeros_(self.path.weight)
        nn.init.zeros_(self.shared.weight)
        # A second opinion on arguments from trigger, word, path and distance together.
        self.ma, self.mw = nn.Linear(WORD + 64, self.ARGUMENT), nn.Linear(WORD, self.ARGUMENT)
        self.mp, self.md = nn.Embedding(paths, self.ARGUMENT, padding_idx=0), nn.Embedding(DISTANCES, self.ARGUMENT)
        self.mo = nn.Linear(self.ARGUMENT, 2)
        nn.init.normal_(self.mp.weight, std=0.05)
        nn.init.normal_(self.md.weight, std=0.05)
        self.st, self.s2 = nn.Linear(WORD + 64 + WORD, 96), nn.Linear(96, len(STATUS))
        self.drop = nn.Dropout(0.3)

    def encode(self, outputs, mask):
        """The encoder's outputs with the own last layers in the place of its."""
        return outputs[:SHARED_LAYERS] + through(self.L, outputs[SHARED_LAYERS - 1], mask)

    def triggers(self, x, hints):
        """Logits of the types; hints[sentence, word, type] are the weights of the trigger lexicon's rows."""
        if self.training:       # half of the sentences go without, or the heads would lean on the lexicon alone
            hints = hints * (torch.rand(len(hints), 1, 1) < 0.5)
        return (self.t2(self.drop(F.gelu(self.t1(x)))) + self.lex(hints)).float()

    def arguments(self, x, row, word, type_, paths):
        """Scores [event, word, role] and status logits of the events with trigger `word` of sentence `row` and a type.

        paths[event, word, 2] are the two rows of the path table which count for a word.
        """
        at = torch.cat([x[row, word], self.te(type_)], -1)
        ask = self.drop(F.leaky_relu(self.at(at), 0.1)).float().view(-1, 2, self.ARC)
        offer = self.drop(F.leaky_relu(self.aw(x), 0.1)).float().view(x.size(0), x.size(1), 2, self.ARC)
        with torch.autocast("cpu", enabled=False):
            roles = [torch.bmm(with_one(offer[:, :, r])[row], (with_one(ask[:, r]) @ u).unsqueeze(-1)).squeeze(-1)
                     for r, u in enumerate((self.us, self.ut))]
            score = torch.stack(roles, -1) - 2.0        # arguments are rare
            table = self.path.weight.view(-1, len(TYPES) + 1, 2)
            for k in range(2):
                score = score + table[paths[..., k], type_[:, None]] + self.shared(paths[..., k])
        together = self.ma(at).float()[:, None] + self.mw(x).float()[row] + self.mp(paths[..., 0]) + self.mp(paths[..., 1]) \
            + self.md(distances(word, x.size(1)))
        score = score + self.mo(self.drop(F.gelu(together))).float()
        status = self.s2(self.drop(F.gelu(self.st(torch.cat([at, x[row, 0]], -1))))).float()
        return score, status


class Model(Words):
    """Tags, tree and names by itself, events by `ev`, on one encoder `e`."""

    ARC, LABEL = 256, 96

    def __init__(self, header):
        super().__init__()
        self.e = Encoder(len(header["vocab"]))
        tags, labels, arc, lab = len(header["TAG"]), len(header["LAB"]), self.ARC, self.LABEL
        self.g = nn.Parameter(torch.ones(1))
        self.tag, self.ner = nn.Linear(WORD, tags), nn.Linear(WORD, len(NAMES))
        self.ah, self.ad, self.lh, self.ld = (nn.Linear(WORD, n) for n in (arc, arc, lab, lab))
        self.U = nn.Parameter(torch.randn(arc + 1, arc) * 0.03)
        self.W = nn.Parameter(torch.randn(lab + 1, labels * (lab + 1)) * 0.03)
        self.drop = nn.Dropout(0.33)
        self.ev = Events(len(header["PATHS"])) if "PATHS" in header else None

    def encode(self, batch):
        return self.e(batch["ids"], batch["shapes"], batch["mask"])

    def load_minilm(self, folder):
        self.e.load_minilm(folder)
        self.ev.L.load_state_dict(self.e.L[SHARED_LAYERS:].state_dict())

    def parse(self, outputs, batch):
        """Logits of tags, names, arcs [dependent, head], and what labels() needs."""
        x = self.words(outputs, batch, self.g)
        ah, ad, lh, ld = (self.drop(F.leaky_relu(f(x), 0.1)).float() for f in (self.ah, self.ad, self.lh, self.ld))
        with torch.autocast("cpu", enabled=False):
            arcs = with_one(ad) @ self.U @ ah.transpose(1, 2)
        return self.tag(x).float(), self.ner(x).float(), arcs, (with_one(lh), with_one(ld))

    def labels(self, sides, heads):
        """Logits of the relation of every word to the given head."""
        lh, ld = sides
        head = torch.gather(lh, 1, heads.unsqueeze(-1).expand(-1, -1, lh.size(-1))).float()
        z = (ld @ self.W).float().view(*ld.shape[:2], -1, lh.size(-1))
        return (z @ head.unsqueeze(-1)).squeeze(-1)


# ---------------------------------------------------------------- batches

def batches(sentences, pieces, rng=None):
    """Lists of sentence numbers of like length with at most `pieces` pieces each, padding counted; shuffled with rng."""
    order = list(range(len(sentences)))
    if rng:
        rng.shuffle(order)
    order.sort(key=lambda i: len(sentences[i].code["ids"]) + (rng.random() * 3 if rng else 0))
    out, now, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i].code["ids"]))
        if now and longest * (len(now) + 1) > pieces:
            out.append(now)
            now, longest = [], len(sentences[i].code["ids"])
        now.append(i)
    out.append(now)
    if rng:
        rng.shuffle(out)
    return out


def collate(group):
    """Tensors of some sentences; labels are -100 where a sentence has none."""
    long, words, n = max(len(s.code["ids"]) for s in group), max(s.code["n"] for s in group), len(group)
    ids, shapes, wshapes = np.zeros((n, long), np.int64), np.zeros((n, long), np.int64), np.zeros((n, words), np.int64)
    mean, mask, real = np.zeros((n, words, long), np.float32), np.zeros((n, long), bool), np.zeros((n, words), bool)
    hints = np.zeros((n, words, len(TYPES) + 1), np.float32)
    gold = {k: np.full((n, words), -100, np.int64) for k in ("tag", "head", "label", "name")}
    for j, s in enumerate(group):
        c, k = s.code, len(s.code["ids"])
        ids[j, :k], shapes[j, :k], mask[j, :k] = c["ids"], c["shapes"], True
        wshapes[j, :c["n"]], real[j, :c["n"]] = c["wshapes"], True
        for word, type_, weight in s.hints:
            if word < c["n"]:
                hints[j, word, type_] = weight
        piece = np.nonzero(c["word"] >= 0)[0]
        mean[j, c["word"][piece], piece] = 1
        for name, values in c.get("gold", {}).items():
            gold[name][j, 1:c["n"]] = values
    mean /= np.maximum(mean.sum(-1, keepdims=True), 1)
    every = dict(ids=ids, shapes=shapes, mask=mask, mean=mean, wshapes=wshapes, real=real, hints=hints, **gold)
    return {k: torch.from_numpy(v) for k, v in every.items()}
