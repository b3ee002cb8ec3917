"""The treebanks and the annotated sentences as training examples."""
import glob
import gzip
import json
import os
import re

import tokens

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("SHARED", os.path.normpath(HERE + "/../../../../shared"))
NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
TYPES = """AGREES_WITH MEETS SUPPORTS COOPERATES_WITH AIDS SUPPLIES_ARMS_TO CONCEDES_TO WITHDRAWS_FROM URGES DEMANDS
ACCUSES INVESTIGATES CONDEMNS REJECTS THREATENS PROTESTS SANCTIONS DEPLOYS_TO MOBILIZES_AGAINST COERCES ATTACKS""".split()
STATUS = "asserted alleged denied planned hypothetical demanded".split()
SYMMETRIC = {TYPES.index(t) + 1 for t in ("AGREES_WITH", "MEETS", "COOPERATES_WITH")}


class Sentence:
    """Words, and of the gold layers those which the source has: tree (heads, rels, tags), names, events."""

    def __init__(self, words, tags=None, heads=None, rels=None, names=None):
        self.words, self.tags, self.heads, self.rels, self.names = words, tags, heads, rels, names
        self.id = self.text = self.raw = self.spans = self.tree = self.gold = None
        self.events = []        # set by align() once the sentence has a tree
        self.hints = []         # (word, type, weight) of the trigger lexicon, both from 1
        self.fold = False       # held out of training to choose thresholds


# ---------------------------------------------------------------- treebanks

def treebank(name):
    """The sentences of SHARED/treebank/NAME.conllu.gz; those of GUM with names."""
    out, rows = [], []
    with gzip.open(f"{SHARED}/treebank/{name}.conllu.gz", "rt", encoding="utf8") as f:
        for line in f:
            c = line.rstrip("\n").split("\t")
            if len(c) == 10 and c[0].isdigit():
                rows.append(c)
            elif len(c) < 10 and not line.strip() and rows:
                heads, rels = [int(r[6]) for r in rows], [r[7] for r in rows]
                names = gum_names(rows, heads) if name.startswith("gum") else None
                out.append(Sentence([r[1] for r in rows], [r[3] + "|" + r[4] for r in rows], heads, rels, names))
                rows = []
    return out


KIND = {"person": "PER", "organization": "ORG", "place": "LOC"}
LINK = set("of for the - & 's ’s de van von – . al el bin".split())
TITLE = set("""president vice prime minister mr mr. mrs mrs. ms ms. dr dr. doctor professor prof. sir lady lord king queen
prince princess pope senator sen. sen rep. representative governor gov. mayor judge justice chief general gen. colonel
col. captain lieutenant lt. sergeant sgt. major secretary chancellor ambassador saint father reverend rev. emperor czar tsar
director chairman speaker congressman congresswoman deputy former""".split())


def countries():
    with open(HERE + "/countries.txt", encoding="utf8") as f:
        return {line.strip().lower() for line in f if line.strip() and line[0] != "#"}


COUNTRY = countries()


def gum_names(rows, heads):
    """BIO labels from GUM's entities: the proper-noun core of every person, organisation and place headed by a proper noun.

    Made like the annotated sentences: a person without the title, and no countries or demonyms, which the gazetteer of
    the extractor finds without a model: alone they are O here as there, inside a longer name they belong to it.
    """
    word = [r[1] for r in rows]
    upos = [r[3] for r in rows]
    proper = [r[3] == "PROPN" or r[4] in ("NNP", "NNPS") for r in rows]
    mentions = [(b, e, kind, _head(heads, b, e)) for b, e, kind in gum_entities(rows)]
    mentions = sorted((m for m in mentions if upos[m[3]] == "PROPN"), key=lambda m: (m[0] - m[1], m[0]))
    out = ["O"] * len(rows)

    def grow(at, end, step, links):
        """Extend from the head over proper nouns, across at most two linking words ("Bank of the West")."""
        while True:
            k = at + step
            while k != end + step and not proper[k] and word[k].lower() in links and abs(k - at) <= 2:
                k += step
            if k == end + step:
                return at
            # a capitalised noun, number or adjective next to it belongs to the name: "Apollo 11", "Green Party"
            if not proper[k] and not (k == at + step and upos[k] in ("NUM", "NOUN", "ADJ") and word[k][0].isupper()):
                return at
            at = k

    for b, e, kind, h in mentions:
        several = any(b <= b2 and e2 <= e and k2 == kind and h2 != h for b2, e2, k2, h2 in mentions)
        links = LINK if several else LINK | {"and"}         # "Bill and Melinda" are two, "Ways and Means" is one
        right, left = grow(h, e, 1, links), grow(h, b, -1, links)
        while kind == "PER" and left < right and word[left].lower() in TITLE | COUNTRY:
            left += 1
        name = " ".join(word[left:right + 1]).lower()
        people = kind == "PER" and (rows[h][4] == "NNPS" or name in TITLE)      # "Americans", "the President"
        if people or name in COUNTRY or any(x != "O" for x in out[left:right + 1]):
            continue
        for i in range(left, right + 1):
            out[i] = ("B-" if i == left else "I-") + kind
    return out


