package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.TextAccess;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Zone;

/** Texts are shown when their dataset's headline zone is the commons, and not otherwise. */
@Singleton
final class CommonsTexts implements TextAccess {
  private final Verdicts verdicts;

  CommonsTexts(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  @Override
  public boolean open(DatasetId dataset) {
    try {
      return verdicts.of(dataset, Optional.empty(), Optional.empty(), verdicts.today()).zone()
          == Zone.COMMONS;
    } catch (ProblemException e) {
      return false; // no such dataset, or no ruleset yet
    }
  }
}
