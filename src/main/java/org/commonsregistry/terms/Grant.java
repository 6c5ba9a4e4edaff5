package org.commonsregistry.terms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The answer for one use by one party, with the duties that come with it and the flags beside it. A
 * permission with duties is {@link Answer#WITH_DUTIES} and one without is {@link Answer#PERMITTED};
 * where nothing may be done and nothing agreed, there are no duties.
 */
public record Grant(Answer answer, Set<Duty> duties, Set<Flag> flags) {
  public static final Grant UNKNOWN = of(Answer.UNKNOWN);
  public static final Grant PERMITTED = of(Answer.PERMITTED);
  public static final Grant NEEDS_AGREEMENT = of(Answer.NEEDS_AGREEMENT);
  public static final Grant PROHIBITED = of(Answer.PROHIBITED);

  public Grant {
    duties = answer.compareTo(Answer.NEEDS_AGREEMENT) < 0 ? Set.of() : sorted(duties);
    if (answer.allows()) {
      answer = duties.isEmpty() ? Answer.PERMITTED : Answer.WITH_DUTIES;
    }
    flags = sorted(flags);
  }

  public static Grant of(Answer answer) {
    return new Grant(answer, Set.of(), Set.of());
  }

  /** Permitted, if the duties are met. */
  public static Grant with(Collection<? extends Duty> duties) {
    return new Grant(Answer.PERMITTED, new LinkedHashSet<>(duties), Set.of());
  }

  /** Both hold: the narrower answer, all duties, all flags. */
  public Grant meet(Grant other) {
    return new Grant(
        answer.meet(other.answer), union(duties, other.duties), union(flags, other.flags));
  }

  /** Either may be chosen: the wider answer, and of equal ones that with fewer duties. */
  public Grant better(Grant other) {
    return CHOICE.compare(this, other) >= 0 ? this : other;
  }

  public Grant flagged(Flag flag) {
    return new Grant(answer, duties, union(flags, Set.of(flag)));
  }

  /** Narrowed to at most this answer. */
  public Grant atMost(Answer most) {
    return new Grant(answer.meet(most), duties, flags);
  }

  /** With these duties added, where there is something they could be added to. */
  public Grant adding(Collection<? extends Duty> more) {
    return new Grant(answer, union(duties, more), flags);
  }

  private static final Comparator<Grant> CHOICE =
      Comparator.comparing(Grant::answer)
          .thenComparing(grant -> -grant.duties.size())
          .thenComparing(grant -> -grant.flags.size())
          .thenComparing(grant -> grant.duties.toString())
          .thenComparing(grant -> grant.flags.toString());

  private static <T> Set<T> union(Set<T> one, Collection<? extends T> other) {
    var all = new LinkedHashSet<T>(one);
    all.addAll(other);
    return all;
  }

  private static <T> Set<T> sorted(Set<T> values) {
    if (values.size() < 2) {
      return Set.copyOf(values);
    }
    var list = new ArrayList<>(values);
    list.sort(
        Comparator.comparing(
            value -> value instanceof Duty duty ? duty.text() : String.valueOf(value)));
    return Collections.unmodifiableSet(new LinkedHashSet<>(list));
  }
}
