package org.commonsregistry.terms.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What publishers write, and what is understood of it. */
class PreferenceReadingTest {
  private static final Source SOURCE = Source.named("test");

  /** Y allowed, N not, C on conditions; an exclamation mark for a label out of date. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "train-ai=n                          | N train-generative                      |",
        "train-ai=y, search=n                | Y train-generative, N search            |",
        "train-ai=y,search=n,  train-ai=n    | N train-generative, N search            |",
        "train-ai=n;x=1;y=\"a\\\"b\";z       | N train-generative                      |",
        "train-ai                            |                                         | unknown-value train-ai",
        "train-ai=\"n\"                      |                                         | unknown-value train-ai",
        "train-ai=?0                         |                                         | unknown-value train-ai",
        "train-ai=no                         |                                         | unknown-value train-ai",
        "search=1.5, train-ai=n              | N train-generative                      | unknown-value search",
        "search=(y n), train-ai=n            | N train-generative                      | unknown-value search",
        "search=:YQ==:, train-ai=@1          |                                         | unknown-value search; unknown-value train-ai",
        "`                                  `|                                         |",
        "foundation=n                        |                                         | unknown-label foundation",
        "train-genai=n                       | N train-generative!                     | legacy-label train-genai",
        "ai-use=n;exceptions=cc-cr           | C ground! attribute(source,credits-page)| only-as-declared ai-use;exceptions=cc-cr; legacy-label ai-use",
        "train-ai=n;exceptions=cc-cr-ec      | C train-generative attribute(source,credits-page)+contribute-ecosystem | only-as-declared train-ai;exceptions=cc-cr-ec",
        "train-ai=n;exceptions=cc-cr-dc      | C train-generative attribute(source,credits-page)+contribute-direct | only-as-declared train-ai;exceptions=cc-cr-dc",
        "train-ai=n;exceptions=cc-cr-op      | C train-generative attribute(source,credits-page)+open-model(mof-ii) | only-as-declared train-ai;exceptions=cc-cr-op",
        "train-ai=n;exceptions=cc-xx         | N train-generative                      | unknown-exception cc-xx",
        "train-ai=y;exceptions=cc-cr         | Y train-generative                      |",
        "bots=n, tdm=n                       | N access!, N mine!, N mine!             | legacy-label bots; legacy-label tdm",
        "Train-AI=no                         | N train-generative!                     | malformed Train-AI=no; legacy-label train-ai",
        "Train-AI=yes                        |                                         | malformed Train-AI=yes",
        "train-ai=n,                         | N train-generative!                     | malformed train-ai=n,; legacy-label train-ai",
        "train-ai=n search=n                 |                                         | malformed train-ai=n search=n",
      })
  void contentUsage(String raw, String wishes, String notes) {
    var preference = ContentUsage.read(SOURCE, raw, "header");
    assertThat(wishes(preference)).isEqualTo(wishes == null ? "" : wishes);
    assertThat(notes(preference)).isEqualTo(notes == null ? "" : notes);
    assertThat(preference.raw()).isEqualTo(raw);
    assertThat(preference.parser()).startsWith("aipref-vocab-08");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search=yes, ai-input=no, ai-train=no | Y search, N ground, N train |",
        "search=yes,ai-train=no               | Y search, N train           |",
        "search=yes,use=reference             | Y search, C show attribute(source,in-output-link) | provisional-label use=reference",
        "use=other                            |                             | unknown-label use",
        "search=y                             |                             | unknown-value search",
        "search yes                           |                             | malformed search yes",
      })
  void contentSignal(String raw, String wishes, String notes) {
    var preference = ContentSignal.read(SOURCE, raw, "robots.txt");
    assertThat(wishes(preference)).isEqualTo(wishes == null ? "" : wishes);
    assertThat(notes(preference)).isEqualTo(notes == null ? "" : notes);
  }

  @ParameterizedTest
  @CsvSource({
    "0, '', Y mine, ''",
    "1, '', N mine, ''",
    " 1 , '', N mine, ''",
    "0, https://e.example/p, Y mine, ''",
    "1, https://e.example/p, N mine, policy-not-read https://e.example/p",
    "2, '', '', unknown-value tdm-reservation",
    "'', '', '', unknown-value tdm-reservation",
  })
  void tdmHeaders(String reservation, String policy, String wishes, String notes) {
    var preference =
        TdmReservation.read(
            SOURCE,
            reservation,
            Optional.of(policy).filter(p -> !p.isEmpty()),
            Optional.empty(),
            "header");
    assertThat(wishes(preference)).isEqualTo(wishes);
    assertThat(notes(preference)).isEqualTo(notes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"action\":\"tdm:mine\",\"duty\":[{\"action\":\"obtainConsent\"}]}] | C mine obtain-consent",
        "{\"action\":[{\"@id\":\"http://www.w3.org/ns/tdmrep#mine\"}],\"duty\":\"compensate\"} | C mine compensate(fixed-fee)",
        "[{\"action\":\"tdm:mine\",\"constraint\":[{\"leftOperand\":\"purpose\",\"operator\":\"eq\",\"rightOperand\":{\"@id\":\"tdm:research\"}}]}] | Y mine [research/], N mine [/research]",
        "[{\"action\":\"tdm:mine\",\"duty\":[{\"action\":\"compensate\"}],\"constraint\":[{\"leftOperand\":\"purpose\",\"operator\":\"eq\",\"rightOperand\":\"tdm:non-research\"}]}] | C mine compensate(fixed-fee) [/research], N mine [research/]",
        "[{\"action\":\"tdm:mine\",\"duty\":[{\"action\":\"dance\"}]}] | N mine",
        "[{\"action\":\"tdm:mine\",\"constraint\":[{\"leftOperand\":\"spatial\"}]}] | N mine",
        "[{\"action\":\"print\"}] | N mine",
        "null | N mine",
      })
  void tdmPolicies(String permission, String wishes) {
    var policy = "{\"@type\":\"Offer\",\"permission\":" + permission + "}";
    var preference =
        TdmReservation.read(
            SOURCE, "1", Optional.of("https://e.example/p"), Optional.of(policy), "header");
    assertThat(wishes(preference)).isEqualTo(wishes);
  }

  @Test
  void aTdmPolicyThatIsNoPolicyLeavesTheReservation() {
    for (var text : List.of("", "{", "[]", "[".repeat(1000))) {
      var preference =
          TdmReservation.read(
              SOURCE, "1", Optional.of("https://e.example/p"), Optional.of(text), "header");
      assertThat(wishes(preference)).isEqualTo("N mine");
      assertThat(notes(preference)).isEqualTo("malformed https://e.example/p");
    }
  }

  @Test
  void tdmInAPage() {
    var page =
        "<html><META content='1' name=\"tdm-reservation\"><meta name=tdm-policy content=https://e.example/p/>";
    var preference = TdmReservation.fromPage(SOURCE, page).orElseThrow();
    assertThat(wishes(preference)).isEqualTo("N mine");
    assertThat(preference.raw()).contains("tdm-policy: https://e.example/p");
    assertThat(TdmReservation.fromPage(SOURCE, "<meta name=description content=1>")).isEmpty();
    assertThat(TdmReservation.fromPage(SOURCE, "<meta ".repeat(50_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/, Y mine",
    "/a/b.html, N mine",
    "/a/public/x, Y mine",
    "/pictures/1.png, N mine",
    "/pictures/1.png.html, Y mine"
  })
  void tdmInAFile(String path, String wishes) {
    var json =
        """
        [{"location":"/","tdm-reservation":0},
         {"location":"/a/","tdm-reservation":1,"tdm-policy":"https://e.example/p"},
         {"location":"/a/public/","tdm-reservation":0},
         {"location":"/pictures/*.png$","tdm-reservation":1},
         {"tdm-reservation":1}]""";
    assertThat(wishes(TdmReservation.fromFile(SOURCE, json, path).orElseThrow())).isEqualTo(wishes);
  }

  @Test
  void aTdmFileThatIsNoneSaysNothing() {
    assertThat(TdmReservation.fromFile(SOURCE, "[]", "/")).isEmpty();
    for (var text : List.of("", "{}", "nonsense", "[".repeat(100), "x".repeat(1_000_001))) {
      var preference = TdmReservation.fromFile(SOURCE, text, "/").orElseThrow();
      assertThat(wishes(preference)).isEmpty();
      assertThat(notes(preference)).isEqualTo("malformed tdmrep.json");
      assertThat(preference.raw()).hasSizeLessThanOrEqualTo(100_000);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<permits type='usage'>search</permits> | Y search",
        "<permits type='usage'>ai-all</permits> | Y train, Y ground, Y ground",
        "<permits type='usage'>ai-train,search</permits><payment type='free'/> | Y train, Y search",
        "<prohibits type='usage'>all</prohibits><permits type='usage'>search</permits> | N train, N ground, N ground, Y search, N access, N evaluate, N show, N redistribute, N adapt",
        "<permits type='usage'>ai-all</permits><prohibits type='usage'>ai-train</prohibits> | N train, Y ground, Y ground",
        "<permits type='usage'>ai-train</permits><prohibits type='usage'>ai-train</prohibits> | N train",
        "<permits type='usage'>train-genai</permits> | Y train!",
        "<permits type='usage'>ai-train</permits><payment type='attribution'/> | C train attribute(source,credits-page)",
        "<permits type='usage'>ai-train</permits><payment type='contribution'/> | C train contribute-direct",
        "<permits type='usage'>ai-train</permits><payment type='purchase'><amount currency='EUR'>9</amount></payment> | C train compensate(purchase)",
        "<permits type='usage'>ai-train</permits><payment type='training'/> | C train compensate(training)",
        "<permits type='usage'>ai-train</permits><payment type='crawl'/> | C train compensate(per-crawl)",
        "<permits type='usage'>ai-train</permits><payment type='use'/> | C train compensate(per-query)",
        "<permits type='usage'>ai-train</permits><payment type='subscription'/> | C train compensate(subscription)",
        "<permits type='usage'>ai-train</permits><payment type='sheep'/> | C train obtain-consent",
        "<permits type='usage'>search</permits><permits type='user'>education government</permits> | Y search [education public-body/], N search [/education public-body]",
        "<permits type='usage'>search</permits><prohibits type='user'>commercial</prohibits> | Y search [/commercial], N search [commercial/]",
        "<permits type='usage'>search</permits><permits type='user'>personal</permits> | Y search [individual/], N search [/individual]",
        "<permits type='usage'>search</permits><permits type='user'>non-commercial</permits> | Y search [non-commercial/], N search [/non-commercial]",
        "<permits type='usage'>dance</permits> | ``",
      })
  void rsl(String licence, String wishes) {
    var contents = RslDocument.read(SOURCE, rslWith("<license>" + licence + "</license>"));
    assertThat(contents).hasSize(1);
    assertThat(contents.getFirst().url()).isEqualTo("/");
    assertThat(wishes(contents.getFirst().preference()))
        .isEqualTo(wishes.equals("``") ? "" : wishes);
  }

  @Test
  void whatRslDoesNotSayInOurWordsIsNoted() {
    var preference =
        RslDocument.read(
                SOURCE,
                rslWith(
                    "<license><permits type='geo'>DE</permits><permits type='usage'>search</permits>"
                        + "<payment type='sheep'/></license>"))
            .getFirst()
            .preference();
    assertThat(notes(preference)).isEqualTo("unknown-label geo de; unknown-label payment sheep");
  }

  @Test
  void foreignElementsAreReadPast() {
    var xml =
        rslWith(
            "<license><x:permits xmlns:x='urn:x' type='usage'>all</x:permits>"
                + "<permits type='usage'>search</permits></license>");
    assertThat(wishes(RslDocument.read(SOURCE, xml).getFirst().preference())).isEqualTo("Y search");
  }

  @Test
  void eachContentSpeaksForItself() {
    var xml =
        "<rsl><content url='/a'><license><permits type='usage'>search</permits></license></content>"
            + "<content url='/b'><license><prohibits type='usage'>search</prohibits></license></content></rsl>";
    assertThat(RslDocument.read(SOURCE, xml))
        .extracting(content -> content.url() + " " + wishes(content.preference()))
        .containsExactly("/a Y search", "/b N search");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<rsl>",
        "<rsl/>",
        "<!DOCTYPE rsl [<!ENTITY x 'all'>]><rsl><content url='/'><license><permits type='usage'>&x;</permits></license></content></rsl>",
        "<!DOCTYPE rsl SYSTEM 'file:///etc/passwd'><rsl><content url='/'/></rsl>",
        "<rsl><content url='/'><license><permits type='usage'>search</permits></license></content>",
      })
  void anUnreadableRslSaysNothing(String xml) {
    unreadable(xml);
  }

  @Test
  void aHugeOrDeepRslSaysNothing() {
    unreadable(rslWith("<a>".repeat(30) + "</a>".repeat(30)));
    unreadable(rslWith("<a/>".repeat(10_001)));
    unreadable(" ".repeat(500_001));
  }

  private static void unreadable(String xml) {
    var contents = RslDocument.read(SOURCE, xml);
    assertThat(contents).hasSize(1);
    assertThat(contents.getFirst().preference().wishes()).isEmpty();
    assertThat(notes(contents.getFirst().preference())).startsWith("malformed ");
  }

  @ParameterizedTest
  @CsvSource({
    "GPTBot, /, N access",
    "gptbot, /x, N access",
    "CCBot, /, 'Y search, N train, N train-generative'",
    "CCBot, /open/a, 'Y search, N train, Y train-generative'",
    "CCBot, /open/a.pdf, 'N access, Y search, N train, Y train-generative'",
    "CCBot, /open/free.pdf, 'Y search, N train, Y train-generative'",
    "CCBot, /twice, 'Y search, N train, N train-generative, Y train-generative'",
    "Both, /, N search",
    "Empty, /, ''",
  })
  void robots(String agent, String path, String wishes) {
    var robots =
        """
        Content-Usage: train-ai=y
        User-agent: GPTBot
        Disallow: / # everything
        User-Agent: *
        Content-Signal: search=yes, ai-train=no
        Content-Usage: train-ai=n
        Content-Usage: /open/ train-ai=y
        Content-Usage: /twice train-ai=n
        Content-Usage: /twice train-ai=y
        Disallow: /open/*.pdf$
        Allow: /open/free.pdf
        License: https://e.example/rsl.xml
        nonsense
        User-agent: Both
        User-agent: Other
        Content-Signal: search=no
        User-agent: Empty
        Disallow:
        """;
    var reading = RobotsFile.read(SOURCE, robots, agent, path);
    assertThat(
            reading.preferences().stream()
                .map(PreferenceReadingTest::wishes)
                .collect(Collectors.joining(", ")))
        .isEqualTo(wishes);
    assertThat(reading.licences()).containsExactly("https://e.example/rsl.xml");
  }

  @Test
  void ofEquallyLongRulesTheOneThatAllowsCounts() {
    var robots = "User-agent: *\nDisallow: /a\nAllow: /a\nDisallow: /a";
    assertThat(RobotsFile.read(SOURCE, robots, "x", "/a").preferences()).isEmpty();
  }

  @Test
  void onlyTheBeginningOfAHugeRobotsFileCounts() {
    var robots = "User-agent: *\n" + "#".repeat(500 * 1024) + "\nDisallow: /";
    assertThat(RobotsFile.read(SOURCE, robots, "x", "/").preferences()).isEmpty();
  }

  @Test
  void manyStarsCostLittle() {
    var pattern = new PathPattern("/" + "*a".repeat(2_000) + "$");
    assertThat(pattern.matches("/" + "a".repeat(4_000) + "b")).isFalse();
    assertThat(pattern.matches("/" + "a".repeat(2_000))).isTrue();
  }

  @Property
  void noTextIsAnError(@ForAll @StringLength(max = 60) String text) {
    assertThat(ContentUsage.read(SOURCE, text, "c").wishes()).isEmpty();
    assertThat(ContentSignal.read(SOURCE, text, "c").wishes()).isEmpty();
    assertThat(
            TdmReservation.fromFile(SOURCE, text, "/").stream().flatMap(p -> p.wishes().stream()))
        .isEmpty();
    assertThat(RslDocument.read(SOURCE, text)).isNotEmpty();
    assertThat(RobotsFile.read(SOURCE, text, "a", "/").preferences()).isEmpty();
  }

  private static String rslWith(String inner) {
    return "<?xml version='1.0'?><rsl xmlns='https://rslstandard.org/rsl'><content url='/'>"
        + inner
        + "</content></rsl>";
  }

  private static String wishes(Preference preference) {
    return preference.wishes().stream()
        .map(
            wish ->
                switch (wish.stance()) {
                      case ALLOW -> "Y ";
                      case DISALLOW -> "N ";
                      case CONDITIONAL -> "C ";
                    }
                    + wish.action().token()
                    + (wish.legacy() ? "!" : "")
                    + (wish.duties().isEmpty()
                        ? ""
                        : " "
                            + wish.duties().stream()
                                .map(duty -> duty.text())
                                .sorted()
                                .collect(Collectors.joining("+")))
                    + scope(wish))
        .collect(Collectors.joining(", "));
  }

  private static String scope(Preference.Wish wish) {
    var scope = wish.scope();
    return scope.anyOf().isEmpty() && scope.noneOf().isEmpty()
        ? ""
        : " [" + tokens(scope.anyOf()) + "/" + tokens(scope.noneOf()) + "]";
  }

  private static String tokens(Set<Actor> actors) {
    return actors.stream().map(actor -> actor.token()).sorted().collect(Collectors.joining(" "));
  }

  private static String notes(Preference preference) {
    return preference.notes().stream()
        .map(note -> note.key().replace("note.", "") + " " + note.about())
        .collect(Collectors.joining("; "));
  }
}
