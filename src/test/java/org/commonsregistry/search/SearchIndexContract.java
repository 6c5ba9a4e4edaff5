package org.commonsregistry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonsregistry.search.SearchDocuments.named;
import static org.commonsregistry.search.SearchDocuments.slug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.search.SearchQuery.Sort;
import org.commonsregistry.search.SearchResult.FacetCount;
import org.commonsregistry.search.SearchResult.Hit;
import org.commonsregistry.search.SearchResult.Piece;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Use;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every search index does. A backend supplies an empty index, and the same one opened again.
 */
public abstract class SearchIndexContract {
  private long sequence;

  /** Empty before each test. */
  protected abstract SearchIndex index();

  /** The same index after its process ended and began again. */
  protected abstract SearchIndex restarted();

  @Nested
  class Finding {
    @Test
    void findsByTitle() {
      put(named("moby-dick", "Moby Dick"), named("bible", "King James Bible"));
      assertThat(slugs("moby dick")).containsExactly("moby-dick");
    }

    @Test
    void findsByDescriptionStewardKeywordAndOtherName() {
      put(
          named("a", "Alpha").about("Whales of the southern ocean"),
          named("b", "Beta").steward("nlm", "National Library of Medicine"),
          named("c", "Gamma").keywords("genomics"),
          named("d", "Delta").alsoKnownAs("allenai/c4_multilingual"));
      assertThat(slugs("whales")).containsExactly("a");
      assertThat(slugs("library of medicine")).containsExactly("b");
      assertThat(slugs("genomics")).containsExactly("c");
      assertThat(slugs("multilingual")).containsExactly("d");
    }

    @Test
    void findsByCategorySynonym() {
      put(named("a", "Alpha").category("law", "Law", "statutes", "Gesetze"), named("b", "Beta"));
      assertThat(slugs("statute")).containsExactly("a");
      assertThat(slugs("Gesetze")).containsExactly("a");
    }

    @Test
    void findsByWordsThatMeanTheSame() {
      put(
          named("a", "Silent movies of the twenties"),
          named("b", "Automatic speech recognition"),
          named("c", "Court opinions"));
      assertThat(slugs("films")).containsExactly("a");
      assertThat(slugs("asr")).containsExactly("b");
      assertThat(slugs("Gerichtsentscheidungen")).containsExactly("c");
    }

    @Test
    void findsByNamesOfLanguagesAndPlaces() {
      put(named("a", "Alpha").languages("pt"), named("b", "Beta").places("JP"));
      assertThat(slugs("portuguese")).containsExactly("a");
      assertThat(slugs("portugiesisch")).containsExactly("a");
      assertThat(slugs("japan")).containsExactly("b");
    }

    @Test
    void findsOtherInflectionsInEnglishAndGerman() {
      put(
          named("en", "Parliamentary debates and policies"),
          slug("de").title("de", "Verordnungen der Länder").description("de", "Häuser"));
      assertThat(slugs("debate policy")).containsExactly("en");
      assertThat(slugs("Verordnung")).containsExactly("de");
      assertThat(slugs("haus")).containsExactly("de");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "fr|chevaux|cheval",
          "es|canciones|canción",
          "sv|flickorna|flicka",
          "ru|книги|книга",
          "ar|الكتاب|كتاب",
          "hi|किताबें|किताब",
          "it|gatti|gatto",
          "pt|cidades|cidade",
          "nl|boeken|boek",
          "fi|taloja|talo"
        })
    void findsOtherInflectionsInItsLanguage(String row) {
      var parts = row.split("\\|");
      put(slug("a").title(parts[0], parts[1]), named("b", "Beta"));
      assertThat(slugs(parts[2])).containsExactly("a");
    }

    @Test
    void findsJapaneseChineseAndKoreanText() {
      put(
          slug("ja").title("ja", "東京都の天気データ"),
          slug("zh").title("zh", "中华人民共和国法律"),
          slug("ko").title("ko", "한국어위키백과"));
      assertThat(slugs("天気")).containsExactly("ja");
      assertThat(slugs("都")).containsExactly("ja");
      assertThat(slugs("共和国")).containsExactly("zh");
      assertThat(slugs("위키백과")).containsExactly("ko");
    }

    @Test
    void findsThaiWordsWithoutSpaces() {
      put(slug("th").title("th", "ภาษาไทยและวัฒนธรรม"));
      assertThat(slugs("วัฒนธรรม")).containsExactly("th");
    }

