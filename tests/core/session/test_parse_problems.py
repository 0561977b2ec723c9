"""Every problem of a session file is named with its line and a way out."""

from __future__ import annotations

import pytest

from glutetimer.core.session.parse import parse_session
from tests.helpers.core import FIRST, HEAD, exercise_text, lines, problems

NUMBER = "a whole number from"
SIDES = 'left = "l"\nright = "r"\n'


@pytest.mark.parametrize(
    ("keys", "what", "instead"),
    [
        ("reps = 0", "reps cannot be 0", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = -5", "reps cannot be -5", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = 201", "reps cannot be 201", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        (f"reps = {10**100}", "reps cannot be so large a number", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ('reps = "10"', 'reps cannot be "10"', f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = true", "reps cannot be true", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = nan", "reps cannot be nan", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = inf", "reps cannot be inf", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = 10.0", "reps cannot be 10.0", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = [8, 15]", "reps cannot be a list", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = 2026-11-20", "reps cannot be 2026-11-20", f"{NUMBER} 1 to 200 or {{ start = ..., to = ... }}"),
        ("reps = { start = 8 }", "exercise.reps has no to", f"add to: {NUMBER} 1 to 200"),
        ("reps = { start = 8, to = 0 }", "to cannot be 0", f"{NUMBER} 1 to 200"),
        ("reps = { start = 9, to = 8 }", "reps starts at 9 and ends at 8", "to is the larger number"),
        ("reps = { start = 8, to = 9, too = 1 }", 'unknown key "too" in exercise.reps', 'did you mean "to"'),
        ("hold = 0", "hold cannot be 0", f"{NUMBER} 1 to 600 or {{ start = ..., to = ... }}"),
        ("hold = 601", "hold cannot be 601", f"{NUMBER} 1 to 600 or {{ start = ..., to = ... }}"),
        ("hold = { start = 60, to = 30 }", "hold starts at 60 and ends at 30", "to is the larger number"),
    ],
)
def test_doses(keys: str, what: str, instead: str) -> None:
    assert lines(exercise_text(keys)) == [f"{FIRST}: {what} ({instead})"]


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("sets = 21", f"sets cannot be 21 ({NUMBER} 1 to 20 or {{ start = ..., most = ... }})"),
        ("sets = { start = 3, most = 2 }", "sets starts at 3 and ends at 2 (most is the larger number)"),
        ("rest = 601", f"rest cannot be 601 ({NUMBER} 0 to 600)"),
        ("rest = 0.5", f"rest cannot be 0.5 ({NUMBER} 0 to 600)"),
        ("unbanded = 1", "unbanded cannot be 1 (true or false)"),
        ('pace = "tapp"', 'pace cannot be "tapp" (did you mean "tap"; "counted", "tap" or "own")'),
        ('pace = "!"', 'pace cannot be "!" ("counted", "tap" or "own")'),
        ("pace = 1", 'pace cannot be 1 ("counted", "tap" or "own")'),
        ('tampo = ["up 1"]', 'unknown key "tampo" in exercise (did you mean "tempo")'),
        ("rounds = 3", 'unknown key "rounds" in exercise (it belongs above the heading of exercise)'),
        ("zzz = 3", 'unknown key "zzz" in exercise (take it out)'),
        ('"\\u001b[2J" = 3', 'unknown key "[2J" in exercise (take it out)'),
        ('name = ""', 'name cannot be "" (a text of 1 to 60 characters)'),
        ('name = "\\u200b\\u0007 "', 'name cannot be "" (a text of 1 to 60 characters)'),
        (f'name = "{"x" * 61}"', f'name cannot be "{"x" * 30}..." (a text of 1 to 60 characters)'),
        (f'how = "{"x" * 241}"', f'how cannot be "{"x" * 30}..." (a text of 1 to 240 characters)'),
        (f'cues = ["{"x" * 81}"]', f'cues cannot be "{"x" * 30}..." (a text of 1 to 80 characters)'),
        ('cues = "x"', 'cues cannot be "x" (a list in [ ] of a text of 1 to 80 characters, 0 to 20 of them)'),
        ("set_cues = [1]", "set_cues cannot be 1 (a text of 1 to 80 characters)"),
        ('needs = ["Chair"]', 'needs cannot be "Chair" (one word in small letters, like "step", or "chair or sofa")'),
        ('needs = ["a or"]', 'needs cannot be "a or" (one word in small letters, like "step", or "chair or sofa")'),
        ('directions = ["up"]', 'directions cannot be "up" ("forward", "backward", "left", "right", "clockwise"'),
        ('directions = ["left", "left"]', 'direction "left" a second time (name each once)'),
        ("tempo = []", "tempo cannot be a list (a list in [ ] of one word of letters and 0.2 to 30 seconds"),
        ('tempo = ["up1"]', 'tempo cannot be "up1" (one word of letters and 0.2 to 30 seconds, like "up 2")'),
        ('tempo = ["up -1"]', 'tempo cannot be "up -1" (one word of letters and'),
        ('tempo = ["up nan"]', 'tempo cannot be "up nan" (one word of letters and'),
        ('tempo = ["up 1e1"]', 'tempo cannot be "up 1e1" (one word of letters and'),
        ('tempo = ["up ٣"]', 'tempo cannot be "up ٣" (one word of letters and'),
        ('tempo = ["up and up 1"]', 'tempo cannot be "up and up 1" (one word of letters and'),
        ('tempo = ["abcdefghijklmnopqrstu 1"]', 'tempo cannot be "abcdefghijklmnopqrstu 1" (one word of letters and'),
        ('tempo = ["up 0.1"]', 'tempo cannot have "up 0.1" (0.2 to 30 seconds)'),
        ('tempo = ["up 30.5"]', 'tempo cannot have "up 30.5" (0.2 to 30 seconds)'),
        ('sides = "eahc"', 'sides cannot be "eahc" (did you mean "each"; "both", "each" or "alternate")'),
        ('left = "l"', 'left in an exercise for both sides at once (take it out, or write sides = "each"'),
        ('right = "r"', 'right in an exercise for both sides at once (take it out, or write sides = "each"'),
        ('sides = "each"\nleft = "l"', 'exercise has sides = "each" and no right (say what it looks like: right ='),
        (
            'sides = "alternate"\nright = "r"',
            'exercise has sides = "alternate" and no left (say what it looks like: left =',
        ),
        ("harder = 1", "harder cannot be 1 (write a heading [[exercise.harder]])"),
        ("harder = [1]", "harder cannot be a list (write a heading [[exercise.harder]])"),
        ("without = 1", "without cannot be 1 (write a heading [exercise.without.WORD])"),
        ("without.band = 1", "without cannot be a table (write a heading [exercise.without.WORD])"),
        ("[exercise.harder]", "harder cannot be a table (write a heading [[exercise.harder]])"),
    ],
)
def test_other_keys(keys: str, problem: str) -> None:
    (line,) = lines(exercise_text(f"reps = 10\n{keys}"))
    assert line.startswith(f"{FIRST + 1}: {problem}")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ["3: exercise has neither reps nor hold (add reps = 10 or hold = 30)"]),
        ("reps = 1\nhold = 1", ["6: exercise has both reps and hold (keep one of them)"]),
        (f'hold = 1\nsides = "alternate"\n{SIDES}', ['6: a hold cannot alternate (write sides = "each")']),
        ('hold = 1\ntempo = ["up 1"]', ["6: a hold has no tempo (take it out, or write reps for hold)"]),
        (
            "reps = 1\nright_dose = 2",
            ['6: right_dose in an exercise without a side after the other (take it out, or write sides = "each")'],
        ),
        (
            f'reps = 1\nsides = "each"\nright_dose = 201\n{SIDES}',
            ["7: right_dose cannot be 201 (1 to 200 reps)"],
        ),
        (
            f'reps = 1\nsides = "each"\nsay_left = "Left"\n{SIDES}',
            ['7: say_left in an exercise whose sides do not take turns (take it out, or write sides = "alternate")'],
        ),
    ],
)
def test_doses_must_agree_with_the_rest(keys: str, expected: list[str]) -> None:
    assert lines(exercise_text(keys)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "",
            [
                "1: the file has no format (add format = 1)",
                "1: the file has no name (add name: a text of 1 to 60 characters)",
                "1: the file has no exercise (write a heading [[exercise]])",
            ],
        ),
        ('format = 1\nname = "S"\nexercise = []', ["3: the file has no exercise (add a heading [[exercise]])"]),
        (exercise_text("reps = 1", 'format = 2\nname = "S"\n'), ["1: format cannot be 2 (1)"]),
        (exercise_text("reps = 1", 'format = true\nname = "S"\n'), ["1: format cannot be true (1)"]),
        (
            exercise_text("reps = 1", f"{HEAD}rounds = {{ start = 3, most = 2 }}\n"),
            ["3: rounds starts at 3 and ends at 2 (most is the larger number)"],
        ),
        (
            exercise_text("reps = 1", f'{HEAD}rounds = "3"\n'),
            [f'3: rounds cannot be "3" ({NUMBER} 1 to 20 or {{ start = ..., most = ... }})'],
        ),
        (exercise_text("reps = 1", f"{HEAD}rest = 900\n"), [f"3: rest cannot be 900 ({NUMBER} 0 to 600)"]),
        (
            exercise_text("reps = 1\nsets = 2", f'{HEAD}order = "circuit"\n'),
            ['7: sets in a circuit (take it out: the rounds decide, or write order = "straight")'],
        ),
        (f'{HEAD}[exercise]\nid = "a"\n', ["3: exercise cannot be a table (write a heading [[exercise]])"]),
        (f"{HEAD}exercise = 3\n", ["3: exercise cannot be 3 (write a heading [[exercise]])"]),
        (
            f"{HEAD}[[exercise]]\nreps = 1\n",
            ["3: exercise has no id (add id: a-z, 0-9 and - only, like step-up)"],
        ),
        (
            f'{HEAD}[[exercise]]\nid = "Step Up"\nreps = 1\n',
            ['4: id cannot be "Step Up" (a-z, 0-9 and - only, like step-up)'],
        ),
    ],
)
def test_the_file_as_a_whole(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_a_variant_needs_name_and_cue_and_holds_no_other_keys() -> None:
    text = exercise_text('reps = 1\n[[exercise.harder]]\nband = "kneess"\n[[exercise.easier]]\nname = "E"\nrest = 3')
    assert lines(text) == [
        "6: exercise.harder has no name (add name: a text of 1 to 60 characters)",
        "6: exercise.harder has no cue (add cue: a text of 1 to 80 characters)",
        '7: band cannot be "kneess" (did you mean "knees"; "none", "laces", "ankles", "above-knees" or "knees")',
        "8: exercise.easier has no cue (add cue: a text of 1 to 80 characters)",
        '10: unknown key "rest" in exercise.easier (it belongs above the heading of exercise.easier)',
    ]


def test_a_substitute_is_checked_like_an_exercise_and_has_no_substitute() -> None:
    text = exercise_text(
        'reps = 1\nneeds = ["mat"]\n[exercise.without.mat]\nhold = 0\nleft = "l"\n'
        '[exercise.without.mat.without.sofa]\nid = "c"\n'
    )
    assert lines(text) == [
        "7: exercise.without.mat has no id (add id: a-z, 0-9 and - only, like step-up)",
        f"8: hold cannot be 0 ({NUMBER} 1 to 600 or {{ start = ..., to = ... }})",
        '9: left in an exercise for both sides at once (take it out, or write sides = "each" or "alternate")',
        '10: unknown key "without" in exercise.without.mat (a substitute has no substitute of its own)',
    ]


@pytest.mark.parametrize(
    ("kit", "word", "expected"),
    [
        ("", "band", 'a substitute for "band", which is not used here (name it in needs, or say where the band goes)'),
        ('band = "knees"', "chair", 'a substitute for "chair", which is not used here (it uses band)'),
        ('needs = ["step or mat"]', "band", 'a substitute for "band", which is not used here (it uses mat, step)'),
        ('needs = ["step"]', '"a b"', 'exercise.without cannot have "a b" (one word in small letters, like chair)'),
    ],
)
def test_a_substitute_is_for_kit_that_is_used(kit: str, word: str, expected: str) -> None:
    text = exercise_text(f'reps = 1\n{kit}\n[exercise.without.{word}]\nid = "b"\nreps = 1')
    assert lines(text) == [f"7: {expected}"]


def test_a_substitute_for_either_kit_is_good_when_kit_is_at_fault() -> None:
    """With needs that cannot be read it is not known what is used, so nothing is said of it."""
    text = exercise_text('reps = 1\nneeds = ["X"]\n[exercise.without.x]\nid = "b"\nreps = 1')
    assert [problem.line for problem in problems(text)] == [6]


@pytest.mark.parametrize(
    ("forms", "problem"),
    [
        ('[[exercise.easier]]\nname = "E"\ncue = "c"\nid = "a"', '9: the id "a" is used a second time (give each'),
        (
            '[[exercise.easier]]\nname = "E e"\ncue = "c"\n[[exercise.harder]]\nname = "e: e"\ncue = "c"',
            '10: the id "a-e-e" is used a second time (give this form an id of its own)',
        ),
        ('[[exercise.easier]]\nname = "E"\ncue = "c"\nid = "A"', '9: id cannot be "A" (a-z, 0-9 and - only'),
    ],
)
def test_ids_are_used_once_forms_included(forms: str, problem: str) -> None:
    (line,) = lines(exercise_text(f"reps = 1\n{forms}"))
    assert line.startswith(problem)


EITHER_ITSELF = 'the substitute for "chair" or "sofa" needs it itself'
BAND_ITSELF = 'the substitute for "band" needs it itself (write band = "none", or unbanded = true)'


@pytest.mark.parametrize(
    ("kit", "word", "substitute", "expected"),
    [
        ('band = "knees"', "band", 'band = "laces"', BAND_ITSELF),
        ('band = "knees"\nunbanded = true', "band", 'band = "laces"', BAND_ITSELF),
        ('band = "knees"', "band", 'band = "laces"\nunbanded = true', ""),
        ('band = "knees"', "band", 'needs = ["chair"]', ""),
        ('needs = ["chair"]', "chair", 'needs = ["chair"]', 'the substitute for "chair" needs it itself'),
        ('needs = ["chair"]', "chair", 'needs = ["mat", "chair"]', 'the substitute for "chair" needs it itself'),
        ('needs = ["chair"]', "chair", 'needs = ["chair or sofa"]', ""),
        (
            'needs = ["chair or sofa"]',
            "chair",
            'needs = ["sofa"]',
            'the substitute for "chair" or "sofa" needs it itself',
        ),
        ('needs = ["chair or sofa", "chair or mat"]', "chair", 'needs = ["sofa"]', ""),
        ('needs = ["chair"]', "chair", 'band = "laces"', ""),
    ],
)
def test_a_substitute_does_not_need_what_it_stands_in_for(kit: str, word: str, substitute: str, expected: str) -> None:
    """It would never be done."""
    text = exercise_text(f'reps = 1\n{kit}\n[exercise.without.{word}]\nid = "b"\nreps = 1\n{substitute}')
    if expected:
        assert [line.removesuffix(" (take it out of its needs)").partition(": ")[2] for line in lines(text)] == [
            expected
        ]
    else:
        parse_session(text, "test")


@pytest.mark.parametrize(
    "tempo", ["hoch 2", "вверх 2", "上 2", "नीचे 2", "بالا 1.5", "çök-kalk 3", "Ab 2", "Auf\u200clage 2"]
)
def test_a_tempo_is_in_any_script(tempo: str) -> None:
    (exercise,) = parse_session(exercise_text(f'reps = 1\ntempo = ["{tempo}"]'), "test").exercises
    assert f"{exercise.tempo[0].label} {exercise.tempo[0].seconds:g}" == tempo


@pytest.mark.parametrize(
    "tempo", ["up 1 2", "up! 2", "up2", "2 2", "hoch\u00a0und 2", "up", "down_ 2", "o" * 21 + " 2"]
)
def test_a_tempo_is_a_word_of_letters_and_seconds(tempo: str) -> None:
    instead = 'one word of letters and 0.2 to 30 seconds, like "up 2"'
    assert lines(exercise_text(f'reps = 1\ntempo = ["{tempo}"]')) == [f'6: tempo cannot be "{tempo}" ({instead})']


@pytest.mark.parametrize("kit", ["стул", "कुर्सी", "stühlchen", "椅子 or 沙发", "mat-2"])
def test_kit_is_named_in_any_script(kit: str) -> None:
    (exercise,) = parse_session(exercise_text(f'reps = 1\nneeds = ["{kit}"]'), "test").exercises
    assert exercise.needs == (tuple(kit.split(" or ")),)


def test_kit_is_named_in_small_letters() -> None:
    """`--without` is read so."""
    assert lines(exercise_text('reps = 1\nneeds = ["Стул"]')) == ['6: needs cannot have "Стул" (small letters: "стул")']


def test_ids_are_used_once_substitutes_included() -> None:
    text = exercise_text('reps = 1\nband = "knees"\n[exercise.without.band]\nid = "a"\nreps = 1')
    again = '[[exercise]]\nid = "a"\nhold = 3\n'
    what = 'the id "a" is used a second time (give each exercise, substitute and form its own)'
    assert lines(text + again) == [f"8: {what}", f"11: {what}"]


def test_sixty_exercises_are_enough() -> None:
    def text(count: int) -> str:
        return HEAD + "".join(f'[[exercise]]\nid = "a{index}"\nreps = 1\n' for index in range(count))

    assert lines(text(61)) == ["183: more than 60 exercises (make two sessions of them)"]
    assert len(problems(text(60) + "zzz = 1")) == 1


def test_a_fault_in_one_key_hides_no_fault_in_another_and_makes_none_up() -> None:
    text = exercise_text('reps = "x"\nhold = 3\ntempo = ["up1", "up 2"]\nsides = "eahc"\nleft = "l"\nrest = -1')
    assert [problem.line for problem in problems(text)] == [5, 7, 8, 10]


def test_each_item_of_a_list_is_named_in_its_line() -> None:
    text = exercise_text('reps = 1\ncues = [\n  "good",\n  "",\n  3,\n]\ndirections = ["left",\n "lft",\n "left"]')
    assert [problem.line for problem in problems(text)] == [8, 9, 12]


def test_problems_come_in_order_of_their_lines() -> None:
    text = exercise_text('zzz = 1\nhold = 1\ntempo = ["up 1"]', 'name = ""\nyyy = 1\n')
    found = [problem.line for problem in problems(text)]
    assert found == [1, 1, 2, 5, 7]
