package org.commonsregistry.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms this registry writes and reads, as Jena nodes: those of the standards it reuses and the
 * few of its own.
 */
public final class Terms {
  public static final String NAMESPACE = "https://commonsregistry.org/ns#";

  /** Of the properties by which somebody states a fact that rules ask for. */
  public static final String FACT_NAMESPACE = "https://commonsregistry.org/ns/fact/";

  public static final Node TYPE = node("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  public static final Node LABEL = node("http://www.w3.org/2000/01/rdf-schema#label");

  public static final Node TITLE = dct("title");
  public static final Node DESCRIPTION = dct("description");
  public static final Node IDENTIFIER = dct("identifier");
  public static final Node PUBLISHER = dct("publisher");
  public static final Node CREATOR = dct("creator");
  public static final Node LANGUAGE = dct("language");
  public static final Node SPATIAL = dct("spatial");
  public static final Node TEMPORAL = dct("temporal");
  public static final Node ISSUED = dct("issued");
  public static final Node MODIFIED = dct("modified");
  public static final Node LICENSE = dct("license");
  public static final Node RIGHTS = dct("rights");
  public static final Node FORMAT = dct("format");
  public static final Node DCT_TYPE = dct("type");
  public static final Node SUBJECT = dct("subject");
  public static final Node DATE = dct("date");
  public static final Node SOURCE = dct("source");
  public static final Node PROVENANCE = dct("provenance");
  public static final Node PROVENANCE_STATEMENT = dct("ProvenanceStatement");
  public static final Node PERIOD_OF_TIME = dct("PeriodOfTime");
  public static final Node LOCATION = dct("Location");
  public static final Node ACCRUAL_PERIODICITY = dct("accrualPeriodicity");

  public static final Node CONTRIBUTOR = dct("contributor");
  public static final Node CONFORMS_TO = dct("conformsTo");
  public static final Node RELATION = dct("relation");
  public static final Node STANDARD = dct("Standard");
  public static final Node LINGUISTIC_SYSTEM = dct("LinguisticSystem");
  public static final Node LICENSE_DOCUMENT = dct("LicenseDocument");
  public static final Node MEDIA_TYPE_CLASS = dct("MediaType");
  public static final Node MEDIA_TYPE_OR_EXTENT = dct("MediaTypeOrExtent");

  public static final Node CATALOG = dcat("Catalog");
  public static final Node CATALOG_DATASET = dcat("dataset");
  public static final Node CATALOG_RESOURCE = dcat("resource");
  public static final Node CATALOG_ENTRY = dcat("record");
  public static final Node SERVICE = dcat("service");
  public static final Node DATA_SERVICE = dcat("DataService");
  public static final Node ENDPOINT_URL = dcat("endpointURL");
  public static final Node ENDPOINT_DESCRIPTION = dcat("endpointDescription");
  public static final Node SERVES_DATASET = dcat("servesDataset");
  public static final Node THEME_TAXONOMY = dcat("themeTaxonomy");
  public static final Node DATASET = dcat("Dataset");
  public static final Node DATASET_SERIES = dcat("DatasetSeries");
  public static final Node DISTRIBUTION_CLASS = dcat("Distribution");
  public static final Node CATALOG_RECORD = dcat("CatalogRecord");
  public static final Node DISTRIBUTION = dcat("distribution");
  public static final Node KEYWORD = dcat("keyword");
  public static final Node THEME = dcat("theme");
  public static final Node LANDING_PAGE = dcat("landingPage");
  public static final Node ACCESS_URL = dcat("accessURL");
  public static final Node DOWNLOAD_URL = dcat("downloadURL");
  public static final Node MEDIA_TYPE = dcat("mediaType");
  public static final Node BYTE_SIZE = dcat("byteSize");
  public static final Node START_DATE = dcat("startDate");
  public static final Node END_DATE = dcat("endDate");
  public static final Node IN_SERIES = dcat("inSeries");
  public static final Node VERSION = dcat("version");

  public static final Node PRIMARY_TOPIC = foaf("primaryTopic");
  public static final Node NAME = foaf("name");
  public static final Node HOMEPAGE = foaf("homepage");
  public static final Node AGENT = foaf("Agent");
  public static final Node DOCUMENT = foaf("Document");

  public static final Node ATTRIBUTED_TO = prov("wasAttributedTo");
  public static final Node PRIMARY_SOURCE = prov("hadPrimarySource");
  public static final Node GENERATED_AT = prov("generatedAtTime");
  public static final Node DERIVED_FROM = prov("wasDerivedFrom");

  public static final Node PREF_LABEL = skos("prefLabel");
  public static final Node ALT_LABEL = skos("altLabel");
  public static final Node DEFINITION = skos("definition");
  public static final Node BROADER = skos("broader");
  public static final Node NARROWER = skos("narrower");
  public static final Node HAS_TOP_CONCEPT = skos("hasTopConcept");
  public static final Node NOTATION = skos("notation");
  public static final Node CONCEPT = skos("Concept");
  public static final Node CONCEPT_SCHEME = skos("ConceptScheme");
  public static final Node IN_SCHEME = skos("inScheme");

  public static final Node CHECKSUM = spdx("checksum");
  public static final Node CHECKSUM_CLASS = spdx("Checksum");
  public static final Node CHECKSUM_ALGORITHM = spdx("ChecksumAlgorithm");
  public static final Node CHECKSUM_VALUE = spdx("checksumValue");
  public static final Node ALGORITHM = spdx("algorithm");
  public static final Node SHA256 = spdx("checksumAlgorithm_sha256");

  public static final Node VALUE = schema("value");
  public static final Node UNIT_TEXT = schema("unitText");

  public static final Node STATEMENT_SET = commons("StatementSet");
  public static final Node LICENCE_STATEMENT = commons("LicenceStatement");
  public static final Node DECLARED_LICENCE = commons("declaredLicence");
  public static final Node CONCLUDED_LICENCE = commons("concludedLicence");
  public static final Node EFFECTIVE_LICENCE = commons("effectiveLicence");
  public static final Node LICENCE_TEXT = commons("licenceText");
  public static final Node COVERS = commons("covers");
  public static final Node EXTENT_CLASS = commons("Extent");
  public static final Node EXTENT = commons("extent");
  public static final Node APPROXIMATE = commons("approximate");
  public static final Node USAGE_CLASS = commons("Usage");
  public static final Node DISPUTE_CLASS = commons("Dispute");
  public static final Node USAGE = commons("usage");
  public static final Node USE = commons("use");
  public static final Node MODALITY = commons("modality");
  public static final Node LANGUAGE_TAG = commons("languageTag");
  public static final Node DISPUTE = commons("dispute");
  public static final Node PREFERENCE_CLASS = commons("Preference");
  public static final Node PREFERENCE = commons("preference");
  public static final Node SIGNAL = commons("signal");
  public static final Node RAW = commons("raw");
  public static final Node CARRIER = commons("carrier");
  public static final Node SEQUENCE = commons("sequence");

  public static final Node ACTIVITY = prov("Activity");
  public static final Node USED = prov("used");
  public static final Node GENERATED_BY = prov("wasGeneratedBy");
  public static final Node ASSOCIATED_WITH = prov("wasAssociatedWith");
  public static final Node VALID = dct("valid");
  public static final Node VERDICT_CLASS = commons("Verdict");
  public static final Node VERDICT = commons("verdict");
  public static final Node JUDGEMENT_CLASS = commons("Judgement");
  public static final Node JUDGEMENT = commons("judgement");
  public static final Node JURISDICTION = commons("jurisdiction");
  public static final Node HEADLINE = commons("headline");
  public static final Node ZONE = commons("zone");
  public static final Node STATUS = commons("status");
  public static final Node GROUND = commons("basis");
  public static final Node FIRED_RULE = commons("firedRule");
  public static final Node EVIDENCE_CLASS = commons("Evidence");
  public static final Node EVIDENCE = commons("evidence");
  public static final Node RULESET_HASH = commons("rulesetHash");
  public static final Node FACTS_HASH = commons("factsHash");
  public static final Node ENGINE = commons("engine");
  public static final Node NEXT_CHANGE = commons("nextChange");
  public static final Node PARENT = commons("parent");
  public static final Node UNKNOWN_PARENT = commons("unknownParent");

  public static final Node HOLDINGS = commons("Holdings");
  public static final Node DATASET_ENTRY = commons("datasetEntry");
  public static final Node PURPOSE = commons("purpose");

  private Terms() {}

  /** A term of our own vocabulary. */
  public static Node commons(String name) {
    return node(NAMESPACE + name);
  }

  /** The property of the fact of that name. */
  public static Node fact(String name) {
    return node(FACT_NAMESPACE + name);
  }

  private static Node dct(String name) {
    return node("http://purl.org/dc/terms/" + name);
  }

  private static Node dcat(String name) {
    return node("http://www.w3.org/ns/dcat#" + name);
  }

  private static Node foaf(String name) {
    return node("http://xmlns.com/foaf/0.1/" + name);
  }

  private static Node prov(String name) {
    return node("http://www.w3.org/ns/prov#" + name);
  }

  private static Node skos(String name) {
    return node("http://www.w3.org/2004/02/skos/core#" + name);
  }

  private static Node spdx(String name) {
    return node("http://spdx.org/rdf/terms#" + name);
  }

  private static Node schema(String name) {
    return node("https://schema.org/" + name);
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }
}
