"""Writes what the event heads say of a few invented sentences, for the test of the Go port against the same weight file.

  python fixture.py FILE OUT.json

Weights as in the file, activations in full precision, the model's own trees. For every sentence: tokens; heads, rels and
upos of its tree; triggers[word][type], log-probabilities with type 0 for none; candidates, one for every word and type
above 3 %: args[word][SOURCE, TARGET] and status, both probabilities; and the events decoded from them. Words count from 0.
"""
import json
import sys

import numpy as np

from apply import run
from data import STATUS, TYPES, Sentence
from evaluate import encode
from events import decode
from export import read
from tokens import Pieces, words

SENTENCES = """The defence ministers of Norway and Latvia signed an agreement on Tuesday to train Ukrainian pilots.
Rebels shelled the port of Al-Hadra, killing at least 12 people, officials said.
President Mara Lindqvist accused Borduria of jamming its satellites and threatened to expel the ambassador.
The U.S. will impose sanctions on three Syldavian banks, the Treasury Department announced.
Thousands of farmers protested in Brussels against the government's tax plan.
Police arrested the opposition leader's brother and two of her aides after a raid on the party's office.
The World Food Programme called on both sides to let $40m of aid into the besieged city.
Borduria denied that its troops had withdrawn from the border with Syldavia.
Prime Minister Tadeo Ruiz met his Chilean counterpart, who praised the country's pro-democracy movement.
The city council did not discuss the weather.
If the talks fail, the alliance could deploy 3,000 soldiers to the island, Anna Kovač, its spokeswoman, warned.""".split("\n")


def rounded(x):
    return np.round(x.astype(float), 5).tolist()


def record(s, thresholds):
    types, candidates = s.found
    return dict(
        text=s.text, tokens=s.words, heads=[h - 1 for h in s.tree.heads[1:]], rels=s.tree.rels[1:], upos=s.tree.upos[1:],
        triggers=rounded(np.log(types[1:])),
        candidates=[dict(word=w - 1, type=TYPES[y - 1], args=rounded(a[1:]), status=rounded(p)) for (w, y), (a, p) in candidates.items()],
        events=[dict(word=e.word - 1, type=TYPES[e.type - 1], sources=[w - 1 for w in e.sources], targets=[w - 1 for w in e.targets],
                     status=STATUS[e.status]) for e in decode(s, thresholds)])


if __name__ == "__main__":
    model, header = read(sys.argv[1])
    sentences = []
    for text in SENTENCES:
        sentences.append(Sentence([w for w, _, _ in words(text)]))
        sentences[-1].text = text
    run(model, header, encode(sentences, Pieces(header["vocab"])), half=False)
    with open(sys.argv[2], "w", encoding="utf8") as f:
        f.write("[\n" + ",\n".join(json.dumps(record(s, header["thresholds"]), ensure_ascii=False) for s in sentences) + "\n]\n")
