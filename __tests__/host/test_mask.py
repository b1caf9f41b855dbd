from __future__ import annotations

import base64
import html
import json
import random
import string
import textwrap
import time
from collections.abc import Mapping
from typing import Callable
from urllib.parse import quote, quote_plus, unquote

import pytest

from host.mask import masked, masked_lines

PEM = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSj+/AgEAAoIB\n-----END KEY-----\n"
LOGIN = json.dumps({"username": "admin-of-all", "password": "p4ss w\u00f6rd", "port": 5432, "pin": 123456, "a": {"b": ["deep-inside"]}})


def lower(text: str) -> str:
    return "".join(char.lower() if text[max(0, at - 2) : at].find("%") >= 0 else char for at, char in enumerate(text))


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "as it is": str,
    "quote": lambda value: quote(value, safe=""),
    "quote, lower": lambda value: lower(quote(value, safe="")),
    "quote, a slash as it is": quote,
    "quote_plus": quote_plus,
    "quote_plus, lower": lambda value: lower(quote_plus(value)),
    "encodeURIComponent": lambda value: quote(value, safe="!'()*"),
    "encodeURI": lambda value: quote(value, safe=";,/?:@&=+$-_.!~*'()#"),
    "JSON": lambda value: json.dumps(value)[1:-1],
    "JSON, not only ASCII": lambda value: json.dumps(value, ensure_ascii=False)[1:-1],
    "JSON with slashes escaped": lambda value: json.dumps(value)[1:-1].replace("/", "\\/"),
    "JSON in JSON": lambda value: json.dumps(json.dumps(value))[3:-3],
    "JSON in JSON in JSON": lambda value: json.dumps(json.dumps(json.dumps(value)))[7:-7],
    "repr": lambda value: repr(value)[1:-1],
    "HTML": html.escape,
    "hexadecimal": lambda value: value.encode().hex(),
    "hexadecimal, upper": lambda value: value.encode().hex().upper(),
}

ENCODINGS: Mapping[str, Callable[[bytes], str]] = {
    "base64": lambda data: base64.b64encode(data).decode(),
    "base64 of URLs": lambda data: base64.urlsafe_b64encode(data).decode(),
    "base64 without an end": lambda data: base64.b64encode(data).decode().rstrip("="),
    "base64 in a URL": lambda data: quote(base64.b64encode(data).decode(), safe=""),
    "base64 in JSON of PHP": lambda data: base64.b64encode(data).decode().replace("/", "\\/"),
    "base64 in lines": lambda data: "\n".join(textwrap.wrap(base64.b64encode(data).decode(), 19)),
    "base64 in lines in JSON": lambda data: "\\n".join(textwrap.wrap(base64.b64encode(data).decode(), 19)),
}

ALPHABETS = [
    string.ascii_letters + string.digits,
    string.ascii_letters + string.digits + "+/=",
    string.ascii_letters + string.punctuation,
    string.ascii_letters + " \n\t\"'\\/",
    "abc\u00e4\u00f6\u00fc\u20ac\U0001f600",
    '\\"a',
]


def value_of(chance: random.Random, least: int) -> str:
    alphabet = chance.choice(ALPHABETS)
    while True:
        value = "".join(chance.choices(alphabet, k=chance.randrange(least, 50)))
        if len(value.strip()) >= least and value.strip() == value and any(char.isalnum() for char in value):
            return value


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_masks_a_value_in_every_spelling(spelling: str) -> None:
    chance = random.Random(spelling)
    for _ in range(40):
        value = value_of(chance, 5)
        assert masked(f"<{SPELLINGS[spelling](value)}>", [value]) == "<***>", value


