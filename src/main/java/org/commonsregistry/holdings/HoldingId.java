package org.commonsregistry.holdings;

import java.util.Comparator;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;

/**
 * The name of a holding: the dataset it was brought in for, and a number.
 *
 * @param number 1, 2, 3 … per dataset, in the order of the ledger
 */
public record HoldingId(DatasetId dataset, int number) implements Comparable<HoldingId> {
  /** What the ledger's subjects of holdings begin with. */
  public static final String PREFIX = "urn:commons:holding:";

  private static final Comparator<HoldingId> ORDER =
      Comparator.comparing((HoldingId id) -> id.dataset().slug())
          .thenComparingInt(HoldingId::number);

  public HoldingId {
    if (number < 1) {
      throw new IllegalArgumentException("holdings are numbered from 1, found " + number);
    }
  }

  /** The id of a ledger subject {@code urn:commons:holding:<slug>:<n>}. */
  public static Optional<HoldingId> ofIri(String iri) {
    var colon = iri.lastIndexOf(':');
    if (!iri.startsWith(PREFIX) || colon < PREFIX.length()) {
      return Optional.empty();
    }
    var slug = iri.substring(PREFIX.length(), colon);
    var number = iri.substring(colon + 1);
    return DatasetId.valid(slug) && number.matches("[1-9]\\d{0,8}")
        ? Optional.of(new HoldingId(new DatasetId(slug), Integer.parseInt(number)))
        : Optional.empty();
  }

  public String iri() {
    return PREFIX + dataset.slug() + ":" + number;
  }

  public String slug() {
    return dataset.slug();
  }

  @Override
  public int compareTo(HoldingId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return dataset.slug() + "/" + number;
  }
}
