#!/usr/bin/env python3
"""Records what the model says in floating point about the sentences below, for parity_test.go.

    python3 record.py [WEIGHTS] > parity.json        (needs numpy)

A plain and slow reading of the weight file, written apart from the Go code: weights as stored, activations not rounded.
Run it again whenever ../weights/model.int8.bin, which is read if no file is named, changes.
"""
import hashlib
import json
import math
import os
import struct
import sys
import unicodedata

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
FILE = sys.argv[1] if sys.argv[1:] else HERE + "/../weights/model.int8.bin"

SENTENCES = """
Valdoria accused Kestan of sending drones across the Sarel River .
" We will not be intimidated , " Prime Minister Elena Marsh told reporters outside parliament .
The European Union condemned the strike and urged both sides to return to talks .
Kestan 's defence ministry denied the allegation on Tuesday .
He did n't say whether U.N. observers would be allowed to visit the site .
A 28 - year - old nurse was among the three people killed by the explosion , officials said .
The U.S. has not yet decided if it will supply air - defence systems to Valdoria .
Police in Marova arrested a dozen demonstrators who had thrown stones at the embassy .
The ruling was welcomed by opposition leaders , but the government said that it would appeal .
Oskar Lind threatened to block the strait unless the court 's decision is overturned .
The two ministers agreed to propose a cease - fire and an exchange of prisoners .
SEOUL , Nov. 4 ( Agency ) — North Korea fired two ballistic missiles into the sea , the South 's military said .
Sanctions were imposed on four banks , two shipping companies and the president 's brother .
Is the bloc going to send more weapons ?
Neither the bank nor its lawyers replied to a request for comment .
“ What are they waiting for ? ” asked Marsh , whose party lost 12 seats in the 2021 election .
Talks between Tehran and Washington broke down in May after both refused to give ground .
Gen. Ilya J. Torvald , a spokesman for the army , called the report “ an invention ” .
The company bought 3,500 tonnes of wheat for $ 1.2 billion from Russian suppliers .
Hundreds of workers are expected to strike over pay on Friday , according to their union .
Brussels wants Ankara to stop the flow of migrants , which has doubled since 2019 .
Having visited the front line , Ms. Brandt promised to ask parliament for further aid .
The minister for trade , Lucas Adeyemi , resigned .
There are fears that the militia may be planning another attack on the port of Harun .
France and Germany jointly called on Israel and Hamas to respect the truce brokered by Qatar .
The Kremlin - backed party 's candidate conceded defeat late on Sunday .
No one was hurt .
It was the first time the two leaders had met since the border war ended in 1998 .
Aid agencies such as the Red Crescent say they ca n't reach the besieged city .
The president has been accused of bribery , which she denies , and may face trial in The Hague .
Protesters burned flags and chanted slogans against the deal .
Poland 's parliament voted 231 to 198 to withdraw its troops from the mission in Mali .
If the vote passes , NATO would begin moving equipment to Ådal and Malmö within weeks .
" I 've never seen anything like it , " said Tomás Rey , 61 , a fisherman from the village of Punta Alta .
Both Chinese firms , Huaxin and Delong , were added to the list by the Commerce Department yesterday .
Meanwhile , in the north , rebels led by Abdi Warsame seized the town 's airport .
Why did the mediators leave so soon ?
The treaty , signed in 2003 and never ratified , bans the testing of nuclear weapons .
Villagers whose homes were destroyed by the flood have been given tents , blankets and rice .
Lawmakers rejected the bill .
""".strip().split("\n")


def load():
    raw = open(FILE, "rb").read()
    size, = struct.unpack_from("<I", raw)
    header, at, tensors = json.loads(raw[4:4 + size]), 4 + size, {}
    while at < len(raw):
        n, rank = struct.unpack_from("<HB", raw, at)
        name, at = raw[at + 3:at + 3 + n].decode(), at + 3 + n
        dims, at = struct.unpack_from(f"<{rank}I", raw, at), at + 4 * rank
        if rank == 1:
            tensors[name], at = np.frombuffer(raw, "<f4", dims[0], at), at + 4 * dims[0]
            continue
        rows, width = dims[::-1] if name == "W" else dims
        scale, at = np.frombuffer(raw, "<f4", rows, at), at + 4 * rows
        codes, at = np.frombuffer(raw, "i1", rows * width, at).reshape(rows, width), at + rows * width
        tensors[name] = codes * scale[:, None]
    return hashlib.sha256(raw).hexdigest(), header, tensors


DIGEST, HEADER, T = load()
VOCABULARY = {piece: i for i, piece in enumerate(HEADER["vocab"])}
SAME = {"“": '"', "”": '"', "``": '"', "''": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "--": "-", "…": "..."}


def pieces(word):
    plain = unicodedata.normalize("NFD", SAME.get(word, word).replace("’", "'").lower())
    runs, run = [], ""
    for c in plain:
        kind = unicodedata.category(c)
        if kind == "Mn":
            continue
        if kind[0] == "P" or c in "$+<=>^`|~":
            runs, run = runs + [run, c], ""
        else:
            run += c
    out = []
    for run in filter(None, runs + [run]):
        at, ids = 0, []
        while at < len(run):
            end = len(run)
            while end > at and ("##" if at else "") + run[at:end] not in VOCABULARY:
                end -= 1
            if end == at:
                ids = [VOCABULARY["[UNK]"]]
                break
            ids.append(VOCABULARY[("##" if at else "") + run[at:end]])
            at = end
        out += ids
    return out[:12]


