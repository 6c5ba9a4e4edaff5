package org.commonsregistry.holdings.intake;

import java.util.Optional;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.holdings.Purpose;

/**
 * What is known of a file besides its bytes.
 *
 * @param name without its folder; tells the format
 * @param sha256 of the file, as far as the sender says; with it an interrupted ingest goes on
 * @param language of texts that state none
 * @param licence of texts that state none
 * @param source of texts that state none
 * @param attribution of texts that state none
 */
public record IngestRequest(
    DatasetId dataset,
    String name,
    Optional<String> sha256,
    Purpose purpose,
    Optional<String> language,
    Optional<String> licence,
    Optional<String> source,
    Optional<String> attribution) {
  private static final int LONGEST = 2_000;

  public IngestRequest {
    name = tidy(name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'))));
    licence = licence.map(IngestRequest::tidy).map(StatedFields::licence);
    source = source.map(IngestRequest::tidy);
    attribution = attribution.map(IngestRequest::tidy);
    if (sha256.isPresent() && !BlobId.valid(sha256.get())) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal");
    }
  }

  private static String tidy(String text) {
    var clean = TextCleaning.clean(text);
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }

  /** The tag for a language somebody names; empty when it is none. */
  public static Optional<String> languageTag(String stated) {
    return StatedFields.tag(stated);
  }

  /**
   * The name of what an interrupted ingest left: the same only for the same file with the same
   * statements.
   */
  Optional<String> key() {
    return sha256.map(
        file ->
            BlobId.of(
                    String.join(
                            "\0",
                            file,
                            name,
                            purpose.token(),
                            language.orElse(""),
                            licence.orElse(""),
                            source.orElse(""),
                            attribution.orElse(""))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .sha256());
  }
}
