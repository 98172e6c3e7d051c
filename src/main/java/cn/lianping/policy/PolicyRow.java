package cn.lianping.policy;

/**
 * A published version.
 *
 * @param document the JSON as published
 * @param sha256 of the document's canonical form
 * @param createdAt epoch milliseconds
 */
record PolicyRow(
        String policyId, int version, String areaCode, String title, String document, String sha256, long createdAt) {}
