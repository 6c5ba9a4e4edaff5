package org.commonsregistry.catalog.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.jena.riot.Lang;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.BoundedStream;
import org.commonsregistry.rdf.RdfDocument;
import org.commonsregistry.rdf.RdfRefusedException;

/** Reads a file of any intake format, compressed or not, record by record. Thread-safe. */
@Singleton
public final class IntakeFile {
  /** Of JSON Lines after decompression, which are streamed. */
  static final long LARGEST_STREAM = 16L << 30;

  private static final ObjectMapper JSON = JsonLines.mapper();
  private static final long LARGEST_RDF = RdfDocument.Bounds.DEFAULT.maxBytes();

  /** A tree of JSON takes ten times the room of its text. */
  private static final long LARGEST_JSON = 16L << 20;

  private final ReentrantLock graphs = new ReentrantLock();
  private final BaseIri base;

  IntakeFile(BaseIri base) {
    this.base = base;
  }

  /**
   * What is known about a file besides its bytes.
   *
   * @param by who says what the file does not attribute
   * @param where the address it came from, may be empty
   */
  public record Origin(String by, String where) {
    public Origin {
      by = TextCleaning.clean(by);
      where = Addresses.tidy(where).orElse("");
    }
  }

  /**
   * @param sink told of every record as soon as it is read
   * @throws RdfRefusedException when the file as a whole cannot be read; JSON Lines read before
   *     that stay read
   * @throws IOException when the stream breaks off
   */
  public void read(InputStream in, IntakeFormat format, Origin origin, Consumer<Taken> sink)
      throws IOException {
    var plain = Unpacked.of(in);
    switch (format) {
      case JSON_LINES -> JsonLines.read(new BoundedStream(plain, LARGEST_STREAM), sink);
      case SEED -> seed(whole(plain, LARGEST_JSON), origin, sink);
      case JSON_LD -> inMemory(whole(plain, LARGEST_JSON), bytes -> json(bytes, origin, sink));
      case TURTLE, N_TRIPLES, N_QUADS, TRIG ->
          inMemory(
              whole(plain, LARGEST_RDF),
              bytes -> rdf(Encoding.utf8(bytes), format.lang().orElseThrow(), origin, sink));
      case RDF_XML ->
          inMemory(whole(plain, LARGEST_RDF), bytes -> rdf(bytes, Lang.RDFXML, origin, sink));
    }
  }

  /** One at a time: a large graph takes a good part of the memory there is. */
  private void inMemory(byte[] bytes, Consumer<byte[]> work) {
    graphs.lock();
    try {
      work.accept(bytes);
    } finally {
      graphs.unlock();
    }
  }

  private void rdf(byte[] bytes, Lang lang, Origin origin, Consumer<Taken> sink) {
    var quads = RdfDocument.read(new ByteArrayInputStream(bytes), lang, RdfDocument.Bounds.DEFAULT);
    var taken =
        RdfCatalogue.read(quads, base, new RdfCatalogue.Speaker(origin.by(), origin.where(), ""));
    if (taken.isEmpty()) {
      throw new RdfRefusedException(
          "The file has " + quads.size() + " statements, but none of them is about a dataset.",
          "Give each dataset the type dcat:Dataset (or schema:Dataset).");
    }
    taken.forEach(sink);
  }

  private void json(byte[] bytes, Origin origin, Consumer<Taken> sink) {
    try {
      var document = JSON.readTree(Encoding.utf8(bytes));
      if (CroissantFile.looksLikeOne(document)) {
        sink.accept(croissant(document, origin));
        return;
      }
    } catch (JsonProcessingException e) {
      throw new RdfRefusedException(
          "This is not valid JSON: line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage(),
          "Mend the file at that place and send it again.");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory does not fail", e);
    }
    rdf(bytes, Lang.JSONLD11, origin, sink);
  }

  private Taken croissant(com.fasterxml.jackson.databind.JsonNode document, Origin origin) {
    try {
      return new Taken.Readable(
          "Croissant", CroissantFile.read(document, origin.by(), origin.where(), base));
    } catch (IllegalArgumentException e) {
      return new Taken.Refused(
          new Refusal(
              "Croissant", "", String.valueOf(e.getMessage()), "Add \"name\" to the file."));
    }
  }

  private static void seed(byte[] bytes, Origin origin, Consumer<Taken> sink) {
    try {
      sink.accept(
          new Taken.Readable(
              origin.where(),
              SeedRecord.read(new String(Encoding.utf8(bytes), StandardCharsets.UTF_8))));
    } catch (RuntimeException | StackOverflowError e) {
      sink.accept(
          new Taken.Refused(
              new Refusal(
                  origin.where(), "", String.valueOf(e.getMessage()), "See data/README.md.")));
    }
  }

  private static byte[] whole(InputStream in, long most) throws IOException {
    return new BoundedStream(in, most).readAllBytes();
  }

  /** The format of a file, from its name first and its declared media type second. */
  public static Optional<IntakeFormat> format(String name, String mediaType) {
    return IntakeFormat.ofName(name).or(() -> IntakeFormat.ofMediaType(mediaType));
  }
}
