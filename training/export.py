"""A checkpoint to the shipped files: network.onnx and relations.onnx (int8), labels.json.

The relations are a graph of their own, since they are scored for the heads of the finished
tree, which is mended outside the network where the best heads are no tree.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from torch import Tensor, nn

from dateline.annotate.shapes import SHAPE_COUNT
from event_codes import TYPES
from network import REL_WIDTH, Labels, Network

OPSET = 17
ROW_INPUTS = ("pieces", "positions", "shapes", "segments")
INPUTS = (*ROW_INPUTS, "first", "slots", "words", "back")
OUTPUTS = ("upos", "xpos", "arcs", "heads", "rel_dependents", "rel_heads", "mentions")
MENTIONS_OF = "re3d"
# Added to the attention scores of other sentences. Much less would make denormal numbers of
# their exponents, which processors take many times as long to reckon with.
UNSEEN = -60.0


class Exported(nn.Module):
    """The network as it runs: packed rows in, labels and scores out.

    `segments` (rows, pieces) numbers the sentences within a row, 0 for padding: a piece
    attends to its own sentence only. Words of all sentences lie end to end, each sentence
    led by its root; n of them in all. `first` (n,) is each word's first piece, counted through
    the rows; `slots` (sentences, longest) the words of each sentence, padded with 0; `words`
    (sentences,) how many are real, the root included; `back` (n,) each word's place in `slots`
    read flat.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(  # noqa: PLR0913, PLR0917 - the graph has these inputs
        self,
        pieces: Tensor,
        positions: Tensor,
        shapes: Tensor,
        segments: Tensor,
        first: Tensor,
        slots: Tensor,
        words: Tensor,
        back: Tensor,
    ) -> tuple[Tensor, ...]:
        """Return the tensors that OUTPUTS names."""
        same = segments.unsqueeze(1) == segments.unsqueeze(2)
        bias = (1.0 - same.float()).unsqueeze(1) * UNSEEN
        states = self.network.word_states(pieces, positions, shapes, bias, first)
        heads = self.network.heads
        mixed = heads.mixed(states)
        arc_dependents = heads.arc_dependent(mixed["arcs"]) @ heads.arc_product + heads.arc_bias
        arc_heads = heads.arc_head(mixed["arcs"])
        arcs = arc_dependents[slots] @ arc_heads[slots].transpose(1, 2)
        arcs = self._legal_arcs(arcs, words)
        governor = arcs.argmax(-1).reshape(-1)[back]
        return (
            heads.upos(mixed["tags"]).argmax(-1).int(),
            heads.xpos(mixed["tags"]).argmax(-1).int(),
            arcs,
            governor.int(),
            heads.rel_dependent(mixed["rels"]),
            heads.rel_head(mixed["rels"]),
            heads.entities(MENTIONS_OF, mixed["entities"]),
        )

    def _legal_arcs(self, arcs: Tensor, words: Tensor) -> Tensor:
        places = torch.arange(arcs.shape[-1])
        beyond = (places.unsqueeze(0) >= words.unsqueeze(1)).float().unsqueeze(1)
        itself = (places.unsqueeze(0) == places.unsqueeze(1)).float().unsqueeze(0)
        return arcs - (beyond + itself) * 1e4


def _sample_inputs() -> tuple[Tensor, ...]:
    rows, pieces, sentences, words = 2, 24, 3, 7
    count = sentences * words
    return (
        torch.randint(1000, 2000, (rows, pieces)),
        torch.arange(pieces).expand(rows, pieces).contiguous(),
        torch.zeros(rows, pieces, dtype=torch.long),
        torch.ones(rows, pieces, dtype=torch.long),
        torch.randint(0, rows * pieces, (count,)),
        torch.arange(count).view(sentences, words),
        torch.tensor([words, words - 1, 3]),
        torch.arange(count),
    )