    @Test
    void ignoresAccentsAndCase() {
      put(named("a", "Économie du Québec"), named("b", "Straße"), named("c", "Søren Łódź"));
      assertThat(slugs("economie QUEBEC")).containsExactly("a");
      assertThat(slugs("strasse")).containsExactly("b");
      assertThat(slugs("soren lodz")).containsExactly("c");
    }

    @Test
    void wantsAllWordsWhereThatFindsSomething() {
      put(named("a", "German federal law"), named("b", "German weather"), named("c", "Law"));
      assertThat(slugs("german law")).containsExactly("a");
    }

    @Test
    void contentsItselfWithMostWordsWhereAllFindNothing() {
      put(named("a", "German federal law"), named("b", "Bird songs"));
      assertThat(slugs("german federal law songs archive")).startsWith("a");
      assertThat(slugs("law songs")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void commonWordsNeedNotMatch() {
      put(named("a", "Birds of Canada"));
      assertThat(slugs("the birds in canada")).containsExactly("a");
    }

    @Test
    void findsPartsOfWordsInTitles() {
      put(
          named("a", "Wikipedia"),
          slug("b").title("de", "Bundesrecht"),
          named("c", "OpenStreetMap"));
      assertThat(slugs("wiki")).containsExactly("a");
      assertThat(slugs("recht")).containsExactly("b");
      assertThat(slugs("street map")).containsExactly("c");
    }

    @Test
    void wholeWordsComeBeforeParts() {
      put(named("a", "Wikipedia"), named("b", "A wiki of wikis"));
      assertThat(slugs("wiki")).containsExactly("b", "a");
    }

    @Test
    void titlesComeBeforeKeywordsBeforeDescriptions() {
      put(
          named("a", "Alpha").about("All about whales"),
          named("b", "Beta").keywords("whales"),
          named("c", "Whales"));
      assertThat(slugs("whales")).containsExactly("c", "b", "a");
    }

    @Test
    void forgivesMistypedWordsAndSaysSo() {
      put(named("a", "Wikipedia in German"), named("b", "Weather"));
      var result = index().search(SearchQuery.of("wikipeida german"));
      assertThat(result.hits()).extracting(Hit::slug).containsExactly("a");
      assertThat(result.corrected()).contains("wikipedia german");
      assertThat(index().search(SearchQuery.of("eather")).hits()).hasSize(1);
    }

    @Test
    void correctsNothingThatIsFound() {
      put(named("a", "Moby"), named("b", "Toby"));
      assertThat(index().search(SearchQuery.of("toby")).corrected()).isEmpty();
    }

    @Test
    void quotedWordsStandSideBySide() {
      put(named("a", "Open law library"), named("b", "Law open to the library"));
      assertThat(slugs("\"law library\"")).containsExactly("a");
      assertThat(slugs("„open law“")).containsExactly("a");
    }

    @Test
    void emptyTextFindsEverything() {
      put(named("a", "Alpha"), named("b", "Beta"));
      assertThat(index().search(SearchQuery.of("  ")).total()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"",
          "(",
          ")",
          ":",
          "/",
          "\\",
          "*",
          "~",
          "?",
          "AND",
          "OR",
          "NOT",
          "AND OR",
          "a AND (b OR",
          "title:alpha",
          "[* TO *]",
          "alpha~2^4",
          "+-&&||!{}^",
          "\"\"",
          "\u0000",
          "\uD800",
          "🦊",
          "' OR 1=1",
          "<script>",
          "%00",
          "…",
          "\t\n",
          "́",
          "alpha\"beta"
        })
    void charactersHaveNoHiddenMeaning(String text) {
      put(named("a", "Alpha"));
      assertThat(index().search(SearchQuery.of(text)).hits()).hasSizeLessThan(2);
      assertThat(index().suggest(text, 5)).hasSizeLessThan(2);
    }

    @Test
    void veryLongQuestionsAreAnswered() {
      put(named("a", "Alpha beta"));
      assertThat(slugs("alpha beta ".repeat(1_000))).containsExactly("a");
      assertThat(slugs("a".repeat(10_000))).isEmpty();
      index().search(SearchQuery.of("\"".repeat(10_000)));
      index().search(SearchQuery.of("漢字".repeat(5_000)));
      var many = IntStream.range(0, 3_000).mapToObj(i -> "w" + i).toList();
      index().search(SearchQuery.of(String.join(" ", many)));
    }

    @Test
    void veryLongTextsAreIndexed() {
      put(
          named("a", "x".repeat(40_000))
              .about("word ".repeat(200_000))
              .keywords("k".repeat(50_000)));
      assertThat(slugs("word")).containsExactly("a");
    }

    @Test
    void textsWithoutWordsAreIndexed() {
      put(named("a", "…").about("").keywords("", "?").steward("", ""), named("b", "Beta"));
      assertThat(slugs("")).containsExactly("a", "b");
    }

    @Test
    void documentsWithoutTextsAreFoundBySlug() {
      put(slug("lonely-one"));
      assertThat(slugs("lonely")).containsExactly("lonely-one");
      assertThat(slugs("")).containsExactly("lonely-one");
    }
  }

  @Nested
  class Facets {
    @Test
    void findTheMembersOfASeries() {
      put(
          named("mine", "Mine").series("parent"),
          named("other", "Other").series("elsewhere"),
          named("parent", "Parent").kind("series"));
      var found =
          index()
              .search(
                  new SearchQuery(
                      "",
                      Map.of(FacetField.SERIES, Set.of("parent")),
                      SearchQuery.Sort.TITLE,
                      Optional.empty(),
                      10,
                      0));
      assertThat(found.hits()).extracting(SearchResult.Hit::slug).containsExactly("mine");
    }

    @Test
    void countEveryValueExactly() {
      put(
          named("a", "Alpha").zone("commons").languages("en", "de").year(1999).licences("CC0"),
          named("b", "Beta").zone("commons").languages("de").kind("series"),
          named("c", "Gamma").zone("market").media("text"));
      var facets = index().search(SearchQuery.of("")).facets();
      assertThat(facets.get(FacetField.ZONE))
          .containsExactly(new FacetCount("commons", 2), new FacetCount("market", 1));
      assertThat(facets.get(FacetField.LANGUAGE))
          .containsExactly(new FacetCount("de", 2), new FacetCount("en", 1));
      assertThat(facets.get(FacetField.YEAR)).containsExactly(new FacetCount("1999", 1));
      assertThat(facets.get(FacetField.KIND))
          .containsExactly(new FacetCount("dataset", 2), new FacetCount("series", 1));
      assertThat(facets.get(FacetField.JURISDICTION)).isEmpty();
      assertThat(facets.keySet()).containsExactlyInAnyOrder(FacetField.values());
    }

    @Test
    void severalValuesOfOneFieldMeanAny() {
      put(
          named("a", "Alpha").languages("en"),
          named("b", "Beta").languages("de"),
          named("c", "Gamma").languages("fr"));
      assertThat(filtered(Map.of(FacetField.LANGUAGE, Set.of("en", "de"))).total()).isEqualTo(2);
    }

    @Test
    void severalFieldsMeanAll() {
      put(
          named("a", "Alpha").languages("en").zone("commons"),
          named("b", "Beta").languages("en").zone("market"));
      var both = Map.of(FacetField.LANGUAGE, Set.of("en"), FacetField.ZONE, Set.of("market"));
      assertThat(filtered(both).hits()).extracting(Hit::slug).containsExactly("b");
    }

    @Test
    void ofAFilteredFieldIgnoreItsOwnFilterOnly() {
      put(
          named("a", "Alpha").languages("en").zone("commons"),
          named("b", "Beta").languages("de").zone("commons"),
          named("c", "Gamma").languages("de").zone("market"),
          named("d", "Delta").languages("fr").zone("market"));
      var result =
          filtered(Map.of(FacetField.LANGUAGE, Set.of("de"), FacetField.ZONE, Set.of("commons")));
      assertThat(result.total()).isEqualTo(1);
      assertThat(result.facets().get(FacetField.LANGUAGE))
          .containsExactly(new FacetCount("de", 1), new FacetCount("en", 1));
      assertThat(result.facets().get(FacetField.ZONE))
          .containsExactly(new FacetCount("commons", 1), new FacetCount("market", 1));
      assertThat(result.facets().get(FacetField.KIND))
          .containsExactly(new FacetCount("dataset", 1));
    }

    @Test
    void listAtMostTheLimitAndAlwaysTheChosen() {
      put(
          named("a", "Alpha").languages("en", "de"),
          named("b", "Beta").languages("en"),
          named("c", "Gamma").languages("fr"));
      var query =
          new SearchQuery(
              "",
              Map.of(FacetField.LANGUAGE, Set.of("fr", "xx")),
              Sort.TITLE,
              Optional.empty(),
              5,
              1);
      assertThat(index().search(query).facets().get(FacetField.LANGUAGE))
          .containsExactly(
              new FacetCount("en", 2), new FacetCount("fr", 1), new FacetCount("xx", 0));
    }

    @Test
    void areLeftOutWhenNotWanted() {
      put(named("a", "Alpha"));
      var query = new SearchQuery("", Map.of(), Sort.TITLE, Optional.empty(), 5, 0);
      assertThat(index().search(query).facets()).isEmpty();
    }

    @Test
    void followTheTextOfTheQuestion() {
      put(named("a", "Birds").zone("commons"), named("b", "Fish").zone("market"));
      assertThat(index().search(SearchQuery.of("birds")).facets().get(FacetField.ZONE))
          .containsExactly(new FacetCount("commons", 1));
    }

    @Test
    void forgetReplacedAndRemovedDocuments() {
      put(named("a", "Alpha").zone("commons"), named("b", "Beta").zone("commons"));
      put(named("a", "Alpha").zone("market"));
      remove("b");
      assertThat(index().search(SearchQuery.of("")).facets().get(FacetField.ZONE))
          .containsExactly(new FacetCount("market", 1));
    }
  }

  @Nested
  class Permissions {
    @Test
    void areThoseOfTheHeadlineWithoutAPlace() {
      put(
          named("yes", "Yes").terms("headline/train:anyone", "headline/train!attribute"),
          named("elsewhere", "Elsewhere").terms("*/train:anyone", "DE/", "DE/train:anyone"),
          named("other-use", "Other").terms("headline/ground:anyone"),
          named("unknown", "Unknown"));
      assertThat(permitted("", Use.TRAIN, Actor.ANYONE)).containsExactly("yes");
      assertThat(permitted("", Use.GROUND, Actor.COMMERCIAL)).containsExactly("other-use");
    }

    @Test
    void ofSomeActorsAreNotThoseOfOthers() {
      put(
          named("anyone", "A").terms("headline/train:anyone"),
          named("research", "B").terms("headline/train:research", "headline/train:education"));
      assertThat(permitted("", Use.TRAIN, Actor.ANYONE)).containsExactly("anyone");
      assertThat(permitted("", Use.TRAIN, Actor.COMMERCIAL)).containsExactly("anyone");
      assertThat(permitted("", Use.TRAIN, Actor.RESEARCH)).containsExactly("anyone", "research");
    }

    @Test
    void ofAMarkedPlaceAreItsOwnAndOfEveryOtherThoseOfAnywhere() {
      put(
          named("only-there", "A").terms("headline/zone=market", "DE/", "DE/train:anyone"),
          named("not-there", "B").terms("*/train:anyone", "DE/", "DE/zone=market"),
          named("everywhere", "C").terms("*/train:anyone"));
      assertThat(permitted("DE", Use.TRAIN, Actor.ANYONE))
          .containsExactly("only-there", "everywhere");
      assertThat(permitted("FR", Use.TRAIN, Actor.ANYONE))
          .containsExactly("not-there", "everywhere");
      assertThat(permitted("*", Use.TRAIN, Actor.ANYONE))
          .containsExactly("not-there", "everywhere");
    }

    @Test
    void canBeWantedWithoutSomeDuties() {
      put(
          named("free", "A").terms("headline/train:anyone"),
          named("credit", "B").terms("headline/train:anyone", "headline/train!attribute"),
          named("alike", "C")
              .terms(
                  "headline/train:anyone",
                  "headline/train!attribute",
                  "headline/train!share-alike"),
          named("pass-on", "D").terms("headline/train:anyone", "headline/redistribute!attribute"));
      assertThat(permitted("", Use.TRAIN, Actor.ANYONE, "share-alike"))
          .containsExactly("free", "credit", "pass-on");
      assertThat(permitted("", Use.TRAIN, Actor.ANYONE, "share-alike", "attribute"))
          .containsExactly("free", "pass-on");
    }

    @Test
    void narrowTheCountsOfEveryFacet() {
      put(
          named("a", "A").languages("de").terms("headline/train:anyone"),
          named("b", "B").languages("de"),
          named("c", "C").languages("en").terms("headline/train:anyone"));
      var result = asked("", filter("", Use.TRAIN, Actor.ANYONE), Map.of());
      assertThat(result.total()).isEqualTo(2);
      assertThat(result.facets().get(FacetField.LANGUAGE))
          .containsExactly(new FacetCount("de", 1), new FacetCount("en", 1));
      var german =
          asked("", filter("", Use.TRAIN, Actor.ANYONE), Map.of(FacetField.LANGUAGE, Set.of("de")));
      assertThat(german.total()).isEqualTo(1);
      assertThat(german.facets().get(FacetField.LANGUAGE))
          .containsExactly(new FacetCount("de", 1), new FacetCount("en", 1));
    }

    @Test
    void withAPlaceTheZoneIsOfThatPlace() {
      put(
          named("a", "A").zone("market").terms("*/zone=market", "DE/", "DE/zone=commons"),
          named("b", "B").zone("commons").terms("*/zone=commons", "DE/", "DE/zone=market"),
          named("c", "C").zone("market").terms("*/zone=commons"),
          named("d", "D"));
      var place = new TermsFilter(Place.of("DE"), Optional.empty(), Actor.ANYONE, Set.of());
      var all = asked("", place, Map.of());
      assertThat(all.total()).isEqualTo(4);
      assertThat(all.facets().get(FacetField.ZONE))
          .containsExactly(
              new FacetCount("commons", 2),
              new FacetCount("market", 1),
              new FacetCount("unclassified", 1));
      assertThat(all.hits())
          .extracting(Hit::zone)
          .containsExactly("commons", "market", "commons", "unclassified");
      var commons = asked("", place, Map.of(FacetField.ZONE, Set.of("commons")));
      assertThat(commons.hits()).extracting(Hit::slug).containsExactly("a", "c");
      assertThat(commons.facets().get(FacetField.ZONE))
          .isEqualTo(all.facets().get(FacetField.ZONE));
    }

    @Test
    void doNotChangeHowAQuestionIsRead() {
      put(
          named("wikipedia", "Wikipedia"),
          named("wikimedia", "Wikimedia").terms("headline/train:anyone"));
      var result = asked("wikipedia", filter("", Use.TRAIN, Actor.ANYONE), Map.of());
      assertThat(result.total()).isZero();
      assertThat(result.corrected()).isEmpty();
    }

    @Test
    void comeBackAfterARestart() {
      put(named("a", "A").terms("headline/train:anyone"), named("b", "B"));
      var query =
          new SearchQuery(
              "",
              Map.of(),
              Optional.of(filter("", Use.TRAIN, Actor.ANYONE)),
              Sort.TITLE,
              Optional.empty(),
              10,
              0);
      assertThat(restarted().search(query).hits()).extracting(Hit::slug).containsExactly("a");
    }

    @Test
    void theZoneOfEveryHitIsThatOfTheHeadlineWithoutAPlace() {
      put(named("a", "Alpha whales").zone("commons"), named("b", "Beta whales"));
      assertThat(index().search(SearchQuery.of("whales")).hits())
          .extracting(Hit::zone)
          .containsExactlyInAnyOrder("commons", "unclassified");
      assertThat(index().similar("b", 5)).extracting(Hit::zone).containsExactly("commons");
    }

    private TermsFilter filter(String place, Use use, Actor actor, String... without) {
      return new TermsFilter(Place.of(place), Optional.of(use), actor, Set.of(without));
    }

    private List<String> permitted(String place, Use use, Actor actor, String... without) {
      return asked("", filter(place, use, actor, without), Map.of()).hits().stream()
          .map(Hit::slug)
          .toList();
    }

    private SearchResult asked(
        String text, TermsFilter terms, Map<FacetField, Set<String>> filters) {
      return index()
          .search(
              new SearchQuery(
                  text, filters, Optional.of(terms), Sort.TITLE, Optional.empty(), 20, 12));
    }
  }

  @Nested
  class Paging {
    @ParameterizedTest
    @EnumSource(Sort.class)
    void visitsEveryHitOnce(Sort sort) {
      put(fill(0, 57));
      var expected = IntStream.range(0, 57).mapToObj(i -> "d" + i).toList();
      assertThat(allPages("dataset", sort, 10, page -> {}))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(allPages("", sort, 7, page -> {})).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void visitsWhatStaysOnceWhileOtherDocumentsComeAndGo(Sort sort) {
      put(fill(0, 40));
      var visited =
          allPages(
              "common dataset",
              sort,
              6,
              page -> {
                put(fill(100 * page, 100 * page + 30));
                remove("d" + (2 * page + 1), "gone" + page);
              });
      var removed = IntStream.range(1, 20).mapToObj(page -> "d" + (2 * page + 1)).toList();
      var stayed = new ArrayList<>(IntStream.range(0, 40).mapToObj(i -> "d" + i).toList());
      stayed.removeAll(removed);
      assertThat(visited).doesNotHaveDuplicates().containsAll(stayed);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void goesOnAmongEqualsWhenTheLastHitShownIsGone(Sort sort) {
      put(named("c", "Same"), named("e", "Same"));
      put(named("b", "Same"), named("d", "Same"));
      put(named("a", "Same"));
      var first = page("same", sort, Optional.empty(), 2);
      assertThat(first.hits()).extracting(Hit::slug).containsExactly("a", "b");
      remove("b");
      put(named("aa", "Same"));
      assertThat(page("same", sort, first.next(), 5).hits())
          .extracting(Hit::slug)
          .containsExactly("c", "d", "e");
    }

    @Test
    void keepsTheCorrectedSpelling() {
      put(fill(0, 15));
      var visited = allPages("datasat", Sort.RELEVANCE, 4, page -> put(fill(50, 60)));
      assertThat(visited).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void endsWithoutCursor() {
      put(fill(0, 10));
      assertThat(page("", Sort.TITLE, Optional.empty(), 10).next()).isEmpty();
      assertThat(page("", Sort.TITLE, Optional.empty(), 9).next()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not a cursor", "AAAA", "AQAAAAAAAAAAAAAA", "////"})
    void refusesWhatIsNoCursor(String cursor) {
      put(fill(0, 3));
      assertThatThrownBy(() -> page("", Sort.TITLE, Optional.of(cursor), 2))
          .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void refusesTheCursorOfAnotherSearchOrOrder() {
      put(fill(0, 10));
      var cursor = page("dataset", Sort.TITLE, Optional.empty(), 2).next();
      assertThatThrownBy(() -> page("common", Sort.TITLE, cursor, 2))
          .isInstanceOf(InvalidCursorException.class);
      assertThatThrownBy(() -> page("dataset", Sort.NEWEST, cursor, 2))
          .isInstanceOf(InvalidCursorException.class);
    }
  }

  @Nested
  class Order {
    @Test
    void byDateAndTitle() {
      put(
          named("a", "banana").issued("2020-01-01T00:00:00Z").modified("2026-03-01T00:00:00Z"),
          named("b", "Äpfel").issued("2022-01-01T00:00:00Z").modified("2026-01-01T00:00:00Z"),
          named("c", "\"Cherry\"").issued("2021-01-01T00:00:00Z").modified("2026-02-01T00:00:00Z"));
      assertThat(sorted(Sort.NEWEST)).containsExactly("b", "c", "a");
      assertThat(sorted(Sort.MODIFIED)).containsExactly("a", "c", "b");
      assertThat(sorted(Sort.TITLE)).containsExactly("b", "a", "c");
    }

    @Test
    void ofEqualsIsBySlug() {
      put(named("b", "Same"), named("c", "Same"), named("a", "Same"));
      for (var sort : Sort.values()) {
        assertThat(sorted(sort)).containsExactly("a", "b", "c");
      }
    }

    private List<String> sorted(Sort sort) {
      return page("", sort, Optional.empty(), 10).hits().stream().map(Hit::slug).toList();
    }
  }

  @Nested
  class Highlights {
    @Test
    void markWhatMatchedInTitleAndDescription() {
      put(named("a", "Policies <b>of</b> states").about("A policy is a rule. Rules & more."));
      var hit = index().search(SearchQuery.of("policy")).hits().getFirst();
      assertThat(hit.title().pieces())
          .containsExactly(new Piece("Policies", true), new Piece(" <b>of</b> states", false));
      assertThat(hit.snippet().pieces())
          .containsExactly(
              new Piece("A ", false),
              new Piece("policy", true),
              new Piece(" is a rule. Rules & more.", false));
    }

    @Test
    void showTheBestPartOfALongDescription() {
      var filler = "Nothing of interest is said here at all. ".repeat(50);
      put(named("a", "Alpha").about(filler + "Then come whales and dolphins. " + filler));
      var snippet = index().search(SearchQuery.of("dolphins whales")).hits().getFirst().snippet();
      assertThat(snippet.text()).contains("whales and dolphins").hasSizeLessThan(300);
      assertThat(snippet.pieces())
          .filteredOn(Piece::match)
          .extracting(Piece::text)
          .containsExactly("whales", "dolphins");
    }

    @Test
    void preferTheLanguageThatMatches() {
      put(
          slug("a")
              .title("en", "Federal law")
              .title("de", "Bundesrecht")
              .description("en", "All acts")
              .description("de", "Alle Gesetze im Wortlaut"));
      var hit = index().search(SearchQuery.of("wortlaut")).hits().getFirst();
      assertThat(hit.snippet().text()).isEqualTo("Alle Gesetze im Wortlaut");
      assertThat(hit.title().text()).isEqualTo("Federal law");
    }

    @Test
    void markCharactersInChinese() {
      put(slug("a").title("zh", "中华人民共和国法律"));
      assertThat(index().search(SearchQuery.of("共和国")).hits().getFirst().title().pieces())
          .contains(new Piece("共和国", true));
    }

    @Test
    void markNothingWithoutText() {
      put(named("a", "Alpha").about("Beta"), slug("b"));
      var hits = index().search(SearchQuery.of("")).hits();
      assertThat(hits.getFirst().snippet().pieces()).containsExactly(new Piece("Beta", false));
      assertThat(hits.getLast().snippet().pieces()).isEmpty();
    }

    @Test
    void givePiecesThatMakeUpTheText() {
      var text = "𝔘nicode 🦊 fox: \"quoted\" naïve façade — Straße, ｆｕｌｌ width";
      put(named("a", text));
      for (var word : List.of("fox", "naive", "facade", "strasse", "full", "quoted")) {
        assertThat(index().search(SearchQuery.of(word)).hits().getFirst().title().text())
            .isEqualTo(text);
      }
    }
  }

  @Nested
  class Suggesting {
    @Test
    void completesTheBeginningOfAnyWord() {
      put(named("a", "Project Gutenberg"), named("b", "Gutenberg Bible"), named("c", "Weather"));
      assertThat(suggestions("gut")).containsExactly("b", "a");
      assertThat(suggestions("gutenberg pro")).containsExactly("a");
      assertThat(suggestions("PROJECT g")).containsExactly("a");
    }

    @Test
    void forgivesAWrongLetter() {
      put(named("a", "Wikipedia"), named("b", "Weather"));
      assertThat(suggestions("wikipeda")).containsExactly("a");
      assertThat(suggestions("wekip")).containsExactly("a");
    }

    @Test
    void givesTitlesOnceAndAtMostTheLimit() {
      put(named("a", "Same"), named("b", "Same"), named("c", "Same again"), named("d", "Sameness"));
      assertThat(index().suggest("sam", 2))
          .extracting(Suggestion::text)
          .containsExactly("Same", "Sameness");
      assertThat(index().suggest("sam", 0)).isEmpty();
      assertThat(index().suggest("", 5)).isEmpty();
    }
  }

  @Nested
  class Likeness {
    @Test
    void isSharedRareWordsAndCategories() {
      put(
          named("a", "Whale songs")
              .about("Recordings of humpback whales")
              .category("sound", "Sound"),
          named("b", "Humpback whale sightings").about("Where whales were seen"),
          named("c", "German law").about("Acts and regulations"),
          named("d", "French law").about("Acts and codes"));
      assertThat(similar("a", 5)).startsWith("b").doesNotContain("a", "c");
      assertThat(similar("c", 5)).startsWith("d").doesNotContain("c", "b");
      assertThat(similar("c", 0)).isEmpty();
    }

    @Test
    void isNotOfASeriesAndItsMembers() {
      put(
          named("whales", "Whale songs").kind("series"),
          named("north", "Whale songs of the north").series("whales"),
          named("south", "Whale songs of the south").series("whales"),
          named("other", "Whale songs of somebody else").series("others"));
      assertThat(similar("whales", 5)).containsExactly("other");
      assertThat(similar("north", 5)).containsExactlyInAnyOrder("south", "other");
      assertThat(similar("other", 5)).containsExactlyInAnyOrder("whales", "north", "south");
    }

    @Test
    void ofAnUnknownSlugIsNothing() {
      put(named("a", "Alpha"));
      assertThat(similar("nobody", 5)).isEmpty();
    }
  }

  @Nested
  class Writing {
    @Test
    void replacesWholeDocuments() {
      put(named("a", "Alpha").keywords("old"));
      put(named("a", "Omega"));
      assertThat(slugs("omega")).containsExactly("a");
      assertThat(slugs("old")).isEmpty();
      assertThat(slugs("")).hasSize(1);
    }

    @Test
    void removesDocuments() {
      put(named("a", "Alpha"), named("b", "Beta"));
      remove("a", "never-there");
      assertThat(slugs("")).containsExactly("b");
      assertThat(index().suggest("alp", 5)).isEmpty();
    }

    @Test
    void remembersHowFarItGot() {
      assertThat(index().reached()).isZero();
      index().apply(List.of(named("a", "Alpha").build()), List.of(), 17);
      assertThat(index().reached()).isEqualTo(17);
      index().apply(List.of(), List.of(), 18);
      assertThat(index().reached()).isEqualTo(18);
    }

    @Test
    void survivesARestart() {
      index().apply(List.of(named("a", "Alpha").build()), List.of(), 17);
      var again = restarted();
      assertThat(again.reached()).isEqualTo(17);
      assertThat(again.search(SearchQuery.of("alpha")).total()).isEqualTo(1);
    }

    @Test
    void keepsAllOrNothingOfABatch() {
      index().apply(List.of(named("a", "Alpha").build()), List.of(), 17);
      var broken = new ArrayList<SearchDocument>();
      broken.add(named("b", "Beta").build());
      broken.add(null);
      assertThatThrownBy(() -> index().apply(broken, List.of("a"), 18))
          .isInstanceOf(RuntimeException.class);
      put(named("c", "Gamma"));
      assertThat(slugs("")).containsExactly("a", "c");
    }

    @Test
    void clearsEverything() {
      index().apply(List.of(named("a", "Alpha").build()), List.of(), 17);
      index().clear();
      assertThat(index().reached()).isZero();
      assertThat(slugs("")).isEmpty();
      put(named("b", "Beta"));
      assertThat(slugs("")).containsExactly("b");
    }

    @Test
    void answersAnEmptyIndex() {
      assertThat(index().search(SearchQuery.of("anything at all")).total()).isZero();
      assertThat(index().search(SearchQuery.of("")).total()).isZero();
      assertThat(index().suggest("a", 5)).isEmpty();
      assertThat(similar("a", 5)).isEmpty();
    }

    @Test
    void readersGoOnWhileItIsWritten() throws InterruptedException {
      put(fill(0, 50));
      var failures = new ArrayList<Throwable>();
      var readers =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      Thread.ofVirtual()
                          .start(
                              () -> {
                                try {
                                  for (int n = 0; n < 60; n++) {
                                    index().search(SearchQuery.of("common dataset"));
                                  }
                                } catch (RuntimeException e) {
                                  synchronized (failures) {
                                    failures.add(e);
                                  }
                                }
                              }))
              .toList();
      for (int n = 0; n < 5; n++) {
        put(fill(n * 10, n * 10 + 20));
        index().clear();
      }
      for (var reader : readers) {
        reader.join();
      }
      assertThat(failures).isEmpty();
    }
  }

  protected void put(SearchDocuments... documents) {
    var built = Arrays.stream(documents).map(SearchDocuments::build).toList();
    index().apply(built, List.of(), ++sequence);
  }

  protected void remove(String... slugs) {
    index().apply(List.of(), List.of(slugs), ++sequence);
  }

  protected List<String> slugs(String text) {
    return index().search(SearchQuery.of(text)).hits().stream().map(Hit::slug).toList();
  }

  private List<String> suggestions(String typed) {
    return index().suggest(typed, 5).stream().map(Suggestion::slug).toList();
  }

  private List<String> similar(String slug, int limit) {
    return index().similar(slug, limit).stream().map(Hit::slug).toList();
  }

  private SearchResult filtered(Map<FacetField, Set<String>> filters) {
    return index()
        .search(new SearchQuery("", new HashMap<>(filters), Sort.TITLE, Optional.empty(), 20, 12));
  }

  private SearchResult page(String text, Sort sort, Optional<String> after, int limit) {
    return index().search(new SearchQuery(text, Map.of(), sort, after, limit, 3));
  }

  /** Documents of different lengths, so that their scores differ. */
  private static SearchDocuments[] fill(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                named("d" + i, "Dataset number " + i + " of something".repeat(i % 7))
                    .about("common words ".repeat(1 + i % 5))
                    .issued("20%02d-01-01T00:00:00Z".formatted(10 + i % 10))
                    .modified("20%02d-01-01T00:00:00Z".formatted(10 + i % 13)))
        .toArray(SearchDocuments[]::new);
  }

  private interface BetweenPages {
    void after(int page);
  }

  private List<String> allPages(String text, Sort sort, int limit, BetweenPages between) {
    var visited = new ArrayList<String>();
    Optional<String> after = Optional.empty();
    for (int page = 1; page < 200; page++) {
      var result = page(text, sort, after, limit);
      result.hits().forEach(hit -> visited.add(hit.slug()));
      if (result.next().isEmpty()) {
        return visited;
      }
      after = result.next();
      if (page < 20) {
        between.after(page);
      }
    }
    throw new AssertionError("Paging does not end.");
  }
}
