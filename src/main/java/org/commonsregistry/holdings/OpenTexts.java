package org.commonsregistry.holdings;

import jakarta.inject.Singleton;
import java.util.List;
import org.commonsregistry.catalog.DatasetId;

/** Which texts everybody may read: no feature says no, and they are not for testing models. */
@Singleton
public final class OpenTexts {
  private final List<TextAccess> features;

  OpenTexts(List<TextAccess> features) {
    this.features = features;
  }

  public boolean open(Holding holding) {
    return holding.purpose() == Purpose.TRAINING && open(holding.id().dataset());
  }

  public boolean open(DatasetId dataset) {
    return features.stream().allMatch(feature -> feature.open(dataset));
  }
}
