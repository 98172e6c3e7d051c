/** Acts in the rehearsed platform as people do: through logins, forms and files, while time passes. */
@NullMarked
package cn.lianping.rehearsal.act;

import org.jspecify.annotations.NullMarked;