def gum_entities(rows):
    """Entity brackets of the MISC column as (first, last, kind), the kinds of KIND only."""
    open_, out = [], []
    for i, r in enumerate(rows):
        m = re.search(r"(?:^|\|)Entity=([^|]*)", r[9])
        for e in re.findall(r"\([^()]*\)?|[^()]*\)", m.group(1)) if m else ():
            f = e.strip("()").split("-")
            if e.startswith("(") and e.endswith(")"):
                out.append((i, i, f[1]))
            elif e.startswith("("):
                open_.append((f[0], i, f[1]))
            else:
                k = next((k for k in range(len(open_) - 1, -1, -1) if open_[k][0] == f[0]), None)
                if k is not None:
                    _, b, kind = open_.pop(k)
                    out.append((b, i, kind))
    return [(b, e, KIND[k]) for b, e, k in out if k in KIND]


def _head(heads, b, e):
    return next((i for i in range(b, e + 1) if not b <= heads[i] - 1 <= e), e)


# ---------------------------------------------------------------- annotated sentences

def lexicon_hints():
    """What the extractor's trigger lexicon says of annotated sentences, by their id; the file that $HINTS names is made by
    `go run ./internal/evaluation hints FILE...`. Nothing without it."""
    path = os.environ.get("HINTS")
    if not path:
        return {}
    with open(path, encoding="utf8") as f:
        return {r["id"]: r["hints"] for r in map(json.loads, f)}


def annotated(path):
    """Sentences of a file of the form of SHARED/annotated/train.jsonl, with names; events need a tree first."""
    out, hints = [], lexicon_hints()
    with open(path, encoding="utf8") as f:
        for line in f:
            r = json.loads(line)
            toks = tokens.words(r["text"])
            s = Sentence([w for w, _, _ in toks])
            s.id, s.text, s.raw = r["id"], r["text"], r["events"]
            s.spans = [(b, e) for _, b, e in toks]
            s.gold = {(n["kind"], n["text"]) for n in r["names"]}
            s.names = _bio(s)
            begins = {len(s.text[:b].encode()): i for i, (b, _) in enumerate(s.spans, 1)}
            s.hints = [(begins[at], TYPES.index(t) + 1, w) for at, t, w in hints.get(s.id, ()) if at in begins]
            out.append(s)
    return out


def training_files():
    return [SHARED + "/annotated/train.jsonl"] + sorted(glob.glob(HERE + "/annotated/*.jsonl"))


def occurrences(text, piece):
    """Where a verbatim piece stands, at word beginnings if it does so anywhere."""
    every = [m.start() for m in re.finditer(re.escape(piece), text)]
    return [b for b in every if not (b and text[b - 1].isalnum() and piece[0].isalnum())] or every[:1]


def covered(s, begin, end):
    """The words from 1 which a stretch of characters touches."""
    return [i + 1 for i, (b, e) in enumerate(s.spans) if b < end and e > begin]


def _bio(s):
    out = ["O"] * len(s.words)
    for kind, text in sorted(s.gold, key=lambda n: -len(n[1])):     # long names first: "Gaza" is not a name in "Gaza City"
        for b in occurrences(s.text, text):
            ws = [i - 1 for i in covered(s, b, b + len(text))]
            if all(out[i] == "O" for i in ws):
                for i in ws:
                    out[i] = ("B-" if i == ws[0] else "I-") + kind
    return out


class Event:
    """type from 1; words and head of the trigger; sources and targets as mentions (head, words of all its occurrences)."""

    def __init__(self, type_, words, head, sources, targets, status):
        self.type, self.words, self.head, self.sources, self.targets, self.status = type_, words, head, sources, targets, status


def align(s):
    """Finds triggers and mentions of the annotated events among the words of a parsed sentence."""
    s.events = []
    for e in s.raw:
        near = [occurrences(s.text, m) for m in e["sources"] + e["targets"]]
        places = occurrences(s.text, e["trigger"])
        if not places:
            continue
        # the occurrence nearest to its arguments, where the trigger is written several times
        at = min(places, key=lambda b: sum(min((abs(b - q) for q in n), default=0) for n in near))
        words = covered(s, at, at + len(e["trigger"]))
        if not words:
            continue
        sources, targets = ([m for x in e[k] if (m := _mention(s, x, at))] for k in ("sources", "targets"))
        type_ = TYPES.index(e["type"]) + 1
        if type_ in SYMMETRIC:
            sources = targets = list({m[0]: m for m in sources + targets}.values())
        s.events.append(Event(type_, set(words), s.tree.head_of(words), sources, targets, STATUS.index(e["status"])))


def _mention(s, text, at):
    """(head word of the occurrence nearest to the trigger, words of all occurrences, heads of the others, text)"""
    places = occurrences(s.text, text)
    if not places:
        return None
    spans = [covered(s, b, b + len(text)) for b in sorted(places, key=lambda b: abs(b - at))]
    spans = [w for w in spans if w]
    if not spans:
        return None
    return s.tree.head_of(spans[0]), {w for x in spans for w in x}, {s.tree.head_of(x) for x in spans[1:]}, text.lower()
