package cn.lianping.alliance;

/**
 * A registered alliance (article 2).
 *
 * @param id identity, for instance LN0001
 * @param name Chinese name
 * @param field technical field, which decides the divisions and experts
 * @param area area code of the recommending departments
 * @param leadCode Unified Social Credit Code of the lead enterprise (盟主企业)
 * @param filingNo number under which it is registered (备案)
 */
public record Alliance(String id, String name, String field, String area, String leadCode, String filingNo) {}
