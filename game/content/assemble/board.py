"""Board: gauges made into meters and derived meters of the core, with channels and partners."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.bench import Bench
from game.content.gauges import GaugeSpec, expanded, line_of
from game.content.node import Mapping, Node, Scalar, Sequence
from game.content.problem import nearest
from game.content.schema.actor import PartnerRecord
from game.content.schema.channel import ChannelRecord
from game.content.schema.meter import DerivedRecord, MeterRecord
from game.core.grammar import Clause
from game.core.meter import Band, Channel, Derived, Fog, Meter, Partner

FORMS = ("lowest of", "highest of", "mean of", "spread of", "product of", "weakest link of", "share of", "sum of")
GOOD = {"up": 1, "down": -1, "neither": 0}


def incomes(bench: Bench) -> dict[str, tuple[Clause, ...]]:
    """What each purse regains as a turn begins, by id."""
    found = {}
    for record in bench.parts.of(MeterRecord):
        who = f'meter "{record.key}"'
        if (record.income or record.refill) and record.kind != "purse":
            bench.findings.error(record.id, "not-a-purse", f"{who} has `income` or `refill`; only a purse has.")
        found[record.key] = tuple(
            bench.clauses.one(part, f"{record.key}.income.{number}", who)
            for number, part in enumerate(record.income, 1)
        )
    return found


def meters(bench: Bench, income: dict[str, tuple[Clause, ...]], rings: dict[int, tuple[int, ...]]) -> tuple[Meter, ...]:
    """Every gauge as a meter, by id; `rings` are the cells of pending change by meter cell."""
    return tuple(_meter(bench, spec, income.get(spec.id, ()), rings) for spec in bench.specs)


def _meter(bench: Bench, spec: GaugeSpec, income: tuple[Clause, ...], rings: dict[int, tuple[int, ...]]) -> Meter:
    cell = bench.cells[f"meter:{spec.id}"]
    return Meter(
        id=spec.id,
        cell=cell,
        kind=spec.kind,
        low=spec.low,
        high=spec.high,
        start=bench.cells.cells[cell].start,
        sight=spec.sight,
        bands=_bands(bench, spec),
        fog=_fog(bench, spec),
        due=rings.get(cell, ()),
        income=income,
        refill=isinstance(spec.record, MeterRecord) and spec.record.refill,
        good=GOOD[spec.good],
    )


def _bands(bench: Bench, spec: GaugeSpec) -> tuple[Band, ...]:
    record = spec.record
    if record is None or not record.bands:
        return ()
    lows = [band.low for band in record.bands]
    if lows != sorted(set(lows)) or lows[0] != spec.low or lows[-1] > spec.high:
        bench.findings.error(
            record.id,
            "bands",
            f'meter "{spec.id}": the bands begin at {spec.low}, each higher than '
            f"the one before and none above {spec.high}.",
        )
    return tuple(Band(band.low, f"meter.{spec.id}.band.{number}") for number, band in enumerate(record.bands, 1))


def _fog(bench: Bench, spec: GaugeSpec) -> Fog | None:
    record = spec.record
    if record is None or record.fog is None:
        return None
    who = f'meter "{spec.id}", fog'
    if spec.sight != "hidden":
        bench.findings.error(record.id, "fog", f"{who}: only a hidden meter has fog.")
    if not bench.names.check(record.fog.by, ("meter",), who):
        return None
    if any(other.id == record.fog.by.text and other.sight == "hidden" for other in bench.specs):
        bench.findings.error(record.fog.by, "fog", f"{who}: what lifts the fog must be seen itself.")
    pairs = []
    for name, width in record.fog.widths.entries.items():
        low = bench.number(record.fog.widths.keys[name], -9999, 9999, who)
        pairs.append((low, bench.number(width, 1, 9999, who)))
    if not pairs or pairs != sorted(pairs) or pairs[0][0] != 0:
        bench.findings.error(record.fog.widths, "fog", f"{who}: the widths begin at 0 and go up.")
    return Fog(bench.cells[f"meter:{record.fog.by.text}"], tuple(pairs))


def derived(bench: Bench) -> tuple[Derived, ...]:
    """The derived meters, by id."""
    found = (_derived(bench, record) for record in bench.parts.of(DerivedRecord))
    return tuple(one for one in found if one is not None)


def _derived(bench: Bench, record: DerivedRecord) -> Derived | None:
    who, form = f'derived meter "{record.key}"', record.form
    name = next(iter(form.entries), "")
    rest = set(form.entries) - {name} - ({"at least"} if name == "share of" else set())
    if name not in FORMS or rest:
        bench.findings.error(
            form,
            "form",
            f'{who}: "{", ".join(form.entries)}" is no form. One can write: '
            + ", ".join(f'"{known}"' for known in FORMS)
            + ".",
            nearest(name, FORMS),
        )
        return None
    terms = _terms(bench, form.entries[name], f"{who}: `{name}`")
    if not terms:
        return None
    if name == "share of" and "at least" not in form.entries:
        bench.findings.error(form, "form", f"{who}: `share of` needs `at least: N`.")
        return None
    threshold = bench.number(form.entries["at least"], -9999, 9999, who) if name == "share of" else 0
    if not 1 <= record.over <= 100:
        bench.findings.error(record.id, "range", f"{who}: `over` is a number from 1 to 100.")
        return None
    weights = _weights(bench, record.weights, who)
    _not_from_hidden(bench, record, [cell for term in terms for cell in term] + [cell for cell, _ in weights])
    cell = bench.cells[f"meter:{record.key}"]
    limits = bench.cells.cells[cell]
    return Derived(
        cell,
        name.removesuffix(" of"),
        tuple(terms),
        weights,
        record.plus,
        record.over,
        threshold,
        limits.low,
        limits.high,
    )


def _terms(bench: Bench, listed: Node, who: str) -> list[tuple[int, ...]]:
    """The terms of a form; none, and a finding, for anything but a list of meters."""
    scalars = tuple(item for item in listed.items if isinstance(item, Scalar)) if isinstance(listed, Sequence) else ()
    if not scalars or len(scalars) != len(getattr(listed, "items", ())):
        bench.findings.error(listed, "form", f"{who} takes a list of meters, such as [unity, cost].")
        return []
    return [term for scalar in expanded(scalars, bench.parts) for term in _term(bench, scalar, who)]


def _not_from_hidden(bench: Bench, record: DerivedRecord, cells: list[int]) -> None:
    """A meter one sees must not give away one that is hidden."""
    for other in bench.specs:
        if record.sight != "hidden" and other.sight == "hidden" and bench.cells[f"meter:{other.id}"] in cells:
            message = f'"{record.key}" is seen and rests on "{other.id}", which is hidden: hide it too.'
            bench.findings.error(record.id, "derived-of-hidden", message)


def _term(bench: Bench, scalar: Scalar, who: str) -> list[tuple[int, ...]]:
    """A term's cells: those of a plain mean are taken for it, so that nothing derived rests on something derived."""
    for record in bench.parts.of(DerivedRecord):
        listed = record.form.entries.get("mean of")
        plain_mean = record.weights is None and record.plus == 0 and record.over == 1
        if record.key == scalar.text and isinstance(listed, Sequence) and plain_mean:
            members = [item for item in listed.items if isinstance(item, Scalar)]
            return [tuple(bench.cells[f"meter:{t}"] for t in _plain(bench, expanded(tuple(members), bench.parts), who))]
    return [(bench.cells[f"meter:{text}"],) for text in _plain(bench, (scalar,), who)]


