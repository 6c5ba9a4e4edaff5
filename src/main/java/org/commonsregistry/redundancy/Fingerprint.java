package org.commonsregistry.redundancy;

import org.commonsregistry.fingerprint.Sketch;

/**
 * What the index keeps of a text.
 *
 * @param ordinal of the text in its holding
 * @param language its tag
 * @param sketch at {@link FingerprintIndex#SCALE}
 */
public record Fingerprint(long ordinal, String language, Sketch sketch) {}
