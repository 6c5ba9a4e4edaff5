package org.commonsregistry.redundancy;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;

/** For those who trust nobody: fingerprints to be compared with on their own machine. */
@Controller("/api/v1/fingerprints")
@Tag(name = "Redundancy")
final class OfflineApi {
  private static final Set<Integer> SCALES = Set.of(16, 64, 256, 1_024);
  private static final String CACHE = "public, max-age=3600";

  private final Packing packing;
  private final Ranges ranges;
  private final Semaphore packs = new Semaphore(1);

  OfflineApi(Packing packing, Ranges ranges) {
    this.packing = packing;
    this.ranges = ranges;
  }

  /**
   * @param scale one hash in how many is in the files
   * @param digits hexadecimal digits of a prefix
   * @param hashes in all files together, about
   */
  @Serdeable
  record RangeIndex(String fingerprint, int scale, int digits, int files, long hashes) {}

  @Get("/ranges")
  @Operation(
      operationId = "getRangeIndex",
      summary = "How the range files are divided",
      description =
          "Whoever fetches the file of a prefix tells that some hash begins with it, as hundreds do,"
              + " and no more. Take the hashes of your sketch at the scale given, times 2^10 as 64"
              + " bits; their first digits are the prefix.")
  RangeIndex ranges() {
    return new RangeIndex(
        Fp1.NAME, Ranges.SCALE, ranges.digits(), 1 << 4 * ranges.digits(), ranges.hashes());
  }

  @Get("/ranges/{prefix}")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "getRange",
      summary = "All hashes with a prefix and the datasets that have them",
      description =
          "Text: lines that begin with # name the datasets by number; every other line is a hash of"
              + " 16 hex digits and the numbers of the datasets that have it, or - for boilerplate.")
  @ApiResponse(responseCode = "200", description = "The file; it may be cached for an hour")
  @ApiResponse(responseCode = "404", description = "There is no such prefix")
  HttpResponse<?> range(HttpRequest<?> request, String prefix) {
    var answer = EntityTags.answer(request, ranges.file(prefix), "text/plain;charset=utf-8");
    answer.getHeaders().set(HttpHeaders.CACHE_CONTROL, CACHE);
    return answer;
  }

  @Get("/pack")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      operationId = "getPack",
      summary = "Everything in one file, to compare without asking",
      description =
          "Format CRFPACK1 of docs/redundancy.md: hashes in order with the datasets that have them."
              + " 'commons check --offline FILE' reads it.")
  @ApiResponse(responseCode = "200", description = "The pack")
  @ApiResponse(
      responseCode = "422",
      description = "It would be too large, or there is no such category")
  @ApiResponse(responseCode = "503", description = "Another one is being made")
  HttpResponse<?> pack(
      HttpRequest<?> request,
      @Parameter(description = "Only texts in this language") @QueryValue(defaultValue = "")
          String language,
      @Parameter(description = "Only datasets in this category") @QueryValue(defaultValue = "")
          String category,
      @Parameter(description = "One hash in how many: 16, 64, 256 or 1024")
          @QueryValue(defaultValue = "64")
          int scale)
      throws IOException {
    if (!SCALES.contains(scale)) {
      throw ProblemException.badRequest("There are no packs of this scale.")
          .expected("16, 64, 256 or 1024")
          .received(Integer.toString(scale))
          .remedy("Leave it out for 64.");
    }
    if (!packs.tryAcquire()) {
      throw ProblemException.unavailable(
              "Another pack is being made.", java.time.Duration.ofSeconds(5))
          .remedy("Ask again in a moment.");
    }
    try {
      var bytes = new ByteArrayOutputStream();
      packing.pack(scale, given(language), given(category)).write(bytes);
      var tag = EntityTags.of(bytes.toByteArray().length, digestOf(bytes));
      var known = EntityTags.notModified(request, tag);
      var answer =
          known.isPresent()
              ? known.get()
              : EntityTags.tagged(HttpResponse.ok(bytes.toByteArray()), tag)
                  .header(
                      HttpHeaders.CONTENT_DISPOSITION,
                      "attachment; filename=\"commons-" + scale + ".crfpack\"");
      answer.getHeaders().set(HttpHeaders.CACHE_CONTROL, CACHE);
      return answer;
    } finally {
      packs.release();
    }
  }

  /** The digest a pack ends with. */
  private static String digestOf(ByteArrayOutputStream pack) {
    var bytes = pack.toByteArray();
    return java.util.HexFormat.of().formatHex(bytes, bytes.length - 32, bytes.length);
  }

  private static Optional<String> given(String value) {
    return Optional.of(value.strip()).filter(text -> !text.isEmpty());
  }
}