def _weights(bench: Bench, node: Mapping | None, who: str) -> tuple[tuple[int, int], ...]:
    found = []
    for name, weight in node.entries.items() if node is not None else ():
        assert node is not None
        for text in _plain(bench, (node.keys[name],), who):
            found.append((bench.cells[f"meter:{text}"], bench.number(weight, -100, 100, who)))
    return tuple(sorted(found))


def _plain(bench: Bench, scalars: Iterable[Scalar], who: str) -> list[str]:
    """Ids of gauges that are not derived."""
    kinds = {spec.id: spec.kind for spec in bench.specs}
    found = []
    for scalar in scalars:
        kind = kinds.get(scalar.text)
        if kind is None:
            if scalar.text not in bench.parts.broken:
                bench.findings.unknown(
                    scalar,
                    "unknown-id",
                    f'{who} names the meter "{scalar.text}", which this scenario does not have.',
                    scalar.text,
                    kinds,
                )
        elif kind == "derived":
            bench.findings.error(
                scalar,
                "derived-of-derived",
                f'{who} rests on "{scalar.text}", which is derived itself and no plain mean; name what it rests on.',
            )
        else:
            found.append(scalar.text)
    return found


def channels(bench: Bench) -> tuple[Channel, ...]:
    """The channels, by id."""
    return tuple(
        Channel(record.key, bench.cells[f"meter:{record.key}"], record.top) for record in bench.parts.of(ChannelRecord)
    )


def partners(bench: Bench) -> tuple[Partner, ...]:
    """The partners, by id."""
    found = []
    for record in bench.parts.of(PartnerRecord):
        bench.country(record.id, f'partner "{record.key}"')
        bench.sources(record.source, f'partner "{record.key}"')
        if record.gas is not None and not record.source:
            bench.findings.error(
                record.id, "source", f'partner "{record.key}": a number from the record such as `gas` needs a `source`.'
            )
        found.append(Partner(record.key, bench.cells[f"meter:{line_of(record.key)}"]))
    return tuple(found)
