"""Functions of a PDF, as far as colours need them (ISO 32000-2, 7.10): values in, values out."""

import math
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from pikepdf import Array, Object

Values = tuple[float, ...]
Function = Callable[[Sequence[float]], Values]
_Program = list["float | str | _Program"]

_DEEPEST = 8
_MOST_STEPS = 10_000
"""Of a function in PostScript: there are no loops in one, but a text may be long."""


def function_of(given: Object, depth: int = 0) -> Function:
    """A function, or an array of functions of one value each. Raises ValueError for what is none."""
    if depth > _DEEPEST:
        raise ValueError("functions within functions")
    if isinstance(given, Array):
        parts = [function_of(part, depth + 1) for part in given]
        return lambda values: tuple(part(values)[0] for part in parts)
    kind = int(given.get("/FunctionType", -1))
    if kind not in _KINDS:
        raise ValueError(f"no function of kind {kind}")
    made, domain, reach = _KINDS[kind](given, depth), _pairs(given.get("/Domain")), _pairs(given.get("/Range"))
    return lambda values: _within(made(_within(values, domain)), reach)


def _pairs(given: Object | None) -> list[tuple[float, float]]:
    values = [float(value) for value in given] if given is not None else []
    return list(zip(values[::2], values[1::2], strict=True))


def _within(values: Sequence[float], spans: list[tuple[float, float]]) -> Values:
    """Values cut to their spans, where they have some."""
    if not spans:
        return tuple(values)
    return tuple(min(max(value, low), high) for value, (low, high) in zip(values, spans, strict=False))


def _between(value: float, old: tuple[float, float], new: tuple[float, float]) -> float:
    """A value of one span as that of another."""
    share = (value - old[0]) / (old[1] - old[0]) if old[1] != old[0] else 0.0
    return new[0] + share * (new[1] - new[0])


def _power(given: Object, _depth: int) -> Function:
    """From one colour to another along a power (kind 2)."""
    first = [float(value) for value in given.get("/C0", [0.0])]
    last = [float(value) for value in given.get("/C1", [1.0])]
    power = float(given.get("/N", 1))
    return lambda values: tuple(a + values[0] ** power * (b - a) for a, b in zip(first, last, strict=True))


def _stitched(given: Object, depth: int) -> Function:
    """Functions one after another (kind 3)."""
    parts = [function_of(part, depth + 1) for part in given.get("/Functions", [])]
    (low, high), *_ = _pairs(given.get("/Domain"))
    edges = [low, *(float(value) for value in given.get("/Bounds", [])), high]
    codes = _pairs(given.get("/Encode"))

    def made(values: Sequence[float]) -> Values:
        at = min(sum(values[0] >= edge for edge in edges[1:-1]), len(parts) - 1)
        return parts[at]([_between(values[0], list(pairwise(edges))[at], codes[at])])

    return made


def _sampled(given: Object, _depth: int) -> Function:
    """A table (kind 0), read at its nearest place; of one value, between the two it lies between."""
    sizes, bits = [int(size) for size in given.get("/Size", [])], int(given.get("/BitsPerSample", 8))
    domain, reach = _pairs(given.get("/Domain")), _pairs(given.get("/Range"))
    codes = _pairs(given.get("/Encode")) or [(0.0, size - 1.0) for size in sizes]
    decode = _pairs(given.get("/Decode")) or reach
    data, most = given.read_bytes(), (1 << bits) - 1

    def entry(places: Sequence[int]) -> Values:
        index = 0
        for place, size in zip(reversed(places), reversed(sizes), strict=True):
            index = index * size + min(max(place, 0), size - 1)
        first = index * len(reach) * bits
        raw = (_bits(data, first + number * bits, bits) for number in range(len(reach)))
        return tuple(_between(value, (0.0, most), span) for value, span in zip(raw, decode, strict=True))

    def made(values: Sequence[float]) -> Values:
        found = [_between(*one) for one in zip(values, domain, codes, strict=True)]
        if len(found) > 1:
            return entry([round(place) for place in found])
        low, share = math.floor(found[0]), found[0] % 1
        return tuple(a + share * (b - a) for a, b in zip(entry([low]), entry([low + 1]), strict=True))

    return made


def _bits(data: bytes, start: int, count: int) -> int:
    """A number of so many bits that begins at a bit."""
    first, last = start // 8, (start + count + 7) // 8
    number = int.from_bytes(data[first:last].ljust(last - first, b"\0"), "big")
    return number >> (last * 8 - start - count) & ((1 << count) - 1)


