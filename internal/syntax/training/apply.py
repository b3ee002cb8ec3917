"""Running a model over sentences: tags, trees, names, and what the event heads say of every likely trigger."""
import numpy as np
import torch

from data import NAMES, TYPES
from model import batches, collate
from tree import NEVER, Tree, best_tree

LIKELY = 0.03       # a type below this probability is no candidate
# BIO transitions which cannot be: I-X only after B-X or I-X.
STEP = np.array([[NEVER if b[0] == "I" and a[1:] != b[1:] else 0.0 for b in NAMES] for a in NAMES])


def run(model, header, sentences, pieces=3000, half=True):
    """Sets on every sentence: tree (a Tree), xpos and best (spans of names); and found (events) if the model has them.

    found is (types, candidates): probabilities [word, type], and for a (word, type) the pair of arrays
    (probabilities [word, SOURCE or TARGET], probabilities of the statuses). Words count from 1.
    """
    tags, labels = list(header["TAG"]), list(header["LAB"])
    root = header["LAB"]["root"]
    model.eval()
    with torch.no_grad():
        for numbers in batches(sentences, pieces):
            group = [sentences[i] for i in numbers]
            batch = collate(group)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
                outputs = model.encode(batch)
                tag, name, arcs, sides = model.parse(outputs, batch)
            trees, names = torch.log_softmax(arcs.masked_fill(~batch["real"][:, None, :], NEVER), -1), torch.log_softmax(name, -1)
            heads = np.zeros(batch["real"].shape, np.int64)
            for j, s in enumerate(group):
                n = s.code["n"]
                heads[j, :n] = best_tree(trees[j, :n, :n].numpy().astype(np.float64))
            rels = model.labels([x.float() for x in sides], torch.from_numpy(heads))
            rels[:, :, root] = NEVER
            rels, tag = rels.argmax(-1).numpy(), tag.argmax(-1).numpy()
            for j, s in enumerate(group):
                n = s.code["n"]
                full = [tags[t] for t in tag[j, 1:n]]
                rel = ["root" if h == 0 else labels[r] for h, r in zip(heads[j, 1:n], rels[j, 1:n])]
                s.tree = Tree(s.words, [int(h) for h in heads[j, 1:n]], rel, [t.split("|")[0] for t in full])
                s.xpos = [t.split("|", 1)[1] for t in full]
                s.best = name_spans([NAMES[k] for k in viterbi(names[j, 1:n].numpy())])
            if model.ev:
                _events(model, header["PATHS"], group, batch, outputs, half)


def _events(model, paths, group, batch, outputs, half):
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        x = model.ev.words(model.ev.encode(outputs, batch["mask"]), batch)
        types = torch.softmax(model.ev.triggers(x, batch["hints"]), -1).numpy()
    asked = []
    for j, s in enumerate(group):
        s.found = types[j, :s.code["n"]], {}
        asked += [(j, t, y) for t in range(1, s.code["n"]) for y in range(1, len(TYPES) + 1) if types[j, t, y] > LIKELY]
    if not asked:
        return
    row, word, type_ = (torch.tensor(column) for column in zip(*asked))
    table = path_rows([(group[j], t) for j, t, _ in asked], paths, x.size(1))
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        score, status = model.ev.arguments(x, row, word, type_, table)
    score, status = torch.sigmoid(score).numpy(), torch.softmax(status, -1).numpy()
    for k, (j, t, y) in enumerate(asked):
        a = score[k, :group[j].code["n"]].copy()
        a[0] = 0        # the root is no argument
        group[j].found[1][t, y] = a, status[k]


def path_rows(triggers, paths, width):
    """Rows of the path table for the words of each (sentence, trigger): the plain path, and the path with its preposition."""
    out = np.zeros((len(triggers), width, 2), np.int64)
    for k, (s, t) in enumerate(triggers):
        for w, (plain, full) in enumerate(s.tree.paths_from(t)):
            out[k, w] = paths.get(plain, 1), paths.get(full, 0)
    return torch.from_numpy(out)


def viterbi(scores):
    """The best allowed sequence of name labels."""
    best, back = scores[0] + STEP[0], []
    for s in scores[1:]:
        through = best[:, None] + STEP
        back.append(through.argmax(0))
        best = through.max(0) + s
    out = [int(best.argmax())]
    for b in back[::-1]:
        out.append(int(b[out[-1]]))
    return out[::-1]


def name_spans(labels):
    """(first, last, kind) of BIO labels, words from 1."""
    out, begin = set(), None
    for i, x in enumerate(labels + ["O"]):
        if begin is not None and x[0] != "I":
            out.add((begin + 1, i, labels[begin][2:]))
            begin = None
        if x[0] == "B":
            begin = i
    return out
