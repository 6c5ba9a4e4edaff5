package org.commonsregistry.ledger;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.commonsregistry.http.PageLinks;
import org.commonsregistry.http.ProblemException;

/** The ledger as it is: whoever wants to check a leaf, or to follow the registry, reads it here. */
@Controller("/api/v1/log")
@Tag(name = "Ledger")
final class LogApi {
  private static final int MOST = 500;
  private static final long LARGEST_PAGE = 4 << 20;
  private final Ledger ledger;

  LogApi(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * @param leaf 32 bytes in hex
   * @param salt 32 bytes in hex, absent after a redaction
   * @param payload canonical N-Quads, absent after a redaction
   * @param redactedBy number of the order, absent when there was none
   */
  @Serdeable
  record Recorded(
      long sequence,
      String kind,
      String subject,
      String who,
      Instant when,
      String leaf,
      @Nullable String salt,
      @Nullable String payload,
      @Nullable Long redactedBy) {
    static Recorded of(Entry entry) {
      return new Recorded(
          entry.sequence(),
          entry.kind().token(),
          entry.subject(),
          entry.actor().id(),
          entry.recordedAt(),
          HexFormat.of().formatHex(entry.leaf()),
          entry.salt().map(HexFormat.of()::formatHex).orElse(null),
          entry.payload().map(Object::toString).orElse(null),
          entry.redactedBy().isPresent() ? entry.redactedBy().getAsLong() : null);
    }
  }

  /**
   * @param total entries in the ledger
   * @param next what to send as {@code after} for the following page, absent on the last
   */
  @Serdeable
  record Page(long total, List<Recorded> entries, @Nullable Long next) {}

  @Operation(
      summary = "Entries of the ledger in order",
      description = "Behind the number given as after; at most 500, or 4 MB of them, at a time.")
  @Get("/entries")
  HttpResponse<Page> entries(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "0") long after,
      @QueryValue(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST || after < 0) {
      throw ProblemException.badRequest("The page asked for does not exist.")
          .expected("limit 1 to " + MOST + " and after 0 or more")
          .received("limit " + limit + ", after " + after)
          .remedy("Follow the link with rel=next.");
    }
    var head = ledger.head();
    var upTo = ledger.batchEnd(after, after + limit, LARGEST_PAGE);
    var entries = ledger.after(after, (int) (upTo - after)).stream().map(Recorded::of).toList();
    var last = entries.isEmpty() ? head : entries.getLast().sequence();
    if (last >= head) {
      return HttpResponse.ok(new Page(head, entries, null));
    }
    var links = new PageLinks().next(request, "after", Long.toString(last));
    return HttpResponse.ok(new Page(head, entries, last))
        .header(HttpHeaders.LINK, links.toString());
  }

  @Operation(summary = "One entry of the ledger")
  @Get("/entries/{sequence}")
  Recorded entry(@PathVariable long sequence) {
    return ledger
        .find(sequence)
        .map(Recorded::of)
        .orElseThrow(
            () ->
                ProblemException.notFound("The ledger has no entry " + sequence + ".")
                    .expected("1 to " + ledger.head()));
  }
}