def _calculated(given: Object, _depth: int) -> Function:
    """A function in PostScript (kind 4)."""
    tokens = re.findall(r"[{}]|[^\s{}]+", given.read_bytes().decode("latin-1"))
    if len(tokens) > _MOST_STEPS or tokens[:1] != ["{"]:
        raise ValueError("no function in PostScript")
    program, _ = _block(tokens, 1, 0)

    def made(values: Sequence[float]) -> Values:
        stack = list(values)
        _run(program, stack)
        return tuple(stack)

    return made


def _block(tokens: list[str], at: int, depth: int) -> tuple[_Program, int]:
    """What stands between braces, and where it ends."""
    if depth > _DEEPEST:
        raise ValueError("blocks within blocks")
    block: _Program = []
    while tokens[at] != "}":
        if tokens[at] == "{":
            inner, at = _block(tokens, at + 1, depth + 1)
            block.append(inner)
        else:
            block.append(float(tokens[at]) if re.match(r"[-+.\d]", tokens[at]) else tokens[at])
        at += 1
    return block, at


def _run(program: _Program, stack: list[float]) -> None:
    blocks: list[_Program] = []
    for step in program:
        if isinstance(step, list):
            blocks.append(step)
        elif isinstance(step, float):
            stack.append(step)
        elif step in ("if", "ifelse"):
            other = blocks.pop() if step == "ifelse" else []
            then = blocks.pop()
            _run(then if stack.pop() else other, stack)
        elif step in _MOVES:
            _MOVES[step](stack)
        else:
            work, count = _WORK[step]
            taken = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            stack.append(float(work(*taken)))


def _copy(stack: list[float]) -> None:
    count = int(stack.pop())
    stack += stack[len(stack) - count :]


def _roll(stack: list[float]) -> None:
    by, count = int(stack.pop()), int(stack.pop())
    if count > 0:
        part = stack[-count:]
        stack[-count:] = part[-by % count :] + part[: -by % count]


_MOVES: Final[dict[str, Callable[[list[float]], object]]] = {
    "pop": lambda stack: stack.pop(),
    "dup": lambda stack: stack.append(stack[-1]),
    "exch": lambda stack: stack.insert(-1, stack.pop()),
    "index": lambda stack: stack.append(stack[-1 - int(stack.pop())]),
    "copy": _copy,
    "roll": _roll,
}
_WORK: Final[dict[str, tuple[Callable[..., float], int]]] = {
    "add": (lambda a, b: a + b, 2), "sub": (lambda a, b: a - b, 2), "mul": (lambda a, b: a * b, 2),
    "div": (lambda a, b: a / b, 2), "idiv": (lambda a, b: int(a / b), 2), "mod": (math.fmod, 2),
    "neg": (lambda a: -a, 1), "abs": (abs, 1), "sqrt": (math.sqrt, 1), "exp": (lambda a, b: a**b, 2),
    "ln": (math.log, 1), "log": (math.log10, 1), "ceiling": (math.ceil, 1), "floor": (math.floor, 1),
    "round": (lambda a: math.floor(a + 0.5), 1), "truncate": (math.trunc, 1), "cvi": (math.trunc, 1), "cvr": (float, 1),
    "sin": (lambda a: math.sin(math.radians(a)), 1), "cos": (lambda a: math.cos(math.radians(a)), 1),
    "atan": (lambda a, b: math.degrees(math.atan2(a, b)) % 360, 2), "true": (lambda: 1, 0), "false": (lambda: 0, 0),
    "eq": (lambda a, b: a == b, 2), "ne": (lambda a, b: a != b, 2), "gt": (lambda a, b: a > b, 2),
    "ge": (lambda a, b: a >= b, 2), "lt": (lambda a, b: a < b, 2), "le": (lambda a, b: a <= b, 2),
    "and": (lambda a, b: int(a) & int(b), 2), "or": (lambda a, b: int(a) | int(b), 2), "not": (lambda a: not a, 1),
}  # fmt: skip
"""Operators of functions in PostScript (ISO 32000-2, table 42), but for `xor` and `bitshift`: colours need none."""

_KINDS: Final[dict[int, Callable[[Object, int], Function]]] = {0: _sampled, 2: _power, 3: _stitched, 4: _calculated}
