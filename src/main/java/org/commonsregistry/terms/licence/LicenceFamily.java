package org.commonsregistry.terms.licence;

import java.util.Locale;

/** Groups of licences that read alike: whoever keeps one keeps the others of its family. */
public enum LicenceFamily {
  /** A status, not a licence: protection has ended or never began, perhaps only in some places. */
  PUBLIC_DOMAIN,
  /** Waivers and dedications: nothing is asked. */
  CC0,
  /** Texts and data of public authorities that the law leaves free. */
  OFFICIAL_WORK,
  /** Made for data: keep the notice on copies, results are free. */
  PERMISSIVE_DATA,
  BY,
  BY_SA,
  BY_ND,
  BY_NC,
  BY_NC_SA,
  BY_NC_ND,
  /** Computation only: training yes, publishing the content no. */
  COMPUTATIONAL,
  SOFTWARE_PERMISSIVE,
  SOFTWARE_COPYLEFT,
  /** Limits on what may be done with it, handed on without end (RAIL). */
  RESPONSIBLE_AI,
  /** Research or teaching only. */
  ACADEMIC,
  /** Different terms for different regions or kinds of users. */
  TIERED,
  /** By consent of the community it comes from. */
  GUARDIANSHIP,
  /** A contract with whoever runs the service the data came out of. */
  PLATFORM_TERMS,
  /** All rights reserved. */
  IN_COPYRIGHT,
  /** Nothing is stated; never permission. */
  UNSPECIFIED,
  /** Something is stated that this registry does not recognise for certain. */
  UNRECOGNISED;

  /** The family in addresses and answers, e.g. {@code by-sa}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
