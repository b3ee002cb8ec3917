"""Decoding of the event heads into events, and their score against annotated ones."""
from collections import Counter

import numpy as np

from data import SYMMETRIC, TYPES
from tree import base

ANYWAY = 0.25       # without a word above the argument threshold, the best one counts from here
BOTH = 0.6          # one word is source and target at once only if both are likelier than this ("they accuse each other")
INSIDE = ("flat", "compound", "amod", "nmod", "det", "nummod", "case")
JOINS = ("obj", "obl", "xcomp", "compound", "amod", "nmod", "nsubj:pass", "cop", "fixed")


class Found:
    def __init__(self, word, type_, sources, targets, status, sure):
        self.word, self.type, self.sources, self.targets, self.status, self.sure = word, type_, sources, targets, status, sure


def decode(s, thresholds):
    """The events of a sentence which apply.run has been over."""
    types, candidates = s.found
    every = []
    for t in range(1, len(types)):
        sure, type_ = 1 - types[t, 0], int(types[t, 1:].argmax()) + 1
        if sure < thresholds["trigger"] or (t, type_) not in candidates:
            continue
        roles, status = candidates[t, type_]
        if type_ in SYMMETRIC:
            sources = targets = pick(s.tree, roles.mean(1), thresholds["argument"])
        else:
            sources, targets = (pick(s.tree, roles[:, r], thresholds["argument"]) for r in (0, 1))
            for w in set(sources) & set(targets):
                if roles[w].min() < BOTH:
                    (targets if roles[w, 0] >= roles[w, 1] else sources).remove(w)
        every.append(Found(t, type_, sources, targets, int(status.argmax()), sure))
    out = []
    for e in sorted(every, key=lambda e: -e.sure):      # two words of one act ("imposes sanctions"): the surer one stays
        if not any(e.type == k.type and joined(s.tree, e.word, k.word) for k in out):
            out.append(e)
    return sorted(out, key=lambda e: e.word)


def pick(tree, p, threshold):
    """Words above the threshold, best first; of the words of one noun phrase only the best."""
    chosen = [int(w) for w in np.nonzero(p > threshold)[0]] or ([int(p.argmax())] if p.max() > ANYWAY else [])
    out = []
    for w in sorted(chosen, key=lambda w: -p[w]):
        if not any(_inside(tree, w, k) or _inside(tree, k, w) for k in out):
            out.append(w)
    return sorted(out)


def _inside(tree, w, k):
    return tree.heads[w] == k and base(tree.rels[w]) in INSIDE and abs(w - k) <= 4


def joined(tree, a, b):
    """Whether one trigger word hangs on the other by at most two steps such as object or compound."""
    if abs(a - b) > 5:
        return False
    for x, y in ((a, b), (b, a)):
        for _ in range(2):
            if tree.rels[x] not in JOINS:
                break
            x = tree.heads[x]
            if x == y:
                return True
    return False


# ---------------------------------------------------------------- scoring

def _triples(events, argument):
    """(type, source, target) with every pair; symmetric types have each pair of parties once. argument() gives word sets."""
    out = {}
    for type_, sources, targets in events:
        if type_ in SYMMETRIC:
            party = [argument(x) for x in sources]
            pairs = [(a, b) for i, a in enumerate(party) for b in party[i + 1:]] or [(a, None) for a in party]
        else:
            pairs = [(a, b) for a in [argument(x) for x in sources] or [None] for b in [argument(x) for x in targets] or [None]]
        for a, b in pairs:
            if (a or b) and a != b:
                out[type_, a and a[0], b and b[0]] = (type_, a and a[1], b and b[1])
    return list(out.values())


def _same(a, b):
    return a is b is None or bool(a and b and a & b)


def _matches(gold, found, typed=True):
    left, hits = list(gold), 0
    for y, a, b in found:
        for g in left:
            if (g[0] == y or not typed) and (_same(a, g[1]) and _same(b, g[2]) or
                                             (g[0] in SYMMETRIC or not typed) and _same(a, g[2]) and _same(b, g[1])):
                left.remove(g)
                hits += 1
                break
    return hits


def f1(hit, found, gold):
    return 200 * hit / max(1, found + gold)


def score(sentences, thresholds):
    """F1 of triggers, triples and pairs, percent of right statuses, percent of alarms, F1 by type."""
    c, by = Counter(), {t: Counter() for t in TYPES}
    for s in sentences:
        found, left = decode(s, thresholds), list(s.events)
        for g in s.events:
            by[TYPES[g.type - 1]]["gold"] += 1
        for e in found:
            by[TYPES[e.type - 1]]["found"] += 1
            g = next((g for g in left if g.type == e.type and e.word in g.words), None)
            if g:
                left.remove(g)
                by[TYPES[e.type - 1]]["hit"] += 1
                c["status"] += g.status == e.status
        gold = _triples([(g.type, g.sources, g.targets) for g in s.events], lambda m: (m[3], m[1]))
        ours = _triples([(e.type, e.sources, e.targets) for e in found], lambda w: (s.tree.words[w].lower(), s.tree.nominal(w)))
        c["triple"] += _matches(gold, ours)
        c["pair"] += _matches(gold, ours, typed=False)
        c["ours"] += len(ours)
        c["gold"] += len(gold)
        if not s.events:
            c["quiet"] += 1
            c["alarm"] += bool(found)
    hit, found, gold = (sum(t[k] for t in by.values()) for k in ("hit", "found", "gold"))
    return dict(trigger=f1(hit, found, gold), triple=f1(c["triple"], c["ours"], c["gold"]), pair=f1(c["pair"], c["ours"], c["gold"]),
                status=100 * c["status"] / max(1, hit), alarms=100 * c["alarm"] / max(1, c["quiet"]),
                types={t: (round(f1(n["hit"], n["found"], n["gold"])), n["gold"]) for t, n in by.items()})


def choose_thresholds(sentences):
    """The thresholds with the best triples and triggers on sentences outside training; but a long list of parties against
    another, which makes hundreds of pairs, would decide alone."""
    sentences = [s for s in sentences if all(len(e.sources) * len(e.targets) <= 9 for e in s.events)]
    grid = [dict(trigger=a / 100, argument=b / 100) for a in range(20, 75, 5) for b in range(30, 65, 5)]

    def value(t):
        r = score(sentences, t)
        return r["triple"] + 0.5 * r["trigger"]
    return max(grid, key=value)
