/**
 * Advice from a small text model: which categories a dataset may belong to, and which sentences of
 * its description state terms. Evidence with a confidence for a person who decides; nothing here
 * changes a category, a licence or a zone. Trained from the seed by {@link Training}; what it can
 * and cannot do is in the model card, {@code classifier/advisory/MODEL_CARD.md}, as proposed by
 * Mitchell et al., Model Cards for Model Reporting (https://doi.org/10.1145/3287560.3287596).
 */
@NullMarked
package org.commonsregistry.classification.advisory;

import org.jspecify.annotations.NullMarked;
