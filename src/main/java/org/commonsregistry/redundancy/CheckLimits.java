package org.commonsregistry.redundancy;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import java.util.Objects;
import org.commonsregistry.http.ProblemException;

/** Sends away whoever asks too often, before anything of the question is read. */
@ServerFilter({"/api/v1/check/**", "/check/**"})
final class CheckLimits implements Ordered {
  private final Allowance allowance;
  private final HttpClientAddressResolver addresses;

  CheckLimits(Allowance allowance, HttpClientAddressResolver addresses) {
    this.allowance = allowance;
    this.addresses = addresses;
  }

  @RequestFilter
  void limit(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.POST) {
      return;
    }
    allowance
        .take(client(Objects.requireNonNullElse(addresses.resolve(request), "")))
        .ifPresent(
            wait -> {
              throw ProblemException.tooManyRequests(
                      "You have asked " + allowance.perHour() + " times within an hour.", wait)
                  .expected("at most " + allowance.perHour() + " checks an hour")
                  .remedy(
                      "Wait, or compare on your own machine without asking:"
                          + " /api/v1/fingerprints/pack is everything in one file,"
                          + " /api/v1/fingerprints/ranges are small files that may be cached.");
            });
  }

  /** Whoever has an IPv6 network has very many addresses in it. */
  private static String client(String address) {
    var parts = address.split(":", -1);
    return parts.length < 5 ? address : String.join(":", java.util.List.of(parts).subList(0, 4));
  }
}
