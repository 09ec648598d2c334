"""The network: a MiniLM encoder with word shapes, and heads for tags and trees."""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from masks import MaskDropout

WIDTH = 384
ATTENTION_HEADS = 12
LAYERS = 6
INNER = 1536
ARC_WIDTH = 256
REL_WIDTH = 96
ENTITY_WIDTH = 192
HIDDEN_DROPOUT = 0.1
HEAD_DROPOUT = 0.33
TASKS = ("tags", "arcs", "rels", "entities")


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories, each in the order of its scores."""

    upos: list[str]
    xpos: list[str]
    deprels: list[str]
    entities: dict[str, list[str]]


class Embeddings(nn.Module):
    """Words (frozen), positions and shapes."""

    def __init__(self, shapes: int) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(shapes, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = MaskDropout(HIDDEN_DROPOUT)

    def forward(self, pieces: Tensor, positions: Tensor, shapes: Tensor) -> Tensor:
        """Map three of (rows, pieces) to (rows, pieces, 384)."""
        total = self.word(pieces) + self.position(positions) + self.shape(shapes)
        return self.dropout(self.norm(total))


class Layer(nn.Module):
    """One transformer layer, with the norm after each half as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = MaskDropout(HIDDEN_DROPOUT)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Map (rows, pieces, 384) to the same; `bias` is added to the attention scores."""
        rows, length, _ = hidden.shape
        by_head = (rows, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query = self.query(hidden).view(by_head).transpose(1, 2)
        key = self.key(hidden).view(by_head).transpose(1, 2)
        value = self.value(hidden).view(by_head).transpose(1, 2)
        if torch.onnx.is_in_onnx_export():
            scale = (WIDTH // ATTENTION_HEADS) ** -0.5
            weights = torch.softmax(query @ key.transpose(2, 3) * scale + bias, dim=-1)
            seen = weights @ value
        else:
            seen = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        seen = self.output(seen.transpose(1, 2).reshape(rows, length, WIDTH))
        hidden = self.attention_norm(hidden + self.dropout(seen))
        inner = self.narrow(nn.functional.gelu(self.widen(hidden)))
        return self.norm(hidden + self.dropout(inner))


class Encoder(nn.Module):
    """Pieces to the states of every layer."""

    def __init__(self, shapes: int) -> None:
        super().__init__()
        self.embeddings = Embeddings(shapes)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, positions: Tensor, shapes: Tensor, bias: Tensor) -> list[Tensor]:
        """Return the states after the embeddings and after each layer."""
        states = [self.embeddings(pieces, positions, shapes)]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states


class Projection(nn.Module):
    """A linear layer, a leaky ReLU and dropout."""

    def __init__(self, out: int) -> None:
        super().__init__()
        self.linear = nn.Linear(WIDTH, out)
        self.dropout = MaskDropout(HEAD_DROPOUT)

    def forward(self, states: Tensor) -> Tensor:
        """Map (…, 384) to (…, out)."""
        return self.dropout(nn.functional.leaky_relu(self.linear(states), 0.1))


class Heads(nn.Module):
    """Word states of all layers to scores of tags, arcs, relations and entities.

    `states` is (layers, sentences, words + 1, 384); word 0 is the root.
    """

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(len(TASKS), LAYERS + 1))
        self.tag_dropout = MaskDropout(HEAD_DROPOUT)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.arc_dependent = Projection(ARC_WIDTH)
        self.arc_head = Projection(ARC_WIDTH)
        self.arc_product = nn.Parameter(torch.zeros(ARC_WIDTH, ARC_WIDTH))
        self.arc_bias = nn.Parameter(torch.zeros(ARC_WIDTH))
        self.rel_dependent = Projection(REL_WIDTH)
        self.rel_head = Projection(REL_WIDTH)
        count = len(labels.deprels)
        self.rel_product = nn.Parameter(torch.zeros(REL_WIDTH, count * REL_WIDTH))
        self.rel_linear = nn.Linear(2 * REL_WIDTH, count)
        self.entity_inner = nn.ModuleDict({k: Projection(ENTITY_WIDTH) for k in labels.entities})
        self.entity_out = nn.ModuleDict({k: nn.Linear(ENTITY_WIDTH, len(v)) for k, v in labels.entities.items()})

    def mixed(self, states: Tensor) -> dict[str, Tensor]:
        """Mix the layers for each task, by learnt weights that sum to one."""
        weights = torch.softmax(self.mix, dim=-1)
        flat = weights @ states.reshape(LAYERS + 1, -1)
        mixed = flat.view(len(TASKS), *states.shape[1:])
        return dict(zip(TASKS, mixed.unbind(0), strict=True))

    def arcs(self, state: Tensor) -> Tensor:
        """Return (sentences, words + 1, words + 1): the score of each head for each word."""
        heads = self.arc_head(state)
        return (self.arc_dependent(state) @ self.arc_product + self.arc_bias) @ heads.transpose(1, 2)

    def rels(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Score relations for pairs: two of (…, 96) to (…, relations)."""
        product = (dependents @ self.rel_product).unflatten(-1, (-1, REL_WIDTH))
        bilinear = (product @ heads.unsqueeze(-1)).squeeze(-1)
        return bilinear + self.rel_linear(torch.cat((dependents, heads), dim=-1))

    def entities(self, corpus: str, state: Tensor) -> Tensor:
        """Score the BIO tags of one corpus's entity types."""
        return self.entity_out[corpus](self.entity_inner[corpus](state))


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, labels: Labels, shapes: int) -> None:
        super().__init__()
        self.encoder = Encoder(shapes)
        self.heads = Heads(labels)

    def word_states(self, pieces: Tensor, positions: Tensor, shapes: Tensor, bias: Tensor, first: Tensor) -> Tensor:
        """Return (layers, sentences, words + 1, 384), each word by its first piece.

        `first` (sentences, words + 1) counts through the rows of `pieces` laid end to end.
        """
        states = self.encoder(pieces, positions, shapes, bias)
        return torch.stack([state.reshape(-1, WIDTH)[first] for state in states]).float()


_LAYER_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "norm",
}


def load_base(network: Network, folder: Path) -> None:
    """Copy MiniLM's weights in, its token-type row into every shape, and freeze the words."""
    base = load_file(folder / "model.safetensors")
    ours: dict[str, Tensor] = {}
    for index in range(LAYERS):
        for theirs, name in _LAYER_NAMES.items():
            for kind in ("weight", "bias"):
                source = f"encoder.layer.{index}.{theirs}.{kind}"
                ours[f"layers.{index}.{name}.{kind}"] = base[source]
    embeddings = network.encoder.embeddings
    ours["embeddings.word.weight"] = base["embeddings.word_embeddings.weight"]
    ours["embeddings.position.weight"] = base["embeddings.position_embeddings.weight"]
    row = base["embeddings.token_type_embeddings.weight"][:1]
    ours["embeddings.shape.weight"] = row.repeat(embeddings.shape.num_embeddings, 1)
    for kind in ("weight", "bias"):
        ours[f"embeddings.norm.{kind}"] = base[f"embeddings.LayerNorm.{kind}"]
    network.encoder.load_state_dict(ours)
    embeddings.word.weight.requires_grad = False
