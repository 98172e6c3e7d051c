package cn.lianping.identity;

/** A person as pages show one: the user id and the name that colleagues read. */
public record Someone(String id, String name) {}
