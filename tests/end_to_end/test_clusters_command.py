"""`citeria clusters` on the sample project: the same figures as the engine's, kept as a grouping, refused in words."""

from typing import Any, cast

import pytest
from shell import Shell

from citeria_core.cluster_profile import peers
from citeria_core.study import Question
from citeria_db.store import Project
from citeria_desktop.session import Session


def told(shell: Shell, *words: str) -> Any:
    return cast(Any, shell.json("clusters", *words, "--json"))


def test_clusters_and_their_figures_are_those_of_the_engine(shell: Shell, sample: str) -> None:
    held = told(shell, sample, "--method", "kmedoids", "--k", "2", "--against", "ici-regions", "--peers", "wuhan")
    with Project.open(sample, read_only=True) as project:
        session = Session(project)
        work = session.study(Question("kmedoids", "given:ici-regions", 2))
        assert work is not None
        study = work()
        assert study.agreement is not None
        assert study.validity is not None
        assert session.result is not None
        nearest = [peer.area for peer in peers(session.result, "wuhan")]
    assert [tuple(cluster["areas"]) for cluster in held["clusters"]] == [one.members for one in study.shown.clusters]
    assert held["silhouette"] == study.validity.silhouette
    assert held["against"]["agreement"]["ari"] == study.agreement.ari
    assert [one["area"] for one in held["peers"]] == nearest
    assert "Not all values there" in shell("clusters", sample)


def test_given_groups_are_compared_as_published(shell: Shell, sample: str) -> None:
    held = told(shell, sample, "--grouping", "ici-clusters", "--against", "ici-regions")["against"]
    figures = held["agreement"]
    assert (figures["areas"], figures["homogeneity"]) == (11, 1.0)
    assert figures["ari"] == pytest.approx(0.429783, abs=5e-7)
    assert figures["ami"] == pytest.approx(0.621792, abs=5e-7)
    assert sum(map(sum, held["counts"])) == 11
    assert "Would move: beijing, shenzhen, guangzhou" in shell(
        "clusters", sample, "--grouping", "ici-clusters", "--against", "ici-regions"
    )


def test_the_evidence_names_what_speaks_for_each_number_and_stability_is_told(shell: Shell, sample: str) -> None:
    held = told(shell, sample, "--evidence", "--stability")
    assert [row["k"] for row in held["evidence"]["rows"]] == [1, 2, 3, 4, 5]
    assert set(held["evidence"]["picks"]) == {
        "silhouette",
        "calinski_harabasz",
        "davies_bouldin",
        "gap",
        "stability",
    }
    assert all(0 <= cluster["stability"] <= 1 for cluster in held["clusters"])


def test_computed_clusters_are_kept_as_a_grouping_in_one_undoable_step(shell: Shell, sample: str) -> None:
    before = told(shell, sample)
    kept = shell("clusters", sample, "--save-as", "ward-3", "--reason", "for the report")
    assert kept.startswith("Add grouping Ward, 3 clusters")
    again = told(shell, sample, "--grouping", "ward-3", "--against", "ward")
    assert [one["areas"] for one in again["clusters"]] == [one["areas"] for one in before["clusters"]]
    assert again["against"]["agreement"]["ari"] == pytest.approx(1)
    shell("undo", sample)
    assert "no grouping “ward-3”" in shell.refused("clusters", sample, "--grouping", "ward-3")


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_done(shell: Shell, sample: str) -> None:
    words = shell.refused("clusters", sample, "--grouping", "nope", "--k", "3", "--against", "gone", "--peers", "x")
    assert [part in words for part in ("“nope”", "“gone”", "“x”", "--k belongs to computed")] == [True] * 4
    assert "three areas with every value" in shell.refused("clusters", sample, "--index", "ICI-CN")
    assert "already" in shell.refused("clusters", sample, "--save-as", "ici-clusters")
