package org.commonsregistry.sparql;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Rows that tell their run how many they are. */
final class CountedRows implements RowSet {
  private final RowSet rows;
  private final QueryRun run;
  private long count;

  CountedRows(RowSet rows, QueryRun run) {
    this.rows = rows;
    this.run = run;
  }

  @Override
  public boolean hasNext() {
    var more = rows.hasNext();
    run.row(more ? count + 1 : count);
    return more;
  }

  @Override
  public Binding next() {
    count++;
    return rows.next();
  }

  @Override
  public List<Var> getResultVars() {
    return rows.getResultVars();
  }

  @Override
  public long getRowNumber() {
    return rows.getRowNumber();
  }

  @Override
  public void close() {
    rows.close();
  }
}
