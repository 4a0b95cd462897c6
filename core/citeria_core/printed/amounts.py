"""Words behind a number: multipliers, units, and what is counted."""

from collections.abc import Mapping
from typing import Final

# English “billion” is 10^9 everywhere here: a locale says which mark is decimal, not in which language the words are.
SCALES: Final[Mapping[str, str]] = {
    "1e2": "hundred | сотня | сотни | сотен | 百 | 佰",
    "1e3": (
        "thousand | thousands | thsd | thou | k | тысяча | тысячи | тысяч | тыс | тысячах | tausend | tsd | mille"
        " | 千 | 仟"
    ),
    "1e4": "万 | 萬",
    "1e5": "lakh | lakhs | 十万 | 十萬",
    "1e6": (
        "million | millions | mn | mln | mio | mill | миллион | миллиона | миллионов | миллионы | миллионах | млн"
        " | millionen | millones | milhões | 百万 | 百萬"
    ),
    "1e7": "crore | crores | 千万 | 千萬",
    "1e8": "亿 | 億",
    "1e9": (
        "billion | billions | bn | bln | bil | b | milliard | milliards"
        " | миллиард | миллиарда | миллиардов | миллиарды"
        " | миллиардах | млрд | milliarde | milliarden | mrd | md | 十亿 | 十億"
    ),
    "1e10": "百亿 | 百億",
    "1e11": "千亿 | 千億",
    "1e12": (
        "trillion | trillions | tn | trn | tln | триллион | триллиона | триллионов | триллионы | триллионах | трлн"
        " | billionen | 万亿 | 萬億"
    ),
    "1e15": "quadrillion | квадриллион | квадриллионов",
    "12": "dozen",
}
# Words that may be a multiplier or a unit: both are readings, and a currency beside them leaves the multiplier.
SCALE_OR_UNIT: Final[Mapping[str, tuple[str, str]]] = {
    "m": ("1e6", "m"),
    "t": ("1e12", "t"),
    "兆": ("1e12", ""),
}
OTHER_SCALES: Final[Mapping[str, str]] = {"兆": "1e6"}  # 10^12 in Taiwan and Japan, mega on the mainland
SHARES: Final[Mapping[str, tuple[str, str]]] = {"成": ("%", "10")}  # 四成: four tenths
CAPITAL_SCALES: Final[Mapping[str, str]] = {"M": "1e6", "T": "1e12", "MM": "1e6"}

UNITS: Final[Mapping[str, str]] = {
    "%": (
        "% | percent | per cent | pct | percents | процент | процента | процентов"
        " | проц | prozent | pour cent | por ciento"
        " | 百分之 | 个百分比"
    ),
    "‰": "‰ | per mille | per mil | promille | промилле | 千分之",
    "percentage points": (
        "percentage point | percentage points | pp | p p | pps | ppt | ppts | % points | п п | процентный пункт"
        " | процентных пункта | процентных пунктов | 个百分点 | 百分点"
    ),
    "basis points": "basis point | basis points | bp | bps | 个基点 | 基点",
    "ratio": "times | multiple | x | × | fold | раза | раз | кратно | 倍",
    "km2": (
        "km2 | km² | sq km | sqkm | square km | square kilometre"
        " | square kilometres | square kilometer | square kilometers"
        " | кв км | км² | км2 | квадратных километров | квадратных километра | 平方公里 | 平方千米"
    ),
    "m2": (
        "m2 | m² | sq m | sqm | square metre | square metres | square meter | square meters | кв м | м² | м2"
        " | квадратных метров | 平方米 | ㎡"
    ),
    "ha": "ha | hectare | hectares | га | гектар | гектара | гектаров | 公顷",
    "km": "km | kilometre | kilometres | kilometer | kilometers | км | километр | километра | километров | 公里 | 千米",
    "m": "metre | metres | meter | meters | метр | метра | метров | 米",
    "t": "tonne | tonnes | ton | tons | metric ton | metric tons | тонна | тонны | тонн | 吨",
    "kg": "kg | kilogram | kilograms | кг | 公斤 | 千克",
    "kWh": "kwh | kilowatt hour | kilowatt hours | квт ч | 千瓦时",
    "MW": "mw | megawatt | megawatts | мвт | 兆瓦",
    "GW": "gw | gigawatt | gigawatts | гвт | 吉瓦",
    "years": "years | лет | 岁",
    "days": "days | дней | 天",
    "hours": "hours | часов | 小时",
    "minutes": "minutes | минут | 分钟",
}

NOUNS: Final = (
    "people | persons | inhabitants | residents | citizens | users | active users"
    " | daily active users | workers | employees | jobs"
    " | students | graduates | college graduates | researchers | developers"
    " | scientists | engineers | patients | households"
    " | companies | company | firms | enterprises | businesses | start ups"
    " | startups | unicorns | organisations | organizations"
    " | institutions | universities | university | schools | hospitals | labs"
    " | laboratories | centres | centers | innovation centers"
    " | innovation centres | countries | country | cities | city | provinces"
    " | regions | districts | megacities | smart cities"
    " | stations | base stations | cameras | lights | traffic lights | patents"
    " | papers | publications | citations | projects"
    " | programmes | programs | initiatives | agreements | policies"
    " | indicators | points | items | units | cases | sites"
    " | AI companies | AI enterprises | AI firms | AI start ups"
    " | человек | чел | людей | жителей | пользователей | сотрудников | рабочих мест"
    " | компаний | компании | предприятий | стартапов"
    " | городов | города | стран | страны | регионов | университетов | патентов"
    " | публикаций | проектов | шт | единиц | ед"
    " | 人 | 名 | 位 | 户 | 家 | 个 | 座 | 项 | 件 | 篇 | 所 | 台 | 辆 | 种 | 次"
    " | 条 | 处 | 套 | 只 | 人次 | 企业 | 公司 | 家企业"
    " | 家公司 | 个城市 | 座城市 | 城市 | 国家 | 个国家 | 人口 | 大学 | 所大学 | 高校"
    " | 用户 | 居民 | 基站 | 个基站 | 座基站 | 专利"
    " | 件专利 | 论文 | 篇论文 | 项目 | 个项目 | 第"
)
