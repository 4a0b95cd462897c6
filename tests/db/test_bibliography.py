"""Bibliographies in six styles; and what is known to go wrong in citeproc-py does not show."""

import csv
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core.model import Source
from citeria_db.exchange import bibliography
from citeria_db.exchange.bibliography import STYLES, UnknownLanguageError, UnknownStyleError
from citeria_db.sample import sources as sample_sources
from citeria_resources import citation_style, data_file

NUMBERED = ("gb-t-7714-2015-numeric", "gost-r-7-0-5-2008-numeric", "ieee")
NAMED = tuple(style for style in STYLES if style not in NUMBERED)

ARTICLE = {
    "type": "article-journal",
    "title": "Smart cities",
    "author": [{"family": family, "given": "Anna"} for family in ("Brown", "Clark", "Davis", "Evans", "Fisher")],
    "container-title": "Journal of Cities",
    "issued": {"date-parts": [[2021, 5]]},
    "volume": "12",
    "issue": "3",
    "page": "101-120",
    "language": "en",
}
RUSSIAN = {
    **ARTICLE,
    "title": "Умные города",
    "author": [{"family": family, "given": "Пётр"} for family in ("Иванов", "Орлов", "Смирнов", "Титов", "Яковлев")],
    "container-title": "Вопросы экономики",
    "language": "ru",
}
CHINESE = {
    **ARTICLE,
    "title": "智慧城市",
    "author": [{"family": family, "given": "小明"} for family in ("王", "李", "张", "刘", "陈")],
    "container-title": "城市研究",
    "language": "zh-CN",
}


def lines(style: str, *items: dict[str, Any], language: str | None = None, html: bool = False) -> list[str]:
    sources = [Source(f"Key{place}", item) for place, item in enumerate(items)]
    found = bibliography.bibliography(sources, style, language, html=html)
    assert found.remarks == ()
    return [entry.text for entry in found.entries]


def line(style: str, item: dict[str, Any], language: str | None = None, html: bool = False) -> str:
    (text,) = lines(style, item, language=language, html=html)
    return text


def sample() -> list[Source]:
    rows = csv.DictReader(data_file("sources.csv").read_text(encoding="utf-8").splitlines())
    return [sample_sources.source(row) for row in rows]


@pytest.mark.parametrize("style", STYLES)
def test_every_source_of_the_sample_is_set_in_one_line(style: str) -> None:
    found = bibliography.bibliography(sample(), style)
    assert found.remarks == ()
    assert {entry.key for entry in found.entries} == {source.key for source in sample()}
    assert found.plain().count("\n") == 100
    by_key = {entry.key: entry.text for entry in found.entries}
    assert all(source.title.split(",")[0] in by_key[source.key] for source in sample())
    assert not any(re.search(r"\.\.|,,|\s,|[\ufdd0-\ufdef]", text) for text in by_key.values())


@pytest.mark.parametrize("style", STYLES)
def test_each_item_is_set_in_its_own_language(style: str) -> None:
    many = [{**item, "author": item["author"] * 5} for item in (ARTICLE, RUSSIAN, CHINESE)]
    english, russian, chinese = sorted(lines(style, *many), key=_script)
    if style == "apa":  # writes an ellipsis before the last author
        assert "…" in english
    else:
        assert "et al" in english
        assert "и др" in russian
        assert "等" in chinese
        assert "et al" not in russian + chinese


def _script(text: str) -> int:
    return 2 if re.search(r"[\u4e00-\u9fff]", text) else 1 if re.search(r"[а-я]", text) else 0


def test_a_language_can_be_forced_on_all() -> None:
    assert "и др" in line("ieee", ARTICLE | {"author": ARTICLE["author"] * 2}, language="ru")
    assert "et al" in line("ieee", RUSSIAN | {"author": RUSSIAN["author"] * 2}, language="en-GB")
    with pytest.raises(UnknownLanguageError, match="xx"):
        line("ieee", ARTICLE, language="xx")


@pytest.mark.parametrize(
    ("title", "said", "locale"),
    [
        ("Smart cities", "", "en-US"),
        ("Умные города", "", "ru-RU"),
        ("智慧城市", "", "zh-CN"),
        ("スマートシティ", "", "ja-JP"),
        ("스마트 시티", "", "ko-KR"),
        ("Villes", "fr", "fr-FR"),
        ("Smart cities", "en-GB", "en-GB"),
        ("智慧城市", "zh-Hant", "zh-TW"),
        ("Smart cities", "Russian", "ru-RU"),
        ("Smart cities", "tlh", "en-US"),
    ],
)
def test_the_language_is_the_items_else_that_of_its_titles_script(title: str, said: str, locale: str) -> None:
    source = Source("k", {"type": "book", "title": title, "language": said})
    assert bibliography.bibliography([source], "apa").entries[0].locale == locale


