"""From text to words to word pieces.

Words follow Universal Dependencies as EWT and GUM apply them, because the parser learns from those treebanks: clitics
are words of their own, hyphens split compounds (but not after prefixes such as "anti-"), abbreviations keep their full
stop, currency signs and units leave the number. The Go tokenizer follows the same rules.
"""
import re
import unicodedata

import numpy as np

# ---------------------------------------------------------------- words

# Prefixes which the treebanks leave attached: "anti-American" is one word, "US-led" is three.
PREFIX = set("""non e mid anti re pre pro co cross post over multi ex sub semi counter mini neo inter socio psycho intra
micro un ultra de pseudo mis""".split())
# Abbreviations whose full stop belongs to them wherever they stand.
ABBREVIATION = set("""mr mrs ms dr st gen sen rep lt col sgt gov jr sr no vs inc co corp ltd etc dept prof rev hon capt
cmdr maj adm pvt cpl jan feb mar apr jun jul aug sep sept oct nov dec mt ft ave pres mass calif approx ph.d e.g i.e
p.m a.m""".split())
WHOLE = re.compile(r"(?:https?://|www\.)\S*[\w/]|[\w.+-]+@[\w-]+\.[\w.]*\w|[A-Za-z][\w-]*\.(?:com|org|net|gov|edu)\b")
DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s+\S)")          # U.S., a.m., the J. of a name
ABBREV = re.compile(r"(\w[\w.]*)\.")
GROUPS = re.compile(r"\d++(?:-\d++){2,}(?!\w)")         # 2024-11-04
NUMBER = re.compile(r"\d++(?:[.,:/]\d++)*+(?=(?P<tail>\w*))")
UNITS = set("""m k b K M mm MM bn tn mn am pm AM PM ft cm kg km mg ml kW MW GW Hz MHz GHz lb lbs oz mph kph kmh hrs hr mins
min sec gb GB MB TB KB kb sq x p f t C F""".split())
CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m)\b", re.I)
NEGATED = re.compile(r"([^\W\d_]+)(n['’]t)\b", re.I)
# A letter run; an apostrophe inside stays when no clitic follows (Qu'ran, O'Connor).
LETTERS = re.compile(r"[^\W_](?:[\w]|['’](?!(?:s|re|ve|ll|d|m)\b)(?=\w)|[&](?=\w))*", re.I)
RUN = re.compile(r"\.{2,}|-{2,}|[!?]{2,}|US\$|''|``")
FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}


def words(text):
    """The words of one sentence as (word, start, end)."""
    out, i, n = [], 0, len(text)
    while i < n:
        if text[i].isspace():
            i += 1
            continue
        for j in _next(text, i):
            out.append((text[i:j], i, j))
            i = j
    return out


def _next(text, i):
    """Ends of the one or two words which begin at i."""
    for pattern in (WHOLE, RUN, DOTTED, GROUPS):
        m = pattern.match(text, i)
        if m:
            return [m.end()]
    m = CLITIC.match(text, i)
    if m and i and text[i - 1].isalnum():
        return [m.end()]
    m = NUMBER.match(text, i)
    if m:       # "30th" and "4G" are one word, "40 km" are two
        return [m.end() if m.group("tail") in UNITS else m.end("tail")]
    m = NEGATED.match(text, i)
    if m:
        return [m.end(1), m.end(2)]
    m = LETTERS.match(text, i)
    if not m:
        return [i + 1]
    end, word = m.end(), m.group().lower()
    if word in FUSED:
        return [i + FUSED[word], end]
    if word in PREFIX and m.group() != word.upper() and re.match(r"-[^\W_]", text[end:end + 2]):
        return [LETTERS.match(text, end + 1).end()]
    dot = ABBREV.match(text, i)
    if dot and dot.group(1).lower() in ABBREVIATION and (word != "no" or re.match(r"\s\d", text[dot.end():dot.end() + 2])):
        return [dot.end()]
    return [end]


# ---------------------------------------------------------------- shapes

SHAPES = 16


def shape(word):
    """One of 16 classes of letter case and digits: the vocabulary of the encoder is lower-cased, so case comes in here."""
    letters = [c for c in word if c.isalpha()]
    digit = any(c.isdigit() for c in word)
    if not letters:
        return 1 if not digit else 2 if word.isdigit() else 3
    upper = [c.isupper() for c in letters]
    plain = word.isalpha()
    if digit:
        return 5 if any(upper) else 4
    if not any(upper):
        return 6 if plain else 7
    if all(upper):
        if len(letters) == 1:
            return 8 if len(word) == 1 else 9
        return 10 if plain else 11
    if upper[0] and not any(upper[1:]):
        return 12 if plain else 13
    return 14 if upper[0] else 15


# ---------------------------------------------------------------- word pieces

SAME = {"“": '"', "”": '"', "``": '"', "''": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "--": "-", "…": "..."}


class Pieces:
    """BERT's lower-casing WordPiece over single words; at most 12 pieces a word."""

    def __init__(self, vocabulary):
        self.list = vocabulary
        self.id = {piece: i for i, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.unk, self.mask = (self.id[x] for x in ("[CLS]", "[SEP]", "[UNK]", "[MASK]"))
        self.cache = {}

    def of(self, word):
        got = self.cache.get(word)
        if got is None:
            got = [p for part in _basic(word) for p in self._split(part)][:12] or [self.unk]
            self.cache[word] = got
        return got

    def _split(self, part):
        out, i = [], 0
        while i < len(part):
            j = len(part)
            while j > i and ("##" if i else "") + part[i:j] not in self.id:
                j -= 1
            if j == i or len(part) > 100:
                return [self.unk]
            out.append(self.id[("##" if i else "") + part[i:j]])
            i = j
        return out

    def encode(self, tokens):
        """Piece ids, the word of each piece (0 is [CLS] as root, words from 1, -1 is [SEP]), shapes of pieces and words."""
        ids, word, shapes, ws = [self.cls], [0], [0], [0]
        for k, token in enumerate(tokens, 1):
            pieces, s = self.of(token), shape(token)
            ids += pieces
            word += [k] * len(pieces)
            shapes += [s] * len(pieces)
            ws.append(s)
        if len(ids) > 511:
            raise ValueError("a sentence of more than 511 word pieces")
        ids, word, shapes = ids + [self.sep], word + [-1], shapes + [0]
        return dict(ids=np.array(ids), word=np.array(word), shapes=np.array(shapes), wshapes=np.array(ws), n=len(ws))


def _basic(word):
    """Lower case, no accents, punctuation and Chinese characters apart."""
    word = SAME.get(word, word).replace("’", "'")
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    out, run = [], ""
    for c in plain:
        alone = _punct(c) or 0x4E00 <= ord(c) <= 0x9FFF
        if alone or c.isspace() or unicodedata.category(c) in ("Cc", "Cf"):
            if run:
                out.append(run)
            if alone:
                out.append(c)
            run = ""
        else:
            run += c
    return out + [run] if run else out


def _punct(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c)[0] == "P"
