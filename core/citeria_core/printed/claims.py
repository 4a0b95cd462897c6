"""Words that say how a number stands to the true one: qualifiers, statuses and changes; and words that say nothing."""

from collections.abc import Mapping
from typing import Final

from citeria_core.model import Qualifier, Status

MISSING_MARKS: Final = frozenset(
    (
        *(
            "",
            "-",
            "--",
            "–",
            "—",
            "―",
            ".",
            "..",
            "...",
            "…",
            "……",
            ":",
            "?",
            "*",
            "x",
            "/",
            "n/a",
            "n.a.",
            "n.a",
            "na",
        ),
        *("n/d", "n.d.", "nd", "nan", "null", "none", "nil", "#n/a", "not available", "not applicable", "no data"),
        *("missing", "unknown", "нет данных", "н/д", "н.д.", "无", "无数据", "暂无", "不详", "缺失", "未知", "不适用"),
    )
)

BEFORE: Final[Mapping[Qualifier, str]] = {
    Qualifier.EXACT: "= | exactly | precisely | ровно | точно | 恰好 | 正好",
    Qualifier.ABOUT: (
        "~ | ≈ | about | around | roughly | approximately | approx | circa | ca | c | some | close to"
        " | in the region of | in the order of | on the order of | somewhere around | more or less"
        " | около | примерно | приблизительно | порядка | приблиз | ок"
        " | 约 | 大约 | 约为 | 大概 | 约合 | 接近于 | etwa | rund | ungefähr | environ"
    ),
    Qualifier.NEARLY: (
        "<~ | nearly | almost | approaching | fast approaching | nearing | close on | just under | just below"
        " | slightly less than | slightly under | not quite | virtually"
        " | почти | без малого | чуть меньше | чуть менее | приближается к | fast | knapp"
        " | 近 | 将近 | 接近 | 几乎 | 逼近 | 快到"
    ),
    Qualifier.BELOW: (
        "< | less than | fewer than | under | below | lower than | short of | no longer than"
        " | менее | менее чем | меньше | меньше чем | ниже | 不足 | 不到 | 低于 | 少于 | 小于 | 未满"
    ),
    Qualifier.AT_MOST: (
        "<= | ≤ | up to | at most | no more than | not more than | not over | not exceeding | maximum | a maximum of"
        " | maximum of | max | as much as | as many as | as high as | at the most"
        " | до | не более | не более чем | не больше | не свыше | максимум | максимально"
        " | 最多 | 至多 | 不超过 | 不多于 | 不高于 | 多达 | 高达 | 最高"
    ),
    Qualifier.ABOVE: (
        "> | over | above | more than | greater than | higher than | exceeding"
        " | exceeds | exceed | exceeded | in excess of"
        " | upwards of | upward of | well over | just over | slightly over"
        " | slightly more than | well above | just above"
        " | more then | surpassing | topping | beyond"
        " | более | более чем | больше | больше чем | свыше | выше | чуть более | чуть больше | превышает"
        " | 超过 | 超 | 逾 | 多于 | 高于 | 大于 | 突破 | 超出"
    ),
    Qualifier.AT_LEAST: (
        ">= | ≥ | at least | no less than | no fewer than | not less than | not fewer than | minimum | a minimum of"
        " | minimum of | min | at a minimum | от | не менее | не менее чем | не меньше | не ниже | как минимум"
        " | по крайней мере | по меньшей мере | минимум | 至少 | 不少于 | 不低于 | 最少 | 起码"
    ),
}
AFTER: Final[Mapping[Qualifier, str]] = {
    Qualifier.ABOUT: "or so | approximately | approx | about | or thereabouts | 左右 | 上下 | 前后",
    Qualifier.AT_LEAST: (
        "+ | plus | min | minimum | or more | or above | or over | and above"
        " | and over | and more | и более | и выше | 以上"
    ),
    Qualifier.AT_MOST: (
        "max | maximum | at the most | or less | or fewer | or below | or under | and below"
        " | and under | at most | и менее | и ниже | 以下"
    ),
    Qualifier.ABOVE: "余 | 多 | с лишним",
    Qualifier.BELOW: "以内 | 之内",
}