def sixes(text: str) -> int:
    """How many characters of base64 there are, each for six bits."""
    plain = unquote(text).replace("\\n", "").replace("\\/", "/")
    return len(plain.replace("\n", "").rstrip("="))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_masks_a_value_in_every_encoding_at_every_position(encoding: str) -> None:
    chance = random.Random(encoding)
    for number in range(49):
        value = value_of(chance, 5)
        before, after = chance.randbytes(number % 7), chance.randbytes(number // 7 % 7)
        data = before + value.encode()
        text = ENCODINGS[encoding](data + after)
        left = masked(f"<{text}>", [value])
        head, stars, tail = left[1:-1].partition("***")
        assert stars, (value, text)
        assert text.startswith(head)
        assert text.endswith(tail)
        for part, free in ((head, len(before) * 8 // 6), (tail, sixes(text) - -(-len(data) * 8 // 6))):
            assert free - 1 <= sixes(part) <= free, (value, text, left)


def test_the_characters_beside_an_encoded_value_reveal_nothing() -> None:
    for first in "abcdefgh":
        left = {masked(base64.b64encode(f"user:{first}ecret-{last}!".encode()).decode(), [f"{first}ecret-{last}"]) for last in "xyz"}
        assert left == {masked(base64.b64encode(b"user:aecret-x!").decode(), ["aecret-x"])}


@pytest.mark.parametrize(
    ("text", "values", "wanted"),
    [
        ("nothing here", ["secret"], "nothing here"),
        ("nothing here", [], "nothing here"),
        ("", ["secret"], ""),
        ("a b c", ["", " ", "\n"], "a b c"),
        ("pin 7.", ["7"], "pin ***."),
        ("key: abc", ["abc\n"], "key: ***"),
        ("secret-two", ["secret", "secret-two"], "***"),
        ("xabcdef", ["abcdef", "xabc"], "***"),
        ("aaaaa", ["aa"], "***"),
        ("one two three", ["one", "three"], "*** two ***"),
        ("onetwo", ["one", "two"], "***"),
        ("a.b", ["a.b"], "***"),
        ("axb", ["a.b"], "axb"),
        ("anb", ["a\nb"], "anb"),
        ("a\\nb", ["a\nb"], "***"),
        ("C:\\temp", ["C:\\temp"], "***"),
        ("C:\\\\temp", ["C:\\temp"], "***"),
        ("C:temp", ["C:\\temp"], "C:temp"),
        ("\udce4x", ["\udce4x"], "***"),
        ("abcd", ["efgh"], "abcd"),
        ("MQ==", ["1"], "MQ=="),
    ],
)
def test_masks_these_texts(text: str, values: list[str], wanted: str) -> None:
    assert masked(text, values) == wanted


@pytest.mark.parametrize("line", ["MIIEvQIBADANBgkqhkiG9w0B", "AQEFAASCBKcwggSj+/AgEAAoIB", "AQEFAASCBKcwggSj%2B%2FAgEAAoIB"])
def test_masks_each_line_of_a_value(line: str) -> None:
    assert masked(f"line: {line}.", [PEM]) == "line: ***."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("user admin-of-all", "user ***"),
        ("p4ss w\u00f6rd", "***"),
        ("p4ss+w%C3%B6rd", "***"),
        ("p4ss w\\u00f6rd", "***"),
        ("deep-inside", "***"),
        ("Basic " + base64.b64encode("me:p4ss w\u00f6rd".encode()).decode(), "Basic bWU***"),
        ("pin 123456", "pin ***"),
        ("port 5432 username", "port 5432 username"),
        (f"all: {LOGIN}", "all: ***"),
        (f"all: {json.dumps(LOGIN)}", 'all: "***"'),
    ],
)
def test_masks_each_leaf_of_json(text: str, wanted: str) -> None:
    assert masked(text, [LOGIN]) == wanted


@pytest.mark.parametrize("value", ["{", "[1", "{}", "[]", '"', "[" * 500, "NaN", '{"a":null,"b":true}'])
def test_handles_what_only_looks_like_json(value: str) -> None:
    assert masked(f"<{value}", [value]) == "<***"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("cret-value and so on", "*** and so on"),
        ("the value is my-sec", "the value is ***"),
        ("cret-value, my-sec", "***, ***"),
        ("alue", "***"),
        ("lue", "lue"),
        ("my-s", "***"),
        ("not-my value", "not-my value"),
    ],
)
def test_masks_a_value_cut_by_the_end_of_the_text(text: str, wanted: str) -> None:
    assert masked(text, ["my-secret-value"]) == wanted


def test_leaves_a_word_that_starts_a_long_value() -> None:
    assert masked("it begins with post", ["postgres://user:password@db.example/main"]) == "it begins with post"


def test_leaves_no_part_of_a_value_wherever_a_text_is_cut() -> None:
    value = "correct horse"
    text = f"<{value}>"
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            left = masked(text[start:end], [value])
            assert not any(value[at : at + 4] in left for at in range(len(value) - 3)), (start, end)


def test_masking_twice_changes_nothing() -> None:
    chance = random.Random(3)
    for _ in range(30):
        values = [value_of(chance, 5) for _ in range(3)]
        once = masked(" ".join(SPELLINGS[chance.choice([*SPELLINGS])](value) for value in values), values)
        assert masked(once, values) == once


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\\" * 24_000, '\\\\"\\"' * 30),
        ("\\" * 24_000, '"\n' * 50),
        ("a" * 24_000, "a" * 200),
        ("+ " * 12_000, "+ " * 100),
        ("%25" * 8_000, "%" * 100),
        ("[" * 24_000, "[" * 500),
    ],
)
def test_masks_any_text_quickly(text: str, value: str) -> None:
    began = time.process_time()
    masked(text, [value])
    assert time.process_time() - began < 10


def test_masks_a_value_that_docker_refuses_for_its_nul() -> None:
    for words in ('"TOKEN=k7Qz9\\x002nfWq1": unknown', '"TOKEN=k7Qz92nfWq1": unknown'):
        assert masked(words, ["k7Qz9\0" + "2nfWq1"]) == '"TOKEN=***": unknown'


@pytest.mark.parametrize("secret", ["pass  word", "a\tb  c", "ab\ncd\nef", " two\n\nlines "])
def test_masks_a_value_whose_lines_were_joined(secret: str) -> None:
    assert masked(f"Docker says: {' '.join(secret.split())}!", [secret]) == "Docker says: ***!"


@pytest.mark.parametrize("secret", ["a+b/c=", "100% söcret", "p@ss:w/rd?", "%41%"])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_masks_a_value_in_a_nested_url(secret: str, times: int) -> None:
    spelled = secret
    for _ in range(times):
        spelled = quote(spelled, safe="")
    for text in (spelled, spelled.replace("%2B", "%2b").replace("%2F", "%2f")):
        assert (
            masked(f"to https://id.example/?next=https://x/?token={text}&b=1", [secret])
            == "to https://id.example/?next=https://x/?token=***&b=1"
        )


def test_lines_stay_apart() -> None:
    encoded = textwrap.wrap(base64.b64encode(PEM.encode()).decode(), 40)
    assert masked_lines(["before:", *encoded, ": after"], [PEM]) == ["before:", *["***"] * len(encoded), ": after"]
    assert masked_lines(["key: one", "two, and more", "", "one two"], ["one\ntwo"]) == ["key: ***", "***, and more", "", "***"]
    assert masked_lines([], ["secret"]) == []
    assert masked_lines(["nothing", "here"], ["secret"]) == ["nothing", "here"]
