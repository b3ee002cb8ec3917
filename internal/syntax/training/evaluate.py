"""Figures of a weight file on held-out sets, computed as the program computes: int8 weights, inputs rounded to 7 bits.

  python evaluate.py FILE [SET...]      sets: ewt-test pud-news pud-wiki gum-news-test dev (the annotated one); default all
"""
import json
import sys

import data
import events
from apply import name_spans, run
from export import read, round_inputs
from tokens import Pieces

SETS = ["ewt-test", "pud-news", "pud-wiki", "gum-news-test", "dev"]


def encode(sentences, pieces):
    for s in sentences:
        s.code = pieces.encode(s.words)
    return sentences


def parses(sentences):
    """UPOS, XPOS, UAS and LAS (without subtypes, punctuation included), and LAS without punctuation."""
    n = upos = xpos = uas = las = words = lexical = 0
    for s in sentences:
        for i, (tag, head, rel) in enumerate(zip(s.tags, s.heads, s.rels), 1):
            u, x = tag.split("|", 1)
            arc = s.tree.heads[i] == head
            right = arc and s.tree.rels[i].split(":")[0] == rel.split(":")[0]
            n, upos, xpos = n + 1, upos + (s.tree.upos[i] == u), xpos + (s.xpos[i - 1] == x)
            uas, las = uas + arc, las + right
            if u != "PUNCT":
                words, lexical = words + 1, lexical + right
    return dict(upos=100 * upos / n, xpos=100 * xpos / n, uas=100 * uas / n, las=100 * las / n, las_words=100 * lexical / words)


def names(sentences):
    """F1 of the spans of names, of all and of each kind."""
    hit, found, gold = ({k: 0 for k in ("PER", "ORG", "LOC")} for _ in range(3))
    for s in sentences:
        g = name_spans(s.names)
        for out, spans in ((hit, g & s.best), (found, s.best), (gold, g)):
            for _, _, kind in spans:
                out[kind] += 1
    out = {k: events.f1(hit[k], found[k], gold[k]) for k in hit}
    out["names"] = events.f1(*(sum(x.values()) for x in (hit, found, gold)))
    return out


def figures(model, header, sentences, half=False):
    run(model, header, sentences, half=half)
    out = parses(sentences) if sentences[0].tags else {}
    if sentences[0].names:
        out.update(names(sentences))
    if sentences[0].raw is not None and model.ev:
        for s in sentences:
            data.align(s)
        out.update(events.score(sentences, header["thresholds"]))
    return out


def load(name):
    return data.annotated(data.SHARED + "/annotated/dev.jsonl") if name == "dev" else data.treebank(name)


def show(name, result):
    print(name, " ".join(f"{k} {v:.1f}" for k, v in result.items() if not isinstance(v, dict)), flush=True)
    if "types" in result:
        print("   ", json.dumps(result["types"]), flush=True)


if __name__ == "__main__":
    model, header = read(sys.argv[1])
    round_inputs(model)
    pieces = Pieces(header["vocab"])
    for name in sys.argv[2:] or SETS:
        show(name, figures(model, header, encode(load(name), pieces)))
