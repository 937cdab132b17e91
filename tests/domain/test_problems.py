from bot.domain.problems import Level, Problem


def test_a_problem_is_one_line_that_editors_jump_to() -> None:
    problem = Problem("cards/fablab.yml", 12, Level.ERROR, "`titre` n'existe pas")
    assert str(problem) == "cards/fablab.yml:12: erreur : `titre` n'existe pas"


def test_problems_are_told_file_by_file_and_line_by_line() -> None:
    first = Problem("cards/a.yml", 2, Level.WARNING, "z")
    then = Problem("cards/a.yml", 10, Level.ERROR, "a")
    last = Problem("cues.yml", 1, Level.ERROR, "a")
    assert sorted([last, then, first]) == [first, then, last]
