package org.commonsregistry.redundancy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.fingerprint.Fp1;

/** Makes the sample of a text that came itself. */
final class SampleText {
  private SampleText() {}

  /** At the smallest scale at which the sketch is not larger than one that may be sent. */
  static Sample sample(String text, Map<String, String> about, long bytes) {
    var scale = FingerprintIndex.SCALE;
    var sketch = Fp1.sketch(text, scale);
    while (sketch.hashes().length > SampleReader.MOST_HASHES) {
      scale *= 2;
      sketch = Fp1.sketch(text, scale);
    }
    return new Sample(
        scale,
        List.of(sketch),
        Optional.ofNullable(about.get("language")).filter(tag -> !tag.isBlank()),
        Optional.ofNullable(about.get("category")).filter(id -> !id.isBlank()),
        bytes);
  }
}
