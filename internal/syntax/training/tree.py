"""Dependency trees: the best tree for arc scores, and what the event heads read off a tree."""
import numpy as np

NEVER = -1e9


def best_tree(score):
    """Heads of the maximum spanning tree with one root; score[d, h] for dependent d and head h, node 0 is the root."""
    heads = _arborescence(score)
    roots = [i for i in range(1, len(heads)) if heads[i] == 0]
    if len(roots) == 1:
        return heads
    best, value = heads, NEVER
    for root in np.argsort(-score[1:, 0])[:6] + 1:      # the likeliest roots, each as the only one
        s = score.copy()
        s[1:, 0] = NEVER
        s[root, 0] = score[root, 0]
        h = _arborescence(s)
        v = sum(s[i, h[i]] for i in range(1, len(h)))
        if v > value:
            best, value = h, v
    return best


def _arborescence(score):
    """Chu-Liu/Edmonds: take every best head; contract a cycle into one node, solve that, and open the cycle again."""
    score = score.copy()
    np.fill_diagonal(score, NEVER)
    heads = score.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [i for i in range(len(heads)) if i not in set(cycle)]
    cycle, k = np.array(cycle), len(rest)
    small = np.full((k + 1, k + 1), NEVER)
    small[:k, :k] = score[np.ix_(rest, rest)]
    loss = score[cycle][:, rest] - score[cycle, heads[cycle]][:, None]      # entering the cycle at c breaks c's arc
    small[k, :k] = loss.max(0) + score[cycle, heads[cycle]].sum()
    small[:k, k] = score[rest][:, cycle].max(1)
    solved, out = _arborescence(small), heads.copy()
    for a, i in enumerate(rest):
        if i:
            out[i] = cycle[score[i, cycle].argmax()] if solved[a] == k else rest[solved[a]]
    enter = solved[k]
    out[cycle[loss[:, enter].argmax()]] = rest[enter]
    return out


def _cycle(heads):
    state = [0] * len(heads)
    for i in range(1, len(heads)):
        path, j = [], i
        while j and not state[j]:
            state[j] = 1
            path.append(j)
            j = heads[j]
        if j and state[j] == 1:
            return path[path.index(j):]
        for q in path:
            state[q] = 2
    return None


class Tree:
    """A parse with words from 1: heads[i], rels[i], upos[i]; index 0 is the root and holds nothing."""

    def __init__(self, words, heads, rels, upos):
        self.words, self.heads, self.rels, self.upos = [""] + list(words), [0] + heads, [""] + rels, [""] + upos
        self.kids = [[] for _ in self.words]
        for i in range(1, len(self.words)):
            self.kids[self.heads[i]].append(i)
        self.paths = {}         # trigger -> names of the paths to every word

    def head_of(self, span):
        """The word of a span whose head lies outside it."""
        inside = set(span)
        return next((i for i in span if self.heads[i] not in inside and self.rels[i] != "punct"), span[0])

    def nominal(self, head):
        """The words of the noun phrase around a head without its complements: names, adjectives, numbers, possessors."""
        out, stack = {head}, [head]
        while stack:
            for i in self.kids[stack.pop()]:
                if (base(self.rels[i]) in ("flat", "compound", "amod", "nummod") or self.rels[i] == "nmod:poss") \
                        and self.upos[i] in ("PROPN", "ADJ", "NUM", "NOUN") and abs(i - head) <= 6:
                    out.add(i)
                    stack.append(i)
        return out

    def path(self, start, word):
        """The path from start up (^) and down (v) to word as relation labels, at most four steps, else "far"; and the
        same with the preposition of the word, or None without one."""
        up, down = self._ancestors(start), self._ancestors(word)
        for i, node in enumerate(up):
            if node in down:
                j = down.index(node)
                if i + j > 4:
                    break
                steps = ["^" + label(self.rels[x]) for x in up[:i]] + ["v" + label(self.rels[x]) for x in down[:j][::-1]]
                plain = " ".join(steps)
                case = next((self.words[k].lower() for k in self.kids[word] if base(self.rels[k]) == "case"), None)
                return plain, plain + "+" + case if case and j else None
        return "far", None

    def _ancestors(self, i):
        out = [i]
        while self.heads[out[-1]] and len(out) < 5:
            out.append(self.heads[out[-1]])
        return out

    def paths_from(self, start):
        if start not in self.paths:
            self.paths[start] = [("far", None)] + [self.path(start, w) for w in range(1, len(self.words))]
        return self.paths[start]


# Subtypes which tell who does and who suffers; the others are cut.
KEPT = ("nsubj:pass", "nmod:poss", "obl:agent", "acl:relcl")


def base(rel):
    return rel.split(":")[0]


def label(rel):
    return rel if rel in KEPT else base(rel)
