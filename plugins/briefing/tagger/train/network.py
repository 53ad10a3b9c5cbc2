"""The network: a BERT of few layers, written out, with an embedding of letter shapes and a label for every piece.

Written out so that the exported graph holds nothing but what it needs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from .._pieces import SHAPES
from .._viterbi import LABELS

WIDTH, HEADS, INNER, PLACES, VOCABULARY = 384, 12, 1536, 512, 30522
#: The weights to start from: all-MiniLM-L6-v2, as released.
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "mix": "attention.output.dense",
    "seen": "attention.output.LayerNorm", "rise": "intermediate.dense", "fall": "output.dense", "done": "output.LayerNorm",
}
_NEVER = -1e4


class Layer(nn.Module):
    """Attention, then two dense layers."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mix = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.rise, self.fall = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.seen, self.done = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        query, key, value = (self._heads(dense(x)) for dense in (self.query, self.key, self.value))
        scores = query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        weights = torch.softmax(scores if bias is None else scores + bias, -1)
        mixed = (weights @ value).transpose(1, 2).reshape(x.shape[0], -1, WIDTH)
        x = self.seen(x + self.mix(mixed))
        return self.done(x + self.fall(functional.gelu(self.rise(x))))

    @staticmethod
    def _heads(x: Tensor) -> Tensor:
        return x.reshape(x.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)


class Tagger(nn.Module):
    """Ids and shapes of pieces to scores of labels; both [windows, pieces]. Without a mask, every piece is read."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.shapes, self.norm = nn.Embedding(SHAPES, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop, self.head = nn.Dropout(0.1), nn.Linear(WIDTH, len(LABELS))
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        places = torch.cumsum(torch.ones_like(ids), 1) - 1
        x = self.norm(self.words(ids) + self.places(places) + self.shapes(shapes))
        bias = None if mask is None else (1 - mask.to(x.dtype))[:, None, None, :] * _NEVER
        for layer in self.layers:
            x = layer(x, bias)
        return self.head(self.drop(x))


def encoder(path: Path) -> dict[str, Tensor]:
    """The weights of the encoder's file under this network's names; ValueError where it is not the file that is meant."""
    if hashlib.sha256(path.read_bytes()).hexdigest() != ENCODER_SHA256:
        raise ValueError(f"{path} is not the encoder that this was made for: its SHA-256 is not {ENCODER_SHA256}")
    old = {name.removeprefix("bert."): weights for name, weights in load_file(path).items()}
    new = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "places.weight": old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0],
    }
    for part in ("weight", "bias"):
        new[f"norm.{part}"] = old[f"embeddings.LayerNorm.{part}"]
        for layer in range(6):
            for ours, theirs in _NAMES.items():
                new[f"layers.{layer}.{ours}.{part}"] = old[f"encoder.layer.{layer}.{theirs}.{part}"]
    return new


def begun(layers: int, weights: Mapping[str, Tensor]) -> Tagger:
    """A network of so many layers that starts from `weights`: its lowest layers, and whatever else they have."""
    net = Tagger(layers)
    known = net.state_dict()
    net.load_state_dict(known | {name: weights[name] for name in known if name in weights})
    return net
