package org.commonsregistry.terms;

/** Something that somebody says about the terms of a dataset, in one of seven layers. */
public sealed interface TermStatement
    permits RightsStatus,
        LicenceTerm,
        Preference,
        PlatformTerms,
        CommunityProtocol,
        Classification,
        OfferTerm {
  Source source();

  default Layer layer() {
    return switch (this) {
      case RightsStatus _ -> Layer.RIGHTS_STATUS;
      case LicenceTerm _ -> Layer.LICENCE;
      case Preference _ -> Layer.PREFERENCE;
      case PlatformTerms _ -> Layer.PLATFORM_TERMS;
      case CommunityProtocol _ -> Layer.COMMUNITY_PROTOCOL;
      case Classification _ -> Layer.CLASSIFICATION;
      case OfferTerm _ -> Layer.OFFER;
    };
  }

  /** The statement in a word or two, for the chain: a licence's id, a label, a raw line. */
  String words();
}
