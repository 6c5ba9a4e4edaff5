package org.commonsregistry.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answer to a question, and how it came about.
 *
 * @param chain which statement did what, in order
 * @param exceptions of law that may apply as well; they never change the answer
 */
public record Permission(Grant grant, List<Step> chain, List<StatutoryException> exceptions) {
  public Permission {
    chain = List.copyOf(chain);
    exceptions = List.copyOf(exceptions);
  }

  public Answer answer() {
    return grant.answer();
  }

  public Set<Duty> duties() {
    return grant.duties();
  }

  public Set<Flag> flags() {
    return grant.flags();
  }

  /**
   * Narrowed by what the same question got for data that these were made from: the answer can never
   * exceed it, and its duties are inherited.
   *
   * @param parent what the parent is called
   */
  public Permission within(String parent, Permission permission) {
    var both = grant.meet(permission.grant);
    var steps = new ArrayList<>(chain);
    steps.add(
        new Step(
            Layer.LICENCE,
            both.equals(grant) ? "step.parent.same" : "step.parent.narrows",
            Optional.empty(),
            parent,
            both.answer()));
    return new Permission(both, steps, exceptions);
  }
}
