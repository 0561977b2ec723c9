"""The program's screens at chosen moments, on clocks and logs that stand still: for pictures and snapshots."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.worker import WorkerCancelled

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.record.record import Result, Workout, begin_workout, with_results
from glutetimer.core.settings.config import Config
from glutetimer.core.values import replace
from glutetimer.tui.drawing.theme import DARK
from glutetimer.tui.finish.screen import FinishScreen
from glutetimer.tui.home.screen import HomeScreen
from glutetimer.tui.options.screen import OptionsScreen
from glutetimer.tui.settings.screen import SettingsScreen
from glutetimer.tui.welcome.screen import FirstScreen
from glutetimer.tui.widgets import held_keys
from tests.helpers.app import Playing, RunApp
from tests.helpers.fake_program import NOON, FakeProgram
from tests.helpers.log_scenes import CHARTS, SCENES
from tests.helpers.look import MOMENTS, Moment, begun_at, reach
from tests.helpers.pages import Around, settle

TODAY = date(2026, 11, 21)


def program() -> FakeProgram:
    """The five built-in sessions, a little kit, and a few weeks of training."""
    made = FakeProgram()
    made.shown = [load(path) for path in sorted(built_in_dir().glob("*.toml"))]
    made.config = Config(kit=("band", "chair", "wall"), bands=("light", "medium"))
    days = ((19, 11), (16, 11), (13, 11), (11, 11), (9, 11), (5, 11), (3, 11), (28, 10), (26, 10), (21, 10))
    starts = tuple((datetime(2026, month, day, 18, 0, tzinfo=UTC), "full") for day, month in reversed(days))
    made.logged = Past(
        last={"hip-control": starts[-1][0], "glute-strength": starts[-2][0], "band-hips": starts[-5][0]},
        strengths={"hip-control": "medium"},
        starts=(*starts[:-3], (starts[-3][0], "post-run"), *starts[-2:]),  # type: ignore[arg-type]
    )
    return made


def workout() -> Workout:
    """Hip control, nearly all as planned."""
    plan = compile_plan(load(built_in_dir() / "hip-control.toml"), Options(strength="medium"))
    done = [Result("done", bout.target, bout.seconds, "program") for bout in plan.bouts]
    done[15] = replace(done[15], outcome="short", done=13)
    done[-3] = Result("form-broke", 6, 24.0, "program", "Keep both thighs level")
    begun = begin_workout(plan, "20261121T180000Z-7f3a9c21", NOON, "Europe/Berlin")
    ended = datetime(2026, 11, 20, 12, 21, 40, tzinfo=UTC)
    return replace(with_results(begun, plan, tuple(done)), state="finished", ended=ended, active=1300.0)


def _home() -> Screen[Any]:
    return HomeScreen(program(), TODAY, {}, "hip-control")


def _options() -> Screen[Any]:
    own = (Own("standing-hip-abduction", right=12), Own("alternating-squeeze-bridge", skip=True))
    chosen = Options(strength="medium", own=own)
    return OptionsScreen(program(), load(built_in_dir() / "hip-control.toml"), chosen)


@dataclass(frozen=True)
class Page:
    """A screen that is no run, and the keys pressed on it."""

    make: Callable[[], Screen[Any]]
    keys: tuple[str, ...] = ()


PAGES: dict[str, Page] = {
    "home": Page(_home),
    "first": Page(lambda: FirstScreen(program())),
    "first-kit": Page(lambda: FirstScreen(program()), ("enter",)),
    "options": Page(_options, ("down",)),
    "settings": Page(lambda: SettingsScreen(program()), ("down", "down")),
    "finish": Page(lambda: FinishScreen(workout(), "log/2026/11/20261121T180000Z-7f3a9c21.toml", lambda _: None)),
}
PAGES |= {name: Page(made.make, made.keys) for name, made in (SCENES | CHARTS).items()}


@asynccontextmanager
async def scene(name: str, size: tuple[int, int], theme: str = DARK.name) -> AsyncIterator[App[Any]]:
    """The screen of this name, settled; runs are named as in `look`."""
    if name in PAGES:
        page = PAGES[name]
        around: Around[Any] = Around(page.make(), theme)
        async with around.run_test(size=size) as pilot:
            for key in ("", *page.keys):
                await pilot.press(*filter(None, [key]))
                await _answered(around)
                await settle(pilot)
            yield around
        return
    moment: Moment = replace(MOMENTS[name], theme=theme)
    run = RunApp(begun_at(moment), moment.theme)
    async with run.run_test(size=size) as pilot:
        it = Playing(run, pilot)
        await it.settle()
        await reach(it, moment)
        with _hearing_cards():
            await it.press(*moment.keys)
        yield run


async def _answered(app: App[Any]) -> None:
    """What was asked beside the screen is there; a question that gave way to a newer one is no answer."""
    while any(worker.is_running for worker in app.workers):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()


@contextmanager
def _hearing_cards() -> Iterator[None]:
    """Cards take keys at once."""
    usual, held_keys.DEAF = held_keys.DEAF, 0.0
    try:
        yield
    finally:
        held_keys.DEAF = usual
