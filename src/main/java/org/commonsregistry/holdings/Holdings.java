package org.commonsregistry.holdings;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.blob.BlobStore;
import org.commonsregistry.catalog.DatasetId;

/**
 * The holdings that stand: neither they nor their datasets are withdrawn or redacted, as the ledger
 * says at this moment. Thread-safe.
 */
@Singleton
public final class Holdings {
  private final StandingHoldings standing;
  private final Manifests manifests;
  private final BlobStore blobs;

  Holdings(StandingHoldings standing, Manifests manifests, BlobStore blobs) {
    this.standing = standing;
    this.manifests = manifests;
    this.blobs = blobs;
  }

  /** Of one dataset, in the order they came. */
  public List<Holding> of(DatasetId dataset) {
    return all().stream().filter(holding -> holding.id().dataset().equals(dataset)).toList();
  }

  /** Of every dataset, in the order of their names. */
  public List<Holding> all() {
    return standing.list();
  }

  public Optional<Holding> find(HoldingId id) {
    return all().stream().filter(holding -> holding.id().equals(id)).findFirst();
  }

  /** One text of a standing holding; empty when there is none. */
  public Optional<TextRecord> record(HoldingId id, long ordinal) {
    return find(id).flatMap(holding -> record(holding, ordinal));
  }

  /** One text of a holding, whether or not it stands; empty when it has none of that number. */
  public Optional<TextRecord> record(Holding holding, long ordinal) {
    var manifest = manifests.of(holding);
    var index = manifest.segmentOf(ordinal);
    if (index < 0) {
      return Optional.empty();
    }
    var segment = manifest.segments().get(index);
    try (var in = open(segment)) {
      return SegmentLines.read(in, segment.first(), ordinal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Hands on every text of a holding in order, whether or not it stands, with about one segment in
   * memory.
   */
  public void read(Holding holding, Consumer<TextRecord> reader) {
    range(holding, 0, Long.MAX_VALUE, reader);
  }

  /** Hands on some texts of a holding in order, from an ordinal on, at most so many. */
  public void range(Holding holding, long from, long most, Consumer<TextRecord> reader) {
    var end = from > Long.MAX_VALUE - most ? Long.MAX_VALUE : from + most;
    for (var segment : manifests.of(holding).segments()) {
      if (segment.first() + segment.records() <= from || segment.first() >= end) {
        continue;
      }
      try (var in = open(segment)) {
        SegmentLines.read(
            in,
            segment.first(),
            record -> {
              if (record.ordinal() >= from && record.ordinal() < end) {
                reader.accept(record);
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What a holding consists of, and what of its file was not taken. */
  public Manifest manifest(Holding holding) {
    return manifests.of(holding);
  }

  private InputStream open(Segment segment) throws IOException {
    var id = new BlobId(segment.sha256());
    return blobs
        .open(id)
        .orElseThrow(() -> new IOException("The blob " + id + " of a holding is missing."));
  }

  /** How much all standing holdings hold together. */
  public Counts totals() {
    return Counts.sum(all().stream().map(Holding::counts).toList());
  }

  /** How much the standing holdings of these datasets hold together. */
  public Counts totals(Collection<DatasetId> datasets) {
    var wanted = Set.copyOf(datasets);
    return Counts.sum(
        all().stream()
            .filter(holding -> wanted.contains(holding.id().dataset()))
            .map(Holding::counts)
            .toList());
  }
}
