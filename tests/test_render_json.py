"""The JSON contract, and JSON-LD."""

import json
import math

import arbitrary_summaries
import pytest
import samples

from summarizer.render import render
from summarizer.render.jsonld import claims_jsonld
from summarizer.schema import Quantity, Summary


def test_keys_come_in_the_order_of_the_contract() -> None:
    data = json.loads(render(samples.summary(), "json"))
    assert list(data) == ["schema_version", "article", "highlights", "claims", "run"]
    assert list(data["article"]) == [
        "url",
        "title",
        "authors",
        "published",
        "site",
        "language",
        "text",
        "text_sha256",
        "sentences",
        "publisher_highlights",
    ]
    assert list(data["highlights"][0]) == ["id", "text", "evidence", "support"]
    assert list(data["highlights"][0]["evidence"][0]) == ["start", "end", "quote"]
    assert list(data["highlights"][2]["support"]) == ["label", "score", "reasons"]
    assert list(data["run"]) == [
        "engine",
        "model",
        "prompt",
        "prompt_sha256",
        "usage",
        "duration_s",
        "cached",
        "warnings",
    ]


@pytest.mark.parametrize("compact", [True, False])
def test_json_reads_back_as_the_same_summary(compact: bool) -> None:
    summary = samples.summary()
    assert Summary.model_validate_json(render(summary, "json", compact=compact)) == summary


@arbitrary_summaries.given_any_summary
def test_compact_json_is_one_line_whatever_the_text(summary: Summary) -> None:
    line = render(summary, "json", compact=True)
    assert line.splitlines() == [line]
    data = json.loads(line)
    assert data["article"]["text"] == summary.article.text
    assert [item["text"] for item in data["claims"]] == [claim.text for claim in summary.claims]


def test_other_scripts_stay_readable() -> None:
    assert '"title": "وادي النخيل تغلق جسرها"' in render(samples.arabic(), "json")


def test_what_commands_a_terminal_is_escaped() -> None:
    assert {"\x1b", "\x9b", "\u202e", "\u2028"} & set(render(samples.hostile(), "json")) == set()


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_a_number_that_json_cannot_hold_is_null(value: float) -> None:
    claim = samples.claims()[0].model_copy(
        update={"quantities": (Quantity(text="∞", value=value, high=value),)}
    )
    data = json.loads(render(samples.summary().model_copy(update={"claims": (claim,)}), "json"))
    assert data["claims"][0]["quantities"][0]["value"] is None
    assert data["claims"][0]["quantities"][0]["high"] is None


def test_supported_claims_become_schema_org_claims_with_their_speaker_as_author() -> None:
    data = json.loads(claims_jsonld(samples.summary()) or "")
    assert data["@context"] == "https://schema.org"
    assert [claim["text"] for claim in data["@graph"]] == [claim.text for claim in samples.claims()[:3]]
    assert data["@graph"][0] == {
        "@type": "Claim",
        "text": "Ada Brandt said Velden is not gambling with a bridge that 4,200 people cross every day.",
        "appearance": {
            "@type": "NewsArticle",
            "url": "https://courier.example/velden/bridge?id=7&from=home",
            "headline": "Velden shuts its bridge to lorries",
            "datePublished": "2026-06-09",
        },
        "author": {"@type": "Person", "name": "Ada Brandt"},
    }
    assert "author" not in data["@graph"][2]


def author_of(speaker: str) -> object:
    """Return the author in the JSON-LD of a claim by `speaker`, None when there is none."""
    claim = samples.claims()[0].model_copy(update={"speaker": speaker})
    summary = samples.summary().model_copy(update={"claims": (claim,)})
    return json.loads(claims_jsonld(summary) or "")["@graph"][0].get("author")


ORGANIZATIONS = (
    "Ministry of Health|the University of Velden|Velden City Council|Finch & Co.|Halden Ltd|World Bank|WHO|IT"
    "|the Department for Transport|das Umweltministerium|Siemens AG|Universidad de Chile|Comisión Europea"
    "|中国人民银行|وزارة الصحة|the Supreme Court|Toyota Motor Co.|The Velden Courier"
)


@pytest.mark.parametrize("speaker", ORGANIZATIONS.split("|"))
def test_a_speaker_that_is_plainly_an_organization_is_one_in_jsonld(speaker: str) -> None:
    assert author_of(speaker) == {"@type": "Organization", "name": speaker}


PERSONS = (
    "Ada Brandt|May|Ministry spokesman Li Wei|Sam Banks|the head of the World Bank|shop owners|李伟"
    "|Ada Church of Velden|Margaret Court|Co Nguyen|Professor Grace Union-Smith"
)


@pytest.mark.parametrize("speaker", PERSONS.split("|"))
def test_any_other_speaker_is_a_person_in_jsonld(speaker: str) -> None:
    assert author_of(speaker) == {"@type": "Person", "name": speaker}


@pytest.mark.parametrize("speaker", ["she", "He", "I", "they", "Sie", "elle", "она", "她", "彼女", "هي"])
def test_a_pronoun_is_no_author_in_jsonld(speaker: str) -> None:
    assert author_of(speaker) is None


def test_without_supported_claims_there_is_no_jsonld() -> None:
    assert claims_jsonld(samples.arabic()) is None


def test_jsonld_cannot_close_its_script() -> None:
    block = claims_jsonld(samples.hostile()) or ""
    assert not set(block) & set("<>&\u2028\u2029")
    assert json.loads(block)["@graph"][0]["author"]["name"] == samples.HOSTILE[0]
