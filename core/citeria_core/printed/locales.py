"""What a locale settles: which mark is the decimal one, and which currency a bare sign means there."""

from typing import Final

from citeria_core.errors import UnknownLocaleError

_POINT_LANGUAGES: Final = ("en", "zh", "ja", "ko", "th", "he")
_COMMA_LANGUAGES: Final = (
    *("de", "fr", "ru", "es", "it", "pt", "nl", "pl", "uk", "tr", "vi", "id"),
    *("cs", "sk", "sl", "hr", "sr", "bg", "ro", "hu", "el", "sv", "da", "nb", "no", "fi"),
)
_DECIMAL_MARKS: Final = {
    **dict.fromkeys(_POINT_LANGUAGES, "."),
    **dict.fromkeys(_COMMA_LANGUAGES, ","),
    "de-ch": ".",
    "it-ch": ".",
    "es-mx": ".",
}
LOCALE_OF_MARK: Final = {".": "en", ",": "de"}  # the locale to name where a decimal mark has to be chosen
# A bare “$” is settled by a region only: “en” is written in five of them.
_CURRENCIES: Final = {
    "us": "USD",
    "au": "AUD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "sg": "SGD",
    "tw": "TWD",
    "cn": "CNY",
    "jp": "JPY",
    "no": "NOK",
    "se": "SEK",
    "dk": "DKK",
    "in": "INR",
    "gb": "GBP",
}
_REGIONS: Final = {"zh": "cn", "ja": "jp", "nb": "no", "sv": "se", "da": "dk"}  # where a language names one country


def decimal_mark(locale: str) -> str:
    """The decimal mark of a locale (`en`, `de-CH`, `ru_RU`): "." or ","; else `UnknownLocaleError`."""
    tag = _tag(locale)
    mark = _DECIMAL_MARKS.get(tag) or _DECIMAL_MARKS.get(tag.partition("-")[0])
    if mark is None:
        raise UnknownLocaleError(locale=locale, known=", ".join(sorted(_DECIMAL_MARKS)))
    return mark


def home_currency(locale: str) -> str:
    """The currency at home in a locale (`en-AU` → `AUD`, `zh` → `CNY`), or an empty text where it names no country."""
    language, *rest = _tag(locale).split("-")
    region = next((part for part in reversed(rest) if part in _CURRENCIES), "" if rest else _REGIONS.get(language, ""))
    if not region and rest in (["hans"], ["hans", "cn"]):
        region = "cn"
    return _CURRENCIES.get(region, "")


def _tag(locale: str) -> str:
    return locale.strip().lower().replace("_", "-")
