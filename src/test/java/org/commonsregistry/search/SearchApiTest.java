package org.commonsregistry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.commonsregistry.search.SearchDocuments.named;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.commonsregistry.home.Home;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.search.lucene.LuceneSearchIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchApiTest {
  @TempDir Path home;
  private LuceneSearchIndex index;
  private SearchApi api;

  @BeforeEach
  void open() {
    index = new LuceneSearchIndex(new Home(home.toString()));
    api = new SearchApi(index, new BaseIri("https://commons.example/"));
    var documents =
        IntStream.range(0, 25)
            .mapToObj(
                i ->
                    named("bird-" + i, "Bird songs " + i)
                        .about("Recordings & notes")
                        .languages(i % 2 == 0 ? "en" : "de")
                        .build())
            .toList();
    index.apply(documents, List.of(), 1);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void answersHitsFacetsAndTheNextPage() {
    var response = api.search(get("/api/v1/search?q=birds&language=en&limit=5"));
    var page = response.body();
    assertThat(page.total()).isEqualTo(13);
    assertThat(page.hits()).hasSize(5);
    assertThat(page.hits().getFirst().iri()).startsWith("https://commons.example/datasets/bird-");
    assertThat(page.facets().get("language"))
        .containsExactly(new SearchApi.ValueCount("en", 13), new SearchApi.ValueCount("de", 12));
    assertThat(response.header(HttpHeaders.LINK))
        .isEqualTo(
            "</api/v1/search?q=birds&language=en&limit=5&after=" + page.next() + ">; rel=\"next\"");
  }

  @Test
  void followsItsOwnLinksToTheEnd() {
    var address = "/api/v1/search?q=birds&sort=title&limit=10";
    var seen = 0;
    var pages = 0;
    while (address != null && pages < 10) {
      var response = api.search(get(address));
      seen += response.body().hits().size();
      pages++;
      var link = response.header(HttpHeaders.LINK);
      address = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    assertThat(seen).isEqualTo(25);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void isWrittenAsJson() throws IOException {
    var json =
        ObjectMapper.getDefault()
            .writeValueAsString(api.search(get("/api/v1/search?q=bird+songs+7&facets=1")).body());
    assertThat(json)
        .contains("\"total\":", "\"slug\":\"bird-7\"", "\"snippet\":\"Recordings & notes\"");
    assertThat(
            ObjectMapper.getDefault()
                .writeValueAsString(api.suggest(get("/api/v1/suggest?q=bir&limit=1"))))
        .contains("\"suggestions\":[{\"text\":\"Bird songs", "\"iri\":\"https://commons.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=ten",
        "facets=-1",
        "sort=best",
        "lang=en",
        "year=soon",
        "place=Germany",
        "place=XX",
        "place=DE&place=FR",
        "use=steal",
        "use=train&use=ground",
        "actor=me",
        "without=homework",
        "q=a&q=b"
      })
  void refusesWhatItDoesNotUnderstand(String parameters) {
    assertThatThrownBy(() -> api.search(get("/api/v1/search?" + parameters)))
        .asInstanceOf(type(ProblemException.class))
        .satisfies(
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(400);
              assertThat(refused.problem().expected()).isNotBlank();
            });
  }

  @Test
  void findsWhatMayBeUsedAsAsked() {
    index.apply(
        List.of(
            named("alike", "Alike")
                .zone("market")
                .terms("*/zone=commons", "*/train:anyone", "*/train!share-alike")
                .build(),
            named("free", "Free").zone("market").terms("*/zone=commons", "*/train:anyone").build()),
        List.of(),
        2);
    var page = api.search(get("/api/v1/search?actor=commercial&place=de&without=share-alike"));
    assertThat(page.body().hits())
        .extracting(SearchApi.DatasetHit::slug, SearchApi.DatasetHit::zone)
        .containsExactly(tuple("free", "commons"));
    assertThat(page.body().facets().get("zone"))
        .containsExactly(new SearchApi.ValueCount("commons", 1));
    assertThat(api.search(get("/api/v1/search?use=train&place=DE")).body().total()).isEqualTo(2);
    assertThat(api.search(get("/api/v1/search?use=train&place=headline")).body().total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "AQAA"})
  void refusesACursorItDidNotGive(String cursor) {
    assertThatThrownBy(() -> api.search(get("/api/v1/search?after=" + cursor)))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void refusesAQuestionThatWouldBeCut() {
    assertThatThrownBy(() -> api.search(get("/api/v1/search?q=" + "a".repeat(1_001))))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void emptyParametersCountAsAbsent() {
    var page =
        api.search(
                get(
                    "/api/v1/search?q=&zone=&use=&actor=&place=&without=&sort=&after=&limit=&facets="))
            .body();
    assertThat(page.total()).isEqualTo(25);
    assertThat(page.hits()).hasSize(20);
  }

  /** A request as the server hands it over, with its parameters read. */
  private static HttpRequest<?> get(String address) {
    var request = HttpRequest.GET(address);
    var parameters = new LinkedHashMap<CharSequence, List<CharSequence>>();
    for (var pair : URI.create(address).getRawQuery().split("&")) {
      var parts = pair.split("=", 2);
      parameters
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    parameters.forEach((name, values) -> request.getParameters().add(name, values));
    return request;
  }
}
