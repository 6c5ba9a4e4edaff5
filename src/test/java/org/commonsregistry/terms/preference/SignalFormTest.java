package org.commonsregistry.terms.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Source;
import org.commonsregistry.terms.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as they are found, and which form and wish is seen in them. */
class SignalFormTest {
  private static final String RSL =
      "<rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"%s\"><license>"
          + "<prohibits type=\"usage\">ai-train</prohibits></license></content></rsl>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "content-usage  | train-ai=n                            | train-ai DISALLOW",
        "content-usage  | Content-Usage: train-ai=n             | train-ai DISALLOW",
        "content-usage  | /maps train-ai=n                      | train-ai DISALLOW",
        "content-usage  | /texts train-ai=n                     | ",
        "content-usage  | Content-Usage: search=y^content-usage: train-ai=n | search ALLOW, train-ai DISALLOW",
        "cc-signal      | train-ai=n;exceptions=cc-cr           | train-ai CONDITIONAL",
        "content-signal | search=yes, ai-train=no               | search ALLOW, ai-train DISALLOW",
        "content-signal | Content-Signal: ai-train=no           | ai-train DISALLOW",
        "tdmrep         | tdm-reservation: 1                    | tdm-reservation DISALLOW",
        "tdmrep         | 1                                     | tdm-reservation DISALLOW",
        "tdmrep         | tdm-reservation: 0                    | tdm-reservation ALLOW",
        "tdmrep         | TDM-Reservation: 0^tdm-reservation: 1 | tdm-reservation ALLOW, tdm-reservation DISALLOW",
        "tdmrep         | tdm-reservation: yes                  | ",
        "tdmrep         | <meta name='tdm-reservation' content='1'> | tdm-reservation DISALLOW",
        "robots         | User-agent: *^Disallow: /maps         | disallow DISALLOW",
        "robots         | User-agent: *^Content-Usage: train-ai=n | train-ai DISALLOW",
        "robots         | User-agent: OtherBot^Disallow: /      | ",
        "content-usage  | nonsense                              | ",
      })
  void eachFormIsReadByItsReader(String form, String raw, String wishes) {
    assertThat(wishes(form, raw.replace('^', '\n'))).isEqualTo(wishes == null ? "" : wishes);
  }

  @Test
  void aFileIsReadForThePathsInQuestion() {
    var tdmrep =
        "[{\"location\": \"/texts\", \"tdm-reservation\": 1},"
            + " {\"location\": \"/maps\", \"tdm-reservation\": 0}]";
    assertThat(wishes("tdmrep", tdmrep)).isEqualTo("tdm-reservation ALLOW");
    assertThat(wishes("rsl", RSL.formatted("/maps"))).isEqualTo("ai-train DISALLOW");
    assertThat(wishes("rsl", RSL.formatted("https://a.example/maps"))).contains("DISALLOW");
    assertThat(wishes("rsl", RSL.formatted("/texts"))).isEmpty();
  }

  @Test
  void whatSaysNothingOfThePathsSaysSo() {
    var read = read("rsl", RSL.formatted("/texts"));
    assertThat(read).hasSize(1);
    assertThat(read.getFirst().notes())
        .containsExactly(new Preference.Note("note.other-path", "/maps/a"));
    assertThat(read.getFirst().raw()).isEqualTo(RSL.formatted("/texts"));
  }

  @Test
  void aLicenceThatRobotsPointsToIsNotGuessed() {
    var read = read("robots", "User-agent: *\nAllow: /\nLicense: https://a.example/rsl.xml");
    assertThat(read.getFirst().notes())
        .containsExactly(new Preference.Note("note.policy-not-read", "https://a.example/rsl.xml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train-ai=n                        | true",
        "train-ai=y                        | false",
        "search=n                          | false",
        "train-genai=n                     | false",
        "Train-AI=no                       | false",
        "train-ai=maybe                    | false",
        "train-ai=n;exceptions=cc-cr       | false",
        "train-ai=y, train-ai=n            | true",
      })
  void onlyAPlainNoOfTodayReservesTraining(String raw, boolean reserves) {
    assertThat(read("content-usage", raw))
        .allMatch(preference -> preference.reserves(Use.TRAIN) == reserves);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train-ai=n                           | content-usage",
        "Content-Usage: anything              | content-usage",
        "train-ai=n;exceptions=cc-cr          | cc-signal",
        "search=yes, ai-train=no              | content-signal",
        "content-signal: search=yes           | content-signal",
        "tdm-reservation: 1                   | tdmrep",
        "[{\"location\":\"/\",\"tdm-reservation\":1}] | tdmrep",
        "<rsl xmlns='https://rslstandard.org/rsl'/> | rsl",
        "User-agent: *                        | robots",
        "https://example.org/terms            | ",
        "http://purl.obolibrary.org/obo/DUO_0000042 | ",
        "Do not use for training, train-ai=no please | ",
        "search                               | ",
        "color=red                            | ",
      })
  void aFormIsRecognisedByWhatItSays(String text, String form) {
    assertThat(SignalForm.recognised(text).map(SignalForm::token))
        .isEqualTo(Optional.ofNullable(form));
  }

  @Property(tries = 300)
  void noTextBreaksAReaderAndNoneIsLost(@ForAll @StringLength(max = 400) String raw) {
    SignalForm.recognised(raw);
    for (var form : SignalForm.values()) {
      var read = form.read(Source.named("test"), raw, "page", List.of("/"));
      assertThat(read).isNotEmpty().allMatch(it -> it.carrier().equals("page"));
      if (form != SignalForm.ROBOTS) {
        assertThat(read).allMatch(it -> it.raw().equals(raw));
      }
    }
  }

  @Test
  void tokensAreThoseOfTheCatalogue() {
    assertThat(Arrays.stream(SignalForm.values()).map(SignalForm::token))
        .containsExactly(SignalForm.tokens().split(", "))
        .allMatch(token -> SignalForm.of(token).isPresent());
  }

  private static List<Preference> read(String form, String raw) {
    return SignalForm.of(form)
        .orElseThrow()
        .read(Source.named("test"), raw, "", List.of("/maps/a"));
  }

  private static String wishes(String form, String raw) {
    return read(form, raw).stream()
        .flatMap(preference -> preference.wishes().stream())
        .map(wish -> wish.label() + " " + wish.stance())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
