package io.quanyi.decision.release;

/**
 * Which release decided.
 *
 * @param programme the programme
 * @param number its place in the programme's ledger
 * @param policy the version of the rules
 * @param catalogue the version of the catalogue
 * @param calendars the version of the calendars
 * @param digest the SHA-256 of all of their files
 */
public record ReleaseId(
        String programme, int number, String policy, String catalogue, String calendars, String digest) {}
