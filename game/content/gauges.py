"""Gauges: everything that has a meter's cell: meters, purses, flags, derived meters, channels, partners' lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError

from game.content.node import Mapping, Node, Scalar
from game.content.parts import Parts
from game.content.problem import Findings
from game.content.schema.actor import PartnerRecord
from game.content.schema.channel import ChannelRecord
from game.content.schema.draft import BlocRecord
from game.content.schema.leaf import integer
from game.content.schema.meter import DerivedRecord, Gauge, MeterRecord
from game.content.schema.summit import SummitRecord

CHANNEL_STATES = {"closed": 0, "reduced": 1, "open": 2}
LINES = "partners.line"
MOST_PUSH = 300
"""Hundredths of a logit: no lobbying turns a sure no (three logits away) into more than an even chance."""


@dataclass(frozen=True, slots=True)
class GaugeSpec:
    """What is known of a gauge before it has a cell; `record` is None for channels, partners' lines and blocs."""

    id: str
    kind: str
    low: int
    high: int
    start: int
    sight: str
    good: str
    record: Gauge | None


def line_of(partner: str) -> str:
    """The id of a partner's line."""
    return f"{partner}.line"


def push_of(bloc: str) -> str:
    """The id of how far a bloc is pressed."""
    return f"{bloc}.push"


def sounded_of(bloc: str) -> str:
    """The id of whether a bloc's mind is known."""
    return f"{bloc}.sounded"


def gauge_specs(parts: Parts, findings: Findings) -> tuple[GaugeSpec, ...]:
    """All gauges by id, with the starts that the doctrine sets, and before it an earlier play. Faults are noted."""
    starts = dict(parts.starts.entries) if parts.starts is not None else {}
    tracks = {track.text for summit in parts.of(SummitRecord) for track in summit.tracks}
    found: list[GaugeSpec] = []
    for meter in parts.of(MeterRecord):
        found.append(_meter(meter, starts.pop(meter.key, None), meter.key in tracks, findings))
    for derived in parts.of(DerivedRecord):
        low, high = _range(derived, (0, 100), findings)
        found.append(GaugeSpec(derived.key, "derived", low, high, low, derived.sight, derived.good, derived))
    for channel in parts.of(ChannelRecord):
        state = CHANNEL_STATES[channel.start]
        found.append(GaugeSpec(channel.key, "channel", 0, 2, state, "panel", "up", None))
    for partner in parts.of(PartnerRecord):
        node = starts.pop(line_of(partner.key), None)
        start = partner.line if node is None else _number(node, 0, 100, findings)
        found.append(GaugeSpec(line_of(partner.key), "meter", 0, 100, start, "panel", "up", None))
    for bloc in parts.of(BlocRecord):
        found.append(GaugeSpec(push_of(bloc.key), "push", -MOST_PUSH, MOST_PUSH, 0, "panel", "up", None))
        found.append(GaugeSpec(sounded_of(bloc.key), "flag", 0, 1, 0, "panel", "up", None))
    _unknown_starts(parts, starts, found, findings)
    return tuple(sorted((_carried(spec, parts) for spec in found), key=lambda spec: spec.id))


def _carried(spec: GaugeSpec, parts: Parts) -> GaugeSpec:
    """The gauge with the start that was carried over to it, held within its range."""
    start = parts.carried.get(spec.id)
    return spec if start is None else replace(spec, start=max(spec.low, min(spec.high, start)))


def _unknown_starts(parts: Parts, starts: dict[str, Node], found: list[GaugeSpec], findings: Findings) -> None:
    for name in starts:
        if name not in parts.broken:
            assert isinstance(parts.starts, Mapping)
            known = [spec.id for spec in found if spec.kind not in ("derived", "channel")]
            findings.unknown(
                parts.starts.keys[name],
                "unknown-id",
                f'`starts` sets "{name}", which is no meter with a start of its own.',
                name,
                known,
            )


def _meter(meter: MeterRecord, override: Node | None, track: bool, findings: Findings) -> GaugeSpec:
    flag = meter.kind == "flag"
    low, high = _range(meter, (0, 1) if flag else (0, 100), findings)
    node = override if override is not None else meter.start
    if flag and isinstance(node, Scalar) and node.text in ("yes", "no"):
        start = int(node.text == "yes")
    else:
        start = _number(node, low, high, findings)
    kind = "track" if track and meter.kind == "meter" else meter.kind
    return GaugeSpec(meter.key, kind, low, high, start, meter.sight, meter.good, meter)


def _range(gauge: Gauge, default: tuple[int, int], findings: Findings) -> tuple[int, int]:
    if gauge.range is None:
        return default
    if len(gauge.range) != 2 or gauge.range[0] >= gauge.range[1]:
        findings.error(
            gauge.id,
            "range",
            f'meter "{gauge.key}": `range` is two numbers, the lower first, such as [0, 100].',
        )
        return default
    return gauge.range[0], gauge.range[1]


def _number(node: Node, low: int, high: int, findings: Findings) -> int:
    try:
        return integer(node, low, high)
    except PydanticCustomError as fault:
        findings.error(node, fault.type, f"the start: {fault.message()}")
        return low


def expanded(scalars: tuple[Scalar, ...], parts: Parts) -> Iterator[Scalar]:
    """The ids, with `partners.line` standing for the line of every partner."""
    for scalar in scalars:
        if scalar.text != LINES:
            yield scalar
            continue
        for partner in parts.of(PartnerRecord):
            yield Scalar(line_of(partner.key), "plain", scalar.file, scalar.line, scalar.column)
