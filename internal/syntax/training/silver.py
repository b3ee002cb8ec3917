"""Trees for news that nobody annotated: where several parsers agree, their word is taken."""
import gzip
import hashlib
import json
import re

import data
import tokens
from apply import run
from export import read

END = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[\"“A-Z])")


def sentences(count, pieces):
    """The first sentences of SHARED/news by the hash of their text; breaks are guessed, odd lengths left out."""
    texts = set()
    with gzip.open(data.SHARED + "/news/articles.jsonl.gz", "rt", encoding="utf8") as f:
        for line in f:
            for paragraph in json.loads(line)["text"].split("\n"):
                texts.update(t for t in END.split(paragraph) if 40 < len(t) < 350 and t[0].isupper() and t[-1] in ".”\"")
    chosen = sorted(texts, key=lambda t: hashlib.sha1(t.encode()).digest())[:count]
    out = [data.Sentence([w for w, _, _ in tokens.words(t)]) for t in chosen]
    for s in out:
        s.code = pieces.encode(s.words)
    return out


def teach(teachers, sentences, tags, labels):
    """Sets as gold the tags, heads and labels in which all teachers (weight files) agree; -100, no lesson, where they do not."""
    said = []
    for path in teachers:
        model, header = read(path)
        model.ev = None
        run(model, header, sentences)
        said.append([[(tags.get(u + "|" + x, -100), h, labels.get(r, -100)) for u, x, h, r in
                      zip(s.tree.upos[1:], s.xpos, s.tree.heads[1:], s.tree.rels[1:])] for s in sentences])
    agreed = words = 0
    for s, *readings in zip(sentences, *said):
        gold = dict(tag=[], head=[], label=[])
        for first, *others in zip(*readings):
            same_tag, same_arc = all(o[0] == first[0] for o in others), all(o[1:] == first[1:] for o in others)
            gold["tag"].append(first[0] if same_tag else -100)
            gold["head"].append(first[1] if same_arc else -100)
            gold["label"].append(first[2] if same_arc else -100)
            agreed, words = agreed + same_arc, words + 1
        s.code["gold"] = gold
    print(f"silver {len(sentences)} sentences, {words} words, the teachers agree on {agreed / words:.1%}", flush=True)
