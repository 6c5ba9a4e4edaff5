package org.commonsregistry.catalog.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
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
  public record Origin(String by, String where) {}

  /**
   * @param sink told of every record as soon as it is read
   * @throws RdfRefusedException when the file as a whole cannot be read; JSON Lines read before
   *     that stay read
   * @throws IOException when the stream breaks off
   */
  public void read(InputStream in, IntakeFormat format, Origin origin, Consumer<Taken> sink)
      throws IOException {
    var plain = decompressed(in);
    switch (format) {
      case JSON_LINES -> JsonLines.read(new BoundedStream(plain, LARGEST_STREAM), sink);
      case SEED -> seed(whole(plain), origin, sink);
      case JSON_LD -> json(whole(plain), origin, sink);
      case TURTLE, N_TRIPLES, N_QUADS, TRIG ->
          rdf(checkedUtf8(whole(plain)), format.lang().orElseThrow(), origin, sink);
      case RDF_XML -> rdf(whole(plain), Lang.RDFXML, origin, sink);
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
      var document = JSON.readTree(checkedUtf8(bytes));
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

  private static Taken croissant(com.fasterxml.jackson.databind.JsonNode document, Origin origin) {
    try {
      return new Taken.Readable(
          "Croissant", CroissantFile.read(document, origin.by(), origin.where()));
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
              SeedRecord.read(new String(checkedUtf8(bytes), StandardCharsets.UTF_8))));
    } catch (RuntimeException e) {
      sink.accept(
          new Taken.Refused(
              new Refusal(
                  origin.where(), "", String.valueOf(e.getMessage()), "See data/README.md.")));
    }
  }

  private static byte[] whole(InputStream in) throws IOException {
    return new BoundedStream(in, RdfDocument.Bounds.DEFAULT.maxBytes()).readAllBytes();
  }

  private static byte[] checkedUtf8(byte[] bytes) {
    try {
      var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return decoded.length() > 0 && decoded.charAt(0) == '\uFEFF'
          ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length)
          : bytes;
    } catch (CharacterCodingException e) {
      throw new RdfRefusedException(
          "The file is not valid UTF-8.",
          "Save it as UTF-8 (it may be Latin-1 or UTF-16) and send it again.");
    }
  }

  /** By the first bytes, so that a wrong file name does no harm. */
  private static InputStream decompressed(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(4);
    var magic = buffered.readNBytes(4);
    buffered.reset();
    if (magic.length >= 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B) {
      return new GZIPInputStream(buffered, 1 << 16);
    }
    if (magic.length == 4
        && (magic[0] & 0xFF) == 0x28
        && (magic[1] & 0xFF) == 0xB5
        && (magic[2] & 0xFF) == 0x2F
        && (magic[3] & 0xFF) == 0xFD) {
      return new ZstdInputStream(buffered);
    }
    return buffered;
  }

  /** The format of a file, from its name first and its declared media type second. */
  public static Optional<IntakeFormat> format(String name, String mediaType) {
    return IntakeFormat.ofName(name).or(() -> IntakeFormat.ofMediaType(mediaType));
  }
}
