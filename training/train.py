"""Train the network; a checkpoint is kept after each epoch, and training resumes from it."""

import argparse
import random
import sys
import time
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn

from batches import IGNORED, Batch, epoch_batches
from corpora import inventories, read_corpora, training_groups
from dateline.annotate.pieces import WordPieces
from dateline.annotate.shapes import SHAPE_COUNT
from network import Network, load_base

ENCODER_RATE = 3e-4
HEAD_RATE = 1e-3
WARM_UP = 200
WEIGHT_DECAY = 0.01
CLIP = 1.0
TAG_WEIGHT = 0.5
ENTITY_WEIGHTS = {"re3d": 1.0, "gum": 0.5, "names": 0.5, "": 0.0}


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    flat = scores.float().flatten(0, -2)
    return nn.functional.cross_entropy(flat, gold.flatten(), ignore_index=IGNORED)


def loss(network: Network, batch: Batch) -> Tensor:
    """Return the summed loss of all heads that the batch has labels for."""
    heads = network.heads
    states = network.word_states(batch.pieces, batch.positions, batch.shapes, batch.bias, batch.first)
    mixed = heads.mixed(states)
    total = torch.zeros(())
    if bool((batch.heads >= 0).any()):
        tag_state = heads.tag_dropout(mixed["tags"])
        total = total + TAG_WEIGHT * _cross_entropy(heads.upos(tag_state), batch.upos)
        total = total + TAG_WEIGHT * _cross_entropy(heads.xpos(tag_state), batch.xpos)
        total = total + _cross_entropy(_legal_arcs(heads.arcs(mixed["arcs"]), batch), batch.heads)
        total = total + _relation_loss(network, mixed["rels"], batch)
    if batch.corpus:
        scores = heads.entities(batch.corpus, mixed["entities"])
        total = total + ENTITY_WEIGHTS[batch.corpus] * _cross_entropy(scores, batch.tags)
    return total


def _legal_arcs(scores: Tensor, batch: Batch) -> Tensor:
    padding = batch.heads == IGNORED
    padding[:, 0] = False
    return scores.float().masked_fill(padding.unsqueeze(1), -1e4)


def _relation_loss(network: Network, state: Tensor, batch: Batch) -> Tensor:
    heads = network.heads
    known = (batch.heads >= 0).nonzero(as_tuple=True)
    dependents = heads.rel_dependent(state)[known]
    governors = heads.rel_head(state)[known[0], batch.heads[known]]
    return _cross_entropy(heads.rels(dependents, governors), batch.deprels[known])


def optimizer_of(network: Network, steps: int) -> tuple[torch.optim.Optimizer, object]:
    """Return AdamW with two rates, and its schedule: warm-up, then linearly to zero."""
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    groups = [
        {"params": encoder, "lr": ENCODER_RATE},
        {"params": list(network.heads.parameters()), "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(s / WARM_UP, max(0.0, (steps - s) / (steps - WARM_UP)))
    )
    return optimizer, schedule


def main(options: argparse.Namespace) -> None:
    """Train, from the latest checkpoint if there is one."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    pieces = WordPieces.from_file(options.base / "tokenizer.json")
    corpora = read_corpora(options.data)
    labels = inventories(corpora)
    groups = training_groups(corpora, labels, pieces)
    network = Network(labels, SHAPE_COUNT)
    load_base(network, options.base)
    for weight in (network.heads.arc_product, network.heads.rel_product):
        nn.init.xavier_uniform_(weight)
    steps = options.epochs * sum(1 for _ in epoch_batches(groups, random.Random(0)))
    optimizer, schedule = optimizer_of(network, steps)
    latest = options.out / "latest.pt"
    done = 0
    if latest.exists():
        saved = torch.load(latest)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        done = saved["epochs"]
    for epoch in range(done, options.epochs):
        _run_epoch(network, groups, optimizer, schedule, random.Random(options.seed + epoch))
        saved = {
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "epochs": epoch + 1,
            "labels": asdict(labels),
        }
        torch.save(saved, options.out / "writing.pt")
        (options.out / "writing.pt").replace(latest)
        small = {key: saved[key] for key in ("network", "epochs", "labels")}
        torch.save(small, options.out / f"epoch{epoch + 1}.pt")


def _run_epoch(network, groups, optimizer, schedule, rng) -> None:  # type: ignore[no-untyped-def]
    network.train()
    started, seen, summed = time.monotonic(), 0, 0.0
    for number, batch in enumerate(epoch_batches(groups, rng), 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            value = loss(network, batch)
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimizer.step()
        schedule.step()
        seen += int((batch.bias == 0).sum())
        summed += float(value.detach())
        if number % 50 == 0:
            rate = seen / (time.monotonic() - started)
            message = f"step {number} loss {summed / 50:.3f} pieces/s {rate:.0f}"
            sys.stderr.write(message + "\n")
            summed = 0.0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the shared data folder")
    parser.add_argument("--base", type=Path, required=True, help="the folder with MiniLM's files")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    main(parser.parse_args())