@pytest.mark.parametrize("style", STYLES)
def test_without_an_author_the_title_stands_once_and_the_producer_before_it_where_names_come_first(style: str) -> None:
    text = line(style, {"type": "report", "title": "Counting firms", "publisher": "Office", "language": "en"})
    assert text.count("ounting") == 1
    assert text.count("Office") == 1
    if style in NAMED:
        assert text.startswith("Office")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", ["book", "webpage", "article-newspaper", "report"])
def test_with_neither_author_nor_producer_the_title_stands_once(style: str, kind: str) -> None:
    assert line(style, {"type": kind, "title": "Counting firms"}).count("ounting firms") == 1


def test_a_newspaper_is_not_named_as_its_own_publisher() -> None:
    item = {"type": "article-newspaper", "title": "T", "container-title": "Xinhua", "publisher": "Xinhua"}
    assert line("ieee", item).count("Xinhua") == 1


@pytest.mark.parametrize("style", STYLES)
def test_chinese_names_are_not_taken_apart(style: str) -> None:
    text = line(style, CHINESE | {"author": [{"family": "王", "given": "小明"}]})
    assert "王小明" in text


@pytest.mark.parametrize(
    ("style", "language", "written"),
    [
        ("apa", "zh", "(2023年7月8日)."),
        ("chicago-author-date", "zh", "7月8日"),
        ("harvard-cite-them-right", "zh", "7月8日"),
        ("ieee", "zh", "2023年7月8日"),
        ("gb-t-7714-2015-numeric", "zh", "2023-07-08"),
        ("apa", "ja", "(2023年7月8日)."),
        ("apa", "ko", "(2023년 7월 8일)."),
        ("apa", "en", "(2023, July 8)."),
        ("apa", "de", "Juli"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(style: str, language: str, written: str) -> None:
    news = {"type": "article-newspaper", "title": "T", "container-title": "News", "author": [{"family": "Li"}]}
    text = line(style, news | {"issued": {"date-parts": [[2023, 7, 8]]}, "language": language})
    assert written in text
    assert "七月" not in text


def test_a_month_without_a_day_is_written_with_its_year_and_a_year_stays_alone() -> None:
    item = {"type": "webpage", "title": "智慧", "language": "zh"}
    assert "(2021年6月)." in line("apa", item | {"issued": {"date-parts": [[2021, 6]]}})
    assert "(2021)." in line("apa", item | {"issued": {"date-parts": [[2021]]}})


def test_chinese_national_standard_marks_the_type_of_printed_and_of_online_items() -> None:
    style = "gb-t-7714-2015-numeric"
    printed = {"type": "book", "title": "城市", "publisher": "出版社", "language": "zh"}
    assert "城市[M]." in line(style, printed)
    assert "城市[M/OL]." in line(style, printed | {"URL": "https://example.org/x"})
    assert "Smart cities[J]." in line(style, ARTICLE)


def test_pages_are_pages() -> None:
    assert "12 (3): 101–20." in line("chicago-author-date", ARTICLE)  # as that manual shortens them
    assert "101–120" in line("apa", ARTICLE)
    assert "101-120" in line("gb-t-7714-2015-numeric", ARTICLE)


def test_a_label_needs_its_number() -> None:
    item = {"type": "article-newspaper", "title": "T", "container-title": "News", "issued": {"date-parts": [[2020, 7]]}}
    assert "dition" not in line("chicago-author-date", item)


def test_english_quotation_marks_take_in_the_comma_and_the_full_stop() -> None:
    assert "“Smart cities,”" in line("ieee", ARTICLE)
    assert "“Smart Cities.”" in line("chicago-author-date", ARTICLE)
    assert "“Smart cities?,”" in line("ieee", ARTICLE | {"title": "Smart cities?"})
    assert "“Why?”" in line("chicago-author-date", ARTICLE | {"title": "Why?"})
    assert "»," in line("ieee", RUSSIAN)


def test_keys_that_differ_only_in_capitals_are_two_sources() -> None:
    sources = [Source("key", {"type": "book", "title": "One"}), Source("KEY", {"type": "book", "title": "Two"})]
    found = bibliography.bibliography(sources, "apa")
    assert {(entry.key, entry.text.split(".")[0]) for entry in found.entries} == {("key", "One"), ("KEY", "Two")}


@pytest.mark.parametrize("style", NUMBERED)
def test_numbers_run_through_all_languages_with_a_space_after_them(style: str) -> None:
    found = lines(style, ARTICLE, RUSSIAN, CHINESE)
    assert [re.match(r"\[?(\d+)[\].] \S", text)[1] for text in found] == ["1", "2", "3"]  # type: ignore[index]


@pytest.mark.parametrize("style", NAMED)
def test_other_styles_sort_by_names(style: str) -> None:
    one, two = ARTICLE | {"author": [{"family": "Zola"}]}, ARTICLE | {"author": [{"family": "Adam"}]}
    assert [text[:4] for text in lines(style, one, two)] == ["Adam", "Zola"]


@pytest.mark.parametrize("style", STYLES)
def test_html_in_a_title_is_shown_as_text(style: str) -> None:
    title = 'On <i>x</i> & <script>alert("1")</script> <span class="nocase">y</span>'
    item = ARTICLE | {"title": title, "author": [{"literal": "<b>Me</b> & Co"}], "language": "de"}
    plain = line(style, item)
    assert title in plain
    page = line(style, item, html=True)
    assert "&lt;script&gt;alert" in page
    assert "<script" not in page
    assert "<b>" not in page.lower()
    assert "&amp; " in page
    assert not re.search(r"&(?!amp;|lt;|gt;)", page)


def test_a_page_names_the_language_of_each_entry() -> None:
    sources = [Source("a", ARTICLE), Source("b", CHINESE)]
    page = bibliography.bibliography(sources, "ieee", html=True).page()
    assert page.startswith("<!DOCTYPE html>")
    assert '<p lang="zh-CN">[2] ' in page
    assert "<i>Journal of Cities</i>" in page


def test_an_unknown_style_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownStyleError, match="Did you mean “apa”"):
        line("appa", ARTICLE)
    assert line("gost-r-7-0-5-2008", ARTICLE) == line("gost-r-7-0-5-2008-numeric", ARTICLE)
    full = "china-national-standard-gb-t-7714-2015-numeric"
    assert line(full, ARTICLE) == line("gb-t-7714-2015-numeric", ARTICLE)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_carries_its_notice(style: str) -> None:
    assert b"Creative Commons Attribution-ShareAlike 3.0" in citation_style(style)


ODD: tuple[dict[str, Any], ...] = (
    {"issued": {"date-parts": [[2020, 1], [2021, 3]]}},
    {"issued": {"date-parts": [[2020, 6, 19], [2020, 6, 25]]}},
    {"issued": {"literal": "spring 2020"}},
    {"issued": {"date-parts": [["2020", "13"]]}},
    {"issued": {"date-parts": []}},
    {"issued": "2020"},
    {"author": "me"},
    {"author": [{"given": "Anna"}, {"literal": ""}, {"parse-names": True, "family": "Brown"}, 5]},
    {"page": "–"},
    {"page": "a-b-c"},
    {"volume": 10**30, "edition": "²", "number-of-pages": "many"},
    {"title": "", "container-title": "   "},
    {"type": "no-such-type"},
    {"title": "\ufdd0x\ufdd3"},
    {"page": "1-", "title": "{} %s {0}"},
)


@pytest.mark.parametrize("style", STYLES)
def test_odd_items_are_set_all_the_same(style: str) -> None:
    texts = lines(style, *(ARTICLE | odd for odd in ODD))
    assert len(texts) == len(ODD)
    assert all(text.strip() for text in texts)


def test_a_source_that_cannot_be_set_stands_in_our_own_form(monkeypatch: pytest.MonkeyPatch) -> None:
    from citeproc.frontend import CitationStylesStyle

    monkeypatch.setattr(CitationStylesStyle, "render_bibliography", lambda self, items: 1 / 0)
    found = bibliography.bibliography([Source("k", {"type": "book", "title": "A <b> & c"})], "apa", html=True)
    assert found.entries[0].text == "A &lt;b&gt; &amp; c (n.d.)."
    assert found.remarks == ("k could not be set in apa and stands in our own form.",)


texts = st.text(st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("<>&.,-–’”' ")), max_size=12)


names = st.lists(st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix"]), texts), max_size=2)
days = st.builds(lambda parts: {"date-parts": [parts]}, st.lists(st.integers(-1, 40), max_size=3))
fields = ("container-title", "publisher", "page", "volume", "issue", "edition", "URL", "DOI")
kinds = st.sampled_from(["book", "report", "article-journal", "webpage", "chapter"])
any_item = st.fixed_dictionaries(
    {"type": kinds, "title": texts}, optional={**dict.fromkeys(fields, texts), "author": names, "issued": days}
)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(("apa", "ieee", "gb-t-7714-2015-numeric")), st.lists(any_item, min_size=1, max_size=4))
def test_any_item_becomes_one_line_without_tags(style: str, items: list[dict[str, Any]]) -> None:
    sources = [Source(str(place), item) for place, item in enumerate(items)]
    for entry in bibliography.bibliography(sources, style, html=True).entries:
        assert "\n" not in entry.text
        tags = r"</?(?:i|b|sup|sub)>|<span style=\"font-variant:small-caps;\">|</span>"
        assert "<" not in re.sub(tags, "", entry.text)
