package cn.lianping.rehearsal.report;

/**
 * Something that went wrong, as the administrator reads it.
 *
 * @param diagram key of the process, empty where it is none's alone
 * @param element id of the element, empty for the whole diagram
 * @param name what people call the element
 * @param what happened
 * @param remedy how to mend it
 */
public record Failure(String diagram, String element, String name, String what, String remedy) {}