STATUSES: Final[Mapping[Status, str]] = {
    Status.PLANNED: (
        "planned | plans | plan | plans to | plan to | planning | planning to"
        " | planned to | is planned | are planned | scheduled"
        " | план | планируется | запланировано | планирует | планируемый | по плану | 计划 | 规划 | 拟 | 拟建"
    ),
    Status.FORECAST: (
        "expected | is expected | are expected | expected to reach"
        " | is expected to reach | are expected to reach | expected to be"
        " | forecast | forecasts | forecasted | projected | projection"
        " | projected to reach | predicted | anticipated | expects"
        " | expected to | is expected to | are expected to | to reach | will reach | ( f ) | f ) | forecast to reach"
        " | прогноз | по прогнозу | прогнозируется | ожидается | ожидаемый | ожидаемая | ожидаемое | прогнозируемый"
        " | 预计 | 预测 | 预期 | 有望达到 | 预计达到 | 将达到 | 预计将达到"
    ),
    Status.ANNOUNCED: (
        "announced | announces | announcing | announcement | has announced"
        " | have announced | pledged | pledges | committed"
        " | объявлено | объявил | объявила | объявленный | анонсировано | 宣布 | 公布计划 | 承诺"
    ),
    Status.TARGET: (
        "target | targets | targeted | targeting | target of | a target of"
        " | the target of | goal | goal of | a goal of | aim"
        " | aims at | aims for | aiming at | aiming for | objective | цель"
        " | цели | целевой | целевое значение | 目标 | 目标为"
    ),
    Status.ESTIMATED: (
        "estimate | estimates | estimated | an estimated | est | estimated at"
        " | is estimated at | ( e ) | estimate of | estimates of"
        " | оценка | оценки | оценочно | по оценке | по оценкам | оценивается в | 估计 | 估算 | 估值 | 据估计 | 预估"
    ),
    Status.CLAIMED: (
        "claim | claims | claimed | claiming | reportedly | allegedly | said to be | claims to have | alleged"
        " | заявлено | заявляет | по заявлению | якобы | 据称 | 声称 | 自称 | 据说"
    ),
    Status.PROVISIONAL: (
        "provisional | provisionally | preliminary | ( p ) | предварительно"
        " | предварительный | предварительные данные"
        " | 初步 | 初步数据 | 暂定"
    ),
}

CHANGES: Final[Mapping[int, str]] = {
    -1: (
        "reduction | reductions | reduction of | a reduction of | decrease"
        " | a decrease of | decrease of | decreased by | decline"
        " | a decline of | decline of | declined by | drop | a drop of | drop of"
        " | dropped by | fall of | a fall of | fell by"
        " | fell | down | down by | decline by | reduced by | reduced | cut by"
        " | снижение | снижение на | сокращение | сокращение на | уменьшение | уменьшение на | падение | падение на"
        " | снизился на | снизилась на | сократился на | 下降 | 下降了"
        " | 减少 | 减少了 | 降低 | 降低了 | 下跌 | 下滑 | 缩减"
    ),
    1: (
        "increase | an increase of | increase of | increased by | increase by | growth"
        " | growth of | a growth of | grew by | rise"
        " | a rise of | rise of | rose by | up | up by | gain | gain of | a year on year growth of"
        " | рост | рост на | увеличение | увеличение на | прирост | вырос на | выросла на | увеличился на"
        " | 增长 | 增长了 | 增加 | 增加了 | 上升 | 上升了 | 提高 | 提高了 | 上涨 | 同比增长 | 增幅"
    ),
}

OPENS_RANGE: Final = "between | from | от | между | с | zwischen | 从 | 介于"
JOINS_RANGE: Final = "to | through | до | по | bis | à | 至 | 到"
ALSO_JOINS_RANGE: Final = "and | и | und | et | 和 | 与"  # only behind a word that opens a range

PREPOSITIONS: Final = (
    "in | by | of | for | at | on | as of | as at | since | during | over | across"
    " | among | amongst | within | throughout | from"
    " | against | around | between | until | till | through | under | than"
    " | at the end of | by the end of | in the year | worldwide"
    " | globally | nationwide | compared to | compared with | relative to | as much as"
    " | as many as | as high as | as large as | as the"
    " | that of | using | в | во | к | на | за | из | от | по | с | среди | для"
    " | на конец | по состоянию на | в течение | в конце"
    " | 在 | 于 | 截至 | 截止 | 到 | 至 | der | des | im | en | dans"
)
ARTICLES: Final = "a | an"
FILLERS: Final = (
    "the | only | just | all | as many | as much | as large | total | a total of"
    " | total of | in total | in all | altogether | is"
    " | are | was | were | has | have | had | reached | reaches | reaching | amounted to"
    " | amounts to | amounting to | stood at | stands at"
    " | accounted for | accounting for | accounts for | worth | valued at | equals"
    " | equal to | population | population of | a population of"
    " | period | year | years' | end | early | mid | late | ranked | ranks | rank | place"
    " | rank no | no | № | # | now | currently | today"
    " | fully | another | i e | e g | whopping | staggering | value | value of | the value of"
    " | всего | только | это | составил | составила | составило | составляет"
    " | составляют | равно | итого | лишь | место"
    " | 达 | 达到 | 为 | 共 | 共有 | 共计 | 总计 | 合计 | 总额 | 仅 | 有 | 是"
    " | 的 | 已 | 了 | 超高 | 排名 | 名列 | 位列"
    " | ( | ) | [ | ] | , | ; | :"
)
