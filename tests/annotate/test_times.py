"""Times of the Arab press, valued from a day: every entry of the data, every month system, and what is no date."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.times import read_times
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.numerals import numerals
from riwaya.lexicon.tense import clause_breaks, future_words, not_future, not_now, speech_verbs
from riwaya.lexicon.times import (
    DayOrder,
    MonthName,
    feasts,
    month_systems,
    months,
    time_words,
    units,
    weekdays,
)
from riwaya.text.calendar import to_hijri

DAY = "2023-09-27"  # a Wednesday
ENTRIES = [
    (entry.id, example)
    for entries in (
        months(),
        weekdays(),
        units(),
        time_words(),
        feasts(),
        future_words(),
        not_future(),
        not_now(),
        speech_verbs(),
        clause_breaks(),
    )
    for entry in entries
    for example in entry.examples
]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
BARE = str.maketrans("أإآ", "ااا")


def values(text: str, published: str | None = DAY) -> list[str | None]:
    return [time.value for time in read_times(text, published=published)]


def rank_words(day: int) -> str:
    """Give the rank of a day in words, from the forms of the data."""
    known = [n for n in numerals() if n.role == "ordinal"]
    ones = {int(n.value): next(f for f in n.forms if f.startswith("ال")) for n in reversed(known)}
    tens = {20: "العشرين", 30: "الثلاثين"}
    if day <= 10:
        return ones[day]
    unit = "الحادي" if day % 10 == 1 else ones.get(day % 10, "")
    if day < 20:
        return f"{unit} عشر"
    return f"{unit} و{tens[day - day % 10]}" if unit else tens[day]


@pytest.mark.parametrize(("entry", "example"), ENTRIES)
def test_each_entry_proves_itself(entry: str, example: str) -> None:
    text, _, wanted = example.partition(" =")
    assert values(text) == (wanted.strip().split(" | ") if wanted.strip() else [])


ORDERS = [example for order in load_entries("day_orders.toml", "order", DayOrder) for example in order.examples]


@pytest.mark.parametrize("example", ORDERS)
def test_each_order_of_day_and_month_proves_itself(example: str) -> None:
    words, _, wanted = example.partition(" = ")
    country, _, text = words.partition(" ")
    assert [time.value for time in read_times(text, country=country)] == [wanted]


HOMES = [(system.id, example) for system in month_systems() for example in system.examples]


@pytest.mark.parametrize(("system", "example"), HOMES)
def test_each_system_of_months_proves_itself_at_home(system: str, example: str) -> None:
    words, _, wanted = example.partition(" = ")
    country, _, text = words.partition(" ")
    assert [time.value for time in read_times(text, published=DAY, country=country)] == [wanted]


@pytest.mark.parametrize(
    ("text", "country", "wanted"),
    [
        ("الاتفاق مع ماي", None, []),
        ("خرج من ماي", "gb", []),  # a name of persons elsewhere
        ("خرج في ماي", "MA", ["2023-05"]),
        ("من جوان إلى أوت", "dz", ["2023-06/2023-08"]),
        ("5 الحرث", None, []),
        ("5 الحرث", "ly", [None]),  # the year taken is none of those in which the month had the name
        ("5 الحرث 2015", "ly", [None]),
        ("من نوفمبر إلى فبراير", None, ["2022-11/2023-02"]),
    ],
)
def test_the_country_chooses_the_names_of_months(text: str, country: str | None, wanted: list[str | None]) -> None:
    assert [time.value for time in read_times(text, published=DAY, country=country)] == wanted


SYSTEMS = sorted({month.system for month in months() if month.calendar == "gregorian" and month.system != "libya-1986"})


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_every_day_in_every_month_system_comes_back(day: date) -> None:
    by_number = {(m.system, m.number): (m.forms + m.strict)[0] for m in months()}
    for system, hamza, digits in product(SYSTEMS, (True, False), (None, EASTERN)):
        name = by_number[(system, day.month)]
        for text in (
            f"{day.day} {name} {day.year}",
            f"{day.day} من شهر {name}، {day.year}",
            f"{day.day} {name} من عام {day.year}",
        ):
            text = text if hamza else text.translate(BARE)
            assert values(text.translate(digits) if digits else text, None) == [day.isoformat()], text


@settings(max_examples=40, deadline=None)
@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_every_day_in_digits_and_double_names_comes_back(day: date) -> None:
    by_number = {(m.system, m.number): (m.forms + m.strict)[0] for m in months()}
    levant, gulf = by_number[("levant", day.month)], by_number[("egypt-gulf", day.month)]
    texts = [
        f"{day.day}/{day.month}/{day.year}" if day.day > 12 else f"{day.day:02d}/{day.month:02d}/{day.year}",
        day.isoformat(),
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day}.{day.month}.{day.year}",
    ]
    texts += [
        f"{day.day} {one}{sign}{two} {day.year}"
        for one, two in ((levant, gulf), (gulf, levant))
        for sign in ("/", "/ ", " / ", " ")
    ]
    texts.append(f"{day.day} {gulf} ({levant}) {day.year}")
    for text in texts:
        assert values(text, None) == values(text.translate(EASTERN), None) == [day.isoformat()], text


FORMS = [
    (month, form)
    for month in months()
    for form in (*month.forms, *month.strict)
    if month.calendar == "gregorian" and not month.only_dated
]


@pytest.mark.parametrize(("month", "form"), FORMS, ids=lambda value: getattr(value, "id", value))
def test_every_spelling_of_a_month_is_that_month(month: MonthName, form: str) -> None:
    for text in (f"19 {form} 1957", f"19 {form.translate(BARE)} 1957".translate(EASTERN)):
        assert values(text, None) == [f"1957-{month.number:02d}-19"]


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1986, 1, 1), date(2011, 12, 31)), st.booleans(), st.booleans())
def test_every_day_in_the_names_of_libya_comes_back(day: date, eastern: bool, bare: bool) -> None:
    names = [month for month in months() if month.only_dated and month.number == day.month]
    text = f"{day.day} {names[0].strict[0]} {day.year}"
    text = text.translate(BARE) if bare else text
    assert values(text.translate(EASTERN) if eastern else text, None) == [day.isoformat()]


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.sampled_from(SYSTEMS))
def test_every_day_told_by_its_rank_comes_back(day: date, system: str) -> None:
    month = next(m for m in months() if m.system == system and m.number == day.month)
    name = (month.forms + month.strict)[0]
    assert values(f"{rank_words(day.day)} من {name} {day.year}", None) == [day.isoformat()]


@settings(max_examples=40, deadline=None)
@given(st.dates(date(1925, 1, 1), date(2070, 1, 1)))
def test_every_hijri_day_comes_back(day: date) -> None:
    hijri = to_hijri(day)
    assert hijri is not None
    names = [m for m in months() if m.calendar == "hijri" and m.number == hijri[1]]
    for form in names[0].forms + names[0].strict:
        assert values(f"{hijri[2]} {form} {hijri[0]} هـ", None) == [f"{day.isoformat()}~"], form
    assert values(f"{hijri[2]}/{hijri[1]}/{hijri[0]}هـ".translate(EASTERN), None) == [f"{day.isoformat()}~"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("31 شباط", None),
        ("30 شباط 2020", None),
        ("29 فبراير 2023", None),
        ("13/13/2023", None),
        ("5 مايو 20235", None),
        ("3/7/20235", None),
        ("3 مايو 1445", None),
        ("31 رجب 1445", None),
        ("5 رمضان 2150", None),
    ],
)
def test_what_is_no_date_is_kept_with_a_reason(text: str, wanted: None) -> None:
    times = read_times(text, published=DAY)
    assert [time.value for time in times] == [wanted] and times[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "الساعة 17:30",
        "رقم 2018",
        "رؤية 2030",
        "فاز 3-1",
        "عمره 45 عاما",
        "(45 عاما)",
        "في 2000 مدينة",
        "الدقيقة 90",
        "كرة القدم",
        "أب لطفلين",
        "لا أحد",
        "مارس الرياضة",
        "44 قبل الميلاد",
        "قبل يومين من الانتخابات",
        "السنوات الماضية",
        "بعد أيام",
        "",
        "ا",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وصل الوفد السبت", ["2023-09-23"]),
        ("سيصل الوفد السبت", ["2023-09-30"]),
        ("يصل الوفد السبت", ["2023-09-30"]),
        ("زار المدينة الأربعاء", ["2023-09-27"]),
        ("ليل السبت الأحد", ["2023-09-23/2023-09-24"]),
        ("ليل السبت وحتى فجر الأحد", ["2023-09-23/2023-09-24"]),
        ("مساء أمس الثلاثاء", ["2023-09-26"]),
        ("بعد غد الجمعة", ["2023-09-29"]),
        ("من السبت إلى الاثنين", ["2023-09-23/2023-09-25"]),
        ("بين آذار 2019 وحزيران 2020", ["2019-03/2020-06"]),
        ("من مارس إلى يونيو 2020", ["2020-03/2020-06"]),
        ("2011-2014", ["2011/2014"]),
        ("في أعوام 2008 و2013 و2017", ["2008", "2013", "2017"]),
        ("8 و9 أكتوبر 2018", ["2018-10-08", "2018-10-09"]),
        ("من 8 إلى 12 أكتوبر 2018", ["2018-10-08/2018-10-12"]),
        ("يوليو الماضي", ["2023-07"]),
        ("سبتمبر الماضي", ["2022-09"]),
        ("سبتمبر الجاري", ["2023-09"]),
        ("سبتمبر من العام الماضي", ["2022-09"]),
        ("في الخامس من الشهر الجاري", ["2023-09-05"]),
        ("منتصف الشهر المقبل", ["2023-10"]),
        ("الثمانينيات", ["1980/1989"]),
        ("ثمانينيات القرن الماضي", ["1980/1989"]),
        ("الربع الأول من عام 2018", ["2018-01/2018-03"]),
        ("صيف 2019", ["2019-22"]),
        ("الصيف الماضي", ["2023-22"]),
        ("وقع الاتفاق في مارس 2015. وفي الشهر نفسه توقف", ["2015-03", "2015-03"]),
        ("وقع الاتفاق عام 2015. وفي تموز توقف", ["2015", "2015-07"]),
        ("من 18 إلى 11 ساعة", ["PT18H", "PT11H"]),
        ("لليوم الخامس على التوالي", ["P5D"]),
        ("ثلاث سنوات ونصف", ["P3Y6M"]),
        ("منذ عام ألفين وستة عشر", ["2016/.."]),
        ("سجل 2099 في 2017", ["2017"]),
        ("بحلول 2100", ["2100"]),
        ("قبل نحو 150 عاما", ["1873~"]),
        ("11 ربيع الأول 1445 هـ الموافق 26 سبتمبر 2023", ["2023-09-26~", "2023-09-26"]),
        ("عيد الأضحى المقبل", ["2024-06-16~"]),
        ("رمضان 2019", ["2019-05-06~/2019-06-03~"]),
        ("September 26, 2023", ["2023-09-26"]),
        ("26th September 2023", ["2023-09-26"]),
    ],
)
def test_forms_of_the_press(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


def test_without_a_day_only_whole_dates_have_a_value() -> None:
    assert values("أمس والخميس و17 سبتمبر وعام 2011", None) == [None, None, None, "2011"]


def test_an_interval_of_publication_fixes_what_both_ends_agree_on() -> None:
    assert values("قبل ثلاث سنوات وهذا الأسبوع", "2017-01-11/2017-12-31") == ["2014", None]


@given(st.text(alphabet=st.characters(codec=None), max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for time in read_times(text, published=DAY):
        assert 0 <= time.span.start < time.span.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([e for _, example in ENTRIES for e in example.partition(" =")[0].split()]), max_size=30)
)
def test_no_mixture_of_its_words_breaks_it(words: list[str]) -> None:
    text = " ".join(words)
    times = read_times(text, published=DAY)
    assert all(0 <= time.span.start < time.span.end <= len(text) for time in times)


PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
ROWS = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
SHOWN = [
    (text, value)
    for row in ROWS
    if len(row) == 3
    for texts, wanted in [(re.findall("`([^`]+)`", row[1]), row[2].strip(" |").split(" · "))]
    if len(texts) == len(wanted)
    for text, value in zip(texts, wanted, strict=True)
    if re.fullmatch("`[^`]+`", value)
]


@pytest.mark.parametrize(("text", "wanted"), SHOWN)
def test_the_page_on_dates_is_true(text: str, wanted: str) -> None:
    assert values(text) == [wanted.strip("`")]
