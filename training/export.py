"""Write the precise tagger as an ONNX file in eight bits, and its vocabulary beside it.

usage: python training/export.py CHECKPOINT.pt OUT_FOLDER        (needs torch and onnx; see names_precise.py)

The graph is built by hand from the checkpoint: embeddings, twelve layers, both heads beside one another. Weights of the
matrices and of the embeddings are quantised to eight bits (one scale for each column). Activations are quantised when
it runs, but not those of the two wide matrices of each layer: they made four fifths of the loss (mean change of a
word's likelihoods .017 with them, .004 without).
"""

from __future__ import annotations

import sys
import tempfile
import zlib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

_HEADS = 12
_LONGEST = 512


class Graph:
    """Nodes and weights as they are added; every method gives the name of what it adds."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.count = 0

    def weight(self, value: np.ndarray, name: str = "") -> str:
        self.count += 1
        name = name or f"w{self.count}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, op: str, *inputs: str, **attributes: object) -> str:
        self.count += 1
        out = f"x{self.count}"
        self.nodes.append(helper.make_node(op, list(inputs), [out], name=f"n{self.count}", **attributes))
        return out

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        return self.add("Add", self.add("MatMul", x, self.weight(weight.T)), self.weight(bias))

    def norm(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        return self.add("LayerNormalization", x, self.weight(weight), self.weight(bias), axis=-1, epsilon=1e-12)


def build(state: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Give the graph: `pieces` (batch, size) of int64, padded with 1, to `scores` (batch, size, both heads' labels)."""
    g = Graph()
    hidden = state["word.weight"].shape[1]
    size = g.add("Shape", "pieces", start=1, end=2)
    places = g.add("Slice", g.weight(state["pos"][:_LONGEST]), g.weight(np.array([0])), size)
    x = g.add("Add", g.add("Gather", g.weight(state["word.weight"], "words"), "pieces"), places)
    x = g.norm(x, state["ln.weight"], state["ln.bias"])
    empty = g.add("Cast", g.add("Equal", "pieces", g.weight(np.array(1, dtype=np.int64))), to=TensorProto.FLOAT)
    mask = g.add(
        "Unsqueeze", g.add("Mul", empty, g.weight(np.array(-1e4, dtype=np.float32))), g.weight(np.array([1, 2]))
    )
    split = g.weight(np.array([0, 0, _HEADS, hidden // _HEADS]))
    whole = g.weight(np.array([0, 0, hidden]))
    scale = g.weight(np.array((hidden // _HEADS) ** -0.5, dtype=np.float32))
    layer = 0
    while f"layers.{layer}.q.weight" in state:
        of = lambda part, at=layer: state[f"layers.{at}.{part}"]  # noqa: E731
        q, k, v = (g.add("Reshape", g.linear(x, of(f"{p}.weight"), of(f"{p}.bias")), split) for p in ("q", "k", "v"))
        q, v = (g.add("Transpose", y, perm=[0, 2, 1, 3]) for y in (q, v))
        k = g.add("Transpose", k, perm=[0, 2, 3, 1])
        seen = g.add("Softmax", g.add("Add", g.add("Mul", g.add("MatMul", q, k), scale), mask), axis=-1)
        y = g.add("Reshape", g.add("Transpose", g.add("MatMul", seen, v), perm=[0, 2, 1, 3]), whole)
        x = g.norm(g.add("Add", x, g.linear(y, of("ao.weight"), of("ao.bias"))), of("aln.weight"), of("aln.bias"))
        y = g.linear(x, of("fi.weight"), of("fi.bias"))
        half = g.add("Mul", y, g.weight(np.array(0.5, dtype=np.float32)))
        bent = g.add("Erf", g.add("Div", y, g.weight(np.array(2**0.5, dtype=np.float32))))
        y = g.add("Mul", half, g.add("Add", bent, g.weight(np.array(1, dtype=np.float32))))
        x = g.norm(g.add("Add", x, g.linear(y, of("fo.weight"), of("fo.bias"))), of("oln.weight"), of("oln.bias"))
        layer += 1
    heads = [np.concatenate([state[f"name.{part}"], state[f"org.{part}"]]) for part in ("weight", "bias")]
    scores = g.linear(x, *heads)
    g.nodes.append(helper.make_node("Identity", [scores], ["scores"]))
    graph = helper.make_graph(
        g.nodes, "names",
        [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["batch", "size"])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", "size", heads[1].shape[0]])],
        g.weights,
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def wide_products(model: onnx.ModelProto) -> dict[str, str]:
    """Give the name of each product with a wide matrix (one side four times the other), and its matrix's name."""
    shapes = {weight.name: tuple(weight.dims) for weight in model.graph.initializer}
    found = {}
    for node in model.graph.node:
        shape = shapes.get(node.input[1], ()) if node.op_type == "MatMul" else ()
        if len(shape) == 2 and max(shape) == 4 * min(shape):
            found[node.name] = node.input[1]
    return found


def store_in_eight_bits(model: onnx.ModelProto, names: set[str]) -> None:
    """Store these weights in eight bits, to be turned back into floats when the model runs."""
    for weight in [w for w in model.graph.initializer if w.name in names]:
        value = numpy_helper.to_array(weight)
        scale = np.maximum(np.abs(value).max(0), 1e-12).astype(np.float32) / 127
        narrow = np.clip(np.round(value / scale), -127, 127).astype(np.int8)
        parts = {"_narrow": narrow, "_scale": scale, "_zero": np.zeros(len(scale), dtype=np.int8)}
        model.graph.initializer.remove(weight)
        model.graph.initializer.extend(numpy_helper.from_array(part, weight.name + end) for end, part in parts.items())
        inputs = [weight.name + end for end in parts]
        model.graph.node.insert(0, helper.make_node("DequantizeLinear", inputs, [weight.name], axis=1))


def main() -> None:
    stored = torch.load(sys.argv[1], weights_only=False)
    out = Path(sys.argv[2])
    state = {name: value.float().numpy() for name, value in stored["model"].items()}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        model = build(state)
        wide = wide_products(model)
        onnx.save(model, plain)
        small = Path(folder) / "small.onnx"
        quantize_dynamic(
            plain, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False, nodes_to_exclude=list(wide)
        )
        model = onnx.load(small)
        store_in_eight_bits(model, set(wide.values()))
        onnx.save(model, out / "names-precise.onnx")
    lines = "\n".join(
        f"{p}\t{s:.4f}" for p, s in zip(stored["pieces"].tolist(), stored["scores"].tolist(), strict=True)
    )
    (out / "names-precise.pieces").write_bytes(zlib.compress(lines.encode(), 9))
    for name in ("names-precise.onnx", "names-precise.pieces"):
        print(name, f"{(out / name).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
