package org.commonsregistry.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.TestManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The W3C's protocol tests, request by request. Updates must be refused here; what they would have
 * changed is then not asked.
 */
class SparqlProtocolConformanceTest {
  private static final String HT = "http://www.w3.org/2011/http#";
  private static final String CNT = "http://www.w3.org/2011/content#";
  private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
  private static final String MF = TestManifest.getURI();
  private static final String DATA = "http://kasei.us/2009/09/sparql/data/";
  private static TestEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = TestEndpoint.start();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  @TestFactory
  Stream<DynamicTest> protocol() {
    return W3cTests.in("protocol", SparqlProtocolConformanceTest::run);
  }

  @Test
  void theServiceDescriptionConforms() {
    W3cTests.required();
    var sd = "http://www.w3.org/ns/sparql-service-description#";
    var answer = endpoint.get("sparql", "Accept", "text/turtle");
    // returns-rdf
    assertThat(answer.statusCode()).isEqualTo(200);
    var model = org.apache.jena.rdf.model.ModelFactory.createDefaultModel();
    model.read(new java.io.StringReader(answer.body()), endpoint.base, "TTL");
    // has-endpoint-triple
    assertThat(
            model.contains(
                null,
                model.createProperty(sd, "endpoint"),
                model.createResource(endpoint.base + "sparql")))
        .isTrue();
    // conforms-to-schema: only the vocabulary's own terms, services have one endpoint
    var known =
        List.of(
            "Service",
            "Dataset",
            "Graph",
            "endpoint",
            "feature",
            "defaultDataset",
            "supportedLanguage",
            "resultFormat",
            "defaultGraph",
            "SPARQL11Query",
            "UnionDefaultGraph");
    model
        .listStatements()
        .forEach(
            statement ->
                Stream.of(statement.getPredicate(), statement.getObject())
                    .filter(node -> node.isURIResource() && node.toString().startsWith(sd))
                    .forEach(
                        node ->
                            assertThat(known).contains(node.toString().substring(sd.length()))));
  }

  private static void run(Resource test) {
    var graph = DatasetGraphFactory.createTxnMem();
    // The tests take for granted that this one can be fetched; here it has to be in the store.
    put(graph, DATA + "data0.rdf");
    test.listProperties(test.getModel().createProperty(UT, "graphData"))
        .forEach(
            statement -> {
              var data = statement.getResource();
              var name = data.getProperty(RDFS.label).getString();
              put(graph, name);
              RDFDataMgr.loadGraph(
                      data.getPropertyResourceValue(data.getModel().createProperty(UT, "graph"))
                          .getURI())
                  .find()
                  .forEach(
                      triple ->
                          graph.add(
                              NodeFactory.createURI(name),
                              triple.getSubject(),
                              triple.getPredicate(),
                              triple.getObject()));
            });
    endpoint.store.hold(graph);
    var requests =
        test.getPropertyResourceValue(TestManifest.action)
            .getPropertyResourceValue(test.getModel().createProperty(HT, "requests"))
            .as(RDFList.class)
            .asJavaList();
    for (var request : requests) {
      var answer = send(request.asResource());
      if (isUpdate(request.asResource())) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        return;
      }
      check(request.asResource(), answer);
    }
  }

  private static void put(org.apache.jena.sparql.core.DatasetGraph graph, String name) {
    var here = NodeFactory.createURI(name);
    graph.add(here, here, RDFS.label.asNode(), NodeFactory.createLiteralString(name));
  }

  private static boolean isUpdate(Resource request) {
    return text(request, "absolutePath").contains("update=")
        || header(request).contains("update")
        || body(request).startsWith("update=");
  }

  private static HttpResponse<String> send(Resource request) {
    var path = text(request, "absolutePath").replaceFirst("^/sparql/", "sparql");
    var bytes = body(request).getBytes(Charset.forName(encoding(request)));
    var sent =
        HttpRequest.newBuilder(URI.create(endpoint.base + path))
            .method(text(request, "methodName"), BodyPublishers.ofByteArray(bytes));
    if (!header(request).isEmpty()) {
      sent.header("Content-Type", header(request));
    }
    return endpoint.send(sent);
  }

  private static void check(Resource request, HttpResponse<String> answer) {
    var model = request.getModel();
    var expected = request.getPropertyResourceValue(model.createProperty(HT, "resp"));
    var statuses =
        expected.listProperties(model.createProperty(MF, "expectedStatus")).toList().stream()
            .map(it -> it.getResource().getLocalName().replaceFirst(".*Code", "").substring(0, 1))
            .toList();
    assertThat(statuses).as(answer.body()).contains(Integer.toString(answer.statusCode() / 100));
    var truth = expected.getProperty(model.createProperty(MF, "expectedBoolean"));
    if (truth != null) {
      assertThat(answer.body()).contains(": " + truth.getBoolean());
    }
    var format = expected.getProperty(model.createProperty(MF, "expectedFormat"));
    if (format != null) {
      assertThat(answer.headers().firstValue("content-type").orElse(""))
          .contains(format.getString().equals("RDF") ? "turtle" : "sparql-results");
    }
  }

  private static String body(Resource request) {
    var body = request.getPropertyResourceValue(request.getModel().createProperty(HT, "body"));
    return body == null
        ? ""
        : body.getProperty(request.getModel().createProperty(CNT, "chars")).getString();
  }

  private static String encoding(Resource request) {
    var body = request.getPropertyResourceValue(request.getModel().createProperty(HT, "body"));
    var encoding =
        body == null
            ? null
            : body.getProperty(request.getModel().createProperty(CNT, "characterEncoding"));
    return encoding == null ? "UTF-8" : encoding.getString();
  }

  private static String header(Resource request) {
    var headers =
        request.getPropertyResourceValue(request.getModel().createProperty(HT, "headers"));
    return headers == null || !headers.canAs(RDFList.class)
        ? ""
        : text(headers.as(RDFList.class).getHead().asResource(), "fieldValue");
  }

  private static String text(Resource resource, String property) {
    return resource.getProperty(resource.getModel().createProperty(HT, property)).getString();
  }
}