class Relations(nn.Module):
    """The relation head: `dependents` (n, 96), `governors` (n, 96), `above` (n,) to labels (n,).

    `above` is the index of each word's head among the n.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.heads = network.heads

    def forward(self, dependents: Tensor, governors: Tensor, above: Tensor) -> Tensor:
        """Return the label of each word's relation to its head."""
        return self.heads.rels(dependents, governors[above]).argmax(-1).int()


def export_relations(network: Network, path: Path) -> None:
    """Write the fp32 graph of the relation head."""
    names = ["dependents", "governors", "above"]
    sample = (torch.randn(5, REL_WIDTH), torch.randn(5, REL_WIDTH), torch.arange(5))
    torch.onnx.export(
        Relations(network).eval(),
        sample,
        str(path),
        input_names=names,
        output_names=["deprels"],
        dynamic_axes={name: {0: "n"} for name in (*names, "deprels")},
        opset_version=OPSET,
        dynamo=False,
    )


def export_float(network: Network, path: Path) -> None:
    """Write the fp32 graph."""
    axes: dict[str, dict[int, str]] = {name: {0: "n"} for name in (*INPUTS, *OUTPUTS)}
    axes |= {name: {0: "rows", 1: "pieces"} for name in ROW_INPUTS}
    axes |= {"slots": {0: "sentences", 1: "longest"}, "words": {0: "sentences"}}
    axes["arcs"] = {0: "sentences", 1: "longest", 2: "longest"}
    torch.onnx.export(
        Exported(network).eval(),
        _sample_inputs(),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Quantise products by weights and tables of embeddings to int8, one scale a channel.

    Products of two results, such as arc scores, stay fp32. Weights have seven bits: eight
    overflow on processors without VNNI instructions, and measured no better.
    """
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    graph = onnx.load(str(prepared)).graph
    weights = {constant.name for constant in graph.initializer}
    quantize_dynamic(
        str(prepared),
        str(target),
        nodes_to_quantize=[_later_name(node) for node in graph.node if _has_weights(node, weights)],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def _has_weights(node: onnx.NodeProto, weights: set[str]) -> bool:
    if node.op_type == "Gather":
        return "/encoder/" in node.name and node.input[0] in weights
    return node.op_type in {"MatMul", "Gemm"} and node.input[1] in weights


def _later_name(node: onnx.NodeProto) -> str:
    """Return the name a node has when its turn comes: the quantiser splits a Gemm in two before."""
    return node.name + "_MatMul" if node.op_type == "Gemm" else node.name


def load_checkpoint(path: Path) -> tuple[Network, Labels]:
    """Read a checkpoint of train.py."""
    saved = torch.load(path)
    labels = Labels(**saved["labels"])
    network = Network(labels, SHAPE_COUNT)
    network.load_state_dict(saved["network"])
    return network.eval(), labels


def main(options: argparse.Namespace) -> None:
    """Export, quantise, and put the files in place one by one."""
    work, out = options.work, options.out
    work.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    network, labels = load_checkpoint(options.checkpoint)
    export_float(network, work / "float.onnx")
    quantise(work / "float.onnx", work / "network.onnx")
    export_relations(network, work / "relations.float.onnx")
    quantise(work / "relations.float.onnx", work / "relations.onnx")
    inventory = {"upos": labels.upos, "xpos": labels.xpos, "deprels": labels.deprels}
    inventory["mentions"] = labels.entities[MENTIONS_OF]
    inventory["events"] = ["", *TYPES.values()]
    (work / "labels.json").write_text(json.dumps(inventory, indent=1) + "\n", "utf-8")
    shutil.copy(options.base / "tokenizer.json", work / "tokenizer.json")
    for name in ("network.onnx", "relations.onnx", "labels.json", "tokenizer.json"):
        shutil.copy(work / name, out / (name + ".new"))
        (out / (name + ".new")).replace(out / name)
    sys.stderr.write(f"{(out / 'network.onnx').stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="the folder with MiniLM's files")
    parser.add_argument("--work", type=Path, required=True, help="a folder for files on the way")
    parser.add_argument("--out", type=Path, required=True)
    main(parser.parse_args())
