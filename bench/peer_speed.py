"""Words a second of one peer over texts on standard input; run in the peers' own throw-away environment.

`python peer_speed.py PEER LANG` reads a JSON list of texts and prints one JSON object: words, seconds.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

CULTURES = {"fr": "fr-fr", "en": "en-us"}


def text2num(lang: str) -> Callable[[str], Any]:
    """allo-media/text2num (MIT): number words to digits."""
    from text_to_num import alpha2digit

    return lambda text: alpha2digit(text, lang)


def quantulum3(lang: str) -> Callable[[str], Any]:
    """nielstron/quantulum3 (MIT): quantities, English only."""
    from quantulum3 import parser

    if lang != "en":
        raise LookupError(lang)
    parse: Callable[[str], Any] = parser.parse
    return parse


def number_parser(lang: str) -> Callable[[str], Any]:
    """scrapinghub/number-parser (BSD): number words to digits."""
    from number_parser import parse

    if lang != "en":
        raise LookupError(lang)
    return lambda text: parse(text, language=lang)


def recognizers(lang: str) -> Callable[[str], Any]:
    """microsoft/Recognizers-Text (MIT): numbers, percentages, ages, currencies, dimensions."""
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

    culture = CULTURES[lang]
    models = (recognize_number, recognize_percentage, recognize_age, recognize_currency, recognize_dimension)
    return lambda text: [model(text, culture) for model in models]


PEERS = {"text2num": text2num, "number-parser": number_parser, "quantulum3": quantulum3, "recognizers": recognizers}


def main() -> None:
    """Time one peer; texts in which it fails are left out of its words."""
    peer, lang = sys.argv[1:3]
    texts: list[str] = json.load(sys.stdin)
    try:
        read = PEERS[peer](lang)
        read("deux" if lang == "fr" else "two")
    except Exception as error:
        sys.stdout.write(json.dumps({"error": f"{type(error).__name__}: {error}"}))
        return
    words = failed = 0
    began = time.perf_counter()
    for text in texts:
        try:
            read(text)
            words += len(text.split())
        except Exception:
            failed += 1
    sys.stdout.write(json.dumps({"words": words, "seconds": time.perf_counter() - began, "failed": failed}))


if __name__ == "__main__":
    main()
