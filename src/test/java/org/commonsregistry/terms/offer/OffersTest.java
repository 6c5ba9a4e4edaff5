package org.commonsregistry.terms.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonsregistry.http.Representation;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Flag;
import org.commonsregistry.terms.Source;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;
import org.commonsregistry.terms.preference.ContentUsage;
import org.commonsregistry.terms.preference.RslDocument;
import org.commonsregistry.terms.preference.TdmReservation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Offers OFFERS = new Offers();

  /** P permitted, D with duties, A needs agreement, X prohibited; columns as on pages. */
  @ParameterizedTest
  @CsvSource({
    "commons-open, anyone, PPPPPPPP",
    "commons-reciprocal, commercial, DDDAAAAA",
    "public-ai-commons, anyone, AAAAPPXA",
    "public-ai-commons, public-interest-ai, DDDDPPAA",
    "research-open, research, DDADAAAD",
    "research-open, public-body, DDADAAAD",
    "research-open, commercial, XXXXXXXX",
    "research-open, anyone, AAAAAAAA",
    "eval-public, anyone, XXADADDA",
    "retrieval-attribution, anyone, XXDADDXA",
    "training-commercial-standard, commercial, DDXAAXXA",
    "training-commercial-standard, research, AAXAAXXA",
    "training-commercial-attribution, commercial, DDXAAXXA",
    "delivery-enterprise, anyone, AAAAAAAA",
    "model-output-flowdown, anyone, AAAAADDD",
  })
  void anOfferLetsPeople(String id, String actor, String row) {
    var matrix = offer(id).matrix(DAY);
    assertThat(
            Arrays.stream(Use.values())
                .map(use -> matrix.grant(use, actor(actor)).answer())
                .map(
                    answer ->
                        switch (answer) {
                          case PERMITTED -> "P";
                          case WITH_DUTIES -> "D";
                          case NEEDS_AGREEMENT -> "A";
                          case UNKNOWN -> "?";
                          case PROHIBITED -> "X";
                        })
                .collect(Collectors.joining()))
        .isEqualTo(row);
  }

  @Test
  void everyFileIsAnOfferAndEveryOfferHasAFile() throws IOException {
    try (var files = Files.list(Path.of("ontology/offers"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".ttl", "")))
          .containsExactlyInAnyOrderElementsOf(OFFERS.all().stream().map(Offer::id).toList());
    }
    assertThat(OFFERS.find("no-such-offer")).isEmpty();
  }

  @Test
  void everyOfferSpeaksBothLanguagesInFull() {
    for (var offer : OFFERS.all()) {
      assertThat(offer.titles().keySet()).as(offer.id()).containsExactly("de", "en");
      assertThat(offer.summaries().keySet()).as(offer.id()).containsExactly("de", "en");
      assertThat(offer.notCovered().keySet()).as(offer.id()).containsExactly("de", "en");
      assertThat(offer.notCovered().get("de"))
          .hasSameSizeAs(offer.notCovered().get("en"))
          .hasSizeGreaterThanOrEqualTo(2);
      for (var words : List.of(TermWords.ENGLISH, TermWords.GERMAN)) {
        var reading = OfferReading.of(offer, words);
        assertThat(reading.permissions()).as(offer.id()).isNotEmpty();
        assertThat(reading.toString())
            .doesNotContain("[step")
            .doesNotContain("[for")
            .doesNotContain(words.text("for.other"));
        assertThat(reading.permissions())
            .allSatisfy(clause -> assertThat(clause.says()).doesNotMatch(".*(May|Darf:) \\."));
      }
    }
  }

  @Test
  void commercialTrainingIsReadInPlainWords() {
    var reading = OfferReading.of(offer("training-commercial-standard"), TermWords.ENGLISH);
    assertThat(reading.permissions())
        .containsExactly(
            new OfferReading.Clause(
                "May train generative models from the start, train existing models further.",
                reading.permissions().getFirst().conditions(),
                List.of(
                    "Enter the use in the public register.",
                    "Let an independent person check.",
                    "Name the dataset, on a page of credits.",
                    "Pay: a share of revenue.",
                    "Report what was done with the data, every three months.")));
    assertThat(reading.permissions().getFirst().conditions())
        .containsExactlyInAnyOrder("For: acting commercially.", "Until 2027-12-31.");
    assertThat(reading.prohibitions().getFirst().says())
        .isEqualTo(
            "May not train on outputs of models made from it, look up for the answers of a model, show to people, pass on unchanged copies.");
    assertThat(reading.term())
        .containsExactly(
            "For a fixed time.",
            "Until 2027-12-31.",
            "Notice: 90 days.",
            "Time to mend a breach: 30 days.",
            "Copies of the data are deleted. Models that are already trained may stay in use; no new training.");
  }

  @Test
  void anOfferOfATimeEndsWithIt() {
    var offer = offer("training-commercial-standard");
    var last = LocalDate.of(2027, 12, 31);
    assertThat(offer.matrix(last).grant(Use.TRAIN, Actor.COMMERCIAL).answer())
        .isEqualTo(Answer.WITH_DUTIES);
    assertThat(offer.matrix(last).grant(Use.TRAIN, Actor.COMMERCIAL).flags())
        .containsExactly(Flag.PART_ONLY);
    assertThat(offer.matrix(last.plusDays(1)).grant(Use.TRAIN, Actor.COMMERCIAL).answer())
        .isEqualTo(Answer.NEEDS_AGREEMENT);
  }

  @Test
  void aDifferenceNamesWhatChangesForWhom() {
    var diff =
        OfferDiff.between(
            offer("training-commercial-standard"), offer("training-commercial-attribution"), DAY);
    assertThat(diff.termChanged()).isFalse();
    assertThat(diff.changes()).hasSize(2);
    var change = diff.changes().getFirst();
    assertThat(change.use()).isEqualTo(Use.TRAIN);
    assertThat(change.actor()).isEqualTo(Actor.COMMERCIAL);
    assertThat(change.before()).isEqualTo(change.after()).isEqualTo(Answer.WITH_DUTIES);
    assertThat(change.added())
        .containsExactly(new Duty.Attribute(Duty.Level.CONTRIBUTOR, Duty.Form.CREDITS_PAGE));
    assertThat(change.dropped())
        .containsExactly(new Duty.Attribute(Duty.Level.DATASET, Duty.Form.CREDITS_PAGE));
  }

  @Test
  void ofAnyTwoOffersTheDifferenceBackIsTheOtherWayRound() {
    for (var one : OFFERS.all()) {
      assertThat(OfferDiff.between(one, one, DAY).changes()).isEmpty();
      for (var other : OFFERS.all()) {
        var forth = OfferDiff.between(one, other, DAY);
        var back = OfferDiff.between(other, one, DAY);
        assertThat(back.termChanged()).isEqualTo(forth.termChanged());
        assertThat(
                back.changes().stream()
                    .map(
                        c ->
                            new OfferDiff.Change(
                                c.use(), c.actor(), c.after(), c.before(), c.dropped(), c.added()))
                    .toList())
            .isEqualTo(forth.changes());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "commons-open | train-ai=y, search=y",
        "commons-reciprocal | train-ai=n;exceptions=cc-cr-ec",
        "eval-public | train-ai=n",
        "research-open | train-ai=n",
        "retrieval-attribution | train-ai=n, search=n;exceptions=cc-cr",
        "public-ai-commons | train-ai=n, search=y",
        "delivery-enterprise | ``",
      })
  void theUsageLine(String id, String line) {
    assertThat(export(id, "content-usage").text()).isEqualTo(line.equals("``") ? "" : line);
  }

  @Test
  void anExportReadsBackWithoutAWiderWish() {
    for (var offer : OFFERS.all()) {
      var line = export(offer.id(), "content-usage").text();
      var read = ContentUsage.read(Source.named("t"), line, "header");
      assertThat(read.notes()).noneMatch(note -> note.key().equals("note.malformed"));
      var rsl = export(offer.id(), "rsl").text();
      if (!rsl.isEmpty()) {
        var document =
            "<rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"/\">"
                + rsl
                + "</content></rsl>";
        assertThat(RslDocument.read(Source.named("t"), document).getFirst().preference().wishes())
            .as(rsl)
            .isNotEmpty();
      }
      var policy = export(offer.id(), "tdmrep").text();
      if (!policy.isEmpty()) {
        var read2 =
            TdmReservation.read(
                Source.named("t"), "1", Optional.of("p"), Optional.of(policy), "header");
        assertThat(read2.notes()).as(policy).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "research-open | content-usage | Who may do it cannot be said: train models (researchers, teachers and learners, public bodies",
        "research-open | rsl | This duty cannot be said: Bind those who come after",
        "eval-public | content-usage | This cannot be said: measure models.",
        "training-commercial-standard | rsl | This duty cannot be said: Pay: a share of revenue.",
        "training-commercial-standard | content-usage | That this is ruled out cannot be said: show to people.",
        "retrieval-attribution | content-usage | The term cannot be said: Can be ended for future deliveries",
        "delivery-enterprise | tdmrep | Nothing of this offer can be said in this form.",
      })
  void anExportSaysWhatWasLost(String id, String form, String lost) {
    assertThat(export(id, form).lost()).anyMatch(sentence -> sentence.startsWith(lost));
  }

  @Test
  void theRslOfAnOffer() {
    assertThat(export("commons-open", "rsl").text())
        .isEqualTo(
            """
            <license xmlns="https://rslstandard.org/rsl">
              <permits type="usage">ai-train ai-input search</permits>
            </license>
            """);
    assertThat(export("training-commercial-standard", "rsl").text())
        .isEqualTo(
            """
            <license xmlns="https://rslstandard.org/rsl">
              <permits type="usage">ai-train</permits>
              <permits type="user">commercial</permits>
              <prohibits type="usage">ai-input</prohibits>
              <payment type="attribution"/>
            </license>
            """);
  }

  @Test
  void anOfferIsHadInFormsOfRdf() {
    var offer = offer("commons-open");
    for (var form :
        List.of(
            Representation.TURTLE,
            Representation.JSON_LD,
            Representation.N_TRIPLES,
            Representation.RDF_XML)) {
      assertThat(new String(OfferDocument.of(offer, form), StandardCharsets.UTF_8))
          .contains("commons-open");
    }
  }

  private static Offer offer(String id) {
    return OFFERS.find(id).orElseThrow();
  }

  private static Actor actor(String token) {
    return Arrays.stream(Actor.values())
        .filter(actor -> actor.token().equals(token))
        .findFirst()
        .orElseThrow();
  }

  private static OfferExport export(String id, String form) {
    return OfferExport.of(offer(id), DAY, TermWords.ENGLISH).stream()
        .filter(export -> export.form().equals(form))
        .findFirst()
        .orElseThrow();
  }
}