def shape(word):
    letters = [c for c in word if c.isalpha()]
    upper = [c.isupper() for c in letters]
    if any(c.isdigit() for c in word):
        return (2 if word.isdigit() else 3) if not letters else 5 if any(upper) else 4
    if not letters:
        return 1
    plain = word.isalpha()
    if not any(upper):
        return 6 if plain else 7
    if all(upper):
        return (8 if len(word) == 1 else 9) if len(letters) == 1 else 10 if plain else 11
    if upper[0] and sum(upper) == 1:
        return 12 if plain else 13
    return 14 if upper[0] else 15


def linear(x, name):
    return x @ T[name + ".weight"].T + T[name + ".bias"]


def norm(x, name):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * T[name + ".weight"] + T[name + ".bias"]


erf = np.vectorize(math.erf)


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def encode(ids, shapes):
    x = norm(T["e.we.weight"][ids] + T["e.pe.weight"][:len(ids)] + T["e.te.weight"][0] + T["e.se.weight"][shapes], "e.n")
    mix, out = softmax(T["mix"]), 0
    for i in range(HEADER["layers"]):
        at = f"e.L.{i}."
        heads = [linear(x, at + n).reshape(len(ids), -1, 32).transpose(1, 0, 2) for n in "qkv"]
        weight = softmax(heads[0] @ heads[1].transpose(0, 2, 1) / math.sqrt(32))
        x = norm(x + linear((weight @ heads[2]).transpose(1, 0, 2).reshape(len(ids), -1), at + "o"), at + "n1")
        wide = linear(x, at + "f1")
        x = norm(x + linear(wide * 0.5 * (1 + erf(wide / math.sqrt(2))), at + "f2"), at + "n2")
        out = out + mix[i] * x
    return out * T["g"][0]


def best_tree(score):
    """Heads of the best tree with one root; score[dependent, head]."""
    score = score.copy()
    score[1:, 0] -= len(score) * (score.max() - score.min()) + 1
    np.fill_diagonal(score, -np.inf)

    def solve(nodes, score):    # nodes: {node: original nodes merged in it}; score: {(dependent, head): (value, original arc)}
        head = {d: max((h for h in nodes if (d, h) in score), key=lambda h: score[d, h][0]) for d in nodes if d != 0}
        for start in head:
            path = [start]
            while path[-1] in head and head[path[-1]] not in path:
                path.append(head[path[-1]])
            if path[-1] in head:
                cycle = path[path.index(head[path[-1]]):]
                break
        else:
            return dict(score[d, h][1] for d, h in head.items())
        new, rest = max(nodes) + 1000, {n: m for n, m in nodes.items() if n not in cycle}
        merged = {k: v for k, v in score.items() if k[0] in rest and k[1] in rest}
        for k in rest:
            into = [(score[c, k][0] - score[c, head[c]][0], score[c, k][1]) for c in cycle if (c, k) in score]
            out = [score[k, c] for c in cycle if (k, c) in score]
            if into:
                merged[new, k] = max(into)
            if out:
                merged[k, new] = max(out)
        found = solve({**rest, new: set().union(*(nodes[c] for c in cycle))}, merged)
        kept = [c for c in cycle if not nodes[c] & found.keys()]       # all but the one that was entered
        return {**found, **dict(score[c, head[c]][1] for c in kept)}

    n = len(score)
    arcs = {(d, h): (score[d, h], (d, h)) for d in range(1, n) for h in range(n) if d != h}
    found = solve({i: {i} for i in range(n)}, arcs)
    return [0] + [found[d] for d in range(1, n)]


def best_names(score):
    labels = HEADER["NER"]
    allowed = np.array([[0 if b[0] != "I" or a[1:] == b[1:] else -1e9 for b in labels] for a in labels])
    total, back = score[0] + np.array([-1e9 if b[0] == "I" else 0 for b in labels]), []
    for row in score[1:]:
        step = total[:, None] + allowed
        back.append(step.argmax(0))
        total = step.max(0) + row
    out = [int(total.argmax())]
    for b in reversed(back):
        out.append(int(b[out[-1]]))
    return [labels[i] for i in reversed(out)]


def leaky(x):
    return np.where(x < 0, 0.1 * x, x)


def read(words):
    split = [pieces(w) for w in words]
    shapes = [shape(w) for w in words]
    ids = [VOCABULARY["[CLS]"]] + [p for s in split for p in s] + [VOCABULARY["[SEP]"]]
    x = encode(ids, [0] + [k for k, s in zip(shapes, split) for _ in s] + [0])
    rows, at = [x[0]], 1
    for s in split:
        rows.append(x[at:at + len(s)].mean(0))
        at += len(s)
    x = np.concatenate([np.array(rows), T["sh.weight"][[0] + shapes]], 1)
    ones = np.ones((len(x), 1))
    ah, ad, lh, ld = (leaky(linear(x, n)) for n in ("ah", "ad", "lh", "ld"))
    lh, ld = np.concatenate([lh, ones], 1), np.concatenate([ld, ones], 1)
    heads = best_tree(np.concatenate([ad, ones], 1) @ T["U"] @ ah.T)
    tags, labels = ({v: k for k, v in HEADER[n].items()} for n in ("TAG", "LAB"))
    relations = ((ld @ T["W"].T).reshape(len(x), len(labels), -1) * lh[heads][:, None]).sum(-1)
    relations[:, HEADER["LAB"]["root"]] -= 1e4
    return dict(words=words, tags=[tags[i] for i in linear(x, "tag")[1:].argmax(-1)], heads=[h - 1 for h in heads[1:]],
                labels=["root" if h == 0 else labels[i] for h, i in zip(heads[1:], relations[1:].argmax(-1))],
                names=best_names(linear(x, "ner")[1:]))


if __name__ == "__main__":
    lines = [json.dumps(read(s.split()), ensure_ascii=False) for s in SENTENCES]
    print('{"weights": "%s",\n"sentences": [\n%s\n]}' % (DIGEST, ",\n".join(lines)))
