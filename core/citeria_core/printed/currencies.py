"""Money: signs, ISO 4217 codes and words, with every currency that each may mean."""

from collections.abc import Mapping
from typing import Final

# A bare “$” has more owners; these are the ones whose cities and sources meet in one table.
DOLLARS: Final = "USD AUD CAD HKD NZD SGD TWD"

WORDS: Final[Mapping[str, str]] = {
    DOLLARS: "$ | dollar | dollars | доллар | доллара | долларов | долл",
    "CNY JPY": "¥",
    "USD": (
        "us $ | u s $ | usd $ | $ us | us dollar | us dollars | u s dollar"
        " | u s dollars | american dollars | greenbacks"
        " | доллар сша | доллара сша | долларов сша | долл сша | 美元 | 美金"
    ),
    "AUD": (
        "au $ | a $ | aud $ | aus $ | australian dollar | australian dollars | австралийских долларов"
        " | 澳元 | 澳大利亚元"
    ),
    "CAD": "c $ | ca $ | can $ | canadian dollar | canadian dollars | канадских долларов | 加元",
    "HKD": "hk $ | hong kong dollar | hong kong dollars | гонконгских долларов | 港元 | 港币",
    "NZD": "nz $ | new zealand dollar | new zealand dollars | 新西兰元",
    "SGD": "s $ | sg $ | singapore dollar | singapore dollars | сингапурских долларов | 新加坡元 | 新元",
    "TWD": "nt $ | new taiwan dollar | new taiwan dollars | 新台币",
    "CNY": (
        "yuan | yuans | chinese yuan | renminbi | rmb | rmb ¥ | cn ¥ | cny ¥"
        " | юань | юаня | юаней | 元 | 人民币 | 元人民币 | 块"
    ),
    "JPY": "yen | jp ¥ | jpy ¥ | иена | иены | иен | йен | 日元 | 円",
    "EUR": "€ | euro | euros | евро | 欧元",
    "GBP": "£ | pound sterling | pounds sterling | sterling | uk £ | british pounds | фунтов стерлингов | 英镑",
    "RUB": "₽ | rouble | roubles | ruble | rubles | рубль | рубля | рублей | руб | 卢布",
    "KRW": "₩ | korean won | won | вон | 韩元",
    "INR": "₹ | indian rupee | indian rupees | 印度卢比",
    "INR PKR LKR NPR IDR": "rupee | rupees | рупий",
    "VND": "₫ | vietnamese dong",
    "ILS": "₪ | shekel | shekels",
    "TRY": "₺ | turkish lira",
    "UAH": "₴ | hryvnia | гривен",
    "KZT": "₸ | tenge | тенге",
    "THB": "฿ | baht | 泰铢",
    "PHP": "₱ | philippine pesos",
    "NGN": "₦ | naira",
    "BRL": "r $ | reais | brazilian real | brazilian reals | 雷亚尔",
    "MXN": "mx $ | mex $ | mexican pesos | mexican peso",
    "CHF": "fr | sfr | swiss franc | swiss francs | швейцарских франков | 瑞士法郎",
    "SEK": "swedish krona | swedish kronor | kronor",
    "NOK": "norwegian krone | norwegian kroner",
    "DKK": "danish krone | danish kroner",
    "NOK DKK": "kroner",
    "SEK NOK DKK ISK": "kr",
    "AED": "dirham | dirhams | дирхамов | 迪拉姆",
    "SAR": "saudi riyal | saudi riyals",
    "ZAR": "rand",
    "MYR": "ringgit | rm",
    "IDR": "rupiah | rp",
    "PLN": "zloty | zł | злотых",
}
# A pound is money or a weight.
CURRENCY_OR_UNIT: Final[Mapping[str, tuple[str, str]]] = {"pound": ("GBP", "lb"), "pounds": ("GBP", "lb")}

# Written in capitals only: “ALL” is a currency, “all” a word.
CODES: Final = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD"
    " CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ"
    " GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR"
    " LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN"
    " PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS"
    " TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)
OTHER_CODES: Final[Mapping[str, str]] = {"CNH": "CNY", "RMB": "CNY", "NTD": "TWD", "STG": "GBP"}
