"""`citeria recipe`: the method of an index in words, changed key by key as one step."""

from shell import Shell


def test_a_recipe_is_told_in_words_or_as_toml(sample: str, shell: Shell) -> None:
    told = shell("recipe", sample, "--index", "ICI-CN-SUB")
    assert "Normalise: min-max 0–100" in told.splitlines()
    assert "[normalise]" in shell("recipe", sample, "--index", "ICI-CN-SUB", "--toml")


def test_keys_are_set_as_one_step_labelled_with_what_differs_and_undone_as_one(sample: str, shell: Shell) -> None:
    before = shell("recipe", sample, "--index", "ICI-CN-SUB")
    done = shell(
        *("recipe", sample, "--index", "ICI-CN-SUB"), "--set", "normalise.method=zscore", "--set", "rank.ties=max"
    )
    assert "Normalise: min-max 0–100 → z-score; Ties: share the best rank → share the worst rank" in done
    assert "Normalise: z-score" in shell("recipe", sample, "--index", "ICI-CN-SUB")
    shell("undo", sample)
    assert shell("recipe", sample, "--index", "ICI-CN-SUB") == before


def test_points_of_one_indicator_are_given_as_toml(sample: str, shell: Shell) -> None:
    key = "indicator.sub-smart-2020-score"
    done = shell(
        *("recipe", sample, "--index", "ICI-CN-SUB", "--set", f"{key}.normalise.points=[[0, 0], [100, 100]]"),
        *("--set", f"{key}.normalise.method=piecewise"),
    )
    assert "straight lines through (0, 0) (100, 100)" in done


def test_what_already_holds_leaves_no_step(sample: str, shell: Shell) -> None:
    done = shell("recipe", sample, "--index", "ICI-CN-SUB", "--set", "normalise.method=minmax")
    assert done == "Nothing to change.\n"


def test_everything_wrong_is_said_at_once_and_nothing_changes(sample: str, shell: Shell) -> None:
    before = shell("recipe", sample, "--index", "ICI-CN-SUB", "--toml")
    told = shell.refused(
        *("recipe", sample, "--index", "ICI-CN-SUB", "--set", "normalise.metod=zscore"),
        *("--set", "normalise.method=zscor", "--set", "rank.ties"),
    ).splitlines()
    assert len(told) == 3
    assert "Did you mean “normalise.method”?" in told[0]
    assert "Did you mean “zscore”?" in told[1]
    assert "write KEY=VALUE" in told[2]
    assert "no indicator “nobody”" in shell.refused(
        "recipe", sample, "--index", "ICI-CN-SUB", "--set", "indicator.nobody.normalise.method=zscore"
    )
    assert shell("recipe", sample, "--index", "ICI-CN-SUB", "--toml") == before


def test_an_index_whose_recipe_cannot_be_followed_is_said_to_be_broken_and_no_other_takes_its_place(
    sample: str, shell: Shell
) -> None:
    plain = shell("explain", sample, "--area", "wuhan")
    shell("add", "index", sample, "IX", "--name", "Another", "--as-of", "2024", "--area", "wuhan", "--area", "nanjing")
    shell("add", "node", sample, "score", "--index", "IX", "--indicator", "sub-smart-2020-score")
    shell("rank", sample, "--index", "IX")
    shell("recipe", sample, "--index", "ICI-CN-SUB", "--set", "aggregate.method=geometric")
    told = shell.refused("explain", sample, "--area", "wuhan")
    assert told.startswith("citeria: ICI-CN-SUB cannot be ranked: The geometric mean of node")
    assert "needs positive numbers" in told
    shell("undo", sample)
    assert shell("explain", sample, "--area", "wuhan") == plain
