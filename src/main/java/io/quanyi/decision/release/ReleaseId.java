package io.quanyi.decision.release;

/**
 * The id of a release.
 *
 * @param programme the id of the programme
 * @param number the place of the release in the ledger of the programme
 * @param policy the version of the rules
 * @param catalogue the version of the catalogue
 * @param calendars the version of the calendars
 * @param digest the SHA-256 of all of their files
 */
public record ReleaseId(
        String programme, int number, String policy, String catalogue, String calendars, String digest) {}
