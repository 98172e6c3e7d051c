package cn.lianping.alliance;

/**
 * An organisation of the registry.
 *
 * @param code Unified Social Credit Code
 * @param name Chinese name
 * @param kind code of an {@link OrganisationKind}
 * @param area area code
 */
public record Organisation(String code, String name, String kind, String area) {}
