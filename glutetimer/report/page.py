"""Whole page: one file that needs nothing else, for a screen, for paper, for a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from glutetimer.core.record.answers import EFFORTS
from glutetimer.core.report.data import Report, honesty
from glutetimer.core.report.text import days, summary
from glutetimer.core.text.english import count, full_day
from glutetimer.report.charts import NARROW, legend, trend_figure, weekly_figure, weeks_a_point
from glutetimer.report.html import Html, Part, document, element, stylesheet
from glutetimer.report.tables import (
    NONE,
    balance_note,
    balance_table,
    cue_table,
    note_list,
    pain_table,
    percent,
    too_few,
)
from glutetimer.report.work_tables import done_table, workout_table

TITLE = "Strength training report"
#: The page may fetch nothing and run nothing, whatever a text in it tries.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

_FOOT = (
    "Each side of a set counts by itself. Done are the clean reps or seconds; where form broke, those before it. "
    "Not confirmed are those that only the program counted. "
    "In the table of workouts – means not answered, pain 0 that there was none.",
    "Counted by program: it counted at the tempo of the exercise while the runner moved. Confirmed: the runner said "
    "afterwards that the count was right. Taps: one press a rep. Hand: entered by the runner.",
    f"Effort runs from 0 ({EFFORTS[0]}) to 10 ({EFFORTS[10]}), as in session RPE on the CR10 scale; pain from 0 to 10.",
    "All of it was entered by the runner or counted by the program; nobody examined it. The exercises come from public "
    "articles for runners, and the program gives no medical advice.",
)


def page(report: Report, version: str) -> str:
    """Build the report as HTML; `version` is that of the program."""
    parts = [_header(report, version), *_parts(report), _footer()]
    return document(_head(report), element("body", element("main", *parts)))


def _head(report: Report) -> Html:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="glutetimer"),
        element("title", f"{TITLE}, {days(report)}"),
        stylesheet(files("glutetimer.report").joinpath("style.css").read_text("utf-8")),
    )


def _header(report: Report, version: str) -> Html:
    made = f"{full_day(report.made.date())}, {report.made:%H:%M}"
    span = f"{days(report)} ({count(report.span.weeks, 'week')})"
    blanks = (element("span", words, element("i")) for words in ("Name", "Born"))
    return element(
        "header",
        element("h1", TITLE),
        element("p", element("b", span), f" · made {made} by glutetimer {version}"),
        element("p", *blanks, class_="blanks"),
    )


def _parts(report: Report) -> Iterator[Html]:
    """Sections that have something to say. Where pain and form have no table, the summary speaks of them."""
    yield _section("Summary", *_summary(report))
    if report.pains:
        yield _section("Pain", pain_table(report))
    if report.sessions:
        yield _section("Done against planned", done_table(report.sessions))
    if report.trends:
        figures = (trend_figure(trend, number) for number, trend in enumerate(report.trends, 1))
        words = f"Clean reps (or seconds of a hold) in a set: the mean of {weeks_a_point(report.trends[0])}."
        yield _section(
            "Left and right over time",
            element("p", words, class_="lead"),
            legend(),
            element("div", *figures, class_="figures"),
        )
    if report.balances:
        yield _section("Left against right", *_balance(report))
    if report.cues:
        yield _section("Where form broke", cue_table(report))
    if report.notes:
        yield _section("Notes", note_list(report))
    if report.workouts:
        yield _section("Workouts", workout_table(report))


def _section(title: str, *inside: Part) -> Html:
    return element("section", element("h2", title), *inside)


def _balance(report: Report) -> Iterator[Html]:
    if any(not one.few for one in report.balances):
        yield balance_table(report)
    if few := too_few(report):
        yield element("p", few)
    yield element("p", balance_note())
    yield element("p", "The program tells the runner: ", element("q", " ".join(report.words)))


def _summary(report: Report) -> Iterator[Html]:
    if report.workouts:
        yield element("dl", *(_figure(*one) for one in _figures(report)), class_="key")
    said = element("ul", *(element("li", words) for words in summary(report)))
    chart = [weekly_figure(report)] if report.workouts and report.span.weeks > 1 else []
    beside = "beside" if chart and report.span.weeks <= NARROW else None
    yield element("div", said, *chart, class_=beside)
    if words := honesty(report):
        yield element("p", element("b", "How far to trust this: "), " ".join(words), class_="trust")


def _figure(name: str, number: str, beside: str) -> Html:
    return element("div", element("dt", name), element("dd", number, " ", element("small", beside)))


def _figures(report: Report) -> Iterable[tuple[str, str, str]]:
    """Figures on top of the page: name, number, unit."""
    total = report.totals
    yield "Workouts", f"{total.workouts:,}", f"goal {report.goals[-1]} a week"
    yield "As planned", percent(total.as_planned / total.bouts), f"of {total.bouts:,}"
    yield "Form broke", f"{total.form_breaks:,}", "sets"
    scores = [pain.score for pain in report.pains if pain.score is not None]
    times = len({pain.workout for pain in report.pains})
    worst = f"at worst {max(scores)} of 10" if scores else "without a number" if times else "none reported"
    yield "Pain", f"{times}×", worst
    yield "Effort", NONE if total.effort is None else f"{total.effort:.1f}", "of 10 on average"


def _footer() -> Html:
    said = (element("p", words) for words in _FOOT)
    return element("footer", element("h2", "How to read this"), *said)
