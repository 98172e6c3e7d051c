/** Joint release by both departments (联合发布, article 6.4): draft, countersignature, signature, publication. */
@NullMarked
package cn.lianping.jointrelease;

import org.jspecify.annotations.NullMarked;
