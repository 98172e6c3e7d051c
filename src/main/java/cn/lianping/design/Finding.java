package cn.lianping.design;

/**
 * Where a rule is not kept.
 *
 * @param element id of the element, empty for the whole diagram
 * @param what is wrong there, empty where the rule says it all
 */
record Finding(String element, String what) {

    static Finding at(String element) {
        return new Finding(element, "");
    }
}
