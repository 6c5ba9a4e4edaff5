package org.commonsregistry.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonsregistry.category.Categories;
import org.commonsregistry.classification.DryRunReport;
import org.commonsregistry.classification.Impact;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.ruleset.Zone;

/**
 * The report of a dry run as its page shows it.
 *
 * @param moves kinds of moves that happen, each with its pairs of zones
 * @param matrix one row per zone before, with a count per zone after
 * @param stays what stays in its zone, per zone
 */
public record DryRunView(
    String id,
    DryRunReport report,
    String share,
    ZoneFlow flow,
    String described,
    List<Moves> moves,
    List<Row> matrix,
    List<Cell> stays,
    List<Tab> tabs,
    Breakdown breakdown,
    List<Linked> conflicts,
    List<Changes> rules,
    String beforeHref,
    String date) {

  /** All that becomes freer, for instance. */
  public record Moves(ZoneMove move, long count, List<Cell> cells) {}

  /** Items of one pair of zones. */
  public record Cell(String before, String after, long count, List<Linked> samples) {}

  public record Row(String zone, List<Count> counts, long total) {}

  /**
   * @param move for the colour
   */
  public record Count(ZoneMove move, long count) {}

  public record Tab(String label, String href, boolean current) {}

  /**
   * @param unit what the parts are, in words
   * @param left how many more parts there are
   */
  public record Breakdown(String unit, List<Part> parts, long left) {}

  public record Part(Linked name, long total, long moved, List<Cell> cells) {}

  /**
   * Rules that are added, removed or changed.
   *
   * @param kind {@code added}, {@code removed} or {@code changed}
   */
  public record Changes(String kind, List<Linked> rules) {}

  static DryRunView of(
      Page page, Categories categories, String id, DryRunReport report, String by) {
    var chosen = chosen(report, by);
    var flow = ZoneFlow.of((from, to) -> count(report.matrix(), from, to));
    return new DryRunView(
        id,
        report,
        share(page, report.moved(), report.total()),
        flow,
        described(page, flow),
        moves(report),
        Arrays.stream(Zone.values()).map(zone -> row(report, zone)).toList(),
        report.cells().stream()
            .filter(cell -> cell.before().equals(cell.after()))
            .map(DryRunView::cell)
            .toList(),
        report.by().stream()
            .map(
                part ->
                    new Tab(
                        page.t("dryrun.by." + part.dimension()),
                        "?by=" + part.dimension() + "#by",
                        part == chosen))
            .toList(),
        new Breakdown(
            page.t("dryrun.by." + chosen.dimension()),
            chosen.parts().stream()
                .map(
                    part ->
                        new Part(
                            name(page, categories, chosen.dimension(), part.key()),
                            part.total(),
                            part.moved(),
                            moved(part)))
                .toList(),
            chosen.keys() - chosen.parts().size()),
        linked(report.newConflictSamples()),
        changes(report),
        "/rulesets/" + Rulesets.NAME + "/" + report.before().hash(),
        page.formats().date(report.date()));
  }

  private static DryRunReport.Breakdown chosen(DryRunReport report, String by) {
    return report.by().stream()
        .filter(part -> part.dimension().equals(by))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badRequest("The parameter 'by' is not known.")
                    .expected(
                        String.join(
                            ", ",
                            report.by().stream().map(DryRunReport.Breakdown::dimension).toList())));
  }

  private static long count(Map<String, Map<String, Long>> cells, Zone from, Zone to) {
    return cells.getOrDefault(from.token(), Map.of()).getOrDefault(to.token(), 0L);
  }

  private static String share(Page page, long moved, long total) {
    return total == 0 ? "0" : page.formats().number(Math.round(moved * 1000.0 / total) / 10.0);
  }

  /** The picture in words, for those who do not see it. */
  private static String described(Page page, ZoneFlow flow) {
    var sentences = new ArrayList<String>();
    for (var band : flow.bands()) {
      sentences.add(
          page.t(
              "dryrun.flow.band",
              band.count(),
              page.t("zone." + band.from().token()),
              page.t("zone." + band.to().token())));
    }
    return String.join(" ", sentences);
  }

  private static List<Moves> moves(DryRunReport report) {
    var moves = new ArrayList<Moves>();
    for (var move : ZoneMove.values()) {
      var cells =
          report.cells().stream()
              .filter(cell -> move != ZoneMove.STAYS && move(cell) == move)
              .map(DryRunView::cell)
              .toList();
      if (!cells.isEmpty()) {
        moves.add(new Moves(move, cells.stream().mapToLong(Cell::count).sum(), cells));
      }
    }
    return moves;
  }

  private static ZoneMove move(Impact.Cell cell) {
    return ZoneMove.of(Zone.of(cell.before()).orElseThrow(), Zone.of(cell.after()).orElseThrow());
  }

  private static Cell cell(Impact.Cell cell) {
    return new Cell(cell.before(), cell.after(), cell.count(), linked(cell.samples()));
  }

  private static List<Linked> linked(List<Impact.Sampled> samples) {
    return samples.stream()
        .map(item -> new Linked(item.title(), "/datasets/" + item.slug()))
        .toList();
  }

  private static Row row(DryRunReport report, Zone from) {
    var counts =
        Arrays.stream(Zone.values())
            .map(to -> new Count(ZoneMove.of(from, to), count(report.matrix(), from, to)))
            .toList();
    return new Row(from.token(), counts, counts.stream().mapToLong(Count::count).sum());
  }

  private static List<Cell> moved(Impact.Part part) {
    var cells = new ArrayList<Cell>();
    for (var from : Zone.values()) {
      for (var to : Zone.values()) {
        var count = count(part.cells(), from, to);
        if (from != to && count > 0) {
          cells.add(new Cell(from.token(), to.token(), count, List.of()));
        }
      }
    }
    return cells;
  }

  private static Linked name(Page page, Categories categories, String dimension, String key) {
    var search = "/search?" + dimension + "=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    return switch (dimension) {
      case "category" ->
          categories
              .find(key)
              .map(category -> DatasetFrames.link(page, category))
              .orElseGet(() -> Linked.plain(key));
      case "place" -> new Linked(page.formats().place(key), search);
      case "licence" ->
          new Linked(
              page.settings()
                  .messages()
                  .find("licence." + key.toLowerCase(Locale.ROOT))
                  .orElseGet(() -> page.t("dryrun.licence." + key)),
              key.equals("conflict") ? "" : search);
      default -> Linked.plain(key);
    };
  }

  private static List<Changes> changes(DryRunReport report) {
    var rules = report.rules();
    return List.of(
            new Changes("added", rules.added().stream().map(Linked::plain).toList()),
            new Changes("removed", before(report, rules.removed())),
            new Changes("changed", before(report, rules.changed())))
        .stream()
        .filter(change -> !change.rules().isEmpty())
        .toList();
  }

  private static List<Linked> before(DryRunReport report, List<String> ids) {
    return ids.stream()
        .map(id -> new Linked(id, "/rules/" + id + "?ruleset=" + report.before().hash()))
        .toList();
  }
}
