package cn.lianping.alliance;

import java.util.Map;

/**
 * The rows of a registry are in, in the transaction that is still open.
 *
 * @param rows data rows of each file
 * @param sha256 over the names and bytes of the six files in the order of their names
 */
public record RegistryImported(Map<String, Integer> rows, String sha256) {}
