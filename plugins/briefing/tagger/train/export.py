"""A trained network to an ONNX file in whole numbers (int8), with what run time must know in its metadata.

Two things keep the answers what they were. A few channels inside the encoder are many times as strong as all others, and one
scale for all would leave the others no resolution: the strongest few of each dense layer are multiplied as they are, beside
the rest in whole numbers. And weights are kept to seven bits: on processors without VNNI instructions the sums of eight-bit
products overflow, and the answers would depend on the machine.
"""

from __future__ import annotations

import copy
import tempfile
import warnings
from collections.abc import Iterable
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .._pieces import SHAPES, WINDOW
from .._viterbi import LABELS
from .examples import Window
from .network import Tagger

OPSET = 17
_STRONG = 4  #: channels multiplied as they are: of 384 or 1,536
_DENSE = ("rise", "fall")  #: the layers that have such channels


class Parted(nn.Module):
    """A dense layer in two parts that add up to it: its strongest channels, and the rest."""

    def __init__(self, whole: nn.Linear, strong: Tensor) -> None:
        super().__init__()
        weights = whole.weight.detach()
        self.register_buffer("strong", strong)
        self.register_buffer("kept", torch.ones(whole.in_features).index_fill(0, strong, 0.0))
        self.few = nn.Parameter(weights[:, strong].T.clone())
        self.rest = nn.Linear(whole.in_features, whole.out_features)
        self.rest.load_state_dict({"weight": weights * self.kept, "bias": whole.bias.detach()})

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.rest(x * self.kept) + x[..., self.strong] @ self.few
        return result


def export(net: Tagger, path: Path, examples: Iterable[Window]) -> None:
    """Write the network to `path`; `examples` show which channels are strong. The same weights give the same bytes."""
    net = parted(net, examples)
    example = (torch.arange(1000, 1017).view(1, -1), torch.arange(17).view(1, -1))
    axes = {name: {1: "pieces"} for name in ("ids", "shapes", "logits")}
    with tempfile.TemporaryDirectory() as folder, torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the newer exporter needs libraries that nothing else does
        whole, small = Path(folder, "whole.onnx"), Path(folder, "small.onnx")
        torch.onnx.export(
            net, example, str(whole), input_names=["ids", "shapes"], output_names=["logits"], dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )
        quantize_dynamic(
            whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"], nodes_to_exclude=_as_they_are(onnx.load(whole)),
        )
        model = onnx.load(small)
    path.write_bytes(_described(model).SerializeToString(deterministic=True))


def parted(net: Tagger, examples: Iterable[Window]) -> Tagger:
    """A copy of the network with its dense layers in two parts."""
    copied = copy.deepcopy(net).eval()
    most: dict[nn.Module, Tensor] = {}

    def watch(layer: nn.Module, inputs: tuple[Tensor, ...], _: Tensor) -> None:
        seen = inputs[0].abs().flatten(0, 1).amax(0)
        most[layer] = torch.maximum(most[layer], seen) if layer in most else seen

    dense = [(layer, name) for layer in copied.layers for name in _DENSE]
    watched = [getattr(layer, name).register_forward_hook(watch) for layer, name in dense]
    with torch.no_grad():
        for window in examples:
            copied(torch.tensor([window.ids]), torch.tensor([window.shapes]))
    for watcher in watched:
        watcher.remove()
    for layer, name in dense:
        whole = getattr(layer, name)
        setattr(layer, name, Parted(whole, most[whole].topk(_STRONG).indices.sort().values))
    return copied


def _as_they_are(model: onnx.ModelProto) -> list[str]:
    """The nodes that stay in floating point: what picks the strong channels, and what multiplies them."""
    constants = {constant.name for constant in model.graph.initializer}
    picked = {node.output[0] for node in model.graph.node if node.op_type == "Gather" and node.input[0] not in constants}
    return [
        node.name for node in model.graph.node
        if node.output[0] in picked or (node.op_type == "MatMul" and node.input[0] in picked)
    ]


def _described(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with what it is, and nothing of where it was made."""
    model.producer_name, model.producer_version, model.doc_string = "briefing-archive", "", "Name tagger. CC BY-SA 4.0; see CARD.md."
    del model.metadata_props[:]
    facts = {"labels": " ".join(LABELS), "window": str(WINDOW), "shapes": str(SHAPES), "encoding": "1", "licence": "CC-BY-SA-4.0"}
    for name, value in facts.items():
        model.metadata_props.add(key=name, value=value)
    return model
