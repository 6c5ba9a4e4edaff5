package org.commonsregistry.web;

import java.util.Locale;

/**
 * Words for tokens that come from data: a kind, a medium, a unit. Unknown tokens stay themselves.
 */
final class Labels {
  private Labels() {}

  static String of(Page page, String group, String token) {
    return page.settings()
        .messages()
        .find(group + "." + token.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-"))
        .orElse(token);
  }
}
