package org.commonsregistry.classification.advisory;

import java.util.regex.Pattern;

/** Words that sentences about terms have, and how much hangs on them. */
final class Cue {
  private static final Pattern ANY =
      Pattern.compile(
          "licen[cs]|copyright|public[- ]domain|\\bcc[- ](by|0)|\\bcc0|creative"
              + " commons|\\bterms\\b|re-?use"
              + "|permi(t|ssi)|\\brights\\b|restrict|\\bfree(ly)?\\b|commercial|attribution|share-?alike|shared"
              + " alike|agreement|\\bmay (not )?(be"
              + " )?(use|cop|repro|shar|pass|redistr)|consent|waive|dedicat|\\ballow|\\bcredit(s|ed)?\\b|open"
              + " data|redistribut|prohibit|forbid|\\bexclud|conditions|\\b(gpl|mit|bsd|apache|odbl|ogl|odc|cdla|gfdl|spdx)\\b|own(s|ed)?"
              + " none|not own|openly",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLAIN =
      Pattern.compile(
          "\\blicen[cs](e|es|ed|ing)\\b|copyright|public[- ]domain|\\bcc[- ](by|0)|\\bcc0|creative"
              + " commons|(?<!in )\\bterms\\b|\\b(be|can|may|to|who|for|also) re-?used?\\b|re-?use"
              + " (is|terms|under|needs|requires)|permi(tted|ssion)|\\brights\\b(?![- ]of[-"
              + " ]way)|redistribut|non-?commercial|commercial(ly)?"
              + " (use|purpose|product|work|terms)|also commercially|even"
              + " commercially|attribution|share-?alike|shared alike|(use|licence|license)"
              + " agreement|waive|dedicated (to|under)|\\bmay (not |only )?(be"
              + " )?(use|cop|repro|shar|pass|redistr)|free(ly)?"
              + " (to|for|used|shared|licen|usable)|use is (limited|free|not)|used"
              + " freely|restrictions (on|of)|prohibit|forbid|own(s|ed)? none|not own|\\bno"
              + " conditions|without conditions|\\b(gpl|odbl|ogl|cdla|gfdl|spdx)\\b",
          Pattern.CASE_INSENSITIVE);

  private Cue() {}

  /**
   * Whether the sentence has any such word. One of ours that has is only learned from after a
   * person read it.
   */
  static boolean in(String sentence) {
    return ANY.matcher(sentence).find();
  }

  /**
   * Whether it has a plain one. Without, a sentence is never given: what the model makes of prose
   * unlike the seed's is not to be relied on.
   */
  static boolean plainlyIn(String sentence) {
    return PLAIN.matcher(sentence).find();
  }
}
