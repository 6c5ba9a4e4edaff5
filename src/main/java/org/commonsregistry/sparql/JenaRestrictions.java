package org.commonsregistry.sparql;

import io.micronaut.context.annotation.Context;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.describe.DescribeHandlerRegistry;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The second wall behind {@link QueryPolicy}, for the whole process: Jena calls no other server,
 * runs no script and loads no class that a query names, even if a query came past the policy.
 */
@Context
final class JenaRestrictions {

  JenaRestrictions() {
    apply();
  }

  static void apply() {
    ARQ.init();
    ARQ.setFalse(ARQ.httpServiceAllowed);
    ARQ.setFalse(ARQ.enablePropertyFunctions);
    ARQ.unset(ARQ.symJavaScriptFunctions);
    ARQ.unset(ARQ.symJavaScriptLibFile);
    ARQ.unset(ARQ.symCustomFunctionScriptAllowList);
    DescribeHandlerRegistry.get().clear();
    DescribeHandlerRegistry.get().add(BoundedDescribe::new);
    FunctionRegistry.set(ARQ.getContext(), new ListedFunctions());
  }

  /** Knows the functions Jena registers itself; asks no class loader for others. */
  private static final class ListedFunctions extends FunctionRegistry {
    private final FunctionRegistry listed = FunctionRegistry.standardRegistry();

    @Override
    public @Nullable FunctionFactory getFunctionFactory(String iri) {
      return isRegistered(iri) ? listed.getFunctionFactory(iri) : null;
    }

    @Override
    public boolean isRegistered(String iri) {
      return listed.isRegistered(iri);
    }
  }
}
