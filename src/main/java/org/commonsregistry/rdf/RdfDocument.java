package org.commonsregistry.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * An RDF file from outside, read within bounds: relative and local IRIs, over-long literals, too
 * many bytes or statements and remote JSON-LD contexts are refused with the place where they stand.
 */
public final class RdfDocument {
  /** Relative IRIs resolve to this and are recognised by it. */
  private static final String NOWHERE = "http://relative.invalid/";

  private RdfDocument() {}

  /**
   * @param maxBytes of the input as it arrives here (already decompressed)
   * @param maxStatements quads
   * @param maxLiteral characters of one literal
   */
  public record Bounds(long maxBytes, int maxStatements, int maxLiteral) {
    /** What fits into a heap of 512 MB beside everything else. */
    public static final Bounds DEFAULT = new Bounds(64L << 20, 500_000, 1_000_000);
  }

  /**
   * @throws RdfRefusedException with the line, what was expected and how to mend it
   */
  public static List<Quad> read(InputStream in, Lang lang, Bounds bounds) {
    var quads = new ArrayList<Quad>();
    try {
      RDFParser.source(new BoundedStream(in, bounds.maxBytes()))
          .lang(lang)
          .base(NOWHERE)
          .context(JsonLdContexts.offline())
          .errorHandler(new Strict())
          .parse(new Collector(quads, bounds));
      return quads;
    } catch (RdfRefusedException e) {
      throw e;
    } catch (RiotException | IRIException e) {
      throw refusal(e, lang);
    } catch (StackOverflowError e) {
      throw new RdfRefusedException(
          "The file is nested too deeply to be read.", "Give its inner blank nodes names.");
    } catch (RuntimeException e) {
      throw e.getCause() instanceof IOException io ? refusal(io, lang) : refusal(e, lang);
    }
  }

  private static RdfRefusedException refusal(Exception e, Lang lang) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RdfRefusedException refused) {
        return refused;
      }
    }
    var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new RdfRefusedException(
        "This is not valid " + lang.getLabel() + ": " + message,
        "Mend the file at that place and send it again.");
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(String message, long line, long col) {
      // Warnings (an odd language tag, a lexical form) do not stop a reader that is tolerant on
      // intake.
    }

    @Override
    public void error(String message, long line, long col) {
      throw new RiotException(place(message, line, col));
    }

    @Override
    public void fatal(String message, long line, long col) {
      throw new RiotException(place(message, line, col));
    }

    private static String place(String message, long line, long col) {
      return line < 0 ? message : "line " + line + ", column " + col + ": " + message;
    }
  }

  private static final class Collector extends StreamRDFBase {
    private final List<Quad> quads;
    private final Bounds bounds;

    Collector(List<Quad> quads, Bounds bounds) {
      this.quads = quads;
      this.bounds = bounds;
    }

    @Override
    public void triple(Triple triple) {
      quad(Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    public void quad(Quad quad) {
      if (quads.size() >= bounds.maxStatements()) {
        throw RdfRefusedException.tooLarge(
            "The file has more than " + bounds.maxStatements() + " statements.",
            "Send it in smaller parts, or as JSON Lines.");
      }
      if (quad.getGraph() != null && !quad.isDefaultGraph()) {
        check(quad.getGraph());
      }
      check(quad.getSubject());
      check(quad.getPredicate());
      check(quad.getObject());
      quads.add(
          quad.getGraph() == null ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad);
    }

    private void check(Node node) {
      if (node.isURI()) {
        iri(node.getURI());
      } else if (node.isTripleTerm()) {
        throw new RdfRefusedException(
            "The file makes a statement about a statement (RDF 1.2), which is not taken in here.",
            "Put such statements into a named graph and describe the graph.");
      } else if (node.isLiteral()) {
        iri(node.getLiteralDatatypeURI());
        if (node.getLiteralLexicalForm().length() > bounds.maxLiteral()) {
          throw RdfRefusedException.tooLarge(
              "A literal has "
                  + node.getLiteralLexicalForm().length()
                  + " characters; at most "
                  + bounds.maxLiteral()
                  + " are taken.",
              "Shorten the text, or link to it.");
        }
      }
    }

    private static void iri(String iri) {
      if (iri.startsWith(NOWHERE) || !absolute(iri)) {
        throw new RdfRefusedException(
            "The IRI <"
                + (iri.startsWith(NOWHERE) ? iri.substring(NOWHERE.length()) : iri)
                + "> is relative, and a file sent here has no address.",
            "Write it in full, or declare a base (@base <https://…/> .).");
      }
      if (iri.regionMatches(true, 0, "file:", 0, 5)) {
        throw new RdfRefusedException(
            "The IRI <" + iri + "> names a file on somebody's machine.",
            "Use the address under which others can reach it.");
      }
    }

    /** Whether it begins with a scheme. */
    private static boolean absolute(String iri) {
      for (var i = 0; i < iri.length(); i++) {
        var c = iri.charAt(i);
        if (c == ':') {
          return i > 0;
        }
        var letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'))) {
          return false;
        }
      }
      return false;
    }
  }
}
